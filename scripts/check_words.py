#!/usr/bin/env python3
"""Fails on words that must not stand in the project: unfinished work, one machine's paths, one registry's hosts; and
on words for people that stand outside the catalogue, where no other language would have them."""
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
# Two words in a row, in a literal of code that speaks to people.
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
PROSE = re.compile(r"[A-Za-z]{2,}[,;:.]? [a-z]{2,}")
# Examples of commands, which stay English, and media types.
OF_A_MACHINE = re.compile(r"^ (?:start|export|language|settle|extend) |; charset=")
SPEAKS_TO_PEOPLE = re.compile(r"conversations/(?:words|assessment|decision|export)/.*\.[hc]pp|adapters/slack/.*\.[hc]pp")
# The catalogue itself; what people type; and what only operators and developers read.
OTHERWISE = re.compile(
    r"conversations/words/(?:english|german)/.*|conversations/words/wording\.hpp"
    r"|conversations/assessment/(?:recognizer|read_state|json_fields)\.[hc]pp"
    r"|conversations/decision/(?:check_answer|document_reader|scenarios)\.cpp"
    r"|adapters/slack/(?:signature|slack_platform)\.cpp")
COMMENT = re.compile(r"//[^\n]*")


def prose_outside_the_catalogue(path, text):
    if not SPEAKS_TO_PEOPLE.fullmatch(path) or OTHERWISE.fullmatch(path):
        return
    for number, line in enumerate(text.splitlines(), 1):
        literals = LITERAL.findall(COMMENT.sub("", line))
        if any(PROSE.search(each) and not OF_A_MACHINE.search(each) for each in literals):
            yield finding(path, number, "words for people outside the catalogue: conversations/words/catalogue.hpp")


def findings_of(path, text):
    yield from prose_outside_the_catalogue(path, text)
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, what in FORBIDDEN:
            if pattern.search(line):
                yield finding(path, number, what)
    if EMPTY_NAMES.search(path):
        yield finding(path, 1, "a file name that says nothing about what is in it", "a-name-that-says-nothing")


if __name__ == "__main__":
    text_files = r"(?!.*package-lock\.json$).*(?:\.(?:[hc]pp|mjs|js|py|css|html|md|json|cmake|txt|yaml|yml)|CMakeLists\.txt|Dockerfile|scripts/\w+|\.ci/run)"
    sys.exit(check(tracked(text_files), findings_of))
