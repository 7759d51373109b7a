#!/usr/bin/env python3
"""Fails on code that compiles, passes a casual test and is wrong here all the same."""
import re
import sys

from sources import broken, check, rule, tracked

RULES = [
    rule("reading-into-the-parsers-message", "reads into the parser's message: its limits are not applied",
         re.compile(r"\basync_read(_header)?\s*\([^;]*\.get\(\)\s*[,)]")),
    rule("an-umbrella-header", "umbrella header: several seconds in every file that sees it",
         re.compile(r"#\s*include\s*<boost/(asio|beast|url|system)\.hpp>")),
    rule("dumping-json-that-may-hold-invalid-utf-8", "dump() throws on invalid UTF-8: pass error_handler_t::replace",
         re.compile(r"(?<!\w)(?:\w|\.|->|\)|\])*(?:\.|->)dump\s*\(\s*(?:-?\d+\s*)?\)"),
         where=r"(adapters|src)/.*\.[hc]pp"),
    rule("json-read-by-exceptions", "parse() throws on bad input: parse with allow_exceptions = false, look types up",
         re.compile(r"\bjson::parse\s*\((?![^;]*,\s*(?:nullptr|\w+)\s*,\s*false)"),
         where=r"(adapters|src)/.*\.[hc]pp"),
    rule("a-discarded-failure", "asio::detached swallows the exception: hand the coroutine to a task_group",
         re.compile(r"\basio::detached\b"), where=r"src/.*\.[hc]pp"),
    rule("a-test-that-sleeps", "a test that sleeps: wait for the condition",
         re.compile(r"\bsleep_for\s*\((?!\s*(?:\d|10)ms\s*\))|\bsleep_until\b|\busleep\s*\("), where=r"tests/.*\.[hc]pp"),
    rule("a-namespace-opened-for-everybody", "using namespace at file scope",
         re.compile(r"^using\s+namespace\b(?!\s+(?:std::)?(?:literals|[\w:]*_literals|[\w:]*awaitable_operators))", re.MULTILINE),
         where=r"(conversations|adapters|src)/.*\.[hc]pp|tests/.*\.hpp"),
    rule("a-namespace-opened-for-everybody", "namespace detail: use an anonymous namespace in the .cpp",
         re.compile(r"\bnamespace\s+(\w+::)*detail\b")),
]


def findings_of(path, text):
    return broken(RULES, path, text)


if __name__ == "__main__":
    sys.exit(check(tracked(r"(conversations|adapters|src|tests|bench)/.*\.[hc]pp"), findings_of))
