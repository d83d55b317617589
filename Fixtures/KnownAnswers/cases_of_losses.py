"""Cases of the cross-entropies and of their gradients with respect to logits."""

from math import inf

import definitions
from certification import at_first_precision
from inputs import (
    GAPS,
    LARGEST,
    OFFSET_STEPS,
    SMALLEST,
    above,
    below,
    between,
    case,
    integers,
    one_hot,
    simplex,
)


def binary_cross_entropy():
    cases = [
        case("hard", [t], [y]) for t in (0.0, 1.0) for y in (0.5, 0.3, 0.9, 2.0**-24, below(1.0))
    ]
    cases += [case("soft", [t], [y]) for t in (0.5, 0.25, 0.1, 1e-10) for y in (0.5, 0.3, 0.99)]
    cases += [case("zero-times-log", [t], [t], zeros="all") for t in (0.0, 1.0)]
    cases += [case("zero-times-log", [1.0, 0.0, 0.5], [1.0, 0.0, 0.5])]
    cases += [case("near-one", [0.5], [1 - 2.0**-k]) for k in (11, 24, 53)]
    cases += [case("near-one", [1.0, 1.0], [1 - 2.0**-53, 1 - 2.0**-30])]
    cases += [
        case("tiny", [t], [p]) for t in (0.0, 1.0, 0.5) for p in (1e-300, 2.0**-1022, SMALLEST)
    ]
    cases += [case("tiny", [SMALLEST, 1e-300], [0.5, 0.25])]
    cases += [
        case("batch", [1.0, 0.0], [0.9, 0.1]),
        case("batch", [1.0, 0.0, 1.0, 0.0, 1.0], [0.5] * 5),
    ]
    for count in (3, 5, 8, 17, 64):
        targets = [float(k % 2) for k in integers(110 + count, count)]
        cases.append(case("random", targets, [k * 2.0**-53 for k in integers(120 + count, count)]))
        soft = [k * 2.0**-53 for k in integers(130 + count, count)]
        cases.append(case("random", soft, [k * 2.0**-53 for k in integers(140 + count, count)]))
    return cases


def binary_logits_pairs():
    """Tag, targets and logits; the sign of the logit decides the loss of a hard target."""
    rows = [("zero", [t], [0.0]) for t in (0.0, 1.0, 0.25)]
    rows += [("hard", [t], [z]) for t in (0.0, 1.0) for z in (0.7, -0.7, 3.5)]
    rows += [("soft", [t], [z]) for t in (0.5, 0.1, 0.75) for z in (1.25, -2.5)]
    rows += [("tail", [0.0], [-gap]) for gap in GAPS] + [("tail", [1.0], [gap]) for gap in GAPS]
    rows += [("tail", [1.0, 0.0], [-gap, gap]) for gap in GAPS]
    rows += [("soft", [t], [z]) for t in (0.9, 1e-3) for z in (40.0, -40.0, 1000.0, -10_000.0)]
    rows += [
        ("subnormal", [1.0], [720.25]),
        ("subnormal", [0.0], [-744.0]),
        ("underflow", [0.0], [-9000.5]),
    ]
    rows += [("huge", [1.0], [-1e308]), ("huge", [0.0], [LARGEST]), ("huge", [0.5], [1e308])]
    rows += [("tiny", [0.5], [1e-300]), ("tiny", [SMALLEST], [-1.0]), ("tiny", [0.25], [-SMALLEST])]
    return rows


def random_binary_pairs():
    rows = []
    for count, reach in ((3, 2.0), (5, 10.0), (8, 50.0), (17, 5.0), (64, 20.0)):
        targets = [float(k % 2) for k in integers(150 + count, count)]
        rows.append(("random", targets, between(-reach, reach, count, 160 + count)))
        soft = [k * 2.0**-53 for k in integers(170 + count, count)]
        rows.append(("random", soft, between(-reach, reach, count, 180 + count)))
    return rows


def binary_cross_entropy_with_logits():
    rows = binary_logits_pairs() + random_binary_pairs()
    rows += [("huge", [1.0, 0.0], [-1e308, 1e308]), ("cancellation", [0.5, 0.5], [1e16, -1e16])]
    rows += [("cancellation", [1 - 2.0**-40], [30.0]), ("cancellation", [1 - 2.0**-53], [700.0])]
    return [case(tag, t, z) for tag, t, z in rows]


def binary_cross_entropy_with_logits_gradient():
    rows = binary_logits_pairs() + random_binary_pairs()
    cases = [case(tag, t, z) for tag, t, z in rows]
    cases += [case("zero", [0.5], [0.0], zeros="all")]
    for z in (0.7, -1.25, 5.0, -17.0, -88.0):
        t = at_first_precision(definitions.sigmoid, [z])[0]
        cases += [case("cancellation", [near], [z]) for near in (t, above(t), below(t))]
    cases += [case("cancellation", [0.5], [s * 2.0**-k]) for k in (10, 30, 52, 70) for s in (1, -1)]
    return cases


def categorical_rows():
    """Tag, targets and probabilities, all of them positive."""
    rows = [("hard", [one_hot(2, k)], [[0.3, 0.7]]) for k in (0, 1)]
    rows += [("hard", [one_hot(3, k)], [[0.5, 0.25, 0.25]]) for k in (0, 2)]
    rows += [
        ("hard", [one_hot(2, 0)], [[p, 1 - p]]) for p in (2.0**-11, 2.0**-24, 1e-10, below(1.0))
    ]
    rows += [("soft", [[0.25, 0.75]], [[0.5, 0.5]]), ("soft", [[0.1, 0.2, 0.7]], [[0.3, 0.3, 0.4]])]
    rows += [
        ("soft", [simplex(5, 190)], [simplex(5, 191)]),
        ("uniform", [[0.25] * 4], [[0.25] * 4]),
    ]
    rows += [
        ("unnormalized", [[1.0, 1.0]], [[0.5, 0.5]]),
        ("unnormalized", [[0.5, 0.0, 2.0]], [[0.2, 0.3, 0.5]]),
    ]
    rows += [("unnormalized", [[0.1, 0.2]], [[0.9, 0.9]])]
    rows += [("tiny", [[1.0, 0.0]], [[p, 1.0]]) for p in (1e-300, 2.0**-1022, SMALLEST)]
    rows += [("tiny", [[SMALLEST, 1.0]], [[0.5, 0.5]]), ("tiny", [[1e-300, 0.5]], [[1e-308, 0.5]])]
    rows += [("single", [[1.0]], [[0.5]]), ("batch", [[1.0], [0.5]], [[0.25], [0.5]])]
    rows += [("batch", [one_hot(3, 0), one_hot(3, 1)], [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]])]
    rows += [
        ("batch", [[0.0, 1.0], [1.0, 0.0], [0.5, 0.5]], [[0.9, 0.1], [0.5, 0.5], [0.25, 0.75]])
    ]
    for n, k in ((1, 8), (1, 17), (1, 64), (2, 3), (3, 5), (5, 2), (8, 8)):
        hard = [one_hot(k, m % k) for m in integers(200 + n + k, n)]
        soft = [simplex(k, 210 + n * k + row) for row in range(n)]
        probabilities = [simplex(k, 330 + n * k + row) for row in range(n)]
        rows += [("random", hard, probabilities), ("random", soft, probabilities)]
    return rows


def categorical_cross_entropy():
    rows = categorical_rows()
    rows += [("zero-times-log", [[0.0, 1.0]], [[0.0, 1.0]])]
    rows += [("zero-times-log", [[0.0, 0.5, 0.5]], [[0.0, 0.25, 0.75]])]
    rows += [("zero-times-log", [[0.0, 0.0]], [[0.5, 0.5]])]
    return [case(tag, t, p) for tag, t, p in rows]


def categorical_cross_entropy_gradient():
    return [case(tag, t, p) for tag, t, p in categorical_rows()]


def categorical_logits_rows():
    rows = [("hard", [one_hot(2, k)], [[0.3, -0.2]]) for k in (0, 1)]
    rows += [("hard", [one_hot(3, k)], [[1.0, 1.0, -2.5]]) for k in (0, 1, 2)]
    rows += [
        ("soft", [[0.25, 0.75]], [[1.5, -0.5]]),
        ("soft", [[0.1, 0.2, 0.7]], [[0.3, 0.1, 5.0]]),
    ]
    rows += [
        ("unnormalized", [[1.0, 1.0]], [[0.5, 0.25]]),
        ("unnormalized", [[0.5, 0.0, 2.0]], [[2.0, 3.0, -1.0]]),
    ]
    rows += [("unnormalized", [[0.1, 0.2]], [[0.0, 1.0]])]
    rows += [("dominant", [[1.0, 0.0]], [[gap, 0.0]]) for gap in GAPS]
    rows += [("dominant", [[0.0, 1.0]], [[gap, 0.0]]) for gap in GAPS]
    rows += [("dominant", [[0.25, 0.5, 0.25]], [[0.0, 1000.0, 1.0]])]
    rows += [
        ("subnormal", [[1.0, 0.0]], [[0.0, -720.25]]),
        ("underflow", [[1.0, 0.0]], [[0.0, -9000.5]]),
    ]
    for power, up, down in OFFSET_STEPS:
        base = 2.0**power
        rows.append(("offset", [[0.0, 1.0, 0.0]], [[base, base + up, base - down]]))
        rows.append(("offset", [[0.5, 0.25, 0.25]], [[-base, -base - up, -base + down]]))
    rows += [("offset", [[0.0, 1.0, 0.0]], [[2.0**power] * 3]) for power in (100, 1000)]
    rows += [("huge", [[0.0, 1.0]], [[1e308, 1e308]])]
    rows += [
        ("tiny", [[0.0, 1.0]], [[1e-300, -1e-300]]),
        ("tiny", [[1.0, SMALLEST]], [[0.5, SMALLEST]]),
    ]
    rows += [
        ("mask", [[0.0, 1.0, 0.0]], [[-inf, 0.5, 1.5]]),
        ("mask", [[0.5, 0.0, 0.5]], [[0.5, -inf, -3.0]]),
    ]
    rows += [("batch", [one_hot(3, 0), one_hot(3, 1)], [[2.0, 1.0, 0.1], [1000.0, 999.0, -5.0]])]
    rows += [
        ("batch", [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]], [[40.0, 0.0], [0.0, 40.0], [-1.0, 1.0]])
    ]
    for n, k in ((1, 5), (1, 17), (1, 64), (2, 3), (3, 5), (5, 2), (8, 8)):
        hard = [one_hot(k, m % k) for m in integers(400 + n + k, n)]
        soft = [simplex(k, 410 + n * k + row) for row in range(n)]
        logits = [between(-6.0, 6.0, k, 530 + n * k + row) for row in range(n)]
        rows += [("random", hard, logits), ("random", soft, logits)]
    return rows


def categorical_cross_entropy_with_logits():
    cases = [case(tag, t, z) for tag, t, z in categorical_logits_rows()]
    cases += [case("huge", [[1.0, 0.0]], [[-1e308, 1e308]])]
    cases += [case("huge", [[0.5, 0.5, 0.0]], [[LARGEST, -LARGEST, 0.0]])]
    cases += [case("offset", [[0.0, 1.0, 0.0]], [[2.0**100, below(2.0**100), 2.0**100]])]
    cases += [case("mask", [[0.0, 1.0]], [[-inf, 2.5]], zeros="all")]
    cases += [case("single", [[1.0]], [[3.5]], zeros="all")]
    return cases + [case("zero-times-log", [[0.0, 0.0]], [[1.0, 2.0]])]


def categorical_cross_entropy_with_logits_gradient():
    cases = [case(tag, t, z) for tag, t, z in categorical_logits_rows()]
    cases += [case("single", [[1.0]], [[3.5]], zeros="all")]
    cases += [case("mask", [[0.0, 1.0]], [[-inf, 2.5]], zeros=[1])]
    cases += [case("equal", [[0.5, 0.5]], [[7.5, 7.5]], zeros="all")]
    cases += [case("equal", [[0.25, 0.5, 0.25, 0.0]], [[1.0] * 4], zeros=[0, 2])]
    for z in ([0.3, 1.7], [2.0, -1.0, 0.5], [0.0, 30.0, -5.0, 1.0]):
        t = at_first_precision(definitions.softmax, z)
        cases += [case("cancellation", [near], [z]) for near in (t, [above(t[0])] + t[1:])]
    return cases


CASES = {
    "binaryCrossEntropy": binary_cross_entropy,
    "binaryCrossEntropyWithLogits": binary_cross_entropy_with_logits,
    "categoricalCrossEntropy": categorical_cross_entropy,
    "categoricalCrossEntropyWithLogits": categorical_cross_entropy_with_logits,
    "binaryCrossEntropyWithLogitsGradient": binary_cross_entropy_with_logits_gradient,
    "categoricalCrossEntropyGradient": categorical_cross_entropy_gradient,
    "categoricalCrossEntropyWithLogitsGradient": categorical_cross_entropy_with_logits_gradient,
}
