#!/usr/bin/env python3
"""Fails when a file includes what its layer may not see.

Each layer is its own include root, so CMake already hides one layer's headers from another. It cannot
hide what Debian installs in /usr/include, nor stop the domain from reading a clock.
"""
import re
import sys

from sources import check, code_of, finding, tracked

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)

CONVERSATIONS = {"guide", "decision", "assessment", "export", "words"}

WAITING = {
    "thread", "mutex", "shared_mutex", "condition_variable", "future", "semaphore", "latch", "barrier",
    "stop_token", "fstream", "iostream", "filesystem", "cstdio", "stdio.h", "coroutine", "csignal"}
CHANCE_AND_TIME = {"random", "ctime", "time.h"}


class layer:
    def __init__(self, folders, system, banned):
        self.folders = folders  # first part of an include in quotes; None: CMake's include roots are enough
        self.system = system    # a header with a slash or a dot it may include in angle brackets
        self.banned = banned    # standard headers it may not


PURE_ADAPTER = r"nlohmann/json(_fwd)?\.hpp|openssl/\w+\.h|boost/(system|assert|url)(/.*)?\.hpp"
LAYERS = {
    "conversations": layer(CONVERSATIONS, r"nlohmann/json(_fwd)?\.hpp", WAITING | CHANCE_AND_TIME | {"chrono"}),
    "adapters/channel": layer(CONVERSATIONS | {"channel"}, PURE_ADAPTER, WAITING | CHANCE_AND_TIME),
    "adapters/slack": layer(CONVERSATIONS | {"channel", "slack"}, PURE_ADAPTER, WAITING | CHANCE_AND_TIME),
    "adapters/teams": layer(CONVERSATIONS | {"channel", "teams"}, PURE_ADAPTER, WAITING | CHANCE_AND_TIME),
    "adapters/playground": layer(CONVERSATIONS | {"channel", "playground"}, PURE_ADAPTER, WAITING | CHANCE_AND_TIME),
    "src": layer(None, r".*", set()),
}


def findings_of(path, text):
    name = next((each for each in LAYERS if path.startswith(each + "/")), None)
    if name is None:
        return
    rules = LAYERS[name]
    code = re.sub(r"//[^\n]*|/\*.*?\*/", lambda hit: "\n" * hit.group().count("\n"), text, flags=re.DOTALL)
    for hit in INCLUDE.finditer(code):
        opener, header = hit.groups()
        line = code.count("\n", 0, hit.start()) + 1
        if opener == '"':
            visible = "/" not in header or rules.folders is None or header.split("/")[0] in rules.folders
            if not visible or ".." in header:
                yield finding(path, line, f'{name} may not include "{header}"', "reaching-into-a-lower-layer")
        elif re.fullmatch(r"[a-z_]+|std\w+\.h|time\.h", header):
            if header in rules.banned:
                yield finding(path, line, f"{name} may not include <{header}>", "reaching-into-a-lower-layer")
        elif not re.fullmatch(rules.system, header):
            yield finding(path, line, f"{name} may not include <{header}>", "reaching-into-a-lower-layer")
    if name != "src":
        for hit in re.finditer(r"\b(system_clock|steady_clock|high_resolution_clock)\s*::\s*now\b|\bgetenv\b", code_of(text)):
            line = code_of(text).count("\n", 0, hit.start()) + 1
            yield finding(path, line, f"{name} may not ask the machine: {hit.group()}", "reading-a-clock-in-the-domain")


if __name__ == "__main__":
    sys.exit(check(tracked(r"(conversations|adapters|src)/.*\.[hc]pp"), findings_of))
