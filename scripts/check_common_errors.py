#!/usr/bin/env python3
"""Runs the lints over the examples of docs/common_errors.md: each wrong one must be found, each right one pass.

So the document cannot promise what no lint does, and a lint that stops finding anything fails.
An entry reads:  ## Heading … Lint: `check_name` on `path/file.cpp` … ```cpp // wrong ``` … ```cpp // right ```
"""
import importlib
import re
import sys

from sources import ROOT

DOCUMENT = "docs/common_errors.md"
LINT = re.compile(r"^Lint: `(check_\w+)` on `([^`]+)`", re.MULTILINE)
EXAMPLE = re.compile(r"```cpp\n// (wrong|right)\n(.*?)```", re.DOTALL)


def anchor_of(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def failures_of(heading, body):
    lint = LINT.search(body)
    examples = EXAMPLE.findall(body)
    if {kind for kind, _ in examples} != {"wrong", "right"}:
        yield f"{heading}: needs an example that is wrong and one that is right"
    if not lint:
        return
    findings_of = importlib.import_module(lint.group(1)).findings_of
    for kind, code in examples:
        entries = {each.entry for each in findings_of(lint.group(2), code)}
        if kind == "wrong" and anchor_of(heading) not in entries:
            yield f"{heading}: {lint.group(1)} does not find the wrong example"
        if kind == "right" and entries:
            yield f"{heading}: {lint.group(1)} objects to the right example: {', '.join(sorted(entries))}"


def main():
    entries = re.split(r"^## ", (ROOT / DOCUMENT).read_text(), flags=re.MULTILINE)[1:]
    found = []
    headings = set()
    for entry in entries:
        heading, _, body = entry.partition("\n")
        headings.add(anchor_of(heading))
        found += failures_of(heading, body)

    for name in ("check_coroutines", "check_idioms"):
        for rule in importlib.import_module(name).RULES:
            if rule.entry not in headings:
                found.append(f"{name} names an entry that is not there: {rule.entry}")
    if not entries:
        found.append(f"{DOCUMENT} has no entries")
    print("\n".join(found) if found else f"{len(entries)} entries, lints and examples agree")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
