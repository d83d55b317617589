"""Writes the known answers, one file an operation, beside this script.

    pip install python-flint==0.9.0
    python make_known_answers.py [OPERATION ...]

The same script writes the same bytes everywhere.
"""

import pathlib
import sys

import cases_of_classifiers
import cases_of_derivatives
import cases_of_distributions
import cases_of_losses
import cases_of_second_derivatives
import cases_of_sparse_maps
import cases_of_values
import certification
import hexadecimal
from operations import OPERATIONS

FOLDER = pathlib.Path(__file__).resolve().parent
CASES = (
    cases_of_values.CASES
    | cases_of_distributions.CASES
    | cases_of_losses.CASES
    | cases_of_derivatives.CASES
    | cases_of_second_derivatives.CASES
    | cases_of_sparse_maps.CASES
    | cases_of_classifiers.CASES
)

TAGS = {
    "batch": "several rows",
    "borderline": "an entry next to the threshold",
    "cancellation": "the answer is small beside the terms it is made of",
    "constant": "every entry of v is the same",
    "constructed": "answers of few bits, by construction",
    "correlated": "a covariance that is not diagonal",
    "dead": "a unit that no row activates, whose gradient is exactly 0",
    "diagonal": "a diagonal covariance",
    "dominant": "one entry decides, by gaps from 17 up to 10000",
    "equal": "both distributions are the same",
    "far": "an observation far from every class, where all densities underflow",
    "hard": "targets 0 and 1",
    "huge": "entries or their differences near or beyond the largest double",
    "inexact-product": "scale times x is not a double",
    "limit": "infinite arguments or the ends of the interval, answered by the limit",
    "mask": "entries -inf, whose weight is exactly 0",
    "near-tie": "two entries that hardly differ",
    "near-one": "a probability near 1",
    "near-zero": "an argument near 0",
    "one-hot": "v has a single 1",
    "pair": "two ordinary entries",
    "prior": "priors that differ, down to 0",
    "random": "fixed pseudo-random entries",
    "saturated": "one entry has the probability 1",
    "scale": "the scales 1, 1/2, 3, 0.1 and 1000",
    "single": "one entry",
    "soft": "targets between 0 and 1",
    "offset": "a common offset 2^10, 2^24, 2^53, 2^100 or 2^1000",
    "subnormal": "answers that are subnormal in some format",
    "tail": "far from 0",
    "threshold": "around the overflow of exp in binary32 and binary64",
    "ties": "equal entries",
    "tiny": "entries near 0, down to the smallest subnormal",
    "underflow": "answers far below the smallest double",
    "uniform": "all entries equal",
    "unnormalized": "entries whose sum is not 1",
    "zero": "the centre, where the answer is simple",
    "zero-sum": "the entries of v sum to 0",
    "zero-times-log": "0 log 0 = 0",
}


def dimensions(value):
    return [] if isinstance(value, float) else [len(value), *dimensions(value[0])]


def flattened(value):
    if isinstance(value, float):
        return [value]
    return [entry for part in value for entry in flattened(part)]


def shaped(value):
    """Shape and flat entries of a scalar, a vector, a matrix or a stack of matrices."""
    return "x".join(map(str, dimensions(value))) or "()", flattened(value)


def argument_text(name, value):
    shape, entries = shaped(value)
    return " ".join([name, shape, *map(hexadecimal.of_double, entries)])


def line(operation, case):
    names = [argument.partition("[")[0] for argument in operation.arguments.split()]
    try:
        answers = certification.answers(operation.definition, case.arguments, case.zeros)
    except certification.Undetermined as problem:
        raise SystemExit(f"[{case.tag}] {case.arguments}: {problem}") from problem
    arguments = " ; ".join(argument_text(*pair) for pair in zip(names, case.arguments, strict=True))
    return f"[{case.tag}] {arguments} | {' '.join(answers)}"


def head(name, operation, cases):
    tags = sorted({case.tag for case in cases})
    width = max(map(len, tags)) + 2
    return [
        f"# {name}: {', '.join(operation.arguments.split())} -> {operation.result}",
        f"# {operation.formula}",
        "# Inputs are exact doubles; answers are within 2^-132 of themselves, of any exponent.",
        "# Source: make_known_answers.py (Arb balls by python-flint 0.9.0, the definition above).",
        "#",
        *[f"# {f'[{tag}]':{width}} {TAGS[tag]}" for tag in tags],
        "",
    ]


def write(name):
    operation, cases = OPERATIONS[name], CASES[name]()
    lines = head(name, operation, cases) + [line(operation, case) for case in cases]
    (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    print(f"{name}: {len(cases)} cases")


def main():
    for name in sys.argv[1:] or OPERATIONS:
        write(name)


if __name__ == "__main__":
    main()
