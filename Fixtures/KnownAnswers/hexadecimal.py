"""Exact hexadecimal text of numbers, inside the range of binary64 and beyond it."""

import math

SIGNIFICAND_BITS = 133


def of_integer(significand, exponent):
    """Text of significand * 2**exponent, with a leading digit 1; zero has no sign."""
    if significand == 0:
        return "0x0p+0"
    sign = "-" if significand < 0 else ""
    magnitude = abs(significand)
    length = magnitude.bit_length()
    exponent += length - 1
    fraction_bits = -(-(length - 1) // 4) * 4
    fraction = (magnitude << (fraction_bits - (length - 1))) - (1 << fraction_bits)
    digits = f"{fraction:0{fraction_bits // 4}x}".rstrip("0") if fraction_bits else ""
    point = "." if digits else ""
    return f"{sign}0x1{point}{digits}p{exponent:+d}"


def of_double(x):
    """Text of a double as C's %a writes it, subnormals with a leading digit 1."""
    if math.isnan(x):
        return "nan"
    if math.isinf(x):
        return "inf" if x > 0 else "-inf"
    if x == 0:
        return "-0x0p+0" if math.copysign(1, x) < 0 else "0x0p+0"
    numerator, denominator = x.as_integer_ratio()
    return of_integer(numerator, 1 - denominator.bit_length())


def rounded(significand, exponent):
    """Text of a number after rounding it to 133 significant bits, ties to even."""
    excess = abs(significand).bit_length() - SIGNIFICAND_BITS
    if excess > 0:
        magnitude = abs(significand)
        kept, lost = magnitude >> excess, magnitude & ((1 << excess) - 1)
        half = 1 << (excess - 1)
        if lost > half or (lost == half and kept & 1):
            kept += 1
        significand = kept if significand > 0 else -kept
        exponent += excess
    return of_integer(significand, exponent)


def parts(text):
    """The integers (significand, exponent) of finite hexadecimal text."""
    sign = -1 if text.startswith("-") else 1
    mantissa, exponent = text.removeprefix("-").removeprefix("0x").split("p")
    whole, _, fraction = mantissa.partition(".")
    return sign * int(whole + fraction, 16), int(exponent) - 4 * len(fraction)
