#!/usr/bin/env python3
"""Fails on words that must not stand in the project: unfinished work, one machine's paths, one registry's hosts."""
import re
import sys

from sources import check, finding, tracked

FORBIDDEN = [
    (re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b"), "unfinished work: finish it or open an issue"),
    (re.compile(r"(?<![\w.])/(?:work|farm|home/\w+|Users/\w+)/"), "a path of one machine"),
    (re.compile(r"registry\.npmjs|registry\.yarnpkg|deb\.debian\.org|security\.debian\.org"), "a registry's host"),
    (re.compile(r"xox[abprs]-\d{6,}|BEGIN [A-Z ]*PRIVATE KEY"), "looks like a credential"),
]
# Names that say nothing, as a file or as a type.
EMPTY_NAMES = re.compile(r"(?:^|/)(?:\w+_)?(?:utils?|helpers?|managers?|misc|common)(?:_\w+)?\.[hc]pp$")


def findings_of(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, what in FORBIDDEN:
            if pattern.search(line):
                yield finding(path, number, what)
    if EMPTY_NAMES.search(path):
        yield finding(path, 1, "a file name that says nothing about what is in it", "a-name-that-says-nothing")


if __name__ == "__main__":
    text_files = r"(?!.*package-lock\.json$).*(?:\.(?:[hc]pp|mjs|js|py|css|html|md|json|cmake|txt|yaml|yml)|CMakeLists\.txt|Dockerfile|scripts/\w+|\.ci/run)"
    sys.exit(check(tracked(text_files), findings_of))
