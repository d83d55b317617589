"""Turns a definition and its arguments into certified text.

Every answer is a ball; it is accepted once it is narrower than 2^-200 of itself. The
precision starts at 300 bits and doubles until then, because the definitions cancel.
"""

from flint import arb, ctx

import hexadecimal

FIRST_PRECISION = 300
LAST_PRECISION = 38_400
ACCURATE_BITS = 201
SMALLEST_EXPONENT = -17_000


class Undetermined(Exception):
    """An answer that no allowed precision determines, or that is too small to carry."""


def is_exact_zero(value):
    return value.is_exact() and value == 0


def is_determined(value):
    if isinstance(value, float):
        return True
    return is_exact_zero(value) or (
        value.is_finite() and value.rel_accuracy_bits() >= ACCURATE_BITS
    )


def vanishes(value):
    """Whether a ball holds 0 and nothing a file could carry."""
    return value.contains(0) and abs(value) < arb(2) ** SMALLEST_EXPONENT


def evaluations(definition, arguments):
    precision = FIRST_PRECISION
    while precision <= LAST_PRECISION:
        ctx.prec = precision
        yield definition(*arguments)
        precision *= 2


def text(value):
    if isinstance(value, float):
        return hexadecimal.of_double(value)
    significand, exponent = (int(part) for part in value.mid().man_exp())
    if significand and significand.bit_length() + exponent <= SMALLEST_EXPONENT:
        raise Undetermined("an answer is below 2^-17000")
    return hexadecimal.rounded(significand, exponent)


def answers(definition, arguments, zeros):
    """The certified texts of one call.

    `zeros` names the answers that are 0 by algebra (`"all"` for every one). No precision
    proves that; the balls of the last precision only confirm it down to 2^-17000.
    """
    for values in evaluations(definition, arguments):
        declared = set(range(len(values))) if zeros == "all" else set(zeros)
        others = [v for i, v in enumerate(values) if i not in declared]
        small = all(vanishes(values[i]) for i in declared)
        if small and all(is_determined(v) for v in others):
            return ["0x0p+0" if i in declared else text(v) for i, v in enumerate(values)]
    raise Undetermined(f"not determined at {LAST_PRECISION} bits")


def nearest_double(value):
    """The double nearest to a ball, for inputs that have to lie close to an answer."""
    significand, exponent = (int(part) for part in value.mid().man_exp())
    shifted = significand << max(exponent, 0)
    return shifted / (1 << max(-exponent, 0))


def at_first_precision(function, *arguments):
    ctx.prec = FIRST_PRECISION
    return [nearest_double(v) for v in function(*arguments)]
