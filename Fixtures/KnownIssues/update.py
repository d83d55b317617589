"""Writes the issues of a file of known issues anew, from a report of `softmax-laws check`.

    softmax-laws check --cases 100 --report report.jsonl -- python3 Fixtures/Adapters/torch_adapter.py
    python3 Fixtures/KnownIssues/update.py Fixtures/KnownIssues/torch-2.13.0.json report.jsonl

The reasons are written by hand, in the file's `reasons`: each with patterns of the laws in which it shows
(and `formats`, if it shows in some only), the reason and a link. A law that fails and has no reason is
printed, and nothing is written: a deviation is found out first and listed then. The largest ratio
that is still known is four times what was seen, as other cases come near the same fault.
"""

import fnmatch
import json
import math
import pathlib
import sys

RED = {"fails", "error", "crashed", "hung", "protocol", "nondeterministic"}


def ratio_of(result):
    """The largest error divided by its bound; infinite where JSON has the greatest double."""
    cases = [result.get("counterexample", {}), result.get("worstCase", {})]
    ratio = max([result.get("worst", 0), *(case.get("ratio", 0) for case in cases)])
    return math.inf if ratio > 1e300 else ratio


def rounded_up(ratio):
    power = 10.0 ** (math.floor(math.log10(ratio)) - 1)
    return float(f"{math.ceil(ratio / power) * power:.2g}")


def matches(reason, result):
    return (any(fnmatch.fnmatchcase(result["law"], law) for law in reason["laws"])
            and result["format"] in reason.get("formats", [result["format"]]))


def results_of(reports):
    """The results of several reports by law and format; of the same ones the later stand."""
    results = {}
    for report in reports:
        for line in pathlib.Path(report).read_text().splitlines():
            result = json.loads(line)
            if "law" in result:
                results[result["law"], result["format"]] = result
    return list(results.values())


def main(path, *reports):
    path = pathlib.Path(path)
    file = json.loads(path.read_text())
    failures = [r for r in results_of(reports) if r["verdict"] in RED | {"known"}]
    issues = []
    unexplained = []
    for result in failures:
        reason = next((r for r in file["reasons"] if matches(r, result)), None)
        if reason is None:
            unexplained.append(result)
            continue
        issue = {"law": result["law"], "formats": [result["format"]]}
        if not math.isinf(ratio_of(result)):
            issue["largestRatio"] = rounded_up(4 * ratio_of(result))
        issue["reason"] = reason["reason"]
        if "link" in reason:
            issue["link"] = reason["link"]
        if result["cases"] > 20:
            issue["isRare"] = True
        issues.append(issue)
    for result in unexplained:
        print(f"{result['law']} in {result['format']} fails, and no reason is given: "
              f"{result.get('counterexample', {}).get('replay', '')}")
    if unexplained:
        return 1
    file["issues"] = issues
    path.write_text(json.dumps(file, indent=2, ensure_ascii=False) + "\n")
    print(f"{path.name}: {len(issues)} issues of {len(file['reasons'])} reasons")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
