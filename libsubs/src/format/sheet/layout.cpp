// SPDX-License-Identifier: MIT
#include "format/sheet/layout.h"

#include "format/sheet/cells.h"

#include <string>
#include <utility>
#include <vector>

namespace subs::sheet {
namespace {

/// Titles and notes stand above the names in so many rows at most.
constexpr int kMostRowsAbove = 20;
/// So many rows tell what is in columns without names.
constexpr std::size_t kRowsLookedAt = 20;
/// Rows that are longer are none.
constexpr std::size_t kMostColumns = 1024;

std::vector<std::string> valuesOf(const RowReader& rows, const Dialect& dialect) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < rows.cells().size() && i < kMostColumns; ++i) {
        const std::string value = rows.value(i);
        values.emplace_back(dialect.guards == Guards::Yes ? unguarded(value)
                                                          : std::string_view(value));
    }
    if (dialect.firstCell == FirstCell::RowNumber) values[0].clear();
    return values;
}

/// The separator that a first line "sep=;" names, as Excel has it; 0 where there is none.
char namedSeparator(std::string_view text) {
    constexpr std::string_view kSign = "sep=";
    const bool isNamed = text.starts_with(kSign) && text.size() > kSign.size() + 1 &&
                         (text[kSign.size() + 1] == '\n' || text[kSign.size() + 1] == '\r');
    return isNamed ? text[kSign.size()] : '\0';
}

/// The rate that one of the first rows names.
std::optional<FrameRate> rateIn(std::string_view text, const Layout& layout) {
    const auto column = layout.columns.find(Role::Rate);
    if (!column) return std::nullopt;
    RowReader rows(text, layout.separator, layout.cuesFrom);
    for (std::size_t i = 0; i < kRowsLookedAt && rows.next(); ++i)
        if (const auto rate = parseFrameRate(rows.value(*column))) return *rate;
    return std::nullopt;
}

std::optional<Layout> namedLayout(std::string_view text, char separator, const Dialect& dialect) {
    bool isFirst = true;
    int above = 0;
    for (RowReader rows(text, separator); above < kMostRowsAbove && rows.next(); ++above) {
        Columns columns = columnsNamed(valuesOf(rows, dialect));
        if (columns.areEnough()) {
            Layout layout;
            layout.separator = separator;
            layout.columns = std::move(columns);
            layout.isNamed = true;
            layout.isFirstRow = isFirst;
            layout.namesAt = rows.begin();
            layout.cuesFrom = rows.nextBegin();
            layout.rate = rateIn(text, layout);
            return layout;
        }
        isFirst = isFirst && (rows.isBlank(dialect.cuesFrom()) ||
                              (above == 0 && namedSeparator(text) != '\0'));
    }
    return std::nullopt;
}

std::optional<Layout> layoutByContent(std::string_view text,
                                      char separator,
                                      const Dialect& dialect) {
    std::vector<std::vector<std::string>> all;
    std::size_t begin = 0;
    for (RowReader rows(text, separator); all.size() < kRowsLookedAt && rows.next();) {
        if (rows.isBlank(dialect.cuesFrom())) continue;
        if (all.empty()) begin = rows.begin();
        all.push_back(valuesOf(rows, dialect));
    }
    auto columns = columnsByContent(all);
    if (!columns) return std::nullopt;
    Layout layout;
    layout.separator = separator;
    layout.columns = *std::move(columns);
    layout.isFirstRow = true;
    layout.namesAt = layout.cuesFrom = begin;
    return layout;
}

/// Of two rows with names the first row counts, then the one that is nearer to it.
bool isLikelier(const Layout& one, const Layout& other) {
    if (one.isFirstRow != other.isFirstRow) return one.isFirstRow;
    return one.namesAt < other.namesAt;
}

}  // namespace

std::optional<Layout> layoutOf(std::string_view text, const Dialect& dialect) {
    std::string separators(dialect.separators);
    if (const char named = namedSeparator(text); named != '\0') separators = {named};
    std::optional<Layout> best;
    for (const char separator : separators) {
        auto layout = namedLayout(text, separator, dialect);
        if (layout && (!best || isLikelier(*layout, *best))) best = layout;
    }
    for (std::size_t i = 0; !best && i < separators.size(); ++i)
        best = layoutByContent(text, separators[i], dialect);
    return best;
}

}  // namespace subs::sheet
