"""Checks the known answers a second time, with mpmath and other formulas.

    pip install mpmath==1.4.1
    python verify_known_answers.py [--sample N]      N random cases an operation; default all

The maps are evaluated in their stable forms at 60 digits: the maximum subtracted, log1p
and expm1 where they belong. The derivatives come from the maps alone, by a complex step.
Where 60 digits cannot reach an answer, because it cancels further, more are taken, and
the count says so.
"""

import pathlib
import random
import sys

from mpmath import inf, log1p, mp, mpc, mpf

import hexadecimal

FOLDER = pathlib.Path(__file__).resolve().parent
DIGITS = [60, 400, 1500, 6000, 12_000]
STEP_EXPONENT = -50_000
REACH = 10**6


def value(text):
    if text in ("inf", "-inf"):
        return mpf(text)
    significand, exponent = hexadecimal.parts(text)
    return mp.ldexp(mpf(significand), exponent) if significand else mpf(0)


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


def powers(bases, exponent):
    return [mpf(0) if mp.re(b) <= 0 else b**exponent for b in bases]


def real(values):
    return [mp.re(a) for a in values]


def sparse_threshold(w, exponent):
    """The root of sum (w - t)_+^exponent = 1: halving on the real line, then Newton's method.

    Where the powers are steep at zero, Newton's method begins where halving ends.
    """
    low, high = peak(w) - 1, peak(w)
    while high - low > mpf(10) ** (-20 if exponent >= 1 else 2 - mp.dps):
        middle = (low + high) / 2
        if total(powers([a - middle for a in real(w)], exponent)) > 1:
            low = middle
        else:
            high = middle
    t = low
    for _ in range(200):
        bases = [a - t for a in w]
        error = total(powers(bases, exponent)) - 1
        slope = total(p / b for p, b in zip(powers(bases, exponent), bases, strict=True) if p != 0)
        step = error / (exponent * slope)
        t += step
        if abs(step) < mpf(10) ** (5 - mp.dps):
            break
    return t


def is_saturated(w):
    """Whether one entry is above the others by one, when the threshold is one below it."""
    rest = sorted(real(w))[:-1]
    return not rest or peak(w) - rest[-1] >= 1


def sparse(z, alpha):
    """alpha-entmax, its bases and its threshold less that of the greatest entry."""
    top = next(a for a in z if mp.re(a) == peak(z))
    w = [(alpha - 1) * (a - top) if a != -inf else -mpf(2) for a in z]
    exponent = 1 / (alpha - 1)
    if is_saturated(w):
        bases = [mpf(1) if mp.re(a) == 0 else mpf(0) for a in w]
        return bases, bases, mpf(-1), top
    t = sparse_threshold(w, exponent)
    bases = [a - t for a in w]
    return powers(bases, exponent), bases, t, top


def conjugate_loss(targets, z, alpha):
    """Omega*(z) + Omega(y) - <y, z>, the first as t/(a - 1) + 1/(a (a - 1)) + sum p^a / a."""
    p, _, t, top = sparse(z, alpha)
    conjugate = top + t / (alpha - 1) + 1 / (alpha * (alpha - 1)) + total(powers(p, alpha)) / alpha
    omega = (total(powers(targets, alpha)) - 1) / (alpha * (alpha - 1))
    product = total(y * a for y, a in zip(targets, z, strict=True) if y != 0)
    return conjugate + omega - product


def relu_bases(z, alpha, tau):
    return [(alpha - 1) * a - tau if a != -inf else -mpf(1) for a in z]


def alpha_relu(z, alpha, tau):
    return powers(relu_bases(z, alpha, tau), 1 / (alpha - 1))


def relu_loss(targets, z, alpha, tau):
    """sum (p^a + (y^a - 1)/(a - 1))/a - y score + 1/(a (a - 1)), entry by entry."""
    p = alpha_relu(z, alpha, tau)
    loss = mpf(0)
    for y, a, b in zip(targets, p, relu_bases(z, alpha, tau), strict=True):
        own = (a**alpha if a != 0 else mpf(0)) / alpha
        target = (y**alpha if y != 0 else mpf(0)) / (alpha * (alpha - 1))
        loss += own + target - (y * b / (alpha - 1) if y != 0 else mpf(0))
    return loss


def pulled(function, z, v):
    return partials(contracted(function, v), z)


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
}


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
}


def nested(flat, shape):
    if not shape:
        return flat[0]
    if len(shape) == 1:
        return flat
    size = len(flat) // shape[0]
    return [nested(flat[i * size : (i + 1) * size], shape[1:]) for i in range(shape[0])]


def posterior(log_density):
    """Softmax of the logarithms of priors and densities."""

    def of(x, *rest):
        *parameters, priors = rest
        logs = [
            mp.log(prior) + log_density(x, *(p[k] for p in parameters)) if prior else -inf
            for k, prior in enumerate(priors)
        ]
        return softmax(logs)

    return of


def gaussian(x, mean, covariance):
    """By elimination: every row less its multiple of the rows above it."""
    rows = [[*row, a - m] for row, a, m in zip(covariance, x, mean, strict=True)]
    logarithm = mpf(0)
    for i, pivot in enumerate(rows):
        logarithm -= (pivot[-1] ** 2 / pivot[i] + mp.log(pivot[i])) / 2
        for j in range(i + 1, len(rows)):
            factor = rows[j][i] / pivot[i]
            rows[j] = [a - factor * b for a, b in zip(rows[j], pivot, strict=True)]
    return logarithm


def shared_gaussian(x, means, covariance, priors):
    return posterior(gaussian)(x, means, [covariance] * len(means), priors)


def bernoulli(x, means):
    return total(plog(a, m) + plog(1 - a, 1 - m) for a, m in zip(x, means, strict=True))


def poisson(x, rates):
    return total(a * mp.log(r) - r for a, r in zip(x, rates, strict=True))


def exponential(x, rates):
    return total(mp.log(r) - r * a for a, r in zip(x, rates, strict=True))


def dot(a, b):
    return total(p * q for p, q in zip(a, b, strict=True))


def regression_loss(flat, features, targets):
    d = len(features[0])
    weights = [flat[i : i + d] for i in range(0, len(flat), d)]
    return categorical_loss(targets, [[dot(w, f) for w in weights] for f in features])


def regression_gradient(flat, features, targets):
    d = len(features[0])
    weights = [flat[i : i + d] for i in range(0, len(flat), d)]
    gradient = [mpf(0)] * len(flat)
    for f, t in zip(features, targets, strict=True):
        y = softmax([dot(w, f) for w in weights])
        for j in range(len(weights)):
            for a in range(d):
                gradient[j * d + a] += (y[j] * total(t) - t[j]) * f[a]
    return gradient


def entries(matrix):
    return [a for row in matrix for a in row]


def layered(flat, parameters):
    """Numbers in the order of the parameters, in their shapes."""
    shaped = []
    for parameter in parameters:
        columns = len(parameter[0]) if isinstance(parameter[0], list) else 1
        part, flat = flat[: len(parameter) * columns], flat[len(parameter) * columns :]
        shaped.append(part if columns == 1 and not isinstance(parameter[0], list) else nested(part, [len(parameter), columns]))
    return shaped


def layer(x, weights, biases):
    return [dot(x, column) + b for column, b in zip(zip(*weights), biases, strict=True)]


def relu(x):
    return [a if mp.re(a) > 0 else mpf(0) for a in x]


def network_loss(features, targets, w1, b1, w2, b2, w3, b3):
    losses = []
    for row, t in zip(features, targets, strict=True):
        z = layer(relu(layer(relu(layer(row, w1, b1)), w2, b2)), w3, b3)
        losses.append(binary_loss(t, z[0]) if len(z) == 1 else categorical_loss([[1 - t, t]], [z]))
    return total(losses) / len(losses)


def network_gradient(features, targets, *parameters):
    flat = [a for p in parameters for a in (entries(p) if isinstance(p[0], list) else p)]
    return partials(lambda y: [network_loss(features, targets, *layered(y, parameters))], flat)


MAPS |= {
    "gaussianPosterior": shared_gaussian,
    "quadraticGaussianPosterior": posterior(gaussian),
    "bernoulliPosterior": posterior(bernoulli),
    "poissonPosterior": posterior(poisson),
    "exponentialPosterior": posterior(exponential),
    "logisticRegressionObjective": lambda w, f, t: [regression_loss(entries(w), f, t)],
    "denseClassifierLoss": lambda *arguments: [network_loss(*arguments)],
}
DERIVATIVES |= {
    "logisticRegressionGradient": lambda w, f, t: partials(
        lambda y: [regression_loss(y, f, t)], entries(w)
    ),
    "logisticRegressionHessian": lambda w, f, t: partials(
        lambda y: regression_gradient(y, f, t), entries(w)
    ),
    "denseClassifierGradient": network_gradient,
}


def parse(line):
    left, right = line.split("|")
    tag, _, arguments = left.partition("]")
    values = []
    for argument in arguments.split(";"):
        _, shape, *entries = argument.split()
        flat = [value(entry) for entry in entries]
        values.append(nested(flat, [] if shape == "()" else list(map(int, shape.split("x")))))
    return tag[1:], values, [value(entry) for entry in right.split()]


def agree(got, want, digits):
    if want == 0 or abs(want) == inf:
        return got == want or (want == 0 and abs(got) < mpf(10) ** (400 - digits))
    return abs(got - want) <= mp.ldexp(abs(want), -130)


def holds(name, line, digits):
    mp.dps = digits
    tag, arguments, wanted = parse(line)
    if tag == "limit":
        return limit_holds(name, arguments, wanted)
    got = (MAPS | DERIVATIVES)[name](*arguments)
    return len(got) == len(wanted) and all(
        agree(a, b, digits) for a, b in zip(got, wanted, strict=True)
    )


def limit_holds(name, arguments, wanted):
    """Approaches the limit, to 10^6 or to within 10^-6000 of an end of the interval."""
    if name == "logit":
        edge = mpf(10) ** -6000
        near = [mp.log(edge) if p == 0 else -mp.log(edge) for p in arguments[0]]
    else:
        finite = [max(-mpf(REACH), min(mpf(REACH), a)) for a in arguments[0]]
        near = (MAPS | DERIVATIVES)[name](finite)
    far = [
        a > 10**4 if b == inf else -a > 10**4 if b == -inf else abs(a - b) < 1e-50
        for a, b in zip(near, wanted, strict=True)
    ]
    return all(far)


def first_digits(name, line):
    return next((digits for digits in DIGITS if holds(name, line, digits)), None)


def verify(path, sample):
    text = path.read_text("ascii").splitlines()
    lines = [line for line in text if line and not line.startswith("#")]
    if sample and sample < len(lines):
        lines = random.Random(path.stem).sample(lines, sample)
    reached = [first_digits(path.stem, line) for line in lines]
    for line, digits in zip(lines, reached, strict=True):
        if digits is None:
            print(f"DISAGREES {path.stem}: {line[:160]}")
    more = sum(1 for digits in reached if digits and digits > DIGITS[0])
    bad = reached.count(None)
    print(f"{path.stem}: {len(lines)} cases, {more} with more than 60 digits, {bad} wrong")
    return len(lines), more, bad


def main():
    sample = int(sys.argv[2]) if sys.argv[1:2] == ["--sample"] else 0
    counts = [verify(path, sample) for path in sorted(FOLDER.glob("*.txt"))]
    cases, more, bad = (sum(column) for column in zip(*counts, strict=True))
    print(f"total: {cases} cases, {more} with more than 60 digits, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
