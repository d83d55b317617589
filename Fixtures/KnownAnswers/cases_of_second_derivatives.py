"""Cases of the second derivatives, and of softmax along an axis of a matrix."""

from math import inf

from cases_of_values import reduced_inputs
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
    offset_logits,
    one_hot,
    plain_logits,
    random_logits,
    simplex,
    tiny_logits,
)


def softmax_hessian():
    # Of two equal logits all entries vanish: 1 - 2g is a factor of them.
    cases = [case("scale", [0.5, -0.25, 0.125], scale) for scale in SCALES]
    cases += [case("inexact-product", [0.1, 0.3, -0.7], scale) for scale in (0.1, 1000.0)]
    cases += [case("single", [a], 3.0, zeros="all") for a in (0.0, 5.5)]
    cases += [case("pair", x, 1.0) for x in ([0.3, -0.2], [-3.25, 4.5])]
    cases += [case("ties", x, 2.0, zeros="all") for x in ([0.7, 0.7], [1e308, 1e308])]
    cases += [case("ties", [1.0, 1.0, 0.0], 1.0), case("uniform", [2.5] * 4, 1.0)]
    cases += [case("ties", [0.0, 0.0, -gap], 1.0) for gap in GAPS[:3]]
    cases += [case("near-tie", [0.5, a], 1.0) for a in (above(0.5), below(0.5), 0.5 + 2.0**-30)]
    cases += [case("near-tie", [1e-300, -1e-300], 1.0), case("near-tie", [SMALLEST, 0.0], 1.0)]
    cases += [case("near-tie", [3.0, above(3.0), -40.0], 1.0)]
    cases += [case("cancellation", [0.6931471805599453, 0.0, 0.0], 1.0)]
    cases += [case("dominant", [0.0, -gap], 1.0) for gap in GAPS]
    cases += [case("dominant", [1.0, gap, 0.25], 1.0) for gap in GAPS[:3]]
    cases += [case(tag, x, 0.5) for tag, x in offset_logits() if len(x) == 3 and x[0] != x[1]]
    cases += [case(tag, x, 1.0) for tag, x in tiny_logits() if len(x) == 3]
    cases += [case("huge", [LARGEST] * 3, 1000.0), case("huge", [1e308, -1e308], 1e-307)]
    cases += [case("mask", [0.5, -inf, 1.0], 1.0), case("mask", [-inf, 2.5, 0.5, -inf], 0.1)]
    return cases + [case(tag, x, 1.0) for tag, x in random_logits(8)]


def zeros_of_reduced(eta):
    """With one logit of zero, all entries vanish: they are sigma''(0)."""
    return "all" if eta == [0.0] else ()


def reduced_softmax_hessian():
    # Products of two probabilities of e^-9000 are too small to write down.
    rows = [row for row in reduced_inputs() if all(-5000 < a < 5000 for a in row[1])]
    cases = [case(tag, eta, scale, zeros=zeros_of_reduced(eta)) for tag, eta, scale in rows]
    cases += [case("mask", [-inf, 1.0], 1.0), case("huge", [1e308, -1e308], 1e-307)]
    cases += [case("mask", [-inf], 0.5, zeros="all")]
    return cases + [case(tag, x, 0.5) for tag, x in random_logits(8)]


def inverse_reduced_softmax_hessian():
    cases = [case("scale", [0.5, 0.25, 0.25], scale) for scale in SCALES]
    cases += [case("pair", [0.3, 0.7], 1.0), case("pair", [0.7, 0.3], 0.1)]
    cases += [case("near-one", [1 - 2.0**-53, 2.0**-53], 1.0)]
    cases += [case("tiny", [1.0, p], 1.0) for p in (2.0**-24, 1e-100, 1e-154, SMALLEST)]
    cases += [case("tiny", [p, 1.0], 0.1) for p in (2.0**-24, 1e-100, SMALLEST)]
    cases += [case("unnormalized", [0.1, 0.1001, 0.25], 1.0), case("unnormalized", [2.0, 3.0], 1.0)]
    cases += [case("ties", [0.25, 0.25, 0.5], 1.0), case("uniform", [0.2] * 5, 3.0)]
    return cases + [
        case("random", simplex(n, 150 + n), scale)
        for n, scale in ((2, 1.0), (3, 3.0), (5, 0.1), (6, 1000.0))
    ]


def categorical_cross_entropy_with_logits_hessian():
    cases = [case("one-hot", one_hot(3, k), [0.5, -0.25, 0.125]) for k in range(3)]
    cases += [case("soft", simplex(len(x), 160 + len(x)), x) for _, x in plain_logits()]
    cases += [case("unnormalized", t, [0.3, 1.7]) for t in ([2.0, 0.25], [0.1, 0.3], [5.0, 0.0])]
    cases += [case("zero", [0.0, 0.0], [1.0, 2.0], zeros="all")]
    cases += [case("single", [0.75], [3.5], zeros="all")]
    cases += [case("dominant", [0.0, 1.0], [0.0, -gap]) for gap in GAPS]
    cases += [case(tag, one_hot(len(x), 0), x) for tag, x in offset_logits()]
    cases += [case(tag, one_hot(len(x), 0), x) for tag, x in certain_huge_logits() + tiny_logits()]
    cases += [case("mask", [0.0, 0.5, 0.5], [-inf, 0.5, 1.5])]
    return cases + [
        case("random", simplex(len(x), 170 + len(x)), x) for _, x in random_logits(17)
    ]


def softmax_along_axis():
    cases = []
    for axis in (0.0, 1.0):
        cases += [case("pair", [[0.3, -0.2], [1.0, 2.5]], axis)]
        cases += [case("random", [between(-4.0, 4.0, 5, seed) for seed in (181, 182, 183)], axis)]
        cases += [case("random", [between(-9.0, 9.0, 2, seed) for seed in range(184, 191)], axis)]
        cases += [case("single", [[3.5]], axis), case("ties", [[1.0, 1.0], [1.0, 2.0]], axis)]
        cases += [case("uniform", [[0.5] * 3] * 2, axis)]
        cases += [case("dominant", [[0.0, gap], [0.25, 0.5]], axis) for gap in GAPS[:4]]
        cases += [case("dominant", [[0.0, 1.0], [-300.0, -301.0]], axis)]
        cases += [case("offset", [[2.0**53, 2.0**53 + 2], [2.0**53 - 1, 2.0**53]], axis)]
        cases += [case("mask", [[0.5, -inf], [-inf, 1.0], [2.0, 3.0]], axis)]
        cases += [case("huge", [[1e308, 1e308]] * 2, axis)]
    return cases


CASES = {
    "softmaxAlongAxis": softmax_along_axis,
    "softmaxHessian": softmax_hessian,
    "categoricalCrossEntropyWithLogitsHessian": categorical_cross_entropy_with_logits_hessian,
    "reducedSoftmaxHessian": reduced_softmax_hessian,
    "inverseReducedSoftmaxHessian": inverse_reduced_softmax_hessian,
}
