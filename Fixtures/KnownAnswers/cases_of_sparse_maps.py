"""Cases of sparsemax, alpha-entmax, alpha-ReLU and their losses."""

from math import inf

from inputs import SMALLEST, above, below, between, case, one_hot, simplex

NEAR_ONE = 1 + 2.0**-10
EXACT_ALPHAS = [NEAR_ONE, 1.25, 3.0]
OTHER_ALPHAS = [1.1, 4 / 3, 1.75, 2.5, 10.0]


def plain_scores():
    return [
        ("pair", [0.3, -0.2]),
        ("pair", [-0.25, 0.5]),
        ("ties", [0.7, 0.7]),
        ("ties", [0.5, 0.5, 0.0]),
        ("uniform", [2.5, 2.5, 2.5]),
        ("uniform", [0.1] * 17),
        ("tiny", [1e-10, 2e-10, -3e-10]),
        ("tiny", [SMALLEST, 0.0]),
        ("offset", [2.0**10, 2.0**10 + 0.25, 2.0**10 - 0.5]),
        ("offset", [-(2.0**24), -(2.0**24) - 0.5, -(2.0**24) + 0.25]),
        ("offset", [2.0**53, 2.0**53, 2.0**53]),
        ("offset", [-(2.0**1000)] * 2),
        ("huge", [1e308, 1e308]),
        ("mask", [0.5, -inf, 0.75]),
        ("mask", [-inf, 2.5, 2.5, -inf]),
        ("mask", [2.0, -inf, -inf]),
    ]


def saturated_scores(alpha):
    """One entry has it all: alone, by more than 1/(alpha - 1), and by exactly that."""
    gap = 1 / (alpha - 1)
    rows = [("single", [a]) for a in (0.0, 5.5, -1e308)]
    rows += [("saturated", z) for z in ([1.0 + 2 * gap, 1.0, -3.0], [1e308, -1e308, 0.0])]
    if alpha in (1.5, 2.0, *EXACT_ALPHAS):
        rows += [("saturated", z) for z in ([gap, 0.0, 0.0], [gap + 8, 8.0, -inf])]
    return rows


def borderline_scores(alpha):
    """The other entries a little inside the support."""
    gap = 1 / (alpha - 1)
    return [
        ("cancellation" if alpha > 2 else "borderline", [1.0, 1.0 - 0.99 * gap]),
        ("cancellation", [gap * (1 - 2.0**-10), 0.0, 0.0]),
    ]


def random_scores(longest):
    rows = [(3, 0.75, 31), (5, 0.3, 32), (8, 2.0, 33), (17, 1.0, 34), (64, 0.4, 35), (200, 1.0, 36)]
    return [
        ("random", between(-reach, reach, count, seed))
        for count, reach, seed in rows
        if count <= longest
    ]


def scores(alpha, longest):
    return (
        plain_scores()
        + random_scores(longest)
        + saturated_scores(alpha)
        + borderline_scores(alpha)
    )


def short_scores(alpha):
    rows = [("pair", [0.3, -0.2]), ("ties", [0.5, 0.5, 0.45])]
    return rows + random_scores(8) + saturated_scores(alpha) + borderline_scores(alpha)


def constructed_sparsemax():
    """Answers of few bits, by the conditions of Karush, Kuhn and Tucker."""
    return [
        ("constructed", [0.5, 0.25, 0.25, 0.0, -1.0]),
        ("constructed", [7.625, 7.5, 7.125, 7.25, 6.0]),
        ("constructed", [0.0, 0.5, 1.0]),
    ]


def constructed_entmax15():
    """Answers that are squares of dyadic numbers."""
    return [
        ("constructed", [a / 8 for a in [13, 7, 4, 3, 2, 2, 2, 1]]),
        ("constructed", [3 + a / 4 for a in [5, 5, 3, 1, 1, 1, 1, 1]] + [3.0, 2.5]),
        ("constructed", [a / 2 for a in [3, 2, 1, 1, 1]]),
    ]


def sparsemax():
    rows = scores(2.0, 200) + constructed_sparsemax()
    rows += [("borderline", z) for z in ([above(1.0), 0.0], [below(1.0), 0.0])]
    return [case(tag, z) for tag, z in [*rows, ("borderline", [1.0, 2.0**-52, 0.0])]]


def entmax15():
    rows = scores(1.5, 200) + constructed_entmax15()
    rows += [("borderline", z) for z in ([above(2.0), 0.0], [below(2.0), 0.0])]
    return [case(tag, z) for tag, z in rows]


def entmax():
    cases = [case(tag, z, 2.0) for tag, z in constructed_sparsemax()]
    cases += [case(tag, z, 1.5) for tag, z in constructed_entmax15()]
    cases += [case("constructed", [1.5, 2.0, 2.5], 4 / 3)]
    cases += [case(tag, z, alpha) for alpha in EXACT_ALPHAS for tag, z in scores(alpha, 64)]
    return cases + [case(tag, z, alpha) for alpha in OTHER_ALPHAS for tag, z in short_scores(alpha)]


def products(alpha, longest=64):
    rows = [("pair", [0.3, -0.1], v) for v in ([1.0, 0.0], [1.0, -1.0], [0.1, 0.7])]
    rows += [("one-hot", [0.5, 0.25, 0.375], one_hot(3, k)) for k in range(3)]
    rows += [("single", [a], [2.5]) for a in (0.0, 5.5)]
    rows += [("ties", [0.7, 0.7], [1.0, 3.0]), ("uniform", [2.5] * 3, [1.0, -2.0, 0.5])]
    rows += [("saturated", [100.0 / (alpha - 1), 0.0, 1.0], [0.5, -1.0, 2.0])]
    rows += [("mask", [0.5, -inf, 0.625], [1.0, 5.0, -2.0])]
    rows += [("mask", [-inf, 2.5, 2.5, -inf], [1.0, 2.0, 4.0, 8.0])]
    rows += [("offset", [2.0**40, 2.0**40 + 0.25], [1.0, 2.0])]
    rows += [("cancellation", [0.3, -0.1], [1.0, above(1.0)])]
    rows += [("huge", [0.5, 0.25], [1e308, -1e308])]
    if alpha <= 2:
        rows += [("borderline", [1.0, 1.0 - 0.99 / (alpha - 1)], [1.0, -0.5])]
    for count, reach, seed in ((3, 0.5, 647), (8, 0.5, 642), (17, 0.2, 643), (64, 0.1, 644)):
        if count <= longest:
            z, v = between(-reach, reach, count, seed), between(-1.0, 1.0, count, seed + 10)
            rows += [("random", z, v), ("random", z, one_hot(count, count // 2))]
    return rows


def constant_products():
    rows = ([0.3, -0.2], [1.0, 0.875, 40.0], [0.5, 0.25, 0.375, -8.0])
    return [case("constant", z, [0.7] * len(z), zeros="all") for z in rows]


def sparsemax_product():
    return [case(tag, z, v) for tag, z, v in products(2.0)] + constant_products()


def entmax15_product():
    return [case(tag, z, v) for tag, z, v in products(1.5)] + constant_products()


def entmax_product():
    return [
        case(tag, z, alpha, v)
        for alpha in (NEAR_ONE, 1.25, 4 / 3, 1.75, 3.0)
        for tag, z, v in products(alpha, 64 if alpha == NEAR_ONE else 8)
    ]


def losses(alpha):
    gap = 1 / (alpha - 1)
    rows = [("hard", one_hot(3, k), [0.5, 0.25, 0.0]) for k in range(3)]
    rows += [("hard", one_hot(2, k), z) for k in range(2) for z in ([0.3, -0.2], [5.5 * gap, 0.0])]
    rows += [("soft", [0.25, 0.75], [0.3, -0.2]), ("soft", [0.125, 0.375, 0.5], [0.5, -0.5, 0.25])]
    rows += [("soft", [0.5, 0.5, 0.0], [3.0, -2.0, 7.5])]
    rows += [("unnormalized", [0.5, 1.25], [0.25, 0.5]), ("unnormalized", [0.0, 0.0], [0.25, 0.5])]
    rows += [("uniform", [0.25] * 4, [1.0, 1.5, -3.0, 0.0])]
    rows += [("mask", [1.0, 0.0, 0.0], [0.5, -inf, 0.75]), ("mask", [0.0, 1.0], [-inf, 2.5])]
    rows += [("single", [1.0], [2.5]), ("tiny", [1.0, 0.0], [1e-10, 2e-10])]
    rows += [("offset", [1.0, 0.0, 0.0], [2.0**10, 2.0**10 + 0.25, 2.0**10 - 0.5])]
    rows += [("cancellation", [0.375, 0.625], [-(2.0**24), -(2.0**24) + 0.25])]
    rows += [("huge", [1.0, 0.0], [-1e300, 1e300]), ("huge", [0.0, 1.0], [-1e308, 0.5])]
    for count, reach, seed in ((5, 1.0, 651), (17, 2.0, 652), (64, 0.5, 653)):
        z = between(-reach, reach, count, seed)
        # Of many differences p - t some are small.
        tag = "random" if count < 64 else "cancellation"
        rows += [(tag, simplex(count, seed + 5), z), (tag, one_hot(count, 2), z)]
    return rows


def sparsemax_loss():
    return [case(*row) for row in losses(2.0)]


def entmax15_loss():
    return [case(*row) for row in losses(1.5)]


def entmax_loss():
    return [case(*row, alpha) for alpha in (NEAR_ONE, 1.25, 1.75, 3.0) for row in losses(alpha)]


def relu_parameters():
    return [(2.0, 0.0), (1.5, 0.25), (1.5, -0.75), (NEAR_ONE, 0.5), (4 / 3, -0.1), (3.0, 0.2)]


def relu_scores(alpha, tau):
    """Entries around the threshold, at it where that is exact, and far from it."""
    edge = tau / (alpha - 1)
    rows = [("pair", [0.3, -0.2]), ("ties", [0.7, 0.7, -2.0]), ("mask", [0.5, -inf, 3.0])]
    rows += [("tiny", [1e-10, -3e-10, SMALLEST]), ("offset", [2.0**10, -(2.0**10)])]
    rows += [("single", [a]) for a in (0.0, 5.5, -1e308)]
    rows += [("borderline", [edge + step for step in (0.0, 0.125, -0.125)])]
    return rows + [("random", between(-4.0, 4.0, count, 661 + count)) for count in (5, 17)]


def alpha_relu():
    cases = [
        case(tag, z, alpha, tau)
        for alpha, tau in relu_parameters()
        for tag, z in relu_scores(alpha, tau)
    ]
    cases += [case("borderline", [above(0.5), below(0.5)], 1.5, 0.25)]
    return cases + [case("huge", [1e100, -1e300], 1.5, 0.25), case("huge", [1e150], 2.5, 1.0)]


def alpha_relu_product():
    return [
        case(tag, z, alpha, tau, between(-1.0, 1.0, len(z), 671))
        for alpha, tau in relu_parameters()
        for tag, z in relu_scores(alpha, tau)
        if alpha < 2 or all((alpha - 1) * a != tau for a in z)
    ]


def relu_losses():
    """Scores of moderate size, with targets that are hard, soft and anything."""
    for alpha, tau in relu_parameters():
        for tag, z in relu_scores(alpha, tau):
            places = [i for i, a in enumerate(z) if a != -inf]
            if abs(z[0]) < 1e6:
                yield tag, one_hot(len(z), places[-1]), z, alpha, tau
                if tag not in ("mask", "single"):
                    yield tag, between(0.0, 0.75, len(z), 681), z, alpha, tau


def alpha_relu_loss():
    return [case(*row) for row in relu_losses()]


CASES = {
    "sparsemax": sparsemax,
    "entmax15": entmax15,
    "entmax": entmax,
    "alphaReLU": alpha_relu,
    "sparsemaxVectorJacobianProduct": sparsemax_product,
    "entmax15VectorJacobianProduct": entmax15_product,
    "entmaxVectorJacobianProduct": entmax_product,
    "alphaReLUVectorJacobianProduct": alpha_relu_product,
    "sparsemaxLoss": sparsemax_loss,
    "entmax15Loss": entmax15_loss,
    "entmaxLoss": entmax_loss,
    "alphaReLULoss": alpha_relu_loss,
    "sparsemaxLossGradient": sparsemax_loss,
    "entmax15LossGradient": entmax15_loss,
    "entmaxLossGradient": entmax_loss,
    "alphaReLULossGradient": alpha_relu_loss,
}
