"""The operations: arguments in their fixed order, definition and formula."""

from collections import namedtuple

import definitions
import definitions_of_sparse_maps as sparse
import operations_of_classifiers

Operation = namedtuple("Operation", ["arguments", "result", "formula", "definition"])

OPERATIONS = {
    "softmax": Operation("x[n]", "[n]", "e^x_i / sum_j e^x_j", definitions.softmax),
    "logSoftmax": Operation("x[n]", "[n]", "x_i - log sum_j e^x_j", definitions.log_softmax),
    "logSumExp": Operation("x[n]", "[]", "log sum_j e^x_j", definitions.log_sum_exp),
    "scaledSoftmax": Operation(
        "x[n] scale[]", "[n]", "e^(scale x_i) / sum_j e^(scale x_j)", definitions.softmax
    ),
    "sigmoid": Operation("x[n]", "[n]", "1 / (1 + e^-x), elementwise", definitions.sigmoid),
    "logSigmoid": Operation(
        "x[n]", "[n]", "log(1 / (1 + e^-x)), elementwise", definitions.log_sigmoid
    ),
    "logit": Operation("p[n]", "[n]", "log p - log(1 - p), elementwise", definitions.logit),
    "softplus": Operation("x[n]", "[n]", "log(1 + e^x), elementwise", definitions.softplus),
    "reducedSoftmax": Operation(
        "eta[n] scale[]",
        "[n+1]",
        "(1, e^(scale eta_1), ...) / (1 + sum_i e^(scale eta_i))",
        definitions.reduced_softmax,
    ),
    "inverseReducedSoftmax": Operation(
        "p[n+1] scale[]", "[n]", "(log p_i - log p_0) / scale", definitions.inverse_reduced_softmax
    ),
    "entropy": Operation("p[n]", "[]", "-sum_i p_i log p_i", definitions.entropy),
    "klDivergence": Operation(
        "p[n] q[n]", "[]", "sum_i p_i log(p_i / q_i)", definitions.kl_divergence
    ),
    "binaryCrossEntropy": Operation(
        "targets[n] probabilities[n]",
        "[]",
        "-sum_n (t log y + (1 - t) log(1 - y))",
        definitions.binary_cross_entropy,
    ),
    "binaryCrossEntropyWithLogits": Operation(
        "targets[n] logits[n]",
        "[]",
        "-sum_n (t log y + (1 - t) log(1 - y)), y = 1 / (1 + e^-z)",
        definitions.binary_cross_entropy_with_logits,
    ),
    "categoricalCrossEntropy": Operation(
        "targets[n,k] probabilities[n,k]",
        "[]",
        "-sum_n sum_k t log y",
        definitions.categorical_cross_entropy,
    ),
    "categoricalCrossEntropyWithLogits": Operation(
        "targets[n,k] logits[n,k]",
        "[]",
        "-sum_n sum_k t log y, y = softmax(z) a row",
        definitions.categorical_cross_entropy_with_logits,
    ),
    "softmaxJacobian": Operation(
        "x[n] scale[]",
        "[n,n]",
        "scale g_i (d_ij - g_j) at (i,j), g = softmax(scale x)",
        definitions.softmax_jacobian,
    ),
    "softmaxVectorJacobianProduct": Operation(
        "x[n] v[n]",
        "[n]",
        "sum_i J_ij v_i, J the Jacobian of softmax at x",
        definitions.softmax_vector_jacobian_product,
    ),
    "softmaxJacobianVectorProduct": Operation(
        "x[n] v[n]",
        "[n]",
        "sum_j J_ij v_j, J the Jacobian of softmax at x",
        definitions.softmax_jacobian_vector_product,
    ),
    "logSoftmaxVectorJacobianProduct": Operation(
        "x[n] v[n]",
        "[n]",
        "v_i - g_i sum_j v_j, g = softmax(x)",
        definitions.log_softmax_vector_jacobian_product,
    ),
    "logSumExpGradient": Operation(
        "x[n]", "[n]", "e^x_i / sum_j e^x_j", definitions.log_sum_exp_gradient
    ),
    "sigmoidDerivative": Operation(
        "x[n]", "[n]", "s (1 - s), s = 1 / (1 + e^-x), elementwise", definitions.sigmoid_derivative
    ),
    "softplusDerivative": Operation(
        "x[n]", "[n]", "e^x / (1 + e^x), elementwise", definitions.softplus_derivative
    ),
    "binaryCrossEntropyWithLogitsGradient": Operation(
        "targets[n] logits[n]",
        "[n]",
        "1 / (1 + e^-z) - t, elementwise",
        definitions.binary_cross_entropy_with_logits_gradient,
    ),
    "categoricalCrossEntropyGradient": Operation(
        "targets[n,k] probabilities[n,k]",
        "[n,k]",
        "-t / p, elementwise",
        definitions.categorical_cross_entropy_gradient,
    ),
    "categoricalCrossEntropyWithLogitsGradient": Operation(
        "targets[n,k] logits[n,k]",
        "[n,k]",
        "g sum_k t - t, g = softmax(z) a row",
        definitions.categorical_cross_entropy_with_logits_gradient,
    ),
    "reducedSoftmaxJacobian": Operation(
        "eta[n] scale[]",
        "[n+1,n]",
        "scale p_k (d_ki - p_i) at (k,i), p = reducedSoftmax",
        definitions.reduced_softmax_jacobian,
    ),
    "inverseReducedSoftmaxJacobian": Operation(
        "p[n+1] scale[]",
        "[n,n+1]",
        "(d_ki / p_i - d_0i / p_0) / scale at (k,i), k from 1",
        definitions.inverse_reduced_softmax_jacobian,
    ),
    "softmaxAlongAxis": Operation(
        "x[r,c] axis[]",
        "[r,c]",
        "e^x_rc / the sum over its column (axis 0) or its row (axis 1)",
        definitions.softmax_along_axis,
    ),
    "softmaxHessian": Operation(
        "x[n] scale[]",
        "[n,n,n]",
        "scale^2 g_k ((d_ki - g_i) (d_kj - g_j) - g_i (d_ij - g_j)) at (k,i,j)",
        definitions.softmax_hessian,
    ),
    "categoricalCrossEntropyWithLogitsHessian": Operation(
        "targets[k] logits[k]",
        "[k,k]",
        "sum_k t g_i (d_ij - g_j), g = softmax(z)",
        definitions.categorical_cross_entropy_with_logits_hessian,
    ),
    "reducedSoftmaxHessian": Operation(
        "eta[n] scale[]",
        "[n+1,n,n]",
        "scale^2 p_k ((d_ki - p_i) (d_kj - p_j) - p_i (d_ij - p_j)) at (k,i,j), i and j from 1",
        definitions.reduced_softmax_hessian,
    ),
    "inverseReducedSoftmaxHessian": Operation(
        "p[n+1] scale[]",
        "[n,n+1,n+1]",
        "d_ij (d_0i / p_0^2 - d_ki / p_k^2) / scale at (k,i,j), k from 1",
        definitions.inverse_reduced_softmax_hessian,
    ),
    "sparsemax": Operation("z[n]", "[n]", "argmin_p |p - z|^2 on the simplex", sparse.sparsemax),
    "entmax15": Operation(
        "z[n]", "[n]", "(z/2 - tau)_+^2, tau such that the sum is 1", sparse.entmax15
    ),
    "entmax": Operation(
        "z[n] alpha[]",
        "[n]",
        "((alpha - 1) z - tau)_+^(1/(alpha - 1)), tau such that the sum is 1",
        sparse.entmax,
    ),
    "alphaReLU": Operation(
        "z[n] alpha[] tau[]",
        "[n]",
        "((alpha - 1) z - tau)_+^(1/(alpha - 1)), elementwise",
        sparse.alpha_relu,
    ),
    "sparsemaxVectorJacobianProduct": Operation(
        "z[n] v[n]",
        "[n]",
        "sum_i J_ij v_i, J = diag(s) - s s^T / sum(s), s = [p > 0]",
        sparse.sparsemax_product,
    ),
    "entmax15VectorJacobianProduct": Operation(
        "z[n] v[n]",
        "[n]",
        "sum_i J_ij v_i, J = diag(s) - s s^T / sum(s), s = sqrt(p)",
        sparse.entmax15_product,
    ),
    "entmaxVectorJacobianProduct": Operation(
        "z[n] alpha[] v[n]",
        "[n]",
        "sum_i J_ij v_i, J = diag(s) - s s^T / sum(s), s = p^(2 - alpha) on the support",
        sparse.entmax_product,
    ),
    "alphaReLUVectorJacobianProduct": Operation(
        "z[n] alpha[] tau[] v[n]",
        "[n]",
        "p^(2 - alpha) v where p > 0, elementwise",
        sparse.alpha_relu_product,
    ),
    "sparsemaxLoss": Operation(
        "targets[n] z[n]",
        "[]",
        "<p - t, z> + H(p) - H(t), H(p) = (1 - sum p^2)/2",
        sparse.sparsemax_loss,
    ),
    "entmax15Loss": Operation(
        "targets[n] z[n]",
        "[]",
        "<p - t, z> + H(p) - H(t), H(p) = (1 - sum p^1.5)/0.75",
        sparse.entmax15_loss,
    ),
    "entmaxLoss": Operation(
        "targets[n] z[n] alpha[]",
        "[]",
        "<p - t, z> + H(p) - H(t), H(p) = (1 - sum p^alpha)/(alpha (alpha - 1))",
        sparse.entmax_loss,
    ),
    "alphaReLULoss": Operation(
        "targets[n] z[n] alpha[] tau[]",
        "[]",
        "<p - t, z - tau/(alpha - 1)> + H(p) - H(t), H(p) = (1 - sum p^alpha)/(alpha (alpha - 1))",
        sparse.alpha_relu_loss,
    ),
    "sparsemaxLossGradient": Operation(
        "targets[n] z[n]", "[n]", "p - t, p = sparsemax(z)", sparse.sparsemax_loss_gradient
    ),
    "entmax15LossGradient": Operation(
        "targets[n] z[n]", "[n]", "p - t, p = entmax15(z)", sparse.entmax15_loss_gradient
    ),
    "entmaxLossGradient": Operation(
        "targets[n] z[n] alpha[]", "[n]", "p - t, p = entmax(z)", sparse.entmax_loss_gradient
    ),
    "alphaReLULossGradient": Operation(
        "targets[n] z[n] alpha[] tau[]",
        "[n]",
        "p - t, p = alphaReLU(z)",
        sparse.alpha_relu_loss_gradient,
    ),
}

OPERATIONS |= operations_of_classifiers.OPERATIONS
