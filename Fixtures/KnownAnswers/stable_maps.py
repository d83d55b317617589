"""The maps of the softmax family in their stable forms, with mpmath.

The maximum is subtracted, log1p and expm1 stand where they belong. Arguments may be complex, for
derivatives by a complex step.
"""

from mpmath import inf, log1p, mp, mpf


def exp(z):
    return mpf(0) if z == -inf else mp.exp(z)


def total(terms):
    return sum(terms, mpf(0))


def peak(x):
    return max(mp.re(a) for a in x)


def log_sum_exp(x):
    m = peak(x)
    if m in (inf, -inf):
        return m
    place = next(i for i, a in enumerate(x) if mp.re(a) == m)
    rest = total(exp(a - x[place]) for i, a in enumerate(x) if i != place)
    return x[place] + log1p(rest)


def log_softmax(x):
    return [a if a == -inf else -log_sum_exp([b - a for b in x]) for a in x]


def softmax(x):
    weights = [exp(a - peak(x)) for a in x]
    return [w / total(weights) for w in weights]


def scaled(x, scale):
    return [a * scale for a in x]


def softplus(x):
    return x + log1p(exp(-x)) if mp.re(x) > 0 else log1p(exp(x))


def sigmoid(x):
    return 1 / (1 + exp(-x)) if mp.re(x) > 0 else exp(x) / (1 + exp(x))


def logit(p):
    return 2 * mp.atanh(2 * p - 1) if 0.25 < p < 0.75 else mp.log(p / (1 - p))


def plog(weight, y):
    return mpf(0) if weight == 0 else weight * mp.log(y)


def divergence(p, q):
    return total(a * log1p((a - b) / b) for a, b in zip(p, q, strict=True) if a != 0)


def binary_loss(t, z):
    return softplus(z) - t * z if mp.re(z) < 0 else softplus(-z) + (1 - t) * z


def categorical_loss(targets, logits):
    return -total(
        t * lp
        for ts, zs in zip(targets, logits, strict=True)
        for t, lp in zip(ts, log_softmax(zs), strict=True)
        if t != 0
    )


def probability_loss(targets, probabilities):
    return -total(
        plog(t, p)
        for ts, ps in zip(targets, probabilities, strict=True)
        for t, p in zip(ts, ps, strict=True)
    )


def reduced(eta, scale):
    return softmax([mpf(0)] + scaled(eta, scale))


def inverse_reduced(p, scale):
    return [mp.log(a / p[0]) / scale for a in p[1:]]


def along_axis(x, axis):
    if axis == 1:
        return [p for row in x for p in softmax(row)]
    columns = [softmax(list(column)) for column in zip(*x, strict=True)]
    return [p for row in zip(*columns, strict=True) for p in row]
