"""The operations, written straight from their definitions in ball arithmetic.

Nothing is rearranged for accuracy: no maximum is subtracted, no log1p is used. The
precision of the balls pays for that, and the formulas stay independent of every
implementation they are compared with. Arguments are doubles and lists of doubles.
"""

import math

from flint import arb

INFINITY = math.inf


def exp(x, scale=1.0):
    """e^(scale x), exactly 0 at a mask."""
    return arb(0) if x == -INFINITY else (arb(scale) * arb(x)).exp()


def total(terms):
    return sum(terms, arb(0))


def weighted_log(weight, y):
    """weight * log y with 0 * log 0 = 0; the weight is a double or a ball."""
    return arb(0) if weight == 0 else weight * arb(y).log()


def unflattened(values, columns):
    return [values[i : i + columns] for i in range(0, len(values), columns)]


def softmax(x, scale=1.0):
    weights = [exp(a, scale) for a in x]
    mass = total(weights)
    return [w / mass for w in weights]


def softmax_of(logits):
    """Softmax of balls."""
    weights = [a.exp() for a in logits]
    mass = total(weights)
    return [w / mass for w in weights]


def log_sum_exp(x):
    if all(a == -INFINITY for a in x):
        return [-INFINITY]
    if any(a == INFINITY for a in x):
        return [INFINITY]
    return [total([exp(a) for a in x]).log()]


def log_softmax(x):
    y = log_sum_exp(x)[0]
    return [-INFINITY if a == -INFINITY else arb(a) - y for a in x]


def one_sigmoid(x):
    if math.isinf(x):
        return arb(1) if x > 0 else arb(0)
    return 1 / (1 + exp(-x))


def one_minus_sigmoid(x):
    """1 - 1/(1 + e^-x), brought over one denominator: 1/(1 + e^x)."""
    return one_sigmoid(-x)


def sigmoid(x):
    return [one_sigmoid(a) for a in x]


def log_sigmoid(x):
    return [-INFINITY if a == -INFINITY else one_sigmoid(a).log() for a in x]


def one_logit(p):
    if p in (0.0, 1.0):
        return INFINITY if p else -INFINITY
    return arb(p).log() - (1 - arb(p)).log()


def logit(p):
    return [one_logit(a) for a in p]


def softplus(x):
    return [INFINITY if a == INFINITY else (1 + exp(a)).log() for a in x]


def reduced_softmax(eta, scale):
    weights = [arb(1)] + [exp(a, scale) for a in eta]
    mass = total(weights)
    return [w / mass for w in weights]


def inverse_reduced_softmax(p, scale):
    return [(arb(a).log() - arb(p[0]).log()) / arb(scale) for a in p[1:]]


def entropy(p):
    return [-total([weighted_log(arb(a), a) for a in p])]


def kl_divergence(p, q):
    return [
        total(
            [weighted_log(arb(a), arb(a) / arb(b) if b else 0) for a, b in zip(p, q, strict=True)]
        )
    ]


def binary_cross_entropy(targets, probabilities):
    terms = []
    for t, y in zip(targets, probabilities, strict=True):
        terms += [weighted_log(arb(t), y), weighted_log(1 - arb(t), 1 - arb(y))]
    return [-total(terms)]


def binary_cross_entropy_with_logits(targets, logits):
    terms = []
    for t, z in zip(targets, logits, strict=True):
        terms.append(weighted_log(arb(t), one_sigmoid(z)))
        terms.append(weighted_log(1 - arb(t), one_minus_sigmoid(z)))
    return [-total(terms)]


def categorical_cross_entropy(targets, probabilities):
    rows = zip(targets, probabilities, strict=True)
    return [
        -total([weighted_log(arb(t), y) for ts, ys in rows for t, y in zip(ts, ys, strict=True)])
    ]


def categorical_cross_entropy_with_logits(targets, logits):
    return categorical_cross_entropy(targets, [softmax(row) for row in logits])


def softmax_jacobian(x, scale):
    g = softmax(x, scale)
    n = range(len(x))
    return [arb(scale) * g[i] * ((1 if i == j else 0) - g[j]) for i in n for j in n]


def softmax_jacobian_vector_product(x, v):
    jacobian = unflattened(softmax_jacobian(x, 1.0), len(x))
    return [total([row[j] * arb(v[j]) for j in range(len(x))]) for row in jacobian]


def softmax_vector_jacobian_product(x, v):
    jacobian = unflattened(softmax_jacobian(x, 1.0), len(x))
    return [total([jacobian[i][j] * arb(v[i]) for i in range(len(x))]) for j in range(len(x))]


def log_softmax_vector_jacobian_product(x, v):
    mass = total([arb(a) for a in v])
    return [arb(a) - g * mass for a, g in zip(v, softmax(x), strict=True)]


def log_sum_exp_gradient(x):
    return softmax(x)


def sigmoid_derivative(x):
    return [one_sigmoid(a) * (1 - one_sigmoid(a)) for a in x]


def softplus_derivative(x):
    """The derivative of log(1 + e^x) by the chain rule, e^x / (1 + e^x)."""
    return [arb(1) if a == INFINITY else exp(a) / (1 + exp(a)) for a in x]


def binary_cross_entropy_with_logits_gradient(targets, logits):
    return [one_sigmoid(z) - arb(t) for t, z in zip(targets, logits, strict=True)]


def categorical_cross_entropy_gradient(targets, probabilities):
    rows = zip(targets, probabilities, strict=True)
    return [-arb(t) / arb(p) for ts, ps in rows for t, p in zip(ts, ps, strict=True)]


def categorical_cross_entropy_with_logits_gradient(targets, logits):
    gradient = []
    for ts, zs in zip(targets, logits, strict=True):
        mass = total([arb(t) for t in ts])
        gradient += [g * mass - arb(t) for g, t in zip(softmax(zs), ts, strict=True)]
    return gradient


def reduced_softmax_jacobian(eta, scale):
    p = reduced_softmax(eta, scale)
    columns = range(1, len(p))
    return [
        arb(scale) * a * ((1 if k == i else 0) - p[i]) for k, a in enumerate(p) for i in columns
    ]


def inverse_reduced_softmax_jacobian(p, scale):
    jacobian = []
    for k in range(1, len(p)):
        row = [arb(0)] * len(p)
        row[0] = -1 / (arb(scale) * arb(p[0]))
        row[k] = 1 / (arb(scale) * arb(p[k]))
        jacobian += row
    return jacobian


def softmax_along_axis(x, axis):
    if axis == 1:
        return [p for row in x for p in softmax(row)]
    columns = [softmax(list(column)) for column in zip(*x, strict=True)]
    return [p for row in zip(*columns, strict=True) for p in row]


def hessian(g, scale, free):
    def delta(i, j):
        return 1 if i == j else 0

    return [
        arb(scale) ** 2
        * g[k]
        * ((delta(k, i) - g[i]) * (delta(k, j) - g[j]) - g[i] * (delta(i, j) - g[j]))
        for k in range(len(g))
        for i in free
        for j in free
    ]


def softmax_hessian(x, scale):
    return hessian(softmax(x, scale), scale, range(len(x)))


def reduced_softmax_hessian(eta, scale):
    return hessian(reduced_softmax(eta, scale), scale, range(1, len(eta) + 1))


def categorical_cross_entropy_with_logits_hessian(targets, logits):
    mass = total([arb(t) for t in targets])
    return [mass * entry for entry in softmax_jacobian(logits, 1.0)]


def inverse_reduced_softmax_hessian(p, scale):
    entries = []
    for k in range(1, len(p)):
        for i in range(len(p)):
            row = [arb(0)] * len(p)
            if i in (0, k):
                row[i] = (1 if i == 0 else -1) / (arb(scale) * arb(p[i]) ** 2)
            entries += row
    return entries
