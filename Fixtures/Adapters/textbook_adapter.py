"""The formulas of the textbook, in Python alone, behind the process protocol of SoftmaxLaws.

Nothing has to be installed, so it is the quickest way to see the suite at work on a
program of another language, and the shortest adapter to begin one's own from.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()

import math
import platform
import struct


def softmax(x):
    greatest = max(x)
    weights = [math.exp(entry - greatest) for entry in x]
    total = sum(weights)
    return [weight / total for weight in weights]


def log_sum_exp(x):
    greatest = max(x)
    if math.isinf(greatest) and not any(map(math.isnan, x)):
        return greatest  # no mass at all, or all of it
    return greatest + math.log(sum(math.exp(entry - greatest) for entry in x))


def log_softmax(x):
    """Shifts first: the difference to log-sum-exp would lose what a large offset hides."""
    greatest = max(x)
    normalizer = math.log(sum(math.exp(entry - greatest) for entry in x))
    return [(entry - greatest) - normalizer for entry in x]


def sigmoid(x):
    """Two branches, because the exponential of a great number is an error in Python."""
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))


def softplus(x):
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


# The name of an operation: the function of one row.
OPERATIONS = {
    "softmax": lambda x: softmax(x),
    "logSoftmax": lambda x: log_softmax(x),
    "logSumExp": lambda x: log_sum_exp(x),
    "scaledSoftmax": lambda x, scale: softmax([scale * entry for entry in x]),
    "sigmoid": lambda x: [sigmoid(entry) for entry in x],
    "softplus": lambda x: [softplus(entry) for entry in x],
}


def rows_of(argument, rows):
    """The numbers of each row; a scalar's is one number."""
    size = math.prod(argument["shape"])
    values = struct.unpack(f">{rows * size}d", bytes.fromhex(argument["bits"]))
    if not argument["shape"]:
        return list(values)
    return [values[row * size:(row + 1) * size] for row in range(rows)]


def call(request):
    rows, function = request["rows"], OPERATIONS[request["call"]]
    arguments = {name: rows_of(value, rows) for name, value in request["args"].items()}
    results, errors, shape = [], {}, []
    if request["call"] != "logSumExp":
        shape = request["args"]["x"]["shape"]
    for row in range(rows):
        try:
            result = function(**{name: values[row] for name, values in arguments.items()})
        except (ArithmeticError, ValueError) as error:
            # One row that Python refuses does not cost the others.
            errors[str(row)] = str(error)
            result = [0.0] * shape[0] if shape else 0.0
        results += result if shape else [result]
    answer = {"shape": shape, "bits": struct.pack(f">{len(results)}d", *results).hex()}
    return {**answer, "rowErrors": errors} if errors else answer


serve(channel, {
    "name": "textbook", "version": platform.python_version(), "language": "python",
    "operations": {name: ["binary64"] for name in OPERATIONS},
    "claims": {"algorithm": "shiftDiv", "sigmoid": "twoBranch", "logSumExp": "log",
               "subnormals": "gradual", "fullyMasked": "nan"},
}, call)
