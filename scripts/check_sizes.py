#!/usr/bin/env python3
"""Fails on files over 400 lines and functions over 60: a room that large holds more than one idea."""
import re
import sys

from sources import ROOT, check, code_of, finding, tracked

FILE_LINES = 400
FUNCTION_LINES = 60

# A body's opening brace stands alone on its line in this project's style, below a line at the margin.
BODY = re.compile(r"^\{\n(?:.*\n)*?^\}", re.MULTILINE)


def findings_of(path, text):
    lines = text.count("\n")
    if lines > FILE_LINES:
        yield finding(path, lines, f"{lines} lines, {FILE_LINES} are allowed", "a-file-with-two-ideas")
    if not path.endswith((".cpp", ".hpp")):
        return
    code = code_of(text)
    for body in BODY.finditer(code):
        length = body.group().count("\n") - 1
        if length > FUNCTION_LINES:
            line = code.count("\n", 0, body.start()) + 1
            yield finding(path, line, f"a function of {length} lines, {FUNCTION_LINES} are allowed", "a-file-with-two-ideas")


if __name__ == "__main__":
    sys.exit(check(tracked(r"(conversations|adapters|src|tests|bench|scripts)/.*\.(?:[hc]pp|mjs|js|py|css|html)"), findings_of))
