"""Every operation a second time: the maps in stable forms, the derivatives from the maps alone."""

from mpmath import log1p, mpf

from complex_steps import (
    along,
    by_rows,
    contracted,
    elementwise,
    log_softmax_product,
    mixed,
    partials,
    pulled,
)
from stable_classifiers import (
    bernoulli,
    entries,
    exponential,
    gaussian,
    network_gradient,
    network_loss,
    poisson,
    posterior,
    regression_gradient,
    regression_loss,
    shared_gaussian,
)
from stable_maps import (
    along_axis,
    binary_loss,
    categorical_loss,
    divergence,
    inverse_reduced,
    log_softmax,
    log_sum_exp,
    logit,
    plog,
    probability_loss,
    reduced,
    scaled,
    sigmoid,
    softmax,
    softplus,
    total,
)
from stable_sparse_maps import (
    alpha_relu,
    conjugate_loss,
    relu_loss,
    sparse,
)

MAPS = {
    "sparsemax": lambda z: sparse(z, mpf(2))[0],
    "entmax15": lambda z: sparse(z, mpf(3) / 2)[0],
    "entmax": lambda z, alpha: sparse(z, alpha)[0],
    "alphaReLU": alpha_relu,
    "sparsemaxLoss": lambda t, z: [conjugate_loss(t, z, mpf(2))],
    "entmax15Loss": lambda t, z: [conjugate_loss(t, z, mpf(3) / 2)],
    "entmaxLoss": lambda t, z, alpha: [conjugate_loss(t, z, alpha)],
    "alphaReLULoss": lambda t, z, alpha, tau: [relu_loss(t, z, alpha, tau)],
    "softmax": softmax,
    "logSoftmax": log_softmax,
    "logSumExp": lambda x: [log_sum_exp(x)],
    "scaledSoftmax": lambda x, scale: softmax(scaled(x, scale)),
    "sigmoid": lambda x: [sigmoid(a) for a in x],
    "logSigmoid": lambda x: [-softplus(-a) for a in x],
    "logit": lambda p: [logit(a) for a in p],
    "softplus": lambda x: [softplus(a) for a in x],
    "reducedSoftmax": reduced,
    "inverseReducedSoftmax": inverse_reduced,
    "softmaxAlongAxis": along_axis,
    "entropy": lambda p: [-total(plog(a, a) for a in p)],
    "klDivergence": lambda p, q: [divergence(p, q)],
    "binaryCrossEntropy": lambda t, y: [
        -total(
            plog(a, b) + (mpf(0) if a == 1 else (1 - a) * log1p(-b))
            for a, b in zip(t, y, strict=True)
        )
    ],
    "binaryCrossEntropyWithLogits": lambda t, z: [total(map(binary_loss, t, z))],
    "categoricalCrossEntropy": lambda t, p: [probability_loss(t, p)],
    "categoricalCrossEntropyWithLogits": lambda t, z: [categorical_loss(t, z)],
    "gaussianPosterior": shared_gaussian,
    "quadraticGaussianPosterior": posterior(gaussian),
    "bernoulliPosterior": posterior(bernoulli),
    "poissonPosterior": posterior(poisson),
    "exponentialPosterior": posterior(exponential),
    "logisticRegressionObjective": lambda w, f, t: [regression_loss(entries(w), f, t)],
    "denseClassifierLoss": lambda *arguments: [network_loss(*arguments)],
}

DERIVATIVES = {
    "sparsemaxVectorJacobianProduct": lambda z, v: pulled(lambda y: sparse(y, mpf(2))[0], z, v),
    "entmax15VectorJacobianProduct": lambda z, v: pulled(
        lambda y: sparse(y, mpf(3) / 2)[0], z, v
    ),
    "entmaxVectorJacobianProduct": lambda z, alpha, v: pulled(
        lambda y: sparse(y, alpha)[0], z, v
    ),
    "alphaReLUVectorJacobianProduct": lambda z, alpha, tau, v: pulled(
        lambda y: alpha_relu(y, alpha, tau), z, v
    ),
    "sparsemaxLossGradient": lambda t, z: partials(lambda y: [conjugate_loss(t, y, mpf(2))], z),
    "entmax15LossGradient": lambda t, z: partials(
        lambda y: [conjugate_loss(t, y, mpf(3) / 2)], z
    ),
    "entmaxLossGradient": lambda t, z, alpha: partials(
        lambda y: [conjugate_loss(t, y, alpha)], z
    ),
    "alphaReLULossGradient": lambda t, z, alpha, tau: partials(
        lambda y: [relu_loss(t, y, alpha, tau)], z
    ),
    "softmaxJacobian": lambda x, s: partials(lambda y: softmax(scaled(y, s)), x),
    "softmaxVectorJacobianProduct": lambda x, v: partials(contracted(softmax, v), x),
    "softmaxJacobianVectorProduct": lambda x, v: along(softmax, x, v),
    "logSoftmaxVectorJacobianProduct": log_softmax_product,
    "logSumExpGradient": lambda x: partials(lambda y: [log_sum_exp(y)], x),
    "sigmoidDerivative": lambda x: elementwise(sigmoid, x),
    "softplusDerivative": lambda x: elementwise(softplus, x),
    "binaryCrossEntropyWithLogitsGradient": lambda t, z: [
        elementwise(lambda y, a=a: binary_loss(a, y), [b])[0] for a, b in zip(t, z, strict=True)
    ],
    "categoricalCrossEntropyGradient": lambda t, p: by_rows(probability_loss, t, p),
    "categoricalCrossEntropyWithLogitsGradient": lambda t, z: by_rows(categorical_loss, t, z),
    "reducedSoftmaxJacobian": lambda x, s: partials(lambda y: reduced(y, s), x),
    "inverseReducedSoftmaxJacobian": lambda p, s: partials(lambda q: inverse_reduced(q, s), p),
    "softmaxHessian": lambda x, s: mixed(lambda y: softmax(scaled(y, s)), x),
    "categoricalCrossEntropyWithLogitsHessian": lambda t, z: mixed(
        lambda y: [categorical_loss([t], [y])], z
    ),
    "reducedSoftmaxHessian": lambda x, s: mixed(lambda y: reduced(y, s), x),
    "inverseReducedSoftmaxHessian": lambda p, s: mixed(lambda q: inverse_reduced(q, s), p),
    "logisticRegressionGradient": lambda w, f, t: partials(
        lambda y: [regression_loss(y, f, t)], entries(w)
    ),
    "logisticRegressionHessian": lambda w, f, t: partials(
        lambda y: regression_gradient(y, f, t), entries(w)
    ),
    "denseClassifierGradient": network_gradient,
}
