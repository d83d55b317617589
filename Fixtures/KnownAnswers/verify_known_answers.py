"""Checks the known answers a second time, with mpmath and other formulas.

    pip install mpmath==1.4.1
    python verify_known_answers.py [--sample N]      N random cases an operation; default all

The maps are evaluated in their stable forms at 60 digits: the maximum subtracted, log1p
and expm1 where they belong. The derivatives come from the maps alone, by a complex step.
Where 60 digits cannot reach an answer, because it cancels further, more are taken, and
the count says so.
"""

import pathlib
import random
import sys

from mpmath import inf, mp, mpf

import hexadecimal
from stable_classifiers import nested
from stable_operations import DERIVATIVES, MAPS

FOLDER = pathlib.Path(__file__).resolve().parent
DIGITS = [60, 400, 1500, 6000, 12_000]
REACH = 10**6


def value(text):
    if text in ("inf", "-inf"):
        return mpf(text)
    significand, exponent = hexadecimal.parts(text)
    return mp.ldexp(mpf(significand), exponent) if significand else mpf(0)


def parse(line):
    left, right = line.split("|")
    tag, _, arguments = left.partition("]")
    values = []
    for argument in arguments.split(";"):
        _, shape, *entries = argument.split()
        flat = [value(entry) for entry in entries]
        values.append(nested(flat, [] if shape == "()" else list(map(int, shape.split("x")))))
    return tag[1:], values, [value(entry) for entry in right.split()]


def agree(got, want, digits):
    if want == 0 or abs(want) == inf:
        return got == want or (want == 0 and abs(got) < mpf(10) ** (400 - digits))
    return abs(got - want) <= mp.ldexp(abs(want), -130)


def holds(name, line, digits):
    mp.dps = digits
    tag, arguments, wanted = parse(line)
    if tag == "limit":
        return limit_holds(name, arguments, wanted)
    got = (MAPS | DERIVATIVES)[name](*arguments)
    return len(got) == len(wanted) and all(
        agree(a, b, digits) for a, b in zip(got, wanted, strict=True)
    )


def limit_holds(name, arguments, wanted):
    """Approaches the limit, to 10^6 or to within 10^-6000 of an end of the interval."""
    if name == "logit":
        edge = mpf(10) ** -6000
        near = [mp.log(edge) if p == 0 else -mp.log(edge) for p in arguments[0]]
    else:
        finite = [max(-mpf(REACH), min(mpf(REACH), a)) for a in arguments[0]]
        near = (MAPS | DERIVATIVES)[name](finite)
    far = [
        a > 10**4 if b == inf else -a > 10**4 if b == -inf else abs(a - b) < 1e-50
        for a, b in zip(near, wanted, strict=True)
    ]
    return all(far)


def first_digits(name, line):
    return next((digits for digits in DIGITS if holds(name, line, digits)), None)


def verify(path, sample):
    text = path.read_text("ascii").splitlines()
    lines = [line for line in text if line and not line.startswith("#")]
    if sample and sample < len(lines):
        lines = random.Random(path.stem).sample(lines, sample)
    reached = [first_digits(path.stem, line) for line in lines]
    for line, digits in zip(lines, reached, strict=True):
        if digits is None:
            print(f"DISAGREES {path.stem}: {line[:160]}")
    more = sum(1 for digits in reached if digits and digits > DIGITS[0])
    bad = reached.count(None)
    print(f"{path.stem}: {len(lines)} cases, {more} with more than 60 digits, {bad} wrong")
    return len(lines), more, bad


def main():
    sample = int(sys.argv[2]) if sys.argv[1:2] == ["--sample"] else 0
    counts = [verify(path, sample) for path in sorted(FOLDER.glob("*.txt"))]
    cases, more, bad = (sum(column) for column in zip(*counts, strict=True))
    print(f"total: {cases} cases, {more} with more than 60 digits, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
