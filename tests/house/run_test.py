#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What app/run and tests/run say last, and what a second build leaves alone: the scripts in a folder of their own, with
stand-ins for cmake, ctest and the editor."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPTS = ["app/run", "tests/run", ".ci/setup", ".ci/build", ".ci/packages"]

CMAKE = """#!/bin/sh
echo "$@" >> {calls}
[ "$1" = --build ] && exit {status}
mkdir -p "$4/bin"
touch "$4/build.ninja"
cp {editor} "$4/bin/subs-editor"
"""
CTEST = '#!/bin/sh\nwhile [ "$1" != --output-log ]; do shift; done\ncat {said} | tee "$2"\nexit {status}\n'
EDITOR = '#!/bin/sh\n[ -z "{picture}" ] || [ "$1" != --screenshot ] || echo PNG > "$2"\nexit {status}\n'

PASSED = "1/2 Test #1: a .....   Passed    0.01 sec\n\n100% tests passed, 0 tests failed out of 2\n\nTotal Test time (real) = 0.02 sec\n"
FAILED = """
33% tests passed, 2 tests failed out of 3

Total Test time (real) = 0.02 sec

The following tests FAILED:
\t  1 - lines are broken (Khmer) (Failed)
\t 12 - house.layers (Timeout)
"""


class Runs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for script in SCRIPTS:
            (self.root / script).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / script, self.root / script)
        (self.root / "tools").mkdir()
        self.calls = self.root / "calls"
        self.editor(status=0)
        self.cmake(status=0)

    def tool(self, name, text):
        path = self.root / "tools" / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def editor(self, status, picture="yes"):
        self.tool("editor", EDITOR.format(status=status, picture=picture))

    def cmake(self, status):
        self.tool("cmake", CMAKE.format(calls=self.calls, status=status, editor=self.root / "tools" / "editor"))

    def ctest(self, said, status):
        (self.root / "said").write_text(said)
        self.tool("ctest", CTEST.format(said=self.root / "said", status=status))

    def run_script(self, script, *arguments, **environment):
        """(exit status, last line) of it."""
        path = f"{self.root / 'tools'}:{os.environ['PATH']}"
        result = subprocess.run([self.root / script, *arguments], text=True, check=False, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, env={"PATH": path, "SUBS_NO_INSTALL": "1", **environment})
        return result.returncode, (result.stdout.splitlines() or [""])[-1]

    def test_passing_tests_end_with_their_number(self):
        self.ctest(PASSED, 0)
        self.assertEqual(self.run_script("tests/run"), (0, "All 2 tests passed."))

    def test_failing_tests_end_with_their_names(self):
        self.ctest(FAILED, 8)
        self.assertEqual(self.run_script("tests/run"),
                         (8, "2 of 3 tests failed: lines are broken (Khmer); house.layers."))

    def test_many_failing_tests_are_not_all_named(self):
        names = "".join(f"\t{n} - t{n} (Failed)\n" for n in range(1, 13))
        self.ctest(f"0% tests passed, 12 tests failed out of 12\nThe following tests FAILED:\n{names}", 8)
        self.assertEqual(self.run_script("tests/run")[1],
                         "12 of 12 tests failed: t1; t2; t3; t4; t5; t6; t7; t8; t9; t10; and 2 more.")

    def test_no_test_of_that_name_is_said(self):
        self.ctest("No tests were found!!!\n", 1)
        self.assertEqual(self.run_script("tests/run", "-R", "nonsense"), (1, "No test was run."))

    def test_a_build_that_fails_ends_both(self):
        self.cmake(status=1)
        self.assertEqual(self.run_script("tests/run"), (1, "Building build/test failed."))
        self.assertEqual(self.run_script("app/run"), (1, "Building build/app failed."))

    def test_the_window_is_drawn_where_there_is_no_display(self):
        self.assertEqual(self.run_script("app/run"),
                         (0, f"There is no display here, so the window is drawn in {self.root}/build/app/window.png"))

    def test_a_file_that_cannot_be_opened_is_said_last(self):
        self.editor(status=2)
        status, last = self.run_script("app/run", "missing.srt")
        self.assertEqual(status, 2)
        self.assertIn("without what could not be opened, is drawn in", last)

    def test_a_picture_that_cannot_be_drawn_is_said_last(self):
        self.run_script("app/run")
        self.editor(status=2, picture="")
        shutil.copy(self.root / "tools" / "editor", self.root / "build/app/bin/subs-editor")
        self.assertEqual(self.run_script("app/run"),
                         (2, "There is no display here, and no picture of the window could be drawn."))

    def test_a_closed_window_is_said_last(self):
        self.assertEqual(self.run_script("app/run", DISPLAY=":7"),
                         (0, f"Subs is closed. Its programs are in {self.root}/build/app/bin"))
        shutil.copy(self.tool("crash", "#!/bin/sh\nexit 9\n"), self.root / "build/app/bin/subs-editor")
        self.assertEqual(self.run_script("app/run", DISPLAY=":7"), (9, "Subs ended with exit status 9."))

    def test_what_is_configured_is_not_configured_again(self):
        build = lambda *options: self.run_script(".ci/build", "x", "--", *options)
        configured = lambda: sum(call.startswith("-S") for call in self.calls.read_text().splitlines())
        build("-DA=1")
        build("-DA=1")
        self.assertEqual(configured(), 1)
        build("-DA=2")
        self.assertEqual(configured(), 2)


if __name__ == "__main__":
    unittest.main()
