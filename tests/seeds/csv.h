// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace testing {

using Rows = std::vector<std::vector<std::string>>;

/// The rows of a CSV text by RFC 4180, with LF allowed for CRLF. A quote where none may stand gives
/// a row that says so.
inline Rows parseCsv(std::string_view text) {
    Rows rows;
    std::vector<std::string> row(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            const bool isPair = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (c == '"' && !isPair) {
                isQuoted = false;
                const bool ends = i + 1 == text.size() || text[i + 1] == ',' ||
                                  text[i + 1] == '\n' || text[i + 1] == '\r';
                if (!ends) return {{"text after a closing quote"}};
            } else {
                row.back() += c;
                i += isPair ? 1 : 0;
            }
        } else if (c == '"') {
            if (!row.back().empty()) return {{"a quote inside a field without quotes"}};
            isQuoted = true;
        } else if (c == ',') {
            row.emplace_back();
        } else if (c == '\n') {
            rows.push_back(std::exchange(row, std::vector<std::string>(1)));
        } else if (c != '\r') {
            row.back() += c;
        }
    }
    if (isQuoted) return {{"a quote that is not closed"}};
    if (row != std::vector<std::string>(1)) rows.push_back(row);
    return rows;
}

}  // namespace testing
