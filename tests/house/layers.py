#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which folder may include what: the arrows of the architecture. layers.py ROOT prints each forbidden #include."""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
QT = r"Q[A-Z]\w*$|Qt\w*/|q[a-z]+\.h$"
FILM = r"ass/|lib(av|sw)\w+/"

CORE = ["base", "time", "text", "model", "format", "edit", "qc", "timing", "store", "job"]
VALUES = ["base", "time", "text", "model"]
# Module of libsubs -> modules that it may include.
ARROWS = {
    "base": ["base"],
    "time": ["base", "time"],
    "text": ["base", "text"],
    "model": VALUES,
    **{module: VALUES + [module] for module in ("format", "edit", "qc", "timing", "store")},
    "job": CORE,
}

# Folder -> what it may not include, and why.
FORBIDDEN = [
    ("libsubs", QT, "the core knows nothing of Qt"),
    ("libsubs", FILM, "the core knows nothing of FFmpeg and libass"),
    ("libsubs", r"subs/(media|session|editor)/", "the core knows nothing of the app"),
    ("libsubs/include", r"unicode/|hb|fontconfig/|libxml/|fmt/|nlohmann/|toml\+\+/|sqlite3", "libraries do not leak into public headers"),
    ("app/cli", QT, "the command line knows nothing of Qt"),
    ("app/cli", FILM, "the command line reaches films through its ports"),
    ("app/cli", r"subs/(session|editor)/", "the command line knows nothing of the editor"),
    ("app/media", QT, "the film library gives plain values"),
    ("app/media", r"subs/(session|editor)/", "the film library knows nothing of the editor"),
    ("app/session", FILM, "the session knows films through its player interface"),
    ("app/session", r"subs/(media|editor)/", "media and session meet in the editor"),
    ("app/session", r"QtWidgets/|Q(Widget|Application|MainWindow|Dialog|\w*Dialog|Label|\w+View|\w+Edit|\w*Button|Style|\w+Style\w*|Menu\w*|\w+Layout|Completer)$",
     "the session has no widgets"),
    ("app/editor", FILM, "the editor reaches films through app/media"),
    ("", r"catch2/", "tests/catch.h alone knows which Catch2 there is"),
    ("", r"\.\./", "paths do not climb"),
]
# Where media is joined to the command table.
EXCEPTIONS = {"tests/catch.h"}


def sources(root):
    for top in ("libsubs", "app", "tests"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp", ".mm", ".hpp", ".inc"):
                yield path.relative_to(root).as_posix(), path


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(2)


def module_of(name):
    found = re.match(r"libsubs/(?:include/subs|src)/(\w+)/", name)
    return found.group(1) if found else None


def violations(root):
    for name, path in sources(root):
        if name in EXCEPTIONS:
            continue
        module = module_of(name)
        for number, included in includes(path):
            for folder, pattern, reason in FORBIDDEN:
                if (name + "/").startswith(folder) and re.match(pattern, included):
                    yield f"{name}:{number}: includes {included}: {reason}"
            inner = re.match(r"subs/(\w+)/", included)
            if module and inner and inner.group(1) in CORE and inner.group(1) not in ARROWS.get(module, CORE):
                yield f"{name}:{number}: includes {included}: {module} may not know {inner.group(1)}"


def main():
    found = list(violations(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "all arrows point one way")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
