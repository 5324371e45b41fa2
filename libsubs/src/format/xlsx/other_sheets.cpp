// SPDX-License-Identifier: MIT
#include "format/xlsx/other_sheets.h"

#include "format/sheet/cells.h"
#include "format/sheet/reader.h"
#include "format/xlsx/workbook.h"

#include <optional>

namespace subs::xlsx {
namespace {

std::size_t rowsIn(std::string_view text, const sheet::Dialect& dialect) {
    std::size_t count = 0;
    for (sheet::RowReader rows(text, dialect.separators[0]); rows.next();)
        if (!rows.isBlank(dialect.cuesFrom())) ++count;
    return count;
}

}  // namespace

std::vector<OtherSheet> otherSheetsIn(std::string_view bytes, const sheet::Dialect& dialect) {
    if (bytes.empty()) return {};
    const auto archive = Archive::open(bytes);
    const auto sheets = archive ? sheetsIn(*archive) : Result<std::vector<Sheet>>();
    if (!sheets || sheets->size() < 2) return {};
    const auto workbook = workbookIn(*archive);
    if (!workbook) return {};
    std::vector<OtherSheet> others;
    std::optional<std::size_t> read;
    for (const Sheet& each : workbook->sheets) {
        const auto text = textOf(*archive, *workbook, each);
        if (!text) return {};
        const bool isTable = sheet::layoutOf(*text, dialect).has_value();
        const std::size_t cues = isTable && read ? sheet::cuesIn(*text, dialect) : 0;
        if (isTable && !read) read = others.size();
        others.push_back({each.name, rowsIn(*text, dialect), cues});
    }
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(read.value_or(0)));
    std::erase_if(others, [](const OtherSheet& other) { return other.rows == 0; });
    return others;
}

}  // namespace subs::xlsx
