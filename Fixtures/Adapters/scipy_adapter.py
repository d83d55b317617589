"""SciPy and NumPy behind the process protocol of SoftmaxLaws.

Every operation is the library's own function, called as a user would call it; rows of
one length go into one call. Where there is no such function, the expression is the
textbook one in NumPy, from the library's softmax, expit and log_expit.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()  # before NumPy and SciPy can print anything

import numpy as np
import scipy
from scipy.special import (
    entr, expit, log_expit, log_softmax, logit, logsumexp, rel_entr, softmax, xlog1py, xlogy)

from scipy_derivatives import (
    column, cross_entropy_with_logits_hessian, hessian, inverse_reduced_softmax,
    inverse_reduced_softmax_hessian, inverse_reduced_softmax_jacobian, reduced_softmax,
    reduced_softmax_jacobian, softmax_jacobian)
from softmax_laws_arrays import caller, hello_operations

WIDE = ["binary32", "binary64"]
ALL = ["binary16", "binary32", "binary64"]  # only what is computed in half precision too


def rows_sum(terms):
    """The sum over all axes but that of the rows."""
    return np.sum(terms, axis=tuple(range(1, terms.ndim)))


def softmax_product(x, v):
    """Jv and Jᵀv, which are the same: the Jacobian is symmetric."""
    g = softmax(x, axis=-1)
    return g * (v - np.sum(g * v, axis=-1, keepdims=True))


def log_softmax_product(x, v):
    return v - softmax(x, axis=-1) * np.sum(v, axis=-1, keepdims=True)


def softmax_along_axis(x, axis):
    """Each row of the call names its own axis."""
    return np.stack([softmax(matrix, axis=int(a)) for matrix, a in zip(x, axis)])


def cross_entropy_with_logits_gradient(targets, logits):
    return softmax(logits, axis=-1) * np.sum(targets, axis=-1, keepdims=True) - targets


# The name of an operation: the formats it is computed in, and the function of its arguments
# by the protocol's names. Each argument has its rows on the first axis.
OPERATIONS = {
    "softmax": (ALL, lambda x: softmax(x, axis=-1)),
    "logSoftmax": (ALL, lambda x: log_softmax(x, axis=-1)),
    "logSumExp": (ALL, lambda x: logsumexp(x, axis=-1)),
    "scaledSoftmax": (ALL, lambda x, scale: softmax(column(scale) * x, axis=-1)),
    "sigmoid": (WIDE, lambda x: expit(x)),
    "logSigmoid": (WIDE, lambda x: log_expit(x)),
    "logit": (WIDE, lambda p: logit(p)),
    "softplus": (ALL, lambda x: np.logaddexp(0, x)),
    "reducedSoftmax": (ALL, reduced_softmax),
    "inverseReducedSoftmax": (ALL, inverse_reduced_softmax),
    "entropy": (WIDE, lambda p: rows_sum(entr(p))),
    "klDivergence": (WIDE, lambda p, q: rows_sum(rel_entr(p, q))),
    "binaryCrossEntropy": (WIDE, lambda targets, probabilities: -rows_sum(
        xlogy(targets, probabilities) + xlog1py(1 - targets, -probabilities))),
    "binaryCrossEntropyWithLogits": (WIDE, lambda targets, logits: -rows_sum(
        targets * log_expit(logits) + (1 - targets) * log_expit(-logits))),
    "categoricalCrossEntropy": (
        WIDE, lambda targets, probabilities: -rows_sum(xlogy(targets, probabilities))),
    "categoricalCrossEntropyWithLogits": (
        ALL, lambda targets, logits: -rows_sum(targets * log_softmax(logits, axis=-1))),
    "softmaxJacobian": (ALL, softmax_jacobian),
    "softmaxVectorJacobianProduct": (ALL, softmax_product),
    "softmaxJacobianVectorProduct": (ALL, softmax_product),
    "logSoftmaxVectorJacobianProduct": (ALL, log_softmax_product),
    "logSumExpGradient": (ALL, lambda x: softmax(x, axis=-1)),
    "sigmoidDerivative": (WIDE, lambda x: expit(x) * (1 - expit(x))),
    "softplusDerivative": (WIDE, lambda x: expit(x)),
    "binaryCrossEntropyWithLogitsGradient": (
        WIDE, lambda targets, logits: expit(logits) - targets),
    "categoricalCrossEntropyGradient": (
        ALL, lambda targets, probabilities: -targets / probabilities),
    "categoricalCrossEntropyWithLogitsGradient": (ALL, cross_entropy_with_logits_gradient),
    "reducedSoftmaxJacobian": (ALL, reduced_softmax_jacobian),
    "inverseReducedSoftmaxJacobian": (ALL, inverse_reduced_softmax_jacobian),
    "softmaxAlongAxis": (ALL, softmax_along_axis),
    "softmaxHessian": (ALL, lambda x, scale: hessian(softmax(column(scale) * x, axis=-1), scale, 0)),
    "categoricalCrossEntropyWithLogitsHessian": (ALL, cross_entropy_with_logits_hessian),
    "reducedSoftmaxHessian": (ALL, lambda eta, scale: hessian(
        reduced_softmax(eta, scale), scale, 1)),
    "inverseReducedSoftmaxHessian": (ALL, inverse_reduced_softmax_hessian),
}

# What the documentation says, or the sources show; what neither does is not claimed. NumPy
# states no error of exp and log. logsumexp takes log1p, but adds a logarithm for ties.
CLAIMS = {"algorithm": "shiftDiv", "sigmoid": "oneBranch", "summation": "unknown",
          "subnormals": "gradual", "fullyMasked": "nan", "deterministic": True}


serve(channel, {
    "name": "scipy", "version": f"{scipy.__version__} with numpy {np.__version__}",
    "language": "python", "claims": CLAIMS,
    "operations": hello_operations(OPERATIONS),
}, caller(OPERATIONS))
