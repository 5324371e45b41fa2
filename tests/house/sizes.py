#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No function over 60 lines, no file over 500: sizes.py ROOT prints those that are. Lines of a function are counted as
clang-tidy's readability-function-size does, from its opening brace to its closing one; tests count too."""
import pathlib
import re
import subprocess
import sys

LONGEST_FUNCTION = 60
LONGEST_FILE = 500
CODE = (".cpp", ".h", ".py")

# What may hold a brace that opens nothing. Lines stay, so that they can be counted.
OPAQUE = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
NO_FUNCTION = re.compile(r"\s*(?:\w+ )*(?:namespace|class|struct|enum|union|if|for|while|switch|catch|else|do|try)\b")
# What may stand between a function's parameters and its body.
TRAILING = re.compile(r"\)\s*(?:(?:const|noexcept|override|final|mutable|&&?)\s*)*(?:->[^;{}()]*|:[^;]*)?$")


def without_opaque(text):
    return OPAQUE.sub(lambda found: "\n" * found.group().count("\n"), text)


def is_function(head):
    """Whether a block that `head` stands before is the body of a function, a lambda or a test."""
    head = re.sub(r"^\s*#.*$", "", head, flags=re.MULTILINE)
    return bool(TRAILING.search(head.rstrip())) and not NO_FUNCTION.match(head)


def functions(text):
    """(first line, number of lines) of each function's body."""
    text = without_opaque(text)
    line, head, opened = 1, 0, []
    for place, sign in enumerate(text):
        if sign == "\n":
            line += 1
        elif sign == "{":
            opened.append((line, is_function(text[head:place])))
        elif sign == "}" and opened:
            begin, function = opened.pop()
            if function:
                yield begin, line - begin
        if sign in ";{}":
            head = place + 1


def too_large(name, text):
    lines = text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{name}: {lines} lines; is it one idea?"
    if not name.endswith(".py"):
        for begin, length in functions(text):
            if length > LONGEST_FUNCTION:
                yield f"{name}:{begin}: a function of {length} lines"


def main():
    root = pathlib.Path(sys.argv[1])
    listed = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, check=False).stdout.decode()
    names = [name for name in listed.split("\0") if name.endswith(CODE) and (root / name).is_file()]
    found = [line for name in names for line in too_large(name, (root / name).read_text(encoding="utf-8"))]
    print("\n".join(found) if found else f"{len(names)} files of a good size")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
