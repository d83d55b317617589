"""Times the certified softmax of 16 doubles beside Arb, MPFR and libquadmath in C.

    apt-get install gcc libflint-dev libflint-arb-dev libmpfr-dev
    swift build -c release
    python3 Fixtures/Comparisons/compare.py [--rounds N] [--demand | --json]

Every program evaluates the same rows and prints evaluations per second of CPU time. They
take turns, so that what else the machine does falls on all of them; the median of the
rounds counts. A library that is not installed is skipped, and said so. With --demand the
exit status is 1 unless the certified softmax is 8 times as fast as Arb number by number,
and 15 times eight numbers at a time. With --json the medians are printed as JSON and no more.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
BENCHMARKS = FOLDER.parents[1] / ".build" / "release" / "softmax-laws-benchmarks"

# The C programs: name, source, and the libraries to try, newest packaging first.
PROGRAMS = [
    ("Arb, 106 bits", "arb.c", [["-lflint-arb", "-lflint"], ["-lflint"]]),
    ("MPFR, 106 bits", "mpfr.c", [["-lmpfr"]]),
    ("libquadmath, 113 bits", "quadmath.c", [["-lquadmath"]]),
]

# The modes of the benchmark program: name, mode, and repetitions of its 64 rows.
MODES = [
    ("kernel, one by one", "scalar", 2000),
    ("kernel, eight at a time", "vectors", 3000),
    ("kernel, as certified balls", "balls", 1500),
    ("the whole call, tensors and balls", "reference", 1000),
]

DEMANDS = [("kernel, one by one", 8), ("kernel, eight at a time", 15)]


def built(source, libraries, folder):
    """The command that runs a C program, or None if it cannot be built."""
    program = folder / pathlib.Path(source).stem
    for names in libraries:
        command = ["gcc", "-O2", "-o", str(program), str(FOLDER / source), *names, "-lm"]
        try:
            if subprocess.run(command, capture_output=True, check=False).returncode == 0:
                return [str(program), "150"]
        except FileNotFoundError:
            return None
    return None


def contenders(folder):
    commands = {
        name: [str(BENCHMARKS), "softmax", mode, str(count)] for name, mode, count in MODES
    }
    for name, source, libraries in PROGRAMS:
        command = built(source, libraries, folder)
        if command is None:
            print(f"{name}: skipped, gcc or the library's development package is missing", file=sys.stderr)
        else:
            commands[name] = command
    return commands


def rate(command):
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def measured(commands, rounds):
    rates = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            rates[name].append(rate(command))
    return {name: statistics.median(values) for name, values in rates.items()}


def print_table(medians, rounds):
    arb = medians.get("Arb, 106 bits")
    print(f"softmax of 16 doubles, CPU time, median of {rounds} rounds in turn")
    print(f"{'':36}{'a second':>12}{'ns':>8}{'times Arb':>11}")
    for name, median in sorted(medians.items(), key=lambda item: item[1]):
        ratio = f"{median / arb:11.1f}" if arb else ""
        print(f"{name:36}{median:12.0f}{1e9 / median:8.0f}{ratio}")


def main(arguments):
    rounds = int(arguments[arguments.index("--rounds") + 1]) if "--rounds" in arguments else 5
    if not BENCHMARKS.exists():
        print("build it first: swift build -c release", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        medians = measured(contenders(pathlib.Path(folder)), rounds)
    if "--json" in arguments:
        print(json.dumps(medians))
        return 0
    print_table(medians, rounds)
    arb = medians.get("Arb, 106 bits")
    if "--demand" in arguments and arb:
        return 0 if all(medians[name] >= least * arb for name, least in DEMANDS) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
