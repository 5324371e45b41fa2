#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""That the check of sizes finds a long function in each of its forms, and takes nothing else for one."""
import unittest

import sizes

BODY = "{\n" + "    work();\n" * 60 + "}"
LONG = [
    "void f() %s",
    "Result<int> Class::f(int a,\n                    int b) const noexcept %s",
    "auto f() -> std::vector<int> %s",
    "Class::Class(int a) : a_(a), b_(std::move(a)) %s",
    "namespace subs {\nint f() %s\n}",
    "struct A {\n    bool operator()(int a) const %s\n};",
    "void f() { each([&](int a) %s); }",
    "void f() { each([](int a) mutable -> int %s); }",
    'TEST_CASE("a brace { in a name", "[x]") %s',
    "void f() /* { */ %s",
]
FINE = [
    "namespace subs %s",
    "class A : public B<int> %s;",
    "enum class A : int %s;",
    "struct A %s;",
    "constexpr std::array kTable = %s;",
    'const char* text = R"(void f() %s)";',
]


class Sizes(unittest.TestCase):
    def test_a_function_of_61_lines_is_found(self):
        for form in LONG:
            with self.subTest(form=form):
                self.assertTrue(list(sizes.too_large("a.cpp", form % BODY)))

    def test_a_function_of_60_lines_is_not_found(self):
        shorter = BODY.replace("    work();\n", "", 1)
        for form in LONG:
            with self.subTest(form=form):
                self.assertEqual(list(sizes.too_large("a.cpp", form % shorter)), [])

    def test_what_is_no_function_may_be_long(self):
        for form in FINE:
            with self.subTest(form=form):
                self.assertEqual(list(sizes.too_large("a.cpp", form % BODY)), [])

    def test_a_comment_or_a_digit_separator_hides_no_brace(self):
        self.assertEqual(list(sizes.functions("void f() { a = 1'000; // }\n}\nvoid g() { b = '}'; }\n")), [(1, 1), (3, 0)])

    def test_a_file_of_501_lines_is_found(self):
        for name in ("a.cpp", "a.h", "a.py"):
            self.assertEqual(len(list(sizes.too_large(name, "int a;\n" * 501))), 1)
            self.assertEqual(list(sizes.too_large(name, "int a;\n" * 500)), [])


if __name__ == "__main__":
    unittest.main()
