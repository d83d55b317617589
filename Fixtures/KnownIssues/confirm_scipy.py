"""Confirms the witnesses of scipy-1.17.1-twoBranch.json at 60 digits.

For each witness: what SciPy returns, what mpmath says, and the bound of theorem T5 for a
sigmoid of two branches, exp within 3 units in the last place and gradual underflow. A
witness is confirmed if SciPy returns what is written and is beyond the bound.
"""

import json
import pathlib
import sys

import mpmath
import numpy as np
from scipy.special import expit

FILE = pathlib.Path(__file__).resolve().parent / "scipy-1.17.1-twoBranch.json"
TYPES = {"binary32": (np.float32, 24, -126), "binary64": (np.float64, 53, -1022)}


def confirm(witness):
    """Prints one witness; tells whether it is confirmed."""
    scalar, precision, least = TYPES[witness["format"]]
    x = float.fromhex(witness["x"])
    with np.errstate(all="ignore"):
        got = float(expit(scalar(x)))
    true = 1 / (1 + mpmath.exp(-mpmath.mpf(x)))
    unit = mpmath.mpf(2) ** -precision
    tiny = mpmath.mpf(2) ** (least - precision + 1)
    relative = (1 + unit) / ((1 - 6 * unit * (1 - true)) * (1 - unit)) - 1
    bound = relative * true + 7 * tiny
    error = abs(mpmath.mpf(got) - true)
    print(f"expit({x}) in {witness['format']}")
    print(f"  returned  {got.hex()}")
    print(f"  true      {mpmath.nstr(true, 60)}")
    print(f"  error     {mpmath.nstr(error / bound, 6)} times the bound {mpmath.nstr(bound, 3)}")
    return got == float.fromhex(witness["got"]) and error > bound


def main():
    mpmath.mp.dps = 80
    results = [confirm(witness) for witness in json.loads(FILE.read_text())["witnesses"]]
    print(f"{sum(results)} of {len(results)} confirmed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
