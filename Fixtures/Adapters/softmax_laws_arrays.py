"""Numbers of the process protocol as NumPy arrays, for adapters of libraries in Python.

Needs NumPy, and ml_dtypes for bfloat16. An adapter takes standard output before it imports this.
"""

import numpy as np

from softmax_laws_protocol import Unsupported

DTYPES = {"binary16": np.dtype("f2"), "binary32": np.dtype("f4"), "binary64": np.dtype("f8")}
try:
    import ml_dtypes
    DTYPES["bfloat16"] = np.dtype(ml_dtypes.bfloat16)
except ImportError:
    pass
WORDS = {2: np.dtype(">u2"), 4: np.dtype(">u4"), 8: np.dtype(">u8")}


def arguments_of(request):
    """The arguments by name, each with its rows on the first axis."""
    dtype = DTYPES[request["format"]]
    word = WORDS[dtype.itemsize]
    return {
        name: np.frombuffer(bytes.fromhex(argument["bits"]), word).astype(word.newbyteorder("="))
        .view(dtype).reshape(request["rows"], *argument["shape"])
        for name, argument in request["args"].items()
    }


def answer_of(result, format):
    """The answer that an array is, whose rows are on the first axis."""
    own = next(name for name, dtype in DTYPES.items() if dtype == result.dtype)
    word = WORDS[result.dtype.itemsize]
    bits = np.ascontiguousarray(result).view(word.newbyteorder("=")).astype(word)
    answer = {"shape": list(result.shape[1:]), "bits": bits.tobytes().hex()}
    return answer if own == format else {**answer, "format": own}


def hello_operations(operations):
    """The operations of a hello, from a table of formats and functions."""
    return {name: formats for name, (formats, _) in operations.items()}


def caller(operations, to_library=lambda array: array, from_library=np.asarray):
    """What `serve` calls: the table's function on the library's own arrays."""
    def call(request):
        formats, function = operations[request["call"]]
        if request["format"] not in formats:
            raise Unsupported(f"{request['call']} in {request['format']}")
        arguments = {name: to_library(a) for name, a in arguments_of(request).items()}
        with np.errstate(all="ignore"):
            result = from_library(function(**arguments))
        return answer_of(result, request["format"])
    return call
