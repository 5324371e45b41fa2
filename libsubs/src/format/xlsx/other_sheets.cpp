// SPDX-License-Identifier: MIT
#include "format/xlsx/other_sheets.h"

#include "format/sheet/cells.h"
#include "format/sheet/reader.h"

#include <utility>

namespace subs::xlsx {
namespace {

std::size_t rowsIn(std::string_view text, const sheet::Dialect& dialect) {
    std::size_t count = 0;
    for (sheet::RowReader rows(text, dialect.separators[0]); rows.next();)
        if (!rows.isBlank(dialect.cuesFrom())) ++count;
    return count;
}

}  // namespace

SheetsFound sheetsFound(const Archive& archive, const sheet::Dialect& dialect) {
    const auto sheets = sheetsIn(archive);
    if (!sheets) return {};
    if (sheets->size() < 2) return {sheets->front(), {}};
    const auto workbook = workbookIn(archive);
    if (!workbook) return {};
    std::vector<OtherSheet> others;
    std::optional<std::size_t> read;
    for (const Sheet& each : workbook->sheets) {
        const auto text = textOf(archive, *workbook, each, dialect);
        if (!text) return {};
        const bool isTable = sheet::layoutOf(text->text, dialect).has_value();
        const std::size_t cues = isTable && read ? sheet::cuesIn(text->text, dialect) : 0;
        if (isTable && !read) read = others.size();
        others.push_back({each.name, rowsIn(text->text, dialect), cues});
    }
    const std::size_t place = read.value_or(0);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
    std::erase_if(others, [](const OtherSheet& other) { return other.rows == 0; });
    return {workbook->sheets[place], std::move(others)};
}

}  // namespace subs::xlsx
