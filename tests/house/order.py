#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The order of the house: top level, licence lines, read-me files, test names, doubled tests of characters and types. order.py ROOT prints what is wrong."""
import collections
import pathlib
import re
import subprocess
import sys

TOP = {"CMakeLists.txt", "app", "libsubs", "tests", "samples", "seeds", "README.md", "LICENSES"}
CODE = (".cpp", ".h", ".py", ".cmake", "CMakeLists.txt")


def tracked(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, check=False).stdout.decode()
    return [name for name in listed.split("\0") if name and (root / name).is_file()]


def licence_of(name):
    return "GPL-3.0-or-later" if name.startswith("app/") else "MIT"


def wrong_top_level(names):
    for top in sorted({name.split("/")[0] for name in names}):
        if top not in TOP and not top.startswith("."):
            yield f"{top}: does not belong at the top level"


def wrong_licence_lines(root, names):
    for name in names:
        if name.endswith(CODE) and name != "CMakeLists.txt":
            head = (root / name).read_text(encoding="utf-8")[:300]
            if f"SPDX-License-Identifier: {licence_of(name)}" not in head:
                yield f"{name}: its beginning does not say SPDX-License-Identifier: {licence_of(name)}"


def is_explained_above(folder):
    """The two halves of a module share its README.md, a golden case its kind's, what the editor shows the editor's."""
    return bool(re.match(r"libsubs/include|app/\w+(/player)?/(src$|include)|app/editor/resources|tests/golden/\w+|LICENSES$", folder))


def missing_read_me(names):
    for folder in sorted({str(pathlib.PurePosixPath(name).parent) for name in names}):
        if f"{folder}/README.md" not in names and not is_explained_above(folder) and folder != ".":
            yield f"{folder}: has no README.md"


def split_test_names(root, names):
    for name in names:
        if name.startswith("tests/") and name.endswith(".cpp"):
            for title in re.findall(r'TEST_CASE\(\s*"([^"]*)"', (root / name).read_text(encoding="utf-8")):
                if ";" in title:
                    yield f'{name}: "{title}" holds a semicolon, which splits a test in two'


def doubled_character_tests(root, names):
    """Of the text folder: a test of one character is defined once, and what means something else has another name."""
    places = collections.defaultdict(set)
    for name in names:
        if re.fullmatch(r"libsubs/src/text/\w+\.(cpp|h)", name):
            for test in re.findall(r"^(?:constexpr |inline )*bool (\w+)\((?:char|char32_t|UChar32|Character) \w+\) \{",
                                   (root / name).read_text(encoding="utf-8"), re.MULTILINE):
                places[test].add(name)
    for test, files in sorted(places.items()):
        if len(files) > 1:
            yield f"{test} is defined in {' and '.join(sorted(files))}"


def doubled_types(root, names):
    """Of two headers that define a type of one name, a file could include one and be linked with the other."""
    places = collections.defaultdict(set)
    for name in names:
        if not name.endswith(".h"):
            continue
        spaces = []
        for line in (root / name).read_text(encoding="utf-8").splitlines():
            if opened := re.match(r"namespace ([\w:]+) \{$", line):
                spaces.append(opened[1])
            elif line.startswith("}  // namespace") and spaces:
                spaces.pop()
            elif defined := re.match(r"(?:template <.*> )?(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;]*)? \{", line):
                places["::".join([*spaces, defined[1]])].add(name)
    for kind, files in sorted(places.items()):
        if len(files) > 1:
            yield f"{kind} is defined in {' and '.join(sorted(files))}"


def main():
    root = pathlib.Path(sys.argv[1])
    names = tracked(root)
    if not names:
        print("not a checkout: nothing to look at")
        return 0
    wrong = [*wrong_top_level(names), *wrong_licence_lines(root, names), *missing_read_me(names),
             *split_test_names(root, names), *doubled_character_tests(root, names), *doubled_types(root, names)]
    print("\n".join(wrong) if wrong else f"{len(names)} files in order")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
