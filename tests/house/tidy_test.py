#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What .ci/tidy looks at: in a tree of its own, with stand-ins for cmake, the compiler and clang-tidy (which finds fault with
`bad`)."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

TIDY = pathlib.Path(__file__).resolve().parents[2] / ".ci" / "tidy"
CMAKE = """#!/bin/sh
mkdir -p build/tidy
echo '[{{"file": "{root}/libsubs/src/a.cpp", "command": "ccache clang++ -o a.o -c {root}/libsubs/src/a.cpp"}}]' >build/tidy/compile_commands.json
"""
CLANG = "#!/bin/sh\nprintf 'a.o: libsubs/src/a.cpp \\\\\n  libsubs/a.h\\n'\n"
CLANG_TIDY = """#!/bin/sh
[ "$1" = --version ] && exit
for file; do :; done
echo "$file" >>{calls}
! grep -q bad "$file" || {{ echo "$file:1: fault"; exit 1; }}
"""


class Tidy(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve()
        self.calls = self.root / "calls"
        for name, text in {".clang-tidy": "Checks: '*'\n", "libsubs/src/a.cpp": "good\n", "libsubs/a.h": "1\n",
                           "tools/cmake": CMAKE.format(root=self.root), "tools/clang++": CLANG,
                           "tools/clang-tidy": CLANG_TIDY.format(calls=self.calls)}.items():
            self.write(name, text)
        (self.root / ".ci").mkdir()
        shutil.copy(TIDY, self.root / ".ci" / "tidy")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        if name.startswith("tools/"):
            path.chmod(0o755)

    def tidy(self):
        """(exit status, what was said, how many sources were looked at so far)"""
        path = f"{self.root / 'tools'}:{os.environ['PATH']}"
        result = subprocess.run([self.root / ".ci/tidy", "libsubs/src/a.cpp"], capture_output=True, text=True, check=False,
                                env={**os.environ, "PATH": path})
        return result.returncode, result.stdout, len(self.calls.read_text().splitlines())

    def test_what_passed_is_not_looked_at_again(self):
        self.assertEqual(self.tidy(), (0, "1 sources keep the tidy rules, 1 of them looked at now.\n", 1))
        self.assertEqual(self.tidy(), (0, "1 sources keep the tidy rules, 0 of them looked at now.\n", 1))

    def test_a_change_in_source_or_header_or_rules_is_looked_at(self):
        self.tidy()
        for count, name in enumerate(("libsubs/src/a.cpp", "libsubs/a.h", ".clang-tidy", "libsubs/.clang-tidy"), 2):
            self.write(name, "changed\n")
            self.assertEqual(self.tidy()[2], count, name)

    def test_a_fault_is_told_each_time_until_it_is_mended(self):
        self.write("libsubs/src/a.cpp", "bad\n")
        for count in (1, 2):
            self.assertEqual(self.tidy(), (1, "libsubs/src/a.cpp:1: fault\n1 of 1 sources break the tidy rules.\n", count))


if __name__ == "__main__":
    unittest.main()
