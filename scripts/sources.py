"""What the lints share: which files there are, their text without comments, and how a finding reads."""
import pathlib
import re
import subprocess
import sys
from typing import Callable, Iterable, NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent

_COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\'',
    re.DOTALL)


class rule(NamedTuple):
    """One thing code must not do. `entry` is its heading's anchor in docs/common_errors.md."""
    entry: str
    why: str
    pattern: re.Pattern
    where: str = r".*\.[hc]pp"  # paths it holds for
    but_not: str = r"(?!)"      # and those it does not


class finding(NamedTuple):
    path: str
    line: int
    what: str
    entry: str = ""

    def __str__(self):
        see = f" (docs/common_errors.md#{self.entry})" if self.entry else ""
        return f"{self.path}:{self.line}: {self.what}{see}"


def tracked(pattern: str) -> list[str]:
    """Files of the project, relative to its root, whose path matches; generated and ignored ones are not ours."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return sorted(path for path in listed if re.fullmatch(pattern, path) and (ROOT / path).is_file())


def code_of(text: str) -> str:
    """C++ with comments and the contents of literals blanked; line numbers stay."""
    def blank(match):
        kept = "\n" * match.group().count("\n")
        if match.group().startswith("/"):
            return kept
        return f'""{kept}' if match.group()[-1] == '"' else "' '"
    return _COMMENT_OR_STRING.sub(blank, text)


def broken(rules: Iterable[rule], path: str, text: str) -> Iterable[finding]:
    """The places in one file, given as its text, that break one of the rules."""
    code = code_of(text)
    for each in rules:
        if not re.fullmatch(each.where, path) or re.fullmatch(each.but_not, path):
            continue
        for hit in each.pattern.finditer(code):
            yield finding(path, code.count("\n", 0, hit.start()) + 1, each.why, each.entry)


def check(files: Iterable[str], findings_of: Callable[[str, str], Iterable[finding]]) -> int:
    """Prints what is wrong in `files`; the exit code for it. A check that saw no file has failed."""
    files = list(files)
    found = [str(each) for path in files for each in findings_of(path, (ROOT / path).read_text())]
    print("\n".join(found) if found else f"{len(files)} files, nothing found")
    if not files:
        print("no file to check: is this a checkout of the project?", file=sys.stderr)
    return 1 if found or not files else 0
