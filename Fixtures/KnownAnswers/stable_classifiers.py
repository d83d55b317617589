"""The classifiers in the logarithms of their densities, with mpmath; networks by the complex step."""

from mpmath import inf, mp, mpf

from complex_steps import partials
from stable_maps import binary_loss, categorical_loss, plog, softmax, total


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
