// SPDX-License-Identifier: MIT
#include "format/sheet/asides.h"

#include "format/sheet/cells.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace subs::sheet {
namespace {

/// `cell` as it is typed, without quotes and blanks around it.
std::string_view shown(std::string_view cell) {
    constexpr std::string_view kAround = "\" \t";
    const std::size_t begin = cell.find_first_not_of(kAround);
    if (begin == cell.npos) return {};
    return firstLine(cell.substr(begin, cell.find_last_not_of(kAround) + 1 - begin));
}

/// The rows up to that of the names: titles and remarks, and how the cells are parted.
void addHead(std::string_view text,
             const Layout& layout,
             const Dialect& dialect,
             std::vector<Aside>& asides) {
    for (RowReader rows(text, layout.separator); rows.next() && rows.begin() <= layout.namesAt;) {
        if (rows.isBlank(dialect.cuesFrom())) continue;
        const std::string_view row = text.substr(rows.begin(), rows.end() - rows.begin());
        const bool isFrame = rows.begin() == layout.namesAt || row.starts_with("sep=");
        asides.push_back({isFrame ? AsideKind::Frame : AsideKind::Note, firstLine(row)});
    }
}

/// Counts the cells that mean nothing to us.
class UnknownCells {
public:
    UnknownCells(std::string_view text, const Layout& layout, const Dialect& dialect)
        : text_(text), first_(dialect.cuesFrom()), columns_(layout.columns.size()) {
        for (std::size_t i = first_; i < layout.columns.size(); ++i)
            columns_[i].isUnknown = layout.columns.all()[i].role == Role::Unknown;
        if (layout.isNamed) name(layout);
        columns_.push_back({true, "cells behind the last column"});
    }

    void count(const RowReader& row) {
        for (std::size_t i = first_; i < row.cells().size(); ++i) {
            Column& column = columns_[std::min(i, columns_.size() - 1)];
            if (column.isUnknown && !shown(row.cells()[i].of(text_)).empty()) ++column.cells;
        }
    }

    void addTo(std::vector<Aside>& asides) const {
        for (const Column& column : columns_)
            if (column.cells > 0) asides.push_back({AsideKind::Column, column.name, column.cells});
    }

private:
    struct Column {
        bool isUnknown = false;
        std::string_view name = "a column without a name";
        std::size_t cells = 0;
    };

    void name(const Layout& layout) {
        RowReader names(text_, layout.separator, layout.namesAt);
        if (!names.next()) return;
        for (std::size_t i = 0; i < columns_.size() && i < names.cells().size(); ++i)
            if (const std::string_view name = shown(names.cells()[i].of(text_)); !name.empty())
                columns_[i].name = name;
    }

    std::string_view text_;
    std::size_t first_;
    std::vector<Column> columns_;
};

/// Rows that are no cues and say something, each by its cells without the number of the row.
void addStrayRows(const Origin& origin,
                  const Layout& layout,
                  const Dialect& dialect,
                  std::vector<Aside>& asides) {
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        if (origin.pieces[i].kind != PieceKind::Raw) continue;
        const std::string_view text = origin.stretch(i);
        for (RowReader rows(text, layout.separator); rows.next();) {
            if (rows.cells().size() <= dialect.cuesFrom()) continue;
            const std::size_t begin = rows.cells()[dialect.cuesFrom()].begin;
            const std::string_view row = text.substr(begin, rows.end() - begin);
            if (hasWords(row)) asides.push_back({AsideKind::Stray, firstLine(row)});
        }
    }
}

/// Of the rows that are cues: those that are none are told whole.
void addCells(const Origin& origin,
              const Layout& layout,
              const Dialect& dialect,
              std::vector<Aside>& asides) {
    UnknownCells cells(origin.text, layout, dialect);
    auto piece = origin.pieces.begin();
    for (RowReader rows(origin.text, layout.separator, layout.cuesFrom); rows.next();) {
        while (piece != origin.pieces.end() && piece->begin < rows.begin())
            ++piece;
        if (piece == origin.pieces.end()) break;
        if (piece->begin == rows.begin() && piece->kind == PieceKind::Cue) cells.count(rows);
    }
    cells.addTo(asides);
}

}  // namespace

std::vector<Aside> asidesIn(const Origin& origin, const Dialect& dialect) {
    const auto layout = layoutOf(origin.text, dialect);
    if (!layout) return usualAsides(origin);
    std::vector<Aside> asides;
    if (layout->isNamed) addHead(origin.text, *layout, dialect, asides);
    addStrayRows(origin, *layout, dialect, asides);
    addCells(origin, *layout, dialect, asides);
    return asides;
}

}  // namespace subs::sheet
