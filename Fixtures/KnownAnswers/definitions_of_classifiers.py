"""The classifiers, written straight from their definitions in ball arithmetic.

Posteriors are Bayes' rule on densities, not on their logarithms; derivatives of networks are
sums over paths of the chain rule. Arguments are doubles and nested lists of doubles.
"""

from flint import arb, arb_mat

from definitions import softmax_of, total


def normalised(weights):
    mass = total(weights)
    return [w / mass for w in weights]


def gaussian_density(x, mean, covariance):
    d = len(x)
    matrix = arb_mat(d, d, [arb(entry) for row in covariance for entry in row])
    residual = arb_mat(d, 1, [arb(a) - arb(m) for a, m in zip(x, mean, strict=True)])
    form = (residual.transpose() * matrix.inv() * residual)[0, 0]
    return (-form / 2).exp() / ((2 * arb.pi()) ** d * matrix.det()).sqrt()


def gaussian_posterior(x, means, covariance, priors):
    return quadratic_gaussian_posterior(x, means, [covariance] * len(means), priors)


def quadratic_gaussian_posterior(x, means, covariances, priors):
    return normalised(
        [
            arb(prior) * gaussian_density(x, mean, covariance)
            for mean, covariance, prior in zip(means, covariances, priors, strict=True)
        ]
    )


def product(factors):
    result = arb(1)
    for factor in factors:
        result *= factor
    return result


def naive_bayes(x, parameters, priors, density):
    return normalised(
        [
            arb(prior) * product([density(arb(a), arb(b)) for a, b in zip(x, row, strict=True)])
            for row, prior in zip(parameters, priors, strict=True)
        ]
    )


def bernoulli_posterior(x, means, priors):
    return naive_bayes(x, means, priors, lambda a, m: m if a == 1 else 1 - m)


def poisson_posterior(x, rates, priors):
    return naive_bayes(x, rates, priors, lambda a, r: r**a * (-r).exp() / (a + 1).gamma())


def exponential_posterior(x, rates, priors):
    return naive_bayes(x, rates, priors, lambda a, r: r * (-r * a).exp())


def dot(a, b):
    return total([arb(p) * arb(q) for p, q in zip(a, b, strict=True)])


def predictions(weights, features):
    return [softmax_of([dot(w, row) for w in weights]) for row in features]


def logistic_regression_objective(weights, features, targets):
    rows = zip(targets, predictions(weights, features), strict=True)
    return [
        -total([arb(t) * y.log() for ts, ys in rows for t, y in zip(ts, ys, strict=True) if t])
    ]


def logistic_regression_gradient(weights, features, targets):
    gradient = []
    rows = list(zip(features, targets, predictions(weights, features), strict=True))
    for j in range(len(weights)):
        for a in range(len(weights[0])):
            terms = [(total(map(arb, t)) * y[j] - arb(t[j])) * arb(f[a]) for f, t, y in rows]
            gradient.append(total(terms))
    return gradient


def logistic_regression_hessian(weights, features, targets):
    rows = list(zip(features, targets, predictions(weights, features), strict=True))
    places = [(j, a) for j in range(len(weights)) for a in range(len(weights[0]))]
    return [
        total(
            [
                total(map(arb, t)) * y[j] * ((1 if j == k else 0) - y[k]) * arb(f[a]) * arb(f[b])
                for f, t, y in rows
            ]
        )
        for j, a in places
        for k, b in places
    ]


def affine(x, weights, biases):
    """The units x W + b of one row."""
    return [dot(x, column) + arb(b) for column, b in zip(zip(*weights), biases, strict=True)]


def relu(x):
    return [a if a > 0 else arb(0) for a in x]


def units(row, w1, b1, w2, b2, w3, b3):
    first = relu(affine(row, w1, b1))
    second = relu(affine(first, w2, b2))
    return first, second, affine(second, w3, b3)


def one_likelihood(target, logits):
    """The probability of both classes, and the targets' weights of them."""
    if len(logits) == 1:
        p = 1 / (1 + (-logits[0]).exp())
        return [1 - p, p]
    return softmax_of(logits)


def dense_classifier_loss(features, targets, *parameters):
    terms = []
    for row, target in zip(features, targets, strict=True):
        y = one_likelihood(target, units(row, *parameters)[2])
        terms += [w * p.log() for w, p in zip([1 - arb(target), arb(target)], y, strict=True) if w != 0]
    return [-total(terms) / len(features)]


def outer_error(target, logits):
    """The derivative of one row's loss with respect to its logits."""
    y = one_likelihood(target, logits)
    d = y[1] - arb(target)
    return [d] if len(logits) == 1 else [y[0] - (1 - arb(target)), d]


def backward(error, weights, active):
    return [dot(error, row) if a > 0 else arb(0) for row, a in zip(weights, active, strict=True)]


def dense_classifier_gradient(features, targets, w1, b1, w2, b2, w3, b3):
    layers = [[], [], []]
    for row, target in zip(features, targets, strict=True):
        first, second, logits = units(row, w1, b1, w2, b2, w3, b3)
        third_error = outer_error(target, logits)
        second_error = backward(third_error, w3, second)
        first_error = backward(second_error, w2, first)
        layers[0].append(([arb(a) for a in row], first_error))
        layers[1].append((first, second_error))
        layers[2].append((second, third_error))
    gradient = []
    for rows in layers:
        inputs, outputs = range(len(rows[0][0])), range(len(rows[0][1]))
        gradient += [total([x[i] * e[j] for x, e in rows]) for i in inputs for j in outputs]
        gradient += [total([e[j] for _, e in rows]) for j in outputs]
    return [g / len(features) for g in gradient]
