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

DTYPES = {"binary16": "f2", "binary32": "f4", "binary64": "f8"}
WIDE = ["binary32", "binary64"]
ALL = ["binary16", "binary32", "binary64"]  # only what is computed in half precision too


def column(scale):
    """One factor a row, beside rows of vectors."""
    return scale[:, np.newaxis]


def rows_sum(terms):
    """The sum over all axes but that of the rows."""
    return np.sum(terms, axis=tuple(range(1, terms.ndim)))


def diagonal(vectors):
    """A diagonal matrix for each row; the zeros beside an infinity stay zeros."""
    matrices = np.zeros(vectors.shape + vectors.shape[-1:], vectors.dtype)
    places = np.arange(vectors.shape[1])
    matrices[:, places, places] = vectors
    return matrices


def softmax_jacobian(x, scale):
    g = softmax(column(scale) * x, axis=-1)
    return column(scale)[:, np.newaxis] * (diagonal(g) - g[:, :, np.newaxis] * g[:, np.newaxis, :])


def softmax_product(x, v):
    """Jv and Jᵀv, which are the same: the Jacobian is symmetric."""
    g = softmax(x, axis=-1)
    return g * (v - np.sum(g * v, axis=-1, keepdims=True))


def log_softmax_product(x, v):
    return v - softmax(x, axis=-1) * np.sum(v, axis=-1, keepdims=True)


def with_zero(eta, scale):
    """The logits of the reduced softmax: a zero before λη."""
    return np.concatenate([np.zeros((len(eta), 1), eta.dtype), column(scale) * eta], axis=-1)


def reduced_softmax(eta, scale):
    return softmax(with_zero(eta, scale), axis=-1)


def inverse_reduced_softmax(p, scale):
    return (np.log(p[:, 1:]) - np.log(p[:, :1])) / column(scale)


def reduced_softmax_jacobian(eta, scale):
    g = reduced_softmax(eta, scale)
    full = diagonal(g) - g[:, :, np.newaxis] * g[:, np.newaxis, :]
    return column(scale)[:, np.newaxis] * full[:, :, 1:]


def inverse_reduced_softmax_jacobian(p, scale):
    full = diagonal(1 / p)
    full[:, 1:, 0] = -1 / p[:, :1]
    return full[:, 1:, :] / column(scale)[:, np.newaxis]


def hessian(g, scale, first):
    """λ²g_k((δ_ki − g_i)(δ_kj − g_j) − g_i(δ_ij − g_j)), i and j from the first free logit on."""
    identity = np.eye(g.shape[1], dtype=g.dtype)
    lacking = identity - g[:, np.newaxis, :]
    products = lacking[:, :, :, np.newaxis] * lacking[:, :, np.newaxis, :]
    curvature = (g[:, :, np.newaxis] * lacking)[:, np.newaxis, :, :]
    full = g[:, :, np.newaxis, np.newaxis] * (products - curvature)
    factor = column(scale)[:, :, np.newaxis, np.newaxis]
    return factor * factor * full[:, :, first:, first:]


def inverse_reduced_softmax_hessian(p, scale):
    rows, count = p.shape
    result = np.zeros((rows, count - 1, count, count), p.dtype)
    squares = 1 / (column(scale) * (p * p))
    for k in range(1, count):
        result[:, k - 1, 0, 0] = squares[:, 0]
        result[:, k - 1, k, k] = -squares[:, k]
    return result


def cross_entropy_with_logits_hessian(targets, logits):
    g = softmax(logits, axis=-1)
    mass = np.sum(targets, axis=-1)[:, np.newaxis, np.newaxis]
    return mass * (diagonal(g) - g[:, :, np.newaxis] * g[:, np.newaxis, :])


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


def call(request):
    rows, dtype = request["rows"], np.dtype(DTYPES[request["format"]])
    arguments = {
        name: np.frombuffer(bytes.fromhex(argument["bits"]), dtype.newbyteorder(">"))
        .astype(dtype).reshape(rows, *argument["shape"])
        for name, argument in request["args"].items()
    }
    with np.errstate(all="ignore"):
        result = OPERATIONS[request["call"]][1](**arguments)
    if result.dtype != dtype:
        raise TypeError(f"{dtype} became {result.dtype}")
    bits = result.astype(dtype.newbyteorder(">")).tobytes().hex()
    return {"shape": list(result.shape[1:]), "bits": bits}


serve(channel, {
    "name": "scipy", "version": f"{scipy.__version__} with numpy {np.__version__}",
    "language": "python", "claims": CLAIMS,
    "operations": {name: formats for name, (formats, _) in OPERATIONS.items()},
}, call)
