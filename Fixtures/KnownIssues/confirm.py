"""Confirms the witnesses of known issues at 60 digits, independently of the suite.

    python3 Fixtures/KnownIssues/confirm.py Fixtures/KnownIssues/torch-2.13.0.json [--python PATH]
        [--adapter COMMAND] [--record]

Each witness is one call. The library is asked for it once more, through its adapter and the process
protocol, and the true value is computed with mpmath from the formulas of KnownAnswers. A witness
is confirmed if the library returns what is written and errs at least as much as is written: by so
many units in the last place of the true value, or by not being the number that it ought to be.
Without a witness in a file there is nothing to confirm, which is an error.

`--python` names the interpreter of the environment that holds the library, `--adapter` a whole command
instead of the file's; `--record` writes down
what the library returns and by how much it errs, for a new witness.

    pip install mpmath==1.4.1
"""

import json
import pathlib
import shlex
import struct
import subprocess
import sys

import mpmath
from mpmath import mp, mpf

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "KnownAnswers"))
from verify_known_answers import DERIVATIVES, MAPS, nested

# The precision and the least exponent of a format, and the letter that packs it.
FORMATS = {"binary16": (11, -14, "e"), "bfloat16": (8, -126, None), "binary32": (24, -126, "f"),
           "binary64": (53, -1022, "d")}


def to_bits(values, format):
    letter = FORMATS[format][2]
    if letter:
        return struct.pack(f">{len(values)}{letter}", *values).hex()
    return "".join(struct.pack(">f", value).hex()[:4] for value in values)


def from_bits(bits, format):
    letter = FORMATS[format][2]
    if letter:
        data = bytes.fromhex(bits)
        return list(struct.unpack(f">{len(data) // struct.calcsize(letter)}{letter}", data))
    words = [bits[start:start + 4] + "0000" for start in range(0, len(bits), 4)]
    return [struct.unpack(">f", bytes.fromhex(word))[0] for word in words]


class Library:
    """A library behind its adapter."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, cwd=ROOT.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        hello = self.ask({"hello": {"protocols": [1], "suite": "1.0.0"}})["hello"]
        self.title = f"{hello['name']} {hello.get('version', '')}"

    def ask(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("@softmax-laws "):
                return json.loads(line.removeprefix("@softmax-laws "))
        raise EOFError("the adapter ended")

    def evaluate(self, witness):
        format = witness["format"]
        arguments = {
            name: {"shape": shape, "bits": to_bits([float.fromhex(v) for v in values], format)}
            for name, (shape, values) in witness["arguments"].items()}
        answer = self.ask({"id": 1, "call": witness["operation"], "format": format, "rows": 1,
                           "args": arguments})
        return from_bits(answer["bits"], answer.get("format", format))


def number(text):
    return {"inf": mp.inf, "-inf": -mp.inf, "nan": mp.nan}.get(text) or mpf(float.fromhex(text))


def truth(witness):
    """The true values: 60 digits of them, from 400 digits of working precision."""
    if "true" in witness:
        return [number(text) for text in witness["true"]]
    mp.dps = 400
    arguments = [nested([number(v) for v in values], shape)
                 for shape, values in witness["arguments"].values()]
    values = (MAPS | DERIVATIVES)[witness["operation"]](*arguments)
    mp.dps = 60
    return [+v for v in values]


def error_in_ulps(got, true, format):
    """The distance in units in the last place; infinite for a wrong kind of number.

    A true value that rounds beyond the greatest finite number is an infinity.
    """
    if mpmath.isnan(true) or mpmath.isinf(true):
        same = got == true or (mpmath.isnan(true) and got != got)
        return mpf(0) if same else mp.inf
    precision, least, _ = FORMATS[format]
    if abs(true) >= mpf(2) ** (1 - least) * (2 - mpf(2) ** -precision):
        return mpf(0) if got == mp.sign(true) * mp.inf else mp.inf
    if got != got or got in (float("inf"), float("-inf")):
        return mp.inf
    exponent = least if true == 0 else max(int(mpmath.floor(mpmath.log(abs(true), 2))), least)
    return abs(mpf(got) - true) / mpf(2) ** (exponent - precision + 1)


def text(value):
    return "nan" if value != value else str(value) if abs(value) == float("inf") else value.hex()


def confirm(library, witness, record):
    """Prints one witness; tells whether it is confirmed."""
    got, true = library.evaluate(witness), truth(witness)
    errors = [error_in_ulps(g, t, witness["format"]) for g, t in zip(got, true, strict=True)]
    worst = max(range(len(errors)), key=lambda index: errors[index])
    if record:
        witness["got"] = [text(value) for value in got]
        witness["ulps"] = "inf" if errors[worst] == mp.inf else float(mpmath.nstr(
            errors[worst] * mpf("0.99"), 3))
    inputs = "; ".join(f"{name} = {', '.join(str(float.fromhex(v)) for v in values)}"
                       for name, (_, values) in witness["arguments"].items())
    print(f"{witness['operation']} in {witness['format']}: {inputs[:200]}")
    print(f"  returned  {got[worst]!r}")
    print(f"  true      {mpmath.nstr(true[worst], 60)}")
    print(f"  error     {mpmath.nstr(errors[worst], 6)} units in the last place")
    enough = errors[worst] > 0 and errors[worst] >= mpf(witness["ulps"])
    return enough and witness["got"] == [text(value) for value in got]


def main(path, python=None, adapter=None, record=False):
    path = pathlib.Path(path)
    file = json.loads(path.read_text())
    command = shlex.split(adapter or file["adapter"])
    if python and command[0] == "python3":
        command[0] = python
    library = Library(command)
    print(f"{library.title}, which is {file['implementation']} {file['version']} in the file")
    results = [confirm(library, witness, record) for witness in file["witnesses"]]
    library.process.stdin.close()
    if record:
        path.write_text(json.dumps(file, indent=2, ensure_ascii=False) + "\n")
    print(f"{sum(results)} of {len(results)} confirmed")
    return 0 if results and all(results) else 1


def option(name):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], option("--python"), option("--adapter"), "--record" in sys.argv))
