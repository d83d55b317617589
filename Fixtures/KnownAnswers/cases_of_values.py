"""Cases of the maps from logits, and of logit."""

from math import inf

import definitions
from certification import at_first_precision
from inputs import (
    GAPS,
    LARGEST,
    SCALES,
    SMALLEST,
    above,
    below,
    between,
    case,
    certain_huge_logits,
    dominant_logits,
    integers,
    masked_logits,
    offset_logits,
    plain_logits,
    random_logits,
    subnormal_logits,
    tiny_logits,
)


def softmax_inputs(longest=1000):
    singles = [("single", [0.0]), ("single", [-745.5]), ("single", [1e308]), ("single", [SMALLEST])]
    return (
        singles
        + plain_logits()
        + dominant_logits()
        + subnormal_logits()
        + offset_logits()
        + certain_huge_logits()
        + tiny_logits()
        + masked_logits()
        + [("mask", [-inf, -1.5])]
        + random_logits(longest)
    )


def softmax():
    return [case(tag, x) for tag, x in softmax_inputs()]


def log_softmax():
    def zeros(x):
        finite = [i for i, a in enumerate(x) if a != -inf]
        return finite if len(finite) == 1 else ()

    overflowing = [
        ("huge", [1e308, 1e308, -1e308]),
        ("huge", [-LARGEST, LARGEST, LARGEST]),
        ("offset", [2.0**100, below(2.0**100), 2.0**100]),
    ]
    return [case(tag, x, zeros=zeros(x)) for tag, x in softmax_inputs() + overflowing]


def log_sum_exp():
    near_zero = [
        [-0.775, -0.6175],
        [-0.6931471805599453, -0.6931471805599453],
        [-1.0986122886681098, -1.0986122886681098, -1.0986122886681096],
        [-1.5, -0.25248, -38.0],
        [0.0, -37.5],
        [0.0, -745.0],
        [SMALLEST, -1000.0],
        [-1e-16, -37.0],
    ]
    near_zero += [
        at_first_precision(definitions.log_softmax, x) for x in ([0.3, 1.7], [2.0, -1.0, 0.5])
    ]
    near_zero += [at_first_precision(definitions.log_softmax, between(-3.0, 3.0, 17, 21))]
    far_apart = [
        [1e308, -1e308],
        [-LARGEST, LARGEST, 0.0],
        [1e300, 1e308, LARGEST],
        [-1e308, -1e300],
    ]
    limits = [
        ("mask", [-inf]),
        ("mask", [-inf, -inf, -inf]),
        ("mask", [-inf, -1.5]),
        ("limit", [inf, 0.0]),
    ]
    inputs = softmax_inputs() + [("cancellation", x) for x in near_zero]
    return [case(tag, x) for tag, x in inputs + [("huge", x) for x in far_apart] + limits]


def scaled_softmax():
    x = [0.5, -0.25, 0.125]
    cases = [case("scale", x, scale) for scale in SCALES]
    cases += [case("scale", [0.7, 0.1], scale) for scale in SCALES]
    cases += [
        case("inexact-product", [0.1, 0.3, -0.7], scale) for scale in (0.1, 3.0, 1 / 3, 1000.0)
    ]
    cases += [case("single", [3.0], 0.1), case("ties", [0.1, 0.1, -2.0], 3.0)]
    cases += [case("uniform", [7.7] * 5, 1000.0)]
    cases += [
        case("dominant", [0.0, -gap], scale) for gap in (17.0, 104.0, 745.0) for scale in (0.5, 3.0)
    ]
    cases += [case("dominant", [0.0, -10.0], 1000.0), case("dominant", [0.0, -10_000.0], 0.1)]
    cases += [case("subnormal", [0.0, -236.5], 3.0), case("underflow", [1.0, -7000.0], 0.5)]
    cases += [case("offset", [2.0**53, 2.0**53 + 2, 2.0**53 - 1], scale) for scale in (0.5, 0.1)]
    cases += [case("offset", [1024.0, 1024.75, 1022.75], scale) for scale in SCALES]
    cases += [case("huge", [1e308, 1e308], scale) for scale in (0.1, 3.0, 1000.0)]
    cases += [case("huge", [1e308, -1e308], 1e-307), case("huge", [LARGEST, 0.0], 2.0**-1020)]
    cases += [case("tiny", [1e-300, -1e-300], 1000.0), case("tiny", [SMALLEST, 0.0], 1e300)]
    cases += [case("mask", [1.0, -inf, 0.5], 0.1), case("mask", [-inf, 2.0], 3.0)]
    return cases + [case(tag, a, 0.1) for tag, a in random_logits(64)]


def sigmoid_inputs():
    return [
        ("single", [0.7]),
        ("zero", [0.0]),
        ("pair", [1.0, -1.0]),
        ("near-zero", [2.0**-k for k in (4, 10, 24, 30, 53, 54, 60)]),
        ("near-zero", [-(2.0**-k) for k in (4, 10, 24, 30, 53, 54, 60)]),
        ("tiny", [1e-300, -1e-300, 2.0**-1022, SMALLEST, -SMALLEST]),
        ("tail", GAPS),
        ("tail", [-a for a in GAPS]),
        ("tail", [8.0, 9.75, 12.5, 17.3, 19.0, 20.1, 36.7, 36.8, 37.5, 40.0]),
        ("tail", [-8.0, -9.75, -12.5, -17.3, -19.0, -20.1, -36.7, -36.8, -37.5, -40.0]),
        ("subnormal", [-708.5, -720.25, -744.0, -745.1]),
        ("subnormal", [-87.5, -95.0, -103.25, -9.75, -16.5]),
        ("underflow", [-745.25, -746.0, -800.0, -5000.5, -11_000.0]),
        ("threshold", [88.72, 88.73, 89.0, 709.78, 709.79, 710.5]),
        ("threshold", [-88.72, -88.73, -89.0, -709.78, -709.79, -710.5]),
        ("random", between(-4.0, 4.0, 8, 31)),
        ("random", between(-40.0, 40.0, 17, 32)),
        ("random", between(-700.0, 700.0, 17, 33)),
        ("random", between(-1.0, 1.0, 64, 34)),
    ]


def split(inputs):
    """One case an entry where the entries are few, so that a failure names its number."""
    rows = []
    for tag, x in inputs:
        rows += [(tag, [a]) for a in x] if 2 < len(x) < 8 else [(tag, x)]
    return rows


def sigmoid():
    huge = [("huge", [1e308, LARGEST]), ("limit", [inf, -inf])]
    return [case(tag, x) for tag, x in split(sigmoid_inputs()) + huge]


def log_sigmoid():
    huge = [("huge", [-1e308, -LARGEST]), ("huge", [-(2.0**100)]), ("limit", [inf, -inf])]
    inputs = split(sigmoid_inputs()) + huge
    return [case(tag, x, zeros=[i for i, a in enumerate(x) if a == inf]) for tag, x in inputs]


def softplus():
    huge = [("huge", [1e308, LARGEST]), ("huge", [2.0**100]), ("limit", [inf, -inf])]
    return [case(tag, x) for tag, x in split(sigmoid_inputs()) + huge]


def logit():
    near_half = [0.5 + s * 2.0**-k for k in (2, 4, 10, 24, 30, 45, 53) for s in (1, -1)]
    return [
        case("zero", [0.5], zeros="all"),
        case("limit", [0.0, 1.0]),
        *[case("cancellation", [p]) for p in near_half + [below(0.5), above(0.5)]],
        *[case("near-one", [1 - 2.0**-k]) for k in (4, 10, 11, 24, 30, 53)],
        *[case("near-zero", [p]) for p in (0.1, 1e-5, 2.0**-24, 1e-16, 1e-100, 1e-300)],
        *[case("tiny", [p]) for p in (2.0**-1022, 2.0**-1022 - SMALLEST, 2.0**-1050, SMALLEST)],
        case("pair", [0.25, 0.75]),
        case("pair", [0.2689414213699951, 0.7310585786300049]),
        case("random", [k * 2.0**-53 for k in integers(41, 8)]),
        case("random", [k * 2.0**-53 for k in integers(42, 64)]),
    ]


def reduced_inputs():
    """Logits beside the pivot, whose own logit is 0, and the scale."""
    eta = [0.5, -0.25]
    rows = [("scale", eta, scale) for scale in SCALES]
    rows += [("inexact-product", [0.1, 0.3, -0.7], scale) for scale in (0.1, 3.0, 1000.0)]
    rows += [("single", [a], 1.0) for a in (0.7, -2.0, 1e-16)]
    rows += [
        ("uniform", [0.0], 1.0),
        ("uniform", [0.0, 0.0, 0.0], 3.0),
        ("ties", [1.5, 1.5, 0.0], 0.5),
    ]
    rows += [("dominant", [gap], 1.0) for gap in GAPS]
    rows += [("dominant", [-gap, 0.5], 1.0) for gap in GAPS]
    rows += [
        ("subnormal", [-720.25, 1.0], 1.0),
        ("subnormal", [240.5], 3.0),
        ("underflow", [-9000.0, 0.0], 1.0),
    ]
    rows += [("offset", [1024.0, 1024.75], 1.0), ("offset", [-1024.0, -1022.75], 0.5)]
    rows += [
        ("tiny", [1e-300, -1e-300], 1.0),
        ("tiny", [SMALLEST], 1000.0),
        ("tiny", [2.0**-60, 0.0], 1.0),
    ]
    rows += [("mask", [-inf, 1.0], 1.0), ("mask", [-inf], 0.5), ("huge", [1e308, -1e308], 1e-307)]
    return rows


def reduced_softmax():
    cases = [case(tag, eta, scale) for tag, eta, scale in reduced_inputs()]
    return cases + [case(tag, x, 0.5) for tag, x in random_logits(64)]


CASES = {
    "softmax": softmax,
    "logSoftmax": log_softmax,
    "logSumExp": log_sum_exp,
    "scaledSoftmax": scaled_softmax,
    "sigmoid": sigmoid,
    "logSigmoid": log_sigmoid,
    "logit": logit,
    "softplus": softplus,
    "reducedSoftmax": reduced_softmax,
}
