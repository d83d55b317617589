"""First and second derivatives by the textbook, from SciPy's softmax, for scipy_adapter.py."""

import numpy as np
from scipy.special import softmax


def column(scale):
    """One factor a row, beside rows of vectors."""
    return scale[:, np.newaxis]


def diagonal(vectors):
    """A diagonal matrix for each row; the zeros beside an infinity stay zeros."""
    matrices = np.zeros(vectors.shape + vectors.shape[-1:], vectors.dtype)
    places = np.arange(vectors.shape[1])
    matrices[:, places, places] = vectors
    return matrices


def softmax_jacobian(x, scale):
    g = softmax(column(scale) * x, axis=-1)
    return column(scale)[:, np.newaxis] * (diagonal(g) - g[:, :, np.newaxis] * g[:, np.newaxis, :])


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
