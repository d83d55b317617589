"""A program that keeps the process protocol and computes softmax, but not always: its first argument names when not.

It tries to deceive by what it remembers: which rows it has seen, how many calls, how many rows a call has.
"""

import math
import struct
import sys

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()
seen, calls = set(), 0

# Whether a row of a call of so many rows is answered wrongly.
FAULTS = {
    "none": lambda row, rows: False,
    "errs once": lambda row, rows: row not in seen,
    "is right once": lambda row, rows: row in seen,
    "tires": lambda row, rows: calls > 60,
    "wakes late": lambda row, rows: calls <= 3,
    "errs in company": lambda row, rows: rows > 1,
    "errs alone": lambda row, rows: rows == 1,
    "alternates": lambda row, rows: calls % 2 == 0,
    "errs rarely": lambda row, rows: calls % 50 == 0,
    "errs in large calls": lambda row, rows: rows > 8,
}
FAULT = FAULTS[sys.argv.pop(1)]


def softmax(row, rows):
    maximum = max(row)
    powers = [math.exp(x - maximum) for x in row]
    result = [p / math.fsum(powers) for p in powers]
    if FAULT(row, rows):
        result[0] *= 1.01
    seen.add(row)
    return result


def call(request):
    global calls
    calls += 1
    x, rows = request["args"]["x"], request["rows"]
    size = x["shape"][0]
    values = struct.unpack(f">{rows * size}d", bytes.fromhex(x["bits"]))
    results = []
    for start in range(0, rows * size, size):
        row = values[start:start + size]
        finite = row and all(map(math.isfinite, row))
        results += softmax(row, rows) if finite else [math.nan] * size
    return {"shape": x["shape"], "bits": struct.pack(f">{rows * size}d", *results).hex()}


serve(channel, {"name": "deceiver", "operations": {"softmax": ["binary64"]}, "claims": {}}, call)
