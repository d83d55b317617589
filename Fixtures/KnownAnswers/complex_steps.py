"""Derivatives of any map from the map alone, by a complex step too small to leave an error."""

from mpmath import inf, mp, mpc, mpf

from stable_maps import log_softmax, softmax, total

STEP_EXPONENT = -50_000


def step():
    return mp.ldexp(mpf(1), STEP_EXPONENT)


def along(function, x, direction):
    """The derivative of a vector function along a direction, by one complex step."""
    moved = [a if a == -inf else mpc(a, step() * d) for a, d in zip(x, direction, strict=True)]
    return [mp.im(f) / step() for f in function(moved)]


def partials(function, x):
    """Row-major Jacobian; the derivative by a mask is zero."""
    columns = []
    for j in range(len(x)):
        columns.append(along(function, x, [1 if i == j else 0 for i in range(len(x))]))
    return [column[i] for i in range(len(columns[0])) for column in columns]


def elementwise(function, x):
    return [along(lambda y: [function(y[0])], [a], [1])[0] for a in x]


def contracted(function, v):
    return lambda x: [total(a * b for a, b in zip(function(x), v, strict=True) if a != -inf)]


def pulled(function, z, v):
    return partials(contracted(function, v), z)


def by_rows(loss, targets, points):
    return [
        d
        for t, x in zip(targets, points, strict=True)
        for d in partials(lambda y, t=t: [loss([t], [y])], x)
    ]


def log_softmax_product(x, v):
    """At a mask the log-probability is -inf; its cotangent passes through unchanged."""
    product = partials(contracted(log_softmax, v), x)
    extra = total(b for a, b in zip(x, v, strict=True) if a == -inf)
    weights = softmax(x)
    return [
        b if a == -inf else d - extra * g for a, b, d, g in zip(x, v, product, weights, strict=True)
    ]


def mixed(function, x):
    """Second derivatives at (k,i,j): by a complex step along i, by a difference along j."""
    width = mp.ldexp(mpf(1), -mp.prec // 3)
    places = range(len(x))
    columns = []
    for j in places:
        ends = []
        for sign in (1, -1):
            moved = [a + sign * width if i == j and a != -inf else a for i, a in enumerate(x)]
            ends.append(partials(function, moved))
        slopes = [(a - b) / (2 * width) for a, b in zip(*ends, strict=True)]
        columns.append([mpf(0)] * len(slopes) if x[j] == -inf else slopes)
    return [column[i] for i in range(len(columns[0])) for column in columns]
