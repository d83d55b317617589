"""Cases of the derivatives of the maps."""

from math import inf

from cases_of_distributions import inverse_reduced_inputs
from cases_of_values import (
    reduced_inputs,
    sigmoid_inputs,
    softmax_inputs,
    split,
)
from inputs import (
    GAPS,
    LARGEST,
    SCALES,
    SMALLEST,
    above,
    between,
    case,
    certain_huge_logits,
    offset_logits,
    one_hot,
    plain_logits,
    random_logits,
    simplex,
    subnormal_logits,
    tiny_logits,
)


def softmax_jacobian():
    cases = [case("scale", [0.5, -0.25, 0.125], scale) for scale in SCALES]
    cases += [case("inexact-product", [0.1, 0.3, -0.7], scale) for scale in (0.1, 1000.0)]
    cases += [case("single", [a], 3.0, zeros="all") for a in (0.0, 5.5)]
    cases += [case(tag, x, 1.0) for tag, x in plain_logits() if len(x) < 8]
    cases += [case("dominant", [0.0, -gap], 1.0) for gap in GAPS]
    cases += [case("dominant", [1.0, gap, 0.25], 1.0) for gap in GAPS[:-1]]
    cases += [
        case(tag, x, 1.0) for tag, x in subnormal_logits() if tag == "subnormal" and len(x) < 3
    ]
    cases += [case("subnormal", [-87.5, 0.0, -95.0], 0.5), case("subnormal", [0.0, -17.25], 3.0)]
    cases += [case(tag, x, scale) for tag, x in offset_logits() for scale in (1.0, 0.5)]
    cases += [case(tag, x, 1.0) for tag, x in certain_huge_logits() + tiny_logits()]
    cases += [case("huge", [1e308, 1e308], 1000.0), case("huge", [1e308, -1e308], 1e-307)]
    cases += [case("mask", [0.5, -inf, 1.0], 1.0), case("mask", [-inf, 2.5, 2.5, -inf], 0.1)]
    cases += [case("mask", [-inf, 2.0], 1.0, zeros=[3])]
    return cases + [case(tag, x, 1.0) for tag, x in random_logits(17)]


def products():
    """Tag, logits and vector; the vectors show scale, cancellation and overflow of the sum."""
    rows = [("pair", [0.3, -0.2], v) for v in ([1.0, 0.0], [1.0, -1.0], [0.1, 0.7])]
    rows += [("one-hot", [0.5, -0.25, 0.125], one_hot(3, k)) for k in range(3)]
    rows += [("ties", [0.7, 0.7], [1.0, 3.0]), ("uniform", [2.5, 2.5, 2.5], [1.0, -2.0, 0.5])]
    rows += [("dominant", [0.0, -gap], [0.75, -1.5]) for gap in GAPS]
    rows += [("dominant", [1.0, gap, 0.25], [0.1, 0.2, -0.3]) for gap in GAPS]
    rows += [("cancellation", [0.3, -0.2], [1.0, above(1.0)])]
    rows += [("cancellation", [0.3, -0.2, 1.0], [1e16, 1e16 + 2, 1e16 - 2])]
    rows += [("cancellation", [1.0, 0.0, -1.0], [2.0**53, 2.0**53 + 2, 1.0])]
    rows += [("offset", [2.0**53, 2.0**53 + 2, 2.0**53 - 1], [1.0, -1.0, 0.5])]
    rows += [("offset", [2.0**100, 2.0**100], [1.0, 2.0]), ("huge", [1e308, 1e308], [1.0, -2.0])]
    rows += [
        ("huge", [0.5, 0.25], [1e308, -1e308]),
        ("huge", [0.5, 0.25, 0.0], [LARGEST, LARGEST, -1.0]),
    ]
    rows += [("tiny", [1e-10, -3e-10], [1.0, -1.0]), ("tiny", [0.5, 0.25], [1e-300, SMALLEST])]
    rows += [("subnormal", [0.0, -720.25], [1.0, -0.5]), ("underflow", [0.0, -9000.5], [1.0, 2.0])]
    rows += [
        ("mask", [0.5, -inf, 1.0], [1.0, 5.0, -2.0]),
        ("mask", [-inf, 2.5, 2.5, -inf], [1.0, 2.0, 4.0, 8.0]),
    ]
    for count, reach, seed in (
        (3, 2.0, 601),
        (5, 10.0, 602),
        (8, 5.0, 603),
        (17, 20.0, 604),
        (64, 4.0, 605),
    ):
        x, v = between(-reach, reach, count, seed), between(-1.0, 1.0, count, seed + 10)
        rows += [("random", x, v), ("random", x, one_hot(count, count // 2))]
    return rows


def softmax_product():
    cases = [case(tag, x, v) for tag, x, v in products()]
    cases += [case("single", [a], [2.5], zeros="all") for a in (0.0, 5.5)]
    cases += [
        case("constant", x, [0.7] * len(x), zeros="all") for x in ([0.3, -0.2], [1.0, 2.0, 40.0])
    ]
    return cases + [case("mask", [-inf, 2.0], [1.0, 3.0], zeros=[1])]


def log_softmax_vector_jacobian_product():
    cases = [case(tag, x, v) for tag, x, v in products()]
    cases += [case("single", [a], [2.5], zeros="all") for a in (0.0, 5.5)]
    cases += [case("constant", [1.0, 1.0], [0.5, 0.5], zeros="all")]
    cases += [case("constant", [1.0, 2.0, 40.0], [0.7] * 3)]
    return cases + [case("zero-sum", [0.3, -0.2, 5.0], [1.5, -2.0, 0.5])]


def log_sum_exp_gradient():
    return [case(tag, x) for tag, x in softmax_inputs(64)]


def sigmoid_derivative():
    return [case(tag, x) for tag, x in split(sigmoid_inputs()) + [("limit", [inf, -inf])]]


def softplus_derivative():
    huge = [("huge", [1e308, LARGEST]), ("limit", [inf, -inf])]
    return [case(tag, x) for tag, x in split(sigmoid_inputs()) + huge]


def reduced_softmax_jacobian():
    cases = [case(tag, eta, scale) for tag, eta, scale in reduced_inputs()]
    return cases + [case(tag, x, 0.5) for tag, x in random_logits(17)]


def inverse_reduced_softmax_jacobian():
    cases = [case(tag, p, scale) for tag, p, scale in inverse_reduced_inputs()]
    cases += [case("ties", [0.25, 0.25, 0.5], 1.0), case("uniform", [0.2] * 5, 3.0)]
    return cases + [case("random", simplex(17, 67), 0.5)]


CASES = {
    "softmaxJacobian": softmax_jacobian,
    "softmaxVectorJacobianProduct": softmax_product,
    "softmaxJacobianVectorProduct": softmax_product,
    "logSoftmaxVectorJacobianProduct": log_softmax_vector_jacobian_product,
    "logSumExpGradient": log_sum_exp_gradient,
    "sigmoidDerivative": sigmoid_derivative,
    "softplusDerivative": softplus_derivative,
    "reducedSoftmaxJacobian": reduced_softmax_jacobian,
    "inverseReducedSoftmaxJacobian": inverse_reduced_softmax_jacobian,
}
