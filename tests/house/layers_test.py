#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""That the check of the arrows finds what it is there for: plants one forbidden #include at a time in an empty tree."""
import pathlib
import tempfile
import unittest

import layers

PLANTED = [
    ("libsubs/src/text/a.cpp", "<QString>"),
    ("libsubs/src/text/a.cpp", "<QtCore/qglobal.h>"),
    ("libsubs/src/format/srt/a.cpp", "<ass/ass.h>"),
    ("libsubs/src/job/a.cpp", "<libavformat/avformat.h>"),
    ("libsubs/include/subs/text/a.h", "<unicode/brkiter.h>"),
    ("libsubs/src/base/a.cpp", "<subs/time/time.h>"),
    ("libsubs/src/text/a.cpp", "<subs/time/time.h>"),
    ("libsubs/src/model/a.cpp", "<subs/format/format.h>"),
    ("libsubs/src/qc/a.cpp", "<subs/format/registry.h>"),
    ("libsubs/src/edit/a.cpp", "<subs/job/convert.h>"),
    ("app/cli/a.cpp", "<QString>"),
    ("app/cli/a.cpp", "<subs/session/workspace.h>"),
    ("app/media/src/a.cpp", "<QImage>"),
    ("app/session/src/a.cpp", "<QWidget>"),
    ("app/session/src/a.cpp", "<QTableView>"),
    ("app/session/src/a.cpp", "<subs/media/film.h>"),
    ("app/editor/a.cpp", "<libavutil/frame.h>"),
    ("tests/text/a_test.cpp", "<catch2/catch.hpp>"),
    ("libsubs/src/text/a.cpp", '"../model/b.h"'),
]
ALLOWED = [
    ("libsubs/src/model/a.cpp", "<subs/text/charset.h>"),
    ("libsubs/src/job/a.cpp", "<subs/format/registry.h>"),
    ("libsubs/src/text/a.cpp", "<unicode/brkiter.h>"),
    ("app/session/src/a.cpp", "<QUndoStack>"),
    ("app/editor/a.cpp", "<QMainWindow>"),
    ("app/editor/a.cpp", "<subs/media/film.h>"),
    ("tests/catch.h", "<catch2/catch.hpp>"),
]


def found_in(name, included, form="#include {}\n"):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(form.format(included))
        return list(layers.violations(root))


class Layers(unittest.TestCase):
    def test_each_forbidden_include_is_found(self):
        for name, included in PLANTED:
            with self.subTest(name=name, included=included):
                self.assertEqual(len(found_in(name, included)), 1)

    def test_a_space_after_the_hash_hides_nothing(self):
        self.assertEqual(len(found_in("libsubs/src/text/a.cpp", "<QString>", "#  include {}\n")), 1)

    def test_what_may_be_included_is_not_found(self):
        for name, included in ALLOWED:
            with self.subTest(name=name, included=included):
                self.assertEqual(found_in(name, included), [])


if __name__ == "__main__":
    unittest.main()
