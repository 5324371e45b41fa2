// SPDX-License-Identifier: MIT
#include "format/scc/load.h"

#include <subs/format/features.h>

#include <algorithm>
#include <optional>
#include <string>

namespace subs::scc {
namespace {

/// A letter, or a code that takes a place.
struct RowItem {
    char32_t letter = 0;
    Pair code;
    bool isCode = false;
};

/// One row as letters and codes.
struct StyledRow {
    std::vector<RowItem> items;
    Pen first;
    bool isApproximated = false;  ///< There is no place for some of its codes.

    int width() const { return static_cast<int>(items.size()); }
};

/// The looks that can be: a word has one, since a code takes the place of a space. The space before
/// a word has those of the word.
std::vector<Cell> settled(std::vector<Cell> cells) {
    for (std::size_t i = 1; i < cells.size(); ++i)
        if (cells[i].letter != ' ' && cells[i - 1].letter != ' ') cells[i].pen = cells[i - 1].pen;
    for (std::size_t i = cells.size(); i-- > 1;)
        if (cells[i - 1].letter == ' ') cells[i - 1].pen = cells[i].pen;
    return cells;
}

bool looksTheSame(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].letter != ' ' && a[i].pen != b[i].pen) return false;
    return true;
}

/// The one code that goes from `before` to `pen`; where that takes two, italics are left out.
Pair codeTo(Pen pen, Pen before) {
    const bool keepsInk = pen.ink == before.ink;
    Pen single = pen;
    if (pen.isItalic && keepsInk) single.ink = Ink::White;
    if (pen.isItalic && !keepsInk) single.isItalic = false;
    return midRowsFor(single).pairs.front();
}

StyledRow styled(const std::vector<Cell>& row) {
    const std::vector<Cell> cells = settled(row);
    StyledRow result;
    result.isApproximated = !looksTheSame(row, cells);
    result.first = cells.front().pen;
    Pen pen = result.first;
    for (const Cell& cell : cells) {
        const bool isChange = cell.pen != pen && cell.letter == ' ';
        if (isChange) {
            const bool needsTwo = cell.pen.isItalic && cell.pen.ink != pen.ink;
            result.isApproximated = result.isApproximated || needsTwo;
            result.items.push_back({0, codeTo(cell.pen, pen), true});
            pen = cell.pen;
        } else {
            result.items.push_back({cell.letter, {}, false});
        }
    }
    return result;
}

/// Writes pairs of letters and codes.
class Loader {
public:
    Loader(CueId cue, LossReport* losses) : cue_(cue), losses_(losses) {}

    std::vector<Unit> take(const std::vector<PlacedRow>& rows) {
        code(pairOf(Command::EraseLoaded));
        code(pairOf(Command::ResumeLoading));
        for (const PlacedRow& row : rows)
            add(row);
        return std::move(units_);
    }

private:
    void add(const PlacedRow& row) {
        StyledRow text = styled(row.cells);
        const int codes = leadingCodes(text.first);
        if (text.width() + codes > kColumns) {
            lose(row.cells, "looks that would need more than 32 columns", "upright white letters");
            std::vector<Cell> plain = row.cells;
            for (Cell& cell : plain)
                cell.pen = {};
            text = styled(plain);
        } else if (text.isApproximated) {
            lose(row.cells, "other looks inside of a word", "those of its first letter");
        }
        begin(row, text);
        for (const RowItem& item : text.items)
            put(item);
        flush();
    }

    /// How many columns the looks of the first letter take: none where the preamble has them.
    static int leadingCodes(Pen pen) {
        const bool isOfPreamble = pen.ink == Ink::White && !pen.isItalic;
        return isOfPreamble ? 0 : midRowsFor(pen).count;
    }

    void begin(const PlacedRow& row, const StyledRow& text) {
        const Pen pen = text.first;
        const int codes = leadingCodes(pen);
        const int column = std::min(row.column, kColumns - text.width());
        const bool isInPreamble = codes == 1 && column == 0;
        if (isInPreamble) return code(inkPreambleOf(row.row, pen));
        const int at = std::max(column - codes, 0);
        constexpr int kStep = 4;
        Preamble preamble{row.row, at / kStep * kStep, {}};
        preamble.pen.isUnderlined = codes == 0 && pen.isUnderlined;
        code(pairOf(preamble));
        if (at % kStep != 0) code(tabBy(at % kStep));
        const MidRows rows = midRowsFor(pen);
        for (int i = 0; i < codes; ++i)
            code(rows.pairs.at(static_cast<std::size_t>(i)));
    }

    void put(const RowItem& item) {
        if (item.isCode) return code(item.code);
        const auto spelling = spellingOf(item.letter);
        if (!spelling) return;
        if (spelling->byte != 0) byte(spelling->byte);
        if (spelling->pair) code(*spelling->pair);
    }

    void byte(std::uint8_t letter) {
        if (!half_) {
            half_ = letter;
            return;
        }
        units_.push_back({Pair{*half_, letter}});
        half_.reset();
    }

    void flush() {
        if (half_) units_.push_back({Pair{*half_, 0}});
        half_.reset();
    }

    void code(Pair pair) {
        flush();
        units_.push_back(twice(pair));
    }

    /// Told of the looks that a row has in a part of it, or all over.
    void lose(const std::vector<Cell>& cells, std::string_view before, std::string_view after) {
        if (!losses_) return;
        const auto add = [&](std::string_view feature, auto has) {
            if (std::ranges::any_of(cells, has))
                losses_->add(feature, LossSeverity::Approximated, cue_, before, after);
        };
        add(feature::kItalic, [](const Cell& cell) { return cell.pen.isItalic; });
        add(feature::kUnderline, [](const Cell& cell) { return cell.pen.isUnderlined; });
        add(feature::kColor, [](const Cell& cell) { return cell.pen.ink != Ink::White; });
    }

    CueId cue_;
    LossReport* losses_;
    std::optional<std::uint8_t> half_;  ///< The first byte of a pair.
    std::vector<Unit> units_;
};

}  // namespace

Unit twice(Pair pair) {
    return {pair, pair};
}

std::vector<Unit> loadOf(const std::vector<PlacedRow>& rows, CueId cue, LossReport* losses) {
    return Loader(cue, losses).take(rows);
}

}  // namespace subs::scc
