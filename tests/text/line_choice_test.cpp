// SPDX-License-Identifier: MIT
#include <subs/text/line_choice.h>

#include "catch.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>

using namespace subs;

namespace {

/// Places at all spaces, graded by `grades` in turn, plain where it ends.
std::vector<LineBreak> spacesOf(std::string_view text, std::vector<BreakGrade> grades = {}) {
    std::vector<LineBreak> places;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (text[i] != ' ') continue;
        const std::size_t n = places.size();
        places.push_back({i, i + 1, n < grades.size() ? grades[n] : BreakGrade::Plain});
    }
    return places;
}

std::string shown(std::string_view text, const ChosenLines& lines) {
    std::string result;
    std::size_t from = 0;
    for (const LineBreak& taken : lines.breaks) {
        result.append(text.substr(from, taken.end - from)) += '/';
        from = taken.next;
    }
    return result.append(text.substr(from));
}

std::string chosen(std::string_view text,
                   const LineShape& shape,
                   std::vector<BreakGrade> grades = {}) {
    CountRuler ruler(text, CountUnit::CodePoints);
    return shown(text,
                 chosenLines(0, text.size(), spacesOf(text, std::move(grades)), ruler, shape));
}

/// Widths that are not the sum of their parts: a line costs `extra` more than its letters.
class UnevenRuler : public TextRuler {
public:
    explicit UnevenRuler(double extra) : extra_(extra) {}
    double width(std::size_t begin, std::size_t end) override {
        ++asked;
        return static_cast<double>(end - begin) + extra_;
    }
    void distances(std::size_t begin,
                   std::span<const std::uint32_t> offsets,
                   std::vector<double>& result) override {
        result.clear();
        for (const std::uint32_t offset : offsets)
            result.push_back(static_cast<double>(offset - begin));
    }

    int asked = 0;

private:
    double extra_;
};

}  // namespace

TEST_CASE("one line that fits stays one", "[text][lines]") {
    CHECK(chosen("aaa bbb", {.widest = 7}) == "aaa bbb");
    CHECK(chosen("aaa bbb", {.widest = 6}) == "aaa/bbb");
}

TEST_CASE("lines are even where breaks cost the same, the lower one rather the wider",
          "[text][lines]") {
    CHECK(chosen("aaaa bbbb cccc dddd", {.widest = 15}) == "aaaa bbbb/cccc dddd");
    CHECK(chosen("aaa bbb ccc", {.widest = 8}) == "aaa/bbb ccc");
    CHECK(chosen("aaaa bbb ccc", {.widest = 9, .balance = Balance::Even}) == "aaaa/bbb ccc");
    CHECK(chosen("aaa bb ccc", {.widest = 9}) == "aaa/bb ccc");
}

TEST_CASE("a better place draws the break away from the middle, a bad one is left alone",
          "[text][lines]") {
    using enum BreakGrade;
    const LineShape shape{.widest = 30};
    CHECK(chosen("aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa", shape, {Plain, Plain, Best}) ==
          "aaaa aaaa aaaa/aaaa aaaa aaaa aaaa aaaa");
    CHECK(chosen("aaaa aaaa aaaa aaaa aaaa aaaa aa", shape, {Mild, Bad, Bad, Bad, Bad, Bad}) ==
          "aaaa/aaaa aaaa aaaa aaaa aaaa aa");
}

TEST_CASE("a bad place is taken where no other makes the lines fit", "[text][lines]") {
    using enum BreakGrade;
    CHECK(chosen("aaaa aaaa aaaa", {.widest = 9}, {Bad, Bad}) == "aaaa/aaaa aaaa");
}

TEST_CASE("a third line is taken only where two do not fit and three are allowed",
          "[text][lines]") {
    const std::string text = "aaaa bbbb cccc";
    CHECK(chosen(text, {.widest = 9, .mostLines = 3}) == "aaaa/bbbb cccc");
    CHECK(chosen(text, {.widest = 5, .mostLines = 3}) == "aaaa/bbbb/cccc");
    CHECK(chosen(text, {.widest = 5, .mostLines = 2}) == "aaaa/bbbb cccc");
    CHECK(chosen(text, {.widest = 5, .mostLines = 1}) == text);
}

TEST_CASE("a third line is taken rather than a bad place, if three are allowed", "[text][lines]") {
    const std::vector<BreakGrade> grades{BreakGrade::Plain, BreakGrade::Bad, BreakGrade::Plain};
    CHECK(chosen("aaaa bb cc dddd", {8, 3}, grades) == "aaaa/bb cc/dddd");
    CHECK(chosen("aaaa bb cc dddd", {8, 2}, grades) == "aaaa bb/cc dddd");
    CHECK(chosen("aaaa bb cc dddd", {10, 3}, grades) == "aaaa/bb cc dddd");
}

TEST_CASE("where nothing fits the lines run over least, and that is said", "[text][lines]") {
    const std::string text = "aaaaaaaaaaaa bb cc dd";
    CountRuler ruler(text, CountUnit::CodePoints);
    const ChosenLines lines =
        chosenLines(0, text.size(), spacesOf(text), ruler, {.widest = 6, .mostLines = 2});
    CHECK(shown(text, lines) == "aaaaaaaaaaaa/bb cc dd");
    CHECK_FALSE(lines.fits);
    CHECK(lines.width == 12);
}

TEST_CASE("a line that fits was measured, whatever the estimate says", "[text][lines]") {
    const std::string text = "aaaa bbbb cccc dddd";
    for (const double extra : {-0.8, -0.5, 0.0, 0.5, 0.8}) {
        CAPTURE(extra);
        UnevenRuler ruler(extra);
        const ChosenLines lines =
            chosenLines(0, text.size(), spacesOf(text), ruler, {.widest = 9.2});
        CHECK(lines.fits == (extra <= 0.2));
        CHECK(lines.width == 9 + extra);
    }
}

TEST_CASE("what is narrower by far is not measured", "[text][lines]") {
    const std::string text = "aaaa bbbb";
    UnevenRuler ruler(0);
    CHECK(chosenLines(0, text.size(), spacesOf(text), ruler, {.widest = 20}).fits);
    CHECK(ruler.asked == 0);
}

TEST_CASE("lines fit wherever a legal break makes them fit", "[text][lines]") {
    std::mt19937 random(5);  // NOLINT: the same texts every time
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t words = random() % 9 + 1; words > 0; --words)
            text += std::string(random() % 8 + 1, 'a') + (words > 1 ? " " : "");
        const auto places = spacesOf(text);
        const LineShape shape{.widest = static_cast<double>(random() % 20 + 3),
                              .mostLines = random() % 3 + 1};
        CountRuler ruler(text, CountUnit::CodePoints);
        const ChosenLines lines = chosenLines(0, text.size(), places, ruler, shape);
        // The first line as long as fits, and so on: the least number of lines.
        std::size_t least = 1;
        std::size_t begin = 0;
        bool canFit = true;
        for (std::size_t k = 0; k <= places.size(); ++k) {
            const std::size_t end = k == places.size() ? text.size() : places[k].end;
            const std::size_t wordBegin = k == 0 ? 0 : places[k - 1].next;
            canFit = canFit && static_cast<double>(end - wordBegin) <= shape.widest;
            if (static_cast<double>(end - begin) <= shape.widest) continue;
            ++least;
            begin = wordBegin;
        }
        CAPTURE(text, shape.widest, shape.mostLines);
        CHECK(lines.fits == (canFit && least <= shape.mostLines));
        if (lines.fits) CHECK(lines.breaks.size() + 1 == least);
        CHECK(lines.breaks.size() + 1 <= shape.mostLines);
    }
}

TEST_CASE("a text with very many places is soon in three lines", "[text][lines]") {
    std::string text;
    for (int i = 0; i < 50000; ++i)
        text += "aaa ";
    text += "a";
    UnevenRuler ruler(0);
    const auto places = spacesOf(text);
    const LineShape fitting{.widest = 70000, .mostLines = 3};
    CHECK(chosenLines(0, text.size(), places, ruler, fitting).breaks.size() == 2);
    const LineShape narrow{.widest = 20, .mostLines = 3};
    CHECK_FALSE(chosenLines(0, text.size(), places, ruler, narrow).fits);
    CHECK(ruler.asked < 20000);
}
