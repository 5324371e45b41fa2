// SPDX-License-Identifier: MIT
#include "format/sheet/cell_marks.h"

#include <subs/text/newline.h>

#include <cstddef>

namespace subs::sheet {
namespace {

constexpr char kLineEnd = '\v';
constexpr char kEscape = '\x1B';

}  // namespace

std::string withMarks(std::string_view value) {
    if (value.find_first_of("\r\n\v\x1B") == value.npos) return std::string(value);
    std::string cell;
    for (const char letter : withNewlines(value, Newline::Lf)) {
        if (letter == '\n')
            cell += kLineEnd;
        else if (letter == kLineEnd)
            cell.append(1, kEscape).append(1, 'v');
        else if (letter == kEscape)
            cell.append(1, kEscape).append(1, 'e');
        else
            cell += letter;
    }
    return cell;
}

std::string withoutMarks(std::string_view cell) {
    std::string value;
    value.reserve(cell.size());
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const char next = at + 1 < cell.size() ? cell[at + 1] : '\0';
        const bool isEscape = cell[at] == kEscape && (next == 'v' || next == 'e');
        if (isEscape) {
            value += next == 'v' ? kLineEnd : kEscape;
            ++at;
        } else {
            value += cell[at] == kLineEnd ? '\n' : cell[at];
        }
    }
    return value;
}

}  // namespace subs::sheet
