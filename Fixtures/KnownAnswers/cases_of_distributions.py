"""Cases of the functions of a distribution."""

from inputs import SCALES, SMALLEST, above, below, case, one_hot, simplex


def inverse_reduced_inputs():
    rows = [("scale", [0.5, 0.25, 0.25], scale) for scale in SCALES]
    rows += [("pair", [0.3, 0.7], 1.0), ("pair", [0.7, 0.3], 0.1)]
    rows += [
        ("cancellation", [0.5, below(0.5)], 1.0),
        ("cancellation", [0.5 + 2.0**-53, 0.5 - 2.0**-53], 3.0),
    ]
    rows += [("cancellation", [0.1, above(0.1), below(0.1)], 0.5)]
    rows += [
        ("near-one", [1 - 2.0**-53, 2.0**-53], 1.0),
        ("near-one", [2.0**-24, 1 - 2.0**-24], 3.0),
    ]
    rows += [
        ("tiny", [1.0, SMALLEST], 1.0),
        ("tiny", [SMALLEST, 1.0], 0.1),
        ("tiny", [0.5, 2.0**-1022, 0.25], 1000.0),
    ]
    rows += [("tiny", [1e-300, 1e-301, 1.0], 3.0), ("tiny", [3 * SMALLEST, 2 * SMALLEST, 1.0], 1.0)]
    rows += [("unnormalized", [0.1, 0.1001, 0.25], 1.0), ("unnormalized", [2.0, 3.0], 1.0)]
    rows += [
        ("random", simplex(n, 50 + n), scale)
        for n, scale in ((2, 1.0), (3, 3.0), (5, 0.1), (8, 1000.0))
    ]
    return rows


def inverse_reduced_softmax():
    cases = [case(tag, p, scale) for tag, p, scale in inverse_reduced_inputs()]
    cases += [
        case("ties", [0.25, 0.25, 0.5], 1.0, zeros=[0]),
        case("uniform", [0.2] * 5, 3.0, zeros="all"),
    ]
    return cases + [case("random", simplex(n, 50 + n), 0.5) for n in (17, 64)]


def entropy():
    cases = [case("single", [1.0]), case("uniform", [0.5, 0.5]), case("uniform", [0.2] * 5)]
    cases += [case("uniform", [2.0**-k] * 2**k) for k in (2, 4, 6)]
    cases += [
        case("pair", [p, 1 - p]) for p in (0.25, 0.3, 0.1, 2.0**-10, 2.0**-24, 1e-10, 2.0**-53)
    ]
    cases += [case("zero-times-log", one_hot(n, n // 2)) for n in (2, 3, 8)]
    cases += [
        case("zero-times-log", p)
        for p in ([0.0, 0.5, 0.5], [0.25, 0.0, 0.0, 0.75], [0.0, 0.3, 0.7])
    ]
    cases += [
        case("dominant", [1 - 3 * 2.0**-k, 2.0**-k, 2.0 ** (1 - k)]) for k in (5, 11, 24, 40, 52)
    ]
    cases += [
        case("near-one", [1.0, 2.0**-60]),
        case("near-one", [below(1.0)]),
        case("near-one", [above(1.0)]),
    ]
    cases += [case("tiny", [1.0, p]) for p in (1e-100, 1e-300, 2.0**-1022, 2.0**-1050, SMALLEST)]
    cases += [case("tiny", [SMALLEST, SMALLEST, SMALLEST]), case("tiny", [0.5, 0.5, 1e-308])]
    cases += [case("unnormalized", [0.1, 0.2]), case("unnormalized", [0.9, 0.9, 0.9])]
    cases += [
        case("cancellation", [1.0625, 0.9375]),
        case("cancellation", [above(1.0), below(1.0)]),
    ]
    return cases + [case("random", simplex(n, 60 + n)) for n in (2, 3, 5, 8, 17, 64, 1000)]


def shifted_simplex(count, seed, step):
    """A simplex vector and its neighbour with `step` moved from the second entry to the first."""
    p = simplex(count, seed)
    return p, [p[0] + step, p[1] - step] + p[2:]


def kl_divergence():
    cases = [case("single", [1.0], [1.0]), case("single", [1.0], [0.5])]
    cases += [case("equal", p, p) for p in ([0.3, 0.7], [0.2] * 5, simplex(17, 71))]
    cases += [case("pair", [0.3, 0.7], [0.6, 0.4]), case("pair", [0.9, 0.1], [0.1, 0.9])]
    cases += [
        case("pair", [0.5, 0.5], [0.25, 0.75]),
        case("uniform", [0.25] * 4, [0.1, 0.2, 0.3, 0.4]),
    ]
    for power in (5, 10, 20, 30, 38):
        for count in (2, 3, 8):
            cases.append(case("cancellation", *shifted_simplex(count, 70 + count, 2.0**-power)))
    cases += [case("cancellation", [0.5 + 2.0**-52, 0.5 - 2.0**-52], [0.5, 0.5])]
    cases += [case("cancellation", [0.5, 0.5], [above(0.5), below(0.5)])]
    cases += [case("zero-times-log", one_hot(n, 0), simplex(n, 80 + n)) for n in (2, 3, 8)]
    cases += [case("zero-times-log", [0.0, 0.5, 0.5], [0.25, 0.5, 0.25])]
    cases += [case("zero-times-log", [0.0, 0.25, 0.75], [0.0, 0.5, 0.5])]
    cases += [
        case("tiny", [1.0, q], [1.0, p])
        for p, q in ((1e-300, 1e-290), (SMALLEST, 2.0**-1022), (1e-100, SMALLEST))
    ]
    cases += [case("tiny", [0.5, 0.5], [1.0, q]) for q in (1e-10, 1e-300, SMALLEST)]
    cases += [case("dominant", [1 - 2.0**-k, 2.0**-k], [0.5, 0.5]) for k in (10, 24, 53)]
    cases += [
        case("unnormalized", [0.5, 1.5], [1.0, 1.0]),
        case("unnormalized", [0.1, 0.2], [0.7, 0.9]),
    ]
    return cases + [
        case("random", simplex(n, 90 + n), simplex(n, 100 + n)) for n in (2, 3, 5, 8, 17, 64)
    ]


CASES = {
    "inverseReducedSoftmax": inverse_reduced_softmax,
    "entropy": entropy,
    "klDivergence": kl_divergence,
}
