"""The throughput of the property engine beside that of Hypothesis, in one run.

    pip install hypothesis
    swift build -c release --product softmax-laws-benchmarks
    python Fixtures/Throughput/compare_with_hypothesis.py

The property is that of `softmax-laws-benchmarks throughput`: softmax of 1 to 16 numbers between
-20 and 20 sums to one and does not change with a shift between -10 and 10. Times are CPU times,
the best of three rounds in turn.
"""

import math
import subprocess
import time
from pathlib import Path

import hypothesis
from hypothesis import strategies

CASES = 2_000
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "softmax-laws-benchmarks"


def softmax(x):
    top = max(x)
    powers = [math.exp(number - top) for number in x]
    total = sum(powers)
    return [power / total for power in powers]


@hypothesis.settings(
    max_examples=CASES, database=None, deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
@hypothesis.given(
    strategies.lists(strategies.floats(-20, 20), min_size=1, max_size=16),
    strategies.floats(-10, 10),
)
def holds(x, shift):
    p = softmax(x)
    q = softmax([number + shift for number in x])
    assert abs(sum(p) - 1) <= 1e-12
    assert max(abs(a - b) for a, b in zip(p, q)) <= 1e-12


def main():
    best = math.inf
    rates = {}
    for _ in range(3):
        start = time.process_time()
        holds()
        best = min(best, time.process_time() - start)
        text = subprocess.run(
            [PROGRAM, "throughput"], check=True, capture_output=True, text=True).stdout
        for line in text.splitlines()[1:]:
            name, rate = line[:25].strip(), float(line[25:].split()[0])
            rates[name] = max(rates.get(name, 0), rate)
    reference = CASES / best
    rates[f"Hypothesis {hypothesis.__version__}"] = reference
    for name, rate in sorted(rates.items(), key=lambda item: item[1]):
        print(f"{name:24} {rate:12,.0f} cases/s  {rate / reference:8,.0f} × Hypothesis")


if __name__ == "__main__":
    main()
