// SPDX-License-Identifier: MIT
#include "format/scc/memory.h"

#include <subs/base/utf8.h>

#include "format/span_switch.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace subs::scc {
namespace {

bool isInk(const Cell& cell) {
    return cell.letter != 0 && cell.letter != ' ';
}

/// The columns of the first and last letter of a row.
struct Extent {
    int row = 0;
    int first = 0;
    int last = 0;
};

std::vector<Extent> extentsOf(const Memory& memory) {
    std::vector<Extent> extents;
    for (int number = 1; number <= kRows; ++number) {
        const std::vector<Cell>& row = memory.row(number);
        const auto first = std::ranges::find_if(row, isInk);
        if (first == row.end()) continue;
        const auto last = std::find_if(row.rbegin(), row.rend(), isInk);
        extents.push_back({number,
                           static_cast<int>(first - row.begin()),
                           static_cast<int>(row.rend() - last) - 1});
    }
    return extents;
}

class ShownText {
public:
    void add(const std::vector<Cell>& row, const Extent& extent) {
        if (!text_.plain.empty()) text_.plain += '\n';
        bool isGap = false;
        for (int column = extent.first; column <= extent.last; ++column) {
            const Cell& cell = row[static_cast<std::size_t>(column)];
            if (cell.letter == 0) {
                isGap = true;
                continue;
            }
            const bool isSpace = cell.letter == ' ';
            if (isGap && !isSpace && text_.plain.back() != ' ') text_.plain += ' ';
            isGap = false;
            if (isSpace)
                text_.plain += ' ';
            else
                append(cell);
        }
    }

    CueText take() {
        for (SpanSwitch* each : {&italic_, &underline_, &color_})
            each->close(text_);
        std::ranges::stable_sort(text_.spans, {}, &Span::begin);
        return std::move(text_);
    }

private:
    /// Spans end with the last letter that they cover.
    void append(const Cell& cell) {
        set(italic_, cell.pen.isItalic, "");
        set(underline_, cell.pen.isUnderlined, "");
        set(color_, cell.pen.ink != Ink::White, colorOf(cell.pen.ink));
        for (SpanSwitch* each : {&italic_, &underline_, &color_})
            each->open(text_);
        appendUtf8(text_.plain, cell.letter);
        end_ = text_.plain.size();
    }

    void set(SpanSwitch& which, bool isOn, std::string_view value) {
        // What is closed here ended with the letter before the spaces.
        std::string tail = text_.plain.substr(end_);
        text_.plain.resize(end_);
        which.set(isOn ? std::optional(std::string(value)) : std::nullopt, text_);
        text_.plain += tail;
    }

    CueText text_;
    std::size_t end_ = 0;  ///< Behind the last letter.
    SpanSwitch italic_{SpanKind::Italic};
    SpanSwitch underline_{SpanKind::Underline};
    SpanSwitch color_{SpanKind::Color};
};

int bandOf(const std::vector<Extent>& extents) {
    constexpr int kTopRows = 5;
    constexpr int kBottomRows = 11;
    if (extents.back().row <= kTopRows) return 2;
    return extents.back().row < kBottomRows ? 1 : 0;
}

/// Left, centred or right: 0 to 2.
int columnOf(const std::vector<Extent>& extents) {
    constexpr int kTolerance = 3;  // an indent is a multiple of four, and tabs are often left out
    const auto all = [&](auto holds) { return std::ranges::all_of(extents, holds); };
    const auto offset = [](const Extent& one) { return one.first + one.last - (kColumns - 1); };
    if (all([&](const Extent& one) { return std::abs(offset(one)) <= kTolerance; })) return 1;
    const Extent& first = extents.front();
    const bool isLeft = all([&](const Extent& one) { return one.first == first.first; });
    const bool isRight = all([&](const Extent& one) { return one.last == first.last; });
    if (isLeft && (!isRight || offset(first) < 0)) return 0;
    return isRight ? 2 : 1;
}

std::optional<Alignment> alignmentOf(const std::vector<Extent>& extents) {
    if (extents.empty()) return std::nullopt;
    const auto alignment = static_cast<Alignment>(bandOf(extents) * 3 + columnOf(extents) + 1);
    if (alignment == Alignment::BottomCentre) return std::nullopt;
    return alignment;
}

CaptionPlace placeOf(const std::vector<Extent>& extents) {
    if (extents.empty()) return {};
    int first = extents.front().first;
    int last = extents.front().last;
    int widest = 0;
    for (const Extent& one : extents) {
        first = std::min(first, one.first);
        last = std::max(last, one.last);
        widest = std::max(widest, one.last - one.first + 1);
    }
    const auto small = [](auto number) { return static_cast<std::uint8_t>(number); };
    return {small(extents.front().row),
            small(extents.back().row),
            small(extents.size()),
            small(first),
            small(last),
            small(widest)};
}

}  // namespace

void Memory::put(int row, int column, Cell cell) {
    std::vector<Cell>& cells = rows_.at(index(row));
    const auto at = static_cast<std::size_t>(std::clamp(column, 0, kMostColumns - 1));
    if (cells.size() <= at) cells.resize(at + 1);
    cells[at] = cell;
}

Cell Memory::at(int row, int column) const {
    const std::vector<Cell>& cells = rows_.at(index(row));
    const auto place = static_cast<std::size_t>(column);
    return column >= 0 && place < cells.size() ? cells[place] : Cell();
}

void Memory::eraseFrom(int row, int column) {
    std::vector<Cell>& cells = rows_.at(index(row));
    if (static_cast<std::size_t>(column) < cells.size())
        cells.resize(static_cast<std::size_t>(column));
}

void Memory::clear() {
    for (std::vector<Cell>& row : rows_)
        row.clear();
}

void Memory::rollUp(int first, int last) {
    for (int row = 1; row < first; ++row)
        rows_.at(index(row)).clear();
    for (int row = std::max(first, 1); row < last; ++row)
        rows_.at(index(row)) = std::move(rows_.at(index(row + 1)));
    rows_.at(index(last)).clear();
}

void Memory::moveRows(int from, int to, int count) {
    if (from == to) return;
    std::vector<std::vector<Cell>> moved;
    for (int i = 0; i < count && from - i >= 1; ++i)
        moved.push_back(std::exchange(rows_.at(index(from - i)), {}));
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const int row = to - static_cast<int>(i);
        if (row >= 1) rows_.at(index(row)) = std::move(moved[i]);
    }
}

bool Memory::isBlank() const {
    for (int row = 1; row <= kRows; ++row)
        if (hasText(row)) return false;
    return true;
}

bool Memory::hasText(int row) const {
    return std::ranges::any_of(rows_.at(index(row)), isInk);
}

Shown shownIn(const Memory& memory) {
    const std::vector<Extent> extents = extentsOf(memory);
    ShownText text;
    Shown shown;
    for (const Extent& extent : extents) {
        text.add(memory.row(extent.row), extent);
        shown.isTooWide = shown.isTooWide || extent.last >= kColumns;
    }
    shown.text = text.take();
    shown.alignment = alignmentOf(extents);
    shown.place = placeOf(extents);
    return shown;
}

}  // namespace subs::scc
