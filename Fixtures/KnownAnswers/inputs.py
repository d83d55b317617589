"""Inputs that several operations share. All of them are fixed; nothing comes from a clock."""

from collections import namedtuple
from math import inf, nextafter

# One call: a tag, the arguments in the order of the operation, and the answers that are
# 0 by algebra (their places, or "all").
Case = namedtuple("Case", ["tag", "arguments", "zeros"])

LARGEST = nextafter(inf, 0.0)
SMALLEST = nextafter(0.0, 1.0)
GAPS = [17.0, 37.0, 88.0, 104.0, 710.0, 745.0, 1000.0, 10_000.0]
SCALES = [1.0, 0.5, 3.0, 0.1, 1000.0]
OFFSET_STEPS = [(10, 0.75, 1.25), (24, 1.0, 2.5), (53, 2.0, 1.0)]


def case(tag, *arguments, zeros=()):
    return Case(tag, arguments, zeros)


def above(x):
    return nextafter(x, inf)


def below(x):
    return nextafter(x, -inf)


def integers(seed, count):
    """53-bit integers of a 64-bit linear congruential generator (Knuth's MMIX constants)."""
    state = seed
    drawn = []
    for _ in range(count + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        drawn.append(state >> 11)
    return drawn[1:]


def between(low, high, count, seed):
    return [low + (high - low) * (k * 2.0**-53) for k in integers(seed, count)]


def simplex(count, seed):
    """Positive multiples of 2^-40 whose sum is exactly one."""
    weights = [k + 2**45 for k in integers(seed, count)]
    parts = [max(1, w * 2**40 // sum(weights)) for w in weights]
    parts[0] += 2**40 - sum(parts)
    return [p * 2.0**-40 for p in parts]


def one_hot(count, place):
    return [1.0 if i == place else 0.0 for i in range(count)]


def plain_logits():
    return [
        ("pair", [0.3, -0.2]),
        ("pair", [1.0, 2.0]),
        ("pair", [-3.25, 4.5]),
        ("ties", [0.7, 0.7]),
        ("ties", [1.0, 1.0, 0.0]),
        ("ties", [-5.0, -5.0, -5.0, -5.0, 3.0]),
        ("uniform", [2.5, 2.5, 2.5]),
        ("uniform", [0.1] * 17),
    ]


def dominant_logits():
    pairs = [("dominant", [0.0, -gap]) for gap in GAPS]
    triples = [("dominant", [1.0, gap, 0.25]) for gap in GAPS]
    return pairs + triples


def subnormal_logits():
    return [
        ("subnormal", [0.0, -708.5]),
        ("subnormal", [2.0, -728.25, -738.0]),
        ("subnormal", [-87.5, 0.0, -95.0, -103.25]),
        ("subnormal", [-9.75, 0.0, -17.25]),
        ("underflow", [0.0, -745.25, -800.0, -5000.5]),
        ("underflow", [-11_000.0, 1.0]),
    ]


def offset_logits():
    logits = []
    for power, up, down in OFFSET_STEPS:
        base = 2.0**power
        logits.append(("offset", [base, base + up, base - down]))
        logits.append(("offset", [-base, -base - up, -base + down]))
    for power in (100, 1000):
        logits.append(("offset", [2.0**power] * 3))
        logits.append(("offset", [-(2.0**power)] * 2))
    return logits


def tiny_logits():
    return [
        ("tiny", [1e-10, 2e-10, -3e-10]),
        ("tiny", [2.0**-60, 0.0, -(2.0**-60)]),
        ("tiny", [1e-300, -1e-300]),
        ("tiny", [SMALLEST, 0.0]),
        ("tiny", [2.0**-1022, -SMALLEST, 1.0]),
    ]


def masked_logits():
    return [
        ("mask", [0.5, -inf, 1.0]),
        ("mask", [-inf, 2.5, 2.5, -inf]),
        ("mask", [1.0, -inf, -700.0, 3.0]),
        ("mask", [-inf, 1e308, -inf, 1e308]),
    ]


def random_logits(longest):
    ranges = [
        (3, 4.0, 11),
        (5, 1.0, 12),
        (8, 10.0, 13),
        (17, 30.0, 14),
        (64, 5.0, 15),
        (1000, 8.0, 16),
    ]
    return [
        ("random", between(-reach, reach, count, seed))
        for count, reach, seed in ranges
        if count <= longest
    ]


def certain_huge_logits():
    """Ties at the end of the range: no answer is too small to write down."""
    return [
        ("huge", [1e308, 1e308]),
        ("huge", [LARGEST, LARGEST, LARGEST]),
        ("huge", [-LARGEST, -LARGEST]),
    ]
