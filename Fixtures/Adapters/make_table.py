"""Makes RealImplementations.md from reports of `softmax-laws check`.

    softmax-laws check --cases 100 --report torch.jsonl -- python3 Fixtures/Adapters/torch_adapter.py
    python3 Fixtures/Adapters/make_table.py torch.jsonl … > RealImplementations.md

One row a library: how many laws × formats hold, fail for a known reason, fail, are vacuous, are not offered,
with the cases of the laws; below it the worst three operations, by the error divided by its bound
at the smallest input found. What is known is read from KnownIssues/NAME-*.json, a failure that is not there is
counted apart. A report that ends before its summary is said to be incomplete. Reports joined by commas are of one library; where
two have a law in one format, the later stands.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "KnownIssues"))
from update import RED, ratio_of, results_of

HEAD = """# Real implementations

What the laws say of libraries that others wrote, each held to nothing but what its documentation promises. The adapters and the
environments are those of [README.md](README.md); `make_table.py` makes this page from reports. A number counts laws × formats:
those that *hold*, that fail for a *known* reason, listed in `Fixtures/KnownIssues`, that *fail* without one, whose bounds
are too wide to say anything (*vacuous*), and whose operations are *not offered*. *Cases a law* are as many as were asked for; a
law that fails, or has fewer inputs, has fewer. A report is *incomplete* where the run was stopped before its last laws.

The reason of each finding is confirmed at 60 digits, without the suite: for each there is a witness in `Fixtures/KnownIssues`, about
which `confirm.py` asks the library again and compares with mpmath. The call below is the simplest that was found.
"""
KNOWN = pathlib.Path(__file__).resolve().parent.parent / "KnownIssues"


def known_issues(name):
    """The reasons by law and format."""
    reasons = {}
    for path in KNOWN.glob(f"{name}-*.json"):
        for issue in json.loads(path.read_text())["issues"]:
            if "contract" in json.loads(path.read_text()):
                continue  # a file for a stricter contract than the library's own
            for format in issue["formats"]:
                reasons[issue["law"], format] = issue
    return reasons


def lines_of(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text().splitlines()]


def numbers(values):
    return ", ".join(f"{float.fromhex(v):.6g}" for v in values[:3]) + (", …" if values[3:] else "")


def row(paths):
    lines = lines_of(paths[0])
    header = lines[0]["header"]["implementation"]
    results = results_of(paths)
    known = known_issues(header["name"])
    red = [r for r in results if r["verdict"] in RED | {"known"}]
    explained = [r for r in red if (r["law"], r["format"]) in known]

    def count(verdict):
        return sum(r["verdict"] == verdict for r in results)

    complete = "" if "summary" in lines[-1] else " (incomplete)"
    most = sorted({lines_of(path)[0]["header"]["cases"] for path in paths})
    cells = [header["name"], header["version"], count("holds"), len(explained),
             len(red) - len(explained), count("vacuous"), count("unsupported"),
             " to ".join(map(str, most)), sum(r["cases"] for r in results)]
    return "| " + " | ".join(map(str, cells)) + complete + " |", red, known


def findings(red, known):
    """The three worst, each of another reason, with the smallest input of a law that shows it."""
    worst = {}
    for result in sorted(red, key=ratio_of, reverse=True):
        case = result.get("counterexample", {})
        issue = known.get((result["law"], result["format"]), {})
        reason = issue.get("reason", result.get("message") or "not explained")
        if reason in worst or len(worst) == 3:
            continue
        call = f"`{case.get('operation', result['verdict'])}` returned {numbers(case.get('got', []))}"
        link = f" ([discussed]({issue['link']}))" if "link" in issue else ""
        worst[reason] = f"`{result['law']}` in {result['format']}: {reason}{link}. {call}"
    return [f"  {place}. {text}" for place, text in enumerate(worst.values(), 1)]


def main(arguments):
    heads = ["library", "version", "hold", "known", "fail", "vacuous", "not offered",
             "cases a law", "cases"]
    tables = ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |"]
    notes = []
    for argument in arguments:
        line, red, known = row(argument.split(","))
        tables.append(line)
        name = line.split(" | ")[0].removeprefix("| ")
        notes += [f"\n- **{name}**", *(findings(red, known) or ["  no finding"])]
    print("\n".join([HEAD, *tables, "\n## The worst findings", *notes]))


if __name__ == "__main__":
    main(sys.argv[1:])
