// SPDX-License-Identifier: MIT
#include "format/xlsx/formula_reads.h"

#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace subs::xlsx {
namespace {

constexpr auto kColumnsOfSheet = static_cast<std::int64_t>(kSheetColumns);
constexpr std::int64_t kRowsOfSheet = 1'048'576;

/// True of what names, references and numbers are made of.
bool isOfWord(char letter) {
    return isLatinDigit(letter) || isLatinLetter(letter) ||
           static_cast<unsigned char>(letter) >= 0x80 || letter == '_' || letter == '.' ||
           letter == '$' || letter == '\\' || letter == '?';
}

/// "1", "1.5", "1E5".
bool isNumber(std::string_view word) {
    return isLatinDigit(word[0]) || (word[0] == '.' && word.size() > 1 && isLatinDigit(word[1]));
}

std::size_t movedBy(std::size_t place, std::int64_t offset, std::int64_t count) {
    // Behind an edge of the sheet it goes on at the other.
    const std::int64_t moved = (static_cast<std::int64_t>(place) + offset) % count;
    return static_cast<std::size_t>(moved < 0 ? moved + count : moved);
}

}  // namespace

/// Walks over the words of a formula.
class FormulaReads::Scanner {
public:
    Scanner(std::string_view text, FormulaReads& reads) : text_(text), reads_(reads) {}

    void run() {
        while (at_ < text_.size()) {
            const char letter = text_[at_];
            if (letter == '"')
                skipQuoted();
            else if (letter == '#')
                takeHash();
            else if (letter == '\'' || letter == '[' || letter == '!')
                takeSheet();
            else if (isOfWord(letter))
                takeWord();
            else
                ++at_;
        }
    }

private:
    /// One side of a colon: a cell, a column or a row.
    struct Side {
        std::optional<std::size_t> column;  ///< From 0.
        std::optional<std::size_t> row;     ///< From 1.
        bool isColumnFixed = false;
        bool isRowFixed = false;
    };

    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    /// A quote inside is there twice, which is as if two stood beside each other.
    void skipQuoted() {
        const char quote = text_[at_];
        at_ = std::min(text_.find(quote, at_ + 1), text_.size() - 1) + 1;
    }

    /// "#REF!", "#N/A", "#NAME?" are constants; "A1#" reads what A1 spills.
    void takeHash() {
        ++at_;
        if (!isCapitalLatin(next())) reads_.areAllKnown_ = false;
        while (isCapitalLatin(next()) || isLatinDigit(next()) || next() == '/' || next() == '_')
            ++at_;
        if (next() == '!' || next() == '?') ++at_;
    }

    /// "'Other sheet'!A1", "[1]Sheet!A1", "Table[Column]".
    void takeSheet() {
        reads_.areAllKnown_ = false;
        if (next() == '\'')
            skipQuoted();
        else
            ++at_;
    }

    std::string_view word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && isOfWord(text_[at_]))
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    void takeWord() {
        const std::string_view first = word();
        if (next() == '(') return takeFunction(first);
        if (next() == ':') return takeRange(first);
        const auto side = sideIn(first);
        if (side && side->column && side->row) return add(*side, *side);
        if (!isNumber(first) && first != "TRUE" && first != "FALSE") reads_.areAllKnown_ = false;
    }

    /// Others read what stands in their brackets.
    void takeFunction(std::string_view name) {
        constexpr std::array<std::string_view, 2> kMakers{"INDIRECT", "OFFSET"};
        if (std::ranges::find(kMakers, name) != kMakers.end()) reads_.areAllKnown_ = false;
    }

    void takeRange(std::string_view first) {
        ++at_;
        const std::string_view last = word();
        const auto from = sideIn(first);
        const auto to = sideIn(last);
        const bool isBlock = from && to && next() != '(' && next() != '!' &&
                             from->column.has_value() == to->column.has_value() &&
                             from->row.has_value() == to->row.has_value();
        if (!isBlock) {
            reads_.areAllKnown_ = false;
            return;
        }
        add(*from, *to);
    }

    static std::optional<Side> sideIn(std::string_view word) {
        Side side;
        std::size_t at = 0;
        const auto takeSign = [&] {
            const bool isThere = at < word.size() && word[at] == '$';
            at += isThere ? 1 : 0;
            return isThere;
        };
        const bool isFirstFixed = takeSign();
        std::size_t column = 0;
        const std::size_t letters = at;
        for (; at < word.size() && isCapitalLatin(word[at]) && at < letters + 3; ++at)
            column = column * 26 + static_cast<std::size_t>(word[at] - 'A' + 1);
        if (column > 0) side.column = column - 1;
        side.isColumnFixed = isFirstFixed && side.column;
        side.isRowFixed = side.column ? takeSign() : isFirstFixed;
        std::size_t row = 0;
        const std::size_t digits = at;
        for (; at < word.size() && isLatinDigit(word[at]) && at < digits + 7; ++at)
            row = row * 10 + static_cast<std::size_t>(word[at] - '0');
        if (row > 0) side.row = row;
        const bool isWell =
            at == word.size() && (side.column || side.row) && column <= kSheetColumns &&
            row <= static_cast<std::size_t>(kRowsOfSheet) && (row > 0 || !side.isRowFixed);
        return isWell ? std::optional(side) : std::nullopt;
    }

    void add(const Side& from, const Side& to) {
        const auto corner = [](const Side& side, std::size_t column, std::size_t row) {
            return Corner{
                {side.column.value_or(column), static_cast<std::uint32_t>(side.row.value_or(row))},
                side.isColumnFixed || !side.column,
                side.isRowFixed || !side.row};
        };
        reads_.blocks_.push_back(
            {corner(from, 0, 1), corner(to, kColumnsOfSheet - 1, kRowsOfSheet)});
    }

    std::string_view text_;
    FormulaReads& reads_;
    std::size_t at_ = 0;
};

FormulaReads::FormulaReads(std::string_view formula) {
    Scanner(formula, *this).run();
}

FormulaReads FormulaReads::unknown() {
    FormulaReads reads("");
    reads.areAllKnown_ = false;
    return reads;
}

std::vector<CellBlock> FormulaReads::blocks(const CellOffset& offset) const {
    const auto moved = [&](const Corner& corner) {
        CellPlace place = corner.place;
        if (!corner.isColumnFixed)
            place.column = movedBy(place.column, offset.columns, kColumnsOfSheet);
        if (!corner.isRowFixed)
            place.row =
                static_cast<std::uint32_t>(movedBy(place.row - 1, offset.rows, kRowsOfSheet)) + 1;
        return place;
    };
    std::vector<CellBlock> all;
    for (const Block& block : blocks_) {
        CellBlock one{moved(block.first), moved(block.last)};
        if (one.first.column > one.last.column) std::swap(one.first.column, one.last.column);
        if (one.first.row > one.last.row) std::swap(one.first.row, one.last.row);
        all.push_back(one);
    }
    return all;
}

}  // namespace subs::xlsx
