#!/usr/bin/env python3
"""Fails on coroutine spellings that g++ 12.2 miscompiles, and on captures that die before the coroutine.

What goes wrong is a temporary inside the co_await's own expression: a capturing lambda, a braced value,
a ?: with co_await in it (GCC bugs 99576 and 107288). Name the value first, then std::move it in.
"""
import re
import sys

from sources import broken, check, rule, tracked

RULES = [
    rule("a-lambda-inside-a-co_await-expression", "capturing lambda inside a co_await expression",
         re.compile(r"\bco_await\b[^;{}]*?[(,=]\s*\[[^\]\s][^\]]*\]\s*[({]")),
    rule("a-capturing-lambda-that-is-a-coroutine", "a lambda with captures is a coroutine: its captures may die first",
         re.compile(r"\[[^\]\n]+\]\s*(\([^()]*(?:\([^()]*\)[^()]*)*\))?[^;{}()]*->\s*(?:boost::)?(?:asio::)?awaitable\b")),
    rule("co_await-inside-a-conditional-expression", "co_await inside ?:",
         re.compile(r"\?[^;{}]*\bco_await\b|\bco_await\b[^;{}]*\?")),
    rule("a-braced-value-inside-a-co_await-expression", "braced value passed to a co_awaited call",
         re.compile(r"\bco_await\s+[\w:.>-]+\((?:[^;(){}]|\([^()]*\))*?[\w>]*\s*\{[^{}]*[^{}\s][^{}]*\}")),
    rule("co_await-in-a-designated-initialiser", "co_await inside a designated initialiser",
         re.compile(r"[{,]\s*\.\w+\s*=\s*co_await\b")),
    rule("a-default-capture", "default capture in what runs later: name each captured variable",
         re.compile(r"\b(?:post|dispatch|defer|spawn|co_spawn|on_\w+|async_\w+|thread)\s*\((?:[^;{}]|\{\})*?\[\s*[&=]\s*(?:,[^\]]*)?\]"
                    r"|\[\s*=\s*(?:,[^\]]*)?\]\s*[({]"), where=r"(src|tests/src)/.*\.[hc]pp"),
]


def findings_of(path, text):
    return broken(RULES, path, text)


if __name__ == "__main__":
    sys.exit(check(tracked(r"(conversations|adapters|src|tests)/.*\.[hc]pp"), findings_of))
