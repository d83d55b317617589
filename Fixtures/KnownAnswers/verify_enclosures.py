"""Checks certified values at random arguments against Arb at 300 bits and more.

    swift build -c release
    pip install python-flint==0.9.0
    python3 Fixtures/KnownAnswers/verify_enclosures.py [--functions N] [--operations N]
                                                       [--seed S] [NAME ...]

The program `softmax-laws-benchmarks enclosures` draws the arguments, in all regimes and all
four formats, and prints the certified balls and the correctly rounded results. Here every ball
must hold the value that the definition has in Arb, and every rounding must be the nearest
value of its format, ties to even. N is the number of values: 1,000,000 of an elementary
function and 100,000 of an operation unless said otherwise. Exit status 1 if anything misses.
"""

import math
import pathlib
import subprocess
import sys
from collections import namedtuple

from flint import arb, ctx

import definitions
from operations import OPERATIONS

BENCHMARKS = (
    pathlib.Path(__file__).resolve().parents[2] / ".build" / "release" / "softmax-laws-benchmarks"
)
PRECISIONS = [300, 1200, 4800, 19_200]

# Results under 2^-17300 are only known to be that small, and their sign.
TINY = -17_000

# Significant bits, least and greatest exponent of the formats, in the order of the lines.
FORMATS = [(11, -14, 15), (8, -126, 127), (24, -126, 127), (53, -1022, 1023)]

FUNCTIONS = {
    "exp": lambda a, b: (arb(a) + arb(b)).exp(),
    "log": lambda a, b: (arb(a) + arb(b)).log(),
    "log1p": lambda a, b: (arb(a) + arb(b)).log1p(),
    "sqrt": lambda a, b: (arb(a) + arb(b)).sqrt(),
    "pow": lambda a, b: (arb(b) * arb(a).log()).exp() if a else arb(0),
}

Ball = namedtuple("Ball", ["high", "low", "exponent", "radius"])


class Tally:
    """What is found of one function."""

    def __init__(self):
        self.calls = self.values = self.misses = self.undetermined = 0
        self.rounded = self.misrounded = self.unrounded = 0
        self.closeness = self.radius = 0.0
        self.counts = None

    def row(self, name):
        radius = f"2^{math.log2(self.radius):.1f}" if self.radius else "0"
        counts = self.counts or ["-"] * 3
        return (
            f"{name:42}{self.calls:9}{self.values:10}{self.misses:7}{self.undetermined:6}"
            f"{self.closeness:8.3f} {radius:>8}{self.rounded:10}{self.misrounded:6}"
            f"{self.unrounded:6}{counts[1]:>8}{counts[2]:>6}"
        )


# What the columns count: calls and values, enclosures that miss, values that Arb leaves open,
# the largest error over radius, the largest relative radius, roundings, wrong ones, those
# that Arb leaves open, and what our first arithmetic left open and none decided.
HEAD = (
    f"{'':42}{'calls':>9}{'values':>10}{'misses':>7}{'open':>6}{'err/rad':>8} {'radius':>8}"
    f"{'rounded':>10}{'wrong':>6}{'open':>6}{'escal.':>8}{'undec':>6}"
)


def argument(text):
    shape, *numbers = text.split(" ")
    values = [float.fromhex(number) for number in numbers]
    if shape == "()":
        return values[0]
    lengths = [int(length) for length in shape.split("x")]
    for length in reversed(lengths[1:]):
        count = len(values) // length if length else 0
        values = [values[i * length : (i + 1) * length] for i in range(count)]
    return values


def ball(text):
    high, low, exponent, radius = text.split(" ")
    return Ball(*map(float.fromhex, (high, low)), int(exponent), float.fromhex(radius))


def power(exponent):
    return arb((1, exponent))


def judged(tally, enclosure, truth):
    """Whether a ball certainly holds a value; None if the value is not known well enough."""
    if not math.isfinite(enclosure.high):
        if isinstance(truth, float):
            return truth == enclosure.high or math.isnan(truth) and math.isnan(enclosure.high)
        return None if not truth.is_finite() else False
    if isinstance(truth, float) or not truth.is_finite():
        return None
    if not math.isfinite(enclosure.radius):
        return True
    error = abs(truth * power(-enclosure.exponent) - (arb(enclosure.high) + arb(enclosure.low)))
    radius = arb(enclosure.radius)
    if error <= radius:
        if enclosure.radius and enclosure.exponent > TINY:
            tally.closeness = max(tally.closeness, float((error / radius).mid()))
        return True
    return False if error > radius else None


def nearest(integer, exponent, bits, least, greatest):
    """Rounds integer * 2**exponent to a format, ties to even."""
    sign = -1.0 if integer < 0 else 1.0
    magnitude = abs(integer)
    if not magnitude:
        return 0.0
    quantum = max(magnitude.bit_length() + exponent - 1, least) - bits + 1
    shift = quantum - exponent
    if shift > magnitude.bit_length() + 1:
        return 0.0
    if shift > 0:
        kept, lost = magnitude >> shift, magnitude & ((1 << shift) - 1)
        half = 1 << (shift - 1)
        kept += lost > half or (lost == half and kept & 1)
    else:
        kept = magnitude << -shift
    if kept.bit_length() + quantum - 1 > greatest:
        return sign * math.inf
    return sign * math.ldexp(kept, quantum)


def rounding(truth, form):
    """The one value that a ball rounds to, or None."""
    if isinstance(truth, float):
        return truth
    if not truth.is_finite():
        return None
    middle, exponent = (int(part) for part in truth.mid().man_exp())
    radius, scale = (int(part) for part in truth.rad().man_exp())
    if radius and exponent + middle.bit_length() < scale:
        middle, exponent, radius = 0, scale, radius + 1
    base = min(exponent, scale) if radius else exponent
    if exponent - base > 200_000 or radius and scale - base > 200_000:
        return None
    middle <<= exponent - base
    radius <<= (scale - base) if radius else 0
    ends = {nearest(middle - radius, base, *form), nearest(middle + radius, base, *form)}
    return ends.pop() if len(ends) == 1 else None


def vanishes(enclosure, truth):
    """Whether both say zero: no number of bits proves that a sum that cancels is none else."""
    return (
        enclosure.high == 0 == enclosure.radius
        and not isinstance(truth, float)
        and truth.contains(0)
        and abs(truth) < power(-1000)
    )


def same(a, b):
    return a == b or math.isnan(a) and math.isnan(b)


def check(tally, function, arguments, balls, roundings):
    """Checks one call, with more and more bits for what is not decided."""
    tally.calls += 1
    tally.values += len(balls)
    for enclosure in balls:
        if enclosure.high and math.isfinite(enclosure.high) and enclosure.exponent > TINY:
            tally.radius = max(tally.radius, enclosure.radius / abs(enclosure.high))
    open_balls = set(range(len(balls)))
    open_roundings = {(i, k) for i in range(len(roundings)) for k in range(len(FORMATS))}
    tally.rounded += len(open_roundings)
    for precision in PRECISIONS:
        ctx.prec = precision
        truths = function(*arguments)
        if precision > PRECISIONS[0]:
            zeros = {i for i, b in enumerate(balls) if vanishes(b, truths[i])}
            open_balls -= zeros
            open_roundings = {(i, k) for i, k in open_roundings if i not in zeros}
        for i in list(open_balls):
            verdict = judged(tally, balls[i], truths[i])
            if verdict is not None:
                open_balls.discard(i)
            if verdict is False:
                tally.misses += 1
        for i, k in list(open_roundings):
            expected = rounding(truths[i], FORMATS[k])
            if expected is not None:
                open_roundings.discard((i, k))
                tally.misrounded += not same(expected, roundings[i][k])
        if not open_balls and not open_roundings:
            return
    tally.undetermined += len(open_balls)
    # Half-way between two values, or so close to it that no precision here decides.
    tally.unrounded += len(open_roundings)


def verify(name, seed, count):
    tally = Tally()
    if name in FUNCTIONS:
        function = FUNCTIONS[name]
    else:
        function = OPERATIONS[name].definition
    command = [str(BENCHMARKS), "enclosures", name, str(seed), str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            parts = line.rstrip("\n").split(" | ")
            if line.startswith("# "):
                tally.counts = line.split()[1:]
                continue
            arguments = [argument(text) for text in parts[0].split(" ; ")]
            balls = [ball(text) for text in parts[1].split(" ; ") if text]
            roundings = []
            if len(parts) > 2:
                roundings = [
                    [float.fromhex(x) for x in text.split(" ")]
                    for text in parts[2].split(" ; ")
                    if text
                ]
            if name in FUNCTIONS:
                check(tally, lambda a, b: [function(a, b)], arguments, balls, roundings)
            else:
                check(tally, function, arguments, balls, roundings)
    if process.returncode:
        print(f"{name}: not printed by softmax-laws-benchmarks", file=sys.stderr)
        tally.misses += 1
    return tally


def option(arguments, name, default):
    if name not in arguments:
        return default
    place = arguments.index(name)
    value = int(arguments[place + 1])
    del arguments[place : place + 2]
    return value


def main(arguments):
    functions = option(arguments, "--functions", 1_000_000)
    operations = option(arguments, "--operations", 100_000)
    seed = option(arguments, "--seed", 1)
    names = arguments or [*FUNCTIONS, *OPERATIONS]
    for name in names:
        if name not in FUNCTIONS and name not in OPERATIONS:
            print(f"{name}: neither a function nor an operation\n\n{__doc__}", file=sys.stderr)
            return 64
    print(HEAD, flush=True)
    failures = 0
    for name in names:
        tally = verify(name, seed, functions if name in FUNCTIONS else operations)
        print(tally.row(name), flush=True)
        failures += tally.misses + tally.misrounded
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
