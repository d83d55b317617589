"""Sparsemax, alpha-entmax, alpha-ReLU and their losses, from their definitions.

The supports of sparsemax and of 1.5-entmax come from exact rational arithmetic, the
thresholds from the equation that the probabilities sum to one. For other alphas the
threshold is a ball whose ends are proved by the sign of that equation; an entry that is
certain to be off the support is so by rational arithmetic too.
"""

import math
from fractions import Fraction

from flint import arb, ctx

INFINITY = math.inf


def total(terms):
    return sum(terms, arb(0))


def exact(x):
    return Fraction(x)


def ball(fraction):
    return arb(fraction.numerator) / arb(fraction.denominator)


def power(base, exponent):
    """base^exponent for a base that is not negative; products where there are no others."""
    if base == 0:
        return arb(0)
    whole = round(float(exponent.mid()))
    if exponent == whole:
        return base**whole
    return (exponent * base.log()).exp()


def gaps_of(z):
    greatest = max(z)
    return [None if a == -INFINITY else exact(greatest) - exact(a) for a in z]


def sorted_support(gaps, weight):
    """The longest prefix whose last entry has a sum of weights above it of less than one."""
    order = sorted((i for i, gap in enumerate(gaps) if gap is not None), key=lambda i: gaps[i])
    support = []
    for i in order:
        if sum((weight(gaps[i] - gaps[j]) for j in support), Fraction(0)) >= 1:
            break
        support.append(i)
    return support


def bases_of_sparsemax(gaps):
    support = sorted_support(gaps, lambda step: step)
    threshold = (1 + sum(gaps[i] for i in support)) / len(support)
    return {i: ball(threshold - gaps[i]) for i in support}


def bases_of_entmax15(gaps):
    support = sorted_support(gaps, lambda step: (step / 2) ** 2)
    halves = [gaps[i] / 2 for i in support]
    mean = sum(halves) / len(halves)
    square = (1 - sum((half - mean) ** 2 for half in halves)) / len(halves)
    threshold = ball(mean) + ball(square).sqrt()
    return {i: threshold - ball(gaps[i] / 2) for i in support}


def excess(bases, exponent):
    return total(power(b, exponent) for b in bases if b > 0) - 1


def slope(bases, exponent):
    return exponent * total(power(b, exponent) / b for b in bases if b > 0)


def approximate_root(function, derivative):
    """A root of a function that rises through zero between 0 and 1: halving, then Newton's steps.

    Nothing is proved of it here.
    """
    precision = ctx.prec
    try:
        ctx.prec = 80
        low, high = arb(0), arb(1)
        for _ in range(40):
            middle = ((low + high) / 2).mid()
            low, high = (low, middle) if function(middle) > 0 else (middle, high)
        guess = high
    finally:
        ctx.prec = precision
    for _ in range(precision.bit_length()):
        step = function(guess) / derivative(guess)
        if not step.is_finite():
            break
        guess = (guess - step).mid()
        if abs(step) < arb(2) ** (-precision * 5 // 8):
            break
    return guess


def halved(function):
    """A root of a function that rises through zero between 0 and 1, by halving alone.

    Newton's steps may leave the interval where the slope is infinite beside the root.
    """
    low, high = arb(0), arb(1)
    for _ in range(ctx.prec - 60):
        middle = ((low + high) / 2).mid()
        value = function(middle)
        if value > 0:
            high = middle
        elif value < 0:
            low = middle
        else:
            return middle
    return ((low + high) / 2).mid()


def bracketing(function, guess):
    """An interval around a guess, at whose ends the signs prove that a root is inside, or `None`."""
    step = arb(2) ** (100 - ctx.prec)
    low, high = (guess - step).mid(), (guess + step).mid()
    return (low, high) if function(low) < 0 and function(high) > 0 else None


def bases_of_entmax(gaps, alpha):
    a = exact(alpha) - 1
    scaled = {i: ball(a * gap) for i, gap in enumerate(gaps) if gap is not None and a * gap < 1}
    if len(scaled) == 1:
        return {i: arb(1) for i in scaled}
    exponent = 1 / ball(a)

    def at(threshold):
        return excess([threshold - gap for gap in scaled.values()], exponent)

    guess = approximate_root(at, lambda t: slope([t - gap for gap in scaled.values()], exponent))
    bracket = bracketing(at, guess) or bracketing(at, halved(at))
    if bracket is None:
        return {i: arb("nan") for i in scaled}
    low, high = bracket
    threshold = low.union(high)
    bases = {i: threshold - gap for i, gap in scaled.items()}
    return {i: base for i, base in bases.items() if not base < 0}


def bases_of(z, alpha):
    gaps = gaps_of(z)
    if alpha == 2.0:
        return bases_of_sparsemax(gaps)
    if alpha == 1.5:
        return bases_of_entmax15(gaps)
    return bases_of_entmax(gaps, alpha)


def entmax(z, alpha):
    bases = bases_of(z, alpha)
    exponent = 1 / ball(exact(alpha) - 1)
    return [power(bases[i], exponent) if i in bases else arb(0) for i in range(len(z))]


def slopes_of(z, alpha):
    bases = bases_of(z, alpha)
    exponent = 1 / ball(exact(alpha) - 1) - 1 if alpha != 2.0 else arb(0)
    return [
        arb(0) if i not in bases else arb(1) if alpha == 2.0 else power(bases[i], exponent)
        for i in range(len(z))
    ]


def entmax_product(z, alpha, v):
    """sum_i J_ij v_i with J = diag(s) - s s^T / sum(s)."""
    s = slopes_of(z, alpha)
    mass = total(s)
    product = total(a * arb(b) for a, b in zip(s, v, strict=True))
    return [a * arb(b) - a * product / mass for a, b in zip(s, v, strict=True)]


def tsallis(p, alpha):
    alpha = ball(exact(alpha))
    return (1 - total(power(a, alpha) for a in p)) / (alpha * (alpha - 1))


def loss(targets, p, scores, alpha):
    """<p - y, z> + H(p) - H(y), where a weight of zero leaves a mask out."""
    targets = [arb(y) for y in targets]
    product = total(
        (a - y) * z for a, y, z in zip(p, targets, scores, strict=True) if not (a == 0 and y == 0)
    )
    return [product + tsallis(p, alpha) - tsallis(targets, alpha)]


def entmax_loss(targets, z, alpha):
    return loss(targets, entmax(z, alpha), [arb(a) for a in z], alpha)


def gradient(targets, p):
    return [a - arb(y) for a, y in zip(p, targets, strict=True)]


def entmax_loss_gradient(targets, z, alpha):
    return gradient(targets, entmax(z, alpha))


def sparsemax(z):
    return entmax(z, 2.0)


def entmax15(z):
    return entmax(z, 1.5)


def sparsemax_product(z, v):
    return entmax_product(z, 2.0, v)


def entmax15_product(z, v):
    return entmax_product(z, 1.5, v)


def sparsemax_loss(targets, z):
    return entmax_loss(targets, z, 2.0)


def entmax15_loss(targets, z):
    return entmax_loss(targets, z, 1.5)


def sparsemax_loss_gradient(targets, z):
    return entmax_loss_gradient(targets, z, 2.0)


def entmax15_loss_gradient(targets, z):
    return entmax_loss_gradient(targets, z, 1.5)


def alpha_relu_bases(z, alpha, tau):
    a = exact(alpha) - 1
    return [Fraction(-1) if b == -INFINITY else a * exact(b) - exact(tau) for b in z]


def alpha_relu(z, alpha, tau):
    exponent = 1 / ball(exact(alpha) - 1)
    return [
        power(ball(base), exponent) if base > 0 else arb(0)
        for base in alpha_relu_bases(z, alpha, tau)
    ]


def alpha_relu_product(z, alpha, tau, v):
    exponent = (2 - ball(exact(alpha))) / ball(exact(alpha) - 1)
    return [
        power(ball(base), exponent) * arb(b) if base > 0 else arb(0)
        for base, b in zip(alpha_relu_bases(z, alpha, tau), v, strict=True)
    ]


def alpha_relu_loss(targets, z, alpha, tau):
    shift = ball(exact(tau)) / ball(exact(alpha) - 1)
    return loss(targets, alpha_relu(z, alpha, tau), [arb(a) - shift for a in z], alpha)


def alpha_relu_loss_gradient(targets, z, alpha, tau):
    return gradient(targets, alpha_relu(z, alpha, tau))
