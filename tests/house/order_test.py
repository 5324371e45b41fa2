#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""That the check of the order finds what it is there for, planted in an empty tree."""
import pathlib
import tempfile
import unittest

import order

MIT = "// SPDX-License-Identifier: MIT\n"


class Order(unittest.TestCase):
    def test_a_stranger_at_the_top_is_found(self):
        self.assertEqual(list(order.wrong_top_level(["docs/a.md", "app/run", ".gitignore", "README.md"])),
                         ["docs: does not belong at the top level"])

    def test_a_folder_without_read_me_is_found(self):
        for folder in ("libsubs/src/qc/rules", "tests/text", "seeds/styles", "samples", "app/editor", ".ci"):
            with self.subTest(folder=folder):
                self.assertEqual(list(order.missing_read_me([f"{folder}/a.cpp"])), [f"{folder}: has no README.md"])
                self.assertEqual(list(order.missing_read_me([f"{folder}/a.cpp", f"{folder}/README.md"])), [])

    def test_halves_of_a_module_and_golden_cases_need_none(self):
        self.assertEqual(list(order.missing_read_me(
            ["CMakeLists.txt", "app/cli/src/a.cpp", "app/editor/player/include/subs/a.h", "libsubs/include/subs/qc/a.h",
             "tests/golden/srt/crlf/in.srt", "LICENSES/MIT.txt"])), [])

    def test_a_wrong_licence_line_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in ("app/a.cpp", "libsubs/a.cpp"):
                (root / name).parent.mkdir()
                (root / name).write_text(MIT)
            found = list(order.wrong_licence_lines(root, ["app/a.cpp", "libsubs/a.cpp"]))
        self.assertEqual(len(found), 1)
        self.assertIn("app/a.cpp", found[0])

    def test_a_test_name_that_would_be_split_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "tests").mkdir()
            (root / "tests/a_test.cpp").write_text('TEST_CASE("one; two", "[x]") {}\nTEST_CASE("three") {}\n')
            found = list(order.split_test_names(root, ["tests/a_test.cpp"]))
        self.assertEqual(len(found), 1)

    def test_a_test_of_characters_that_is_there_twice_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            names = ["libsubs/src/text/a.cpp", "libsubs/src/text/b.h"]
            (root / "libsubs/src/text").mkdir(parents=True)
            (root / names[0]).write_text("bool isOpen(char32_t c) {\n}\nbool isShut(char c) {\n}\nbool isShut(Mark m) {\n}\n")
            (root / names[1]).write_text("bool isShut(char32_t c);\nconstexpr bool isOpen(char32_t codePoint) {\n}\n")
            found = list(order.doubled_character_tests(root, names))
        self.assertEqual(found, ["isOpen is defined in libsubs/src/text/a.cpp and libsubs/src/text/b.h"])

    def test_a_type_that_two_headers_define_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            inside = "namespace subs {\n\nstruct Range {\n};\nclass Walk;\nstruct Walk::Step {\n};\n\n}  // namespace subs\n"
            for name, text in (("a.h", inside), ("b.h", inside.replace("struct Range", "class Range final : public Base")),
                               ("c.h", inside.replace("namespace subs", "namespace subs::text")), ("d.cpp", inside)):
                (root / name).write_text(text)
            found = list(order.doubled_types(root, ["a.h", "b.h", "c.h", "d.cpp"]))
        self.assertEqual(found, ["subs::Range is defined in a.h and b.h"])


if __name__ == "__main__":
    unittest.main()
