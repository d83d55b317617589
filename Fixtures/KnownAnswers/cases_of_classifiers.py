"""Cases of posteriors, of logistic regression and of the dense classifier."""

from inputs import between, case, integers, one_hot, simplex

HALVES = [0.5, 0.5]


def dyadic(low, high, count, seed, bits=6):
    """Multiples of 2^-bits in an interval."""
    scale = 2**bits
    return [round(a * scale) / scale for a in between(low, high, count, seed)]


def rows_of(values, columns):
    return [values[i : i + columns] for i in range(0, len(values), columns)]


def covariance(d, seed):
    """The unit matrix and a product BᵀB of multiples of 1/8, all of it exact."""
    b = rows_of(dyadic(-1.5, 1.5, d * d, seed, bits=3), d)
    return [
        [(1.0 if i == j else 0.0) + sum(row[i] * row[j] for row in b) for j in range(d)]
        for i in range(d)
    ]


def diagonal(entries):
    return [[a if i == j else 0.0 for j in range(len(entries))] for i, a in enumerate(entries)]


def gaussian_rows():
    """Tag, observation, means, covariance and priors."""
    rows = [
        ("single", [0.3], [[1.7]], [[2.0]], [1.0]),
        ("pair", [0.25], [[0.0], [1.0]], [[1.0]], HALVES),
        ("pair", [-0.75], [[-1.0], [2.0]], [[0.3]], [0.25, 0.75]),
        ("ties", [0.5], [[0.0], [1.0]], [[1.0]], HALVES),
        ("ties", [1.0, 1.0], [[0.0, 2.0], [2.0, 0.0]], [[2.0, 1.0], [1.0, 2.0]], HALVES),
        ("uniform", [0.5, 2.0], [[1.0, 1.0]] * 3, diagonal([1.0, 3.0]), [0.25] * 3),
        ("prior", [0.5], [[0.0], [1.0], [2.0]], [[1.0]], [0.5, 0.0, 0.5]),
        ("prior", [0.0, 0.0], [[1.0, 0.0], [0.0, 1.0]], diagonal([1.0, 2.0]), [1e-12, 1.0]),
        ("unnormalized", [0.5], [[0.0], [2.0]], [[1.0]], [3.0, 4.0]),
        ("diagonal", [1.0, -2.0], [[0.0, 1.0], [1.0, 0.0]], diagonal([0.5, 4.0]), HALVES),
        ("diagonal", [0.1, 0.2, 0.3], [[0.0] * 3, [1.0] * 3], diagonal([0.1, 1.0, 7.0]), HALVES),
        ("correlated", [1.0, 2.0], [[0.0, 0.0], [2.0, 2.0]], [[2.0, 1.0], [1.0, 3.0]], HALVES),
        ("correlated", [0.0, 1.0], [[1.0, 0.0], [0.0, 0.0]], [[1.0, 0.9], [0.9, 1.0]], HALVES),
    ]
    for reach in (8.0, 30.0, 40.0, 100.0):
        rows.append(("far", [reach], [[0.0], [1.0]], [[1.0]], HALVES))
        rows.append(("far", [-reach, reach], [[1.0, 0.0], [0.0, 1.0]], [[2.0, 1.0], [1.0, 2.0]], HALVES))
    for power in (20, 100, 300):
        unit = 2.0**power
        rows.append(("scale", [unit], [[0.0], [3 * unit]], [[unit * unit]], HALVES))
        rows.append(("scale", [1 / unit], [[0.0], [3 / unit]], [[1 / unit / unit]], HALVES))
    for d, k, seed in ((1, 4, 601), (2, 3, 611), (3, 2, 621), (4, 5, 631), (6, 3, 641)):
        x, means = dyadic(-2, 2, d, seed), rows_of(dyadic(-2, 2, k * d, seed + 1), d)
        rows.append(("random", x, means, covariance(d, seed + 2), simplex(k, seed + 3)))
    return rows


def gaussian_posterior():
    cases = [case(*row) for row in gaussian_rows()]
    return cases + [case("cancellation", [2.0**13], [[0.0], [1.0]], [[1.0]], HALVES)]


def quadratic_gaussian_posterior():
    cases = [
        case(tag, x, means, [matrix] * len(means), priors)
        for tag, x, means, matrix, priors in gaussian_rows()
    ]
    for d, k, seed in ((1, 2, 651), (2, 2, 661), (2, 3, 671), (3, 3, 681), (4, 2, 691)):
        x, means = dyadic(-2, 2, d, seed), rows_of(dyadic(-2, 2, k * d, seed + 1), d)
        matrices = [covariance(d, seed + 2 + j) for j in range(k)]
        cases.append(case("random", x, means, matrices, simplex(k, seed + 9)))
    cases += [case("pair", [0.0], [[0.0], [0.0]], [[[1.0]], [[4.0]]], HALVES)]
    cases += [case("scale", [2.0**-28], [[0.0], [0.0]], [[[2.0**-60]], [[2.0**60]]], HALVES)]
    return cases + [case("far", [50.0], [[0.0], [0.0]], [[[1.0]], [[1.0625]]], HALVES)]


def bernoulli_posterior():
    cases = [
        case("single", [1.0], [[0.25]], [1.0]),
        case("pair", [1.0], [[0.25], [0.75]], HALVES),
        case("pair", [0.0], [[0.25], [0.75]], HALVES),
        case("ties", [1.0, 0.0], [[0.25, 0.25], [0.5, 0.625]], HALVES),
        case("uniform", [1.0, 1.0, 0.0], [[0.5] * 3] * 4, [0.25] * 4),
        case("prior", [1.0], [[0.5], [0.25], [0.125]], [0.5, 0.0, 0.5]),
        case("prior", [0.0], [[0.9], [0.1]], [1.0, 1e-300]),
        case("unnormalized", [1.0, 0.0], [[0.1, 0.2], [0.3, 0.4]], [2.0, 3.0]),
    ]
    for p in (2.0**-10, 2.0**-24, 1e-10, 2.0**-52):
        cases += [case("near-one", [0.0], [[1 - p], [0.5]], HALVES)]
        cases += [case("tiny", [1.0], [[p], [0.5]], HALVES)]
    for count in (100, 400, 1200):
        cases.append(case("far", [1.0] * count, [[0.125] * count, [0.25] * count], HALVES))
    for d, k, seed in ((2, 2, 701), (3, 3, 711), (5, 4, 721), (8, 2, 731), (17, 3, 741), (64, 2, 751)):
        x = [float(m % 2) for m in integers(seed, d)]
        cases.append(case("random", x, rows_of(between(0.05, 0.95, d * k, seed + 1), d), simplex(k, seed + 2)))
    return cases


def rates_cases(counts):
    """Cases of Poisson and exponential classes; `counts` are observations of one feature."""
    cases = [
        case("single", [counts[1]], [[1.5]], [1.0]),
        case("ties", [counts[1], counts[2]], [[2.0, 3.0], [2.0, 3.0]], HALVES),
        case("uniform", [counts[2]], [[1.25]] * 3, [0.25] * 3),
        case("zero", [0.0], [[1.0], [2.0]], HALVES),
        case("zero", [0.0, 0.0], [[1.0, 0.5], [0.25, 3.0]], [0.25, 0.75]),
        case("prior", [counts[2]], [[1.0], [2.0], [3.0]], [0.5, 0.0, 0.5]),
        case("prior", [counts[1]], [[1.0], [0.1]], [1e-200, 1.0]),
        case("unnormalized", [counts[1], counts[1]], [[1.0, 2.0], [2.0, 1.5]], [2.0, 3.0]),
        case("tiny", [counts[1]], [[1e-100], [1.0]], HALVES),
        case("tiny", [counts[1], counts[2]], [[2.0**-40, 1.0], [1.0, 2.0**-30]], HALVES),
        case("far", [counts[1]], [[800.0], [810.5]], HALVES),
        case("far", [1000.0], [[2.0], [3.0]], HALVES),
        case("far", [2000.0, 1.0], [[1.0, 1.0], [1.25, 0.5]], [0.125, 0.875]),
    ]
    cases += [case("pair", [x], [[1.0], [2.5]], HALVES) for x in counts]
    for d, k, seed in ((2, 2, 761), (3, 3, 771), (5, 4, 781), (8, 2, 791), (17, 3, 801)):
        x = [counts[m % len(counts)] for m in integers(seed, d)]
        rates = rows_of(between(0.1, 6.0, d * k, seed + 1), d)
        cases.append(case("random", x, rates, simplex(k, seed + 2)))
    return cases


def poisson_posterior():
    return rates_cases([0.0, 1.0, 2.0, 5.0, 17.0])


def exponential_posterior():
    return rates_cases([0.125, 0.3, 1.0, 2.75, 9.5])


def regressions():
    """Tag, weights, features and targets."""
    rows = [
        ("zero", [[0.0], [0.0]], [[1.0]], [[1.0, 0.0]]),
        ("zero", [[0.0, 0.0]] * 3, [[1.0, 2.0], [1.0, -1.0]], [one_hot(3, 0), one_hot(3, 2)]),
        ("pair", [[0.5], [-0.25]], [[1.0]], [[0.0, 1.0]]),
        ("pair", [[0.3, 0.7], [0.1, -0.2]], [[1.0, 0.5]], [[1.0, 0.0]]),
        ("batch", [[1.0, -1.0], [0.5, 0.0]], [[1.0, 2.0], [1.0, -3.0], [1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]),
        ("soft", [[1.0], [0.0], [2.0]], [[0.75], [-1.5]], [[0.25, 0.25, 0.5], [0.1, 0.2, 0.7]]),
        ("unnormalized", [[1.0], [0.5]], [[1.0]], [[2.0, 3.0]]),
        ("unnormalized", [[1.0], [0.5]], [[1.0], [2.0]], [[0.0, 0.0], [0.5, 0.25]]),
    ]
    for gap in (17.0, 37.0, 104.0, 745.0, 5000.0):
        rows.append(("dominant", [[gap], [0.0]], [[1.0]], [[1.0, 0.0]]))
        rows.append(("dominant", [[gap], [0.0]], [[1.0], [-1.0]], [[0.0, 1.0], [1.0, 0.0]]))
    for n, d, k, seed in ((2, 2, 2, 811), (3, 2, 3, 821), (5, 3, 4, 831), (8, 4, 2, 841), (17, 2, 5, 851)):
        weights = rows_of(dyadic(-2, 2, k * d, seed), d)
        features = rows_of(dyadic(-2, 2, n * d, seed + 1), d)
        rows.append(("random", weights, features, [one_hot(k, m % k) for m in integers(seed + 2, n)]))
        rows.append(("random", weights, features, [simplex(k, seed + 3 + i) for i in range(n)]))
    return rows


def logistic_regression_objective():
    cases = [case(*row) for row in regressions()]
    return cases + [case("single", [[2.0, 1.0]], [[1.0, 3.0]], [[1.0]], zeros="all")]


def logistic_regression_gradient():
    cases = [case(*row) for row in regressions()]
    return cases + [case("equal", [[0.5], [0.5]], [[3.0]], [HALVES], zeros="all")]


def logistic_regression_hessian():
    cases = [case(*row) for row in regressions()]
    return cases + [case("single", [[2.0, 1.0]], [[1.0, 3.0]], [[1.0]], zeros="all")]


def parameters(d, a, b, m, seed, bits=3):
    draws = [
        dyadic(-1.5, 1.5, count, seed + place, bits)
        for place, count in enumerate((d * a, a, a * b, b, b * m, m))
    ]
    w1, b1, w2, b2, w3, b3 = draws
    return [rows_of(w1, a), b1, rows_of(w2, b), b2, rows_of(w3, m), b3]


def networks():
    """Tag and arguments of small networks; no unit is at the kink of relu."""
    ones = [[[1.0]], [0.5], [[1.0]], [0.25]]
    rows = []
    for head in ([[[1.0]], [0.0]], [[[0.0, 1.0]], [0.0, 0.0]]):
        rows += [("hard", [[x]], [t], *ones, *head) for x in (1.0, 2.5) for t in (0.0, 1.0)]
        rows += [("soft", [[0.75]], [0.25], *ones, *head)]
        rows += [("batch", [[1.0], [2.0], [0.5]], [1.0, 0.0, 1.0], *ones, *head)]
        rows += [("dominant", [[x]], [t], *ones, *head) for x in (40.0, 800.0) for t in (0.0, 1.0)]
    for m in (1, 2):
        for n, d, a, b, seed in ((1, 2, 3, 2, 861), (3, 2, 2, 3, 871), (4, 3, 4, 2, 881), (5, 4, 8, 4, 891)):
            features = rows_of(dyadic(-2, 2, n * d, seed, bits=2), d)
            targets = [float(k % 2) for k in integers(seed + 1, n)]
            rows.append(("random", features, targets, *parameters(d, a, b, m, seed + 2 + m)))
    return rows


def dead_networks():
    """Networks in which a unit is never active: all gradients into and out of it are 0."""
    rows = []
    for head in ([[[1.0], [-0.5]], [0.25]], [[[0.5, 1.0], [1.0, -0.5]], [0.0, 0.25]]):
        first, second = [[[1.0, 1.0]], [0.5, -9.0]], [[[1.0, 0.5], [2.0, 3.0]], [0.25, 0.5]]
        rows.append(("dead", [[1.0], [2.0]], [1.0, 0.0], *first, *second, *head))
    return rows


def dense_classifier_loss():
    return [case(*row) for row in networks() + dead_networks()]


def dense_classifier_gradient():
    return [case(*row) for row in networks() + dead_networks()]


CASES = {
    "gaussianPosterior": gaussian_posterior,
    "quadraticGaussianPosterior": quadratic_gaussian_posterior,
    "bernoulliPosterior": bernoulli_posterior,
    "poissonPosterior": poisson_posterior,
    "exponentialPosterior": exponential_posterior,
    "logisticRegressionObjective": logistic_regression_objective,
    "logisticRegressionGradient": logistic_regression_gradient,
    "logisticRegressionHessian": logistic_regression_hessian,
    "denseClassifierLoss": dense_classifier_loss,
    "denseClassifierGradient": dense_classifier_gradient,
}
