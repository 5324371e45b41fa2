// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// A workbook as text has a line for each row: line ends inside of cells stand there as marks.
namespace subs::sheet {

/// `value` with a vertical tab for each line end, ESC "v" for a vertical tab and ESC "e" for ESC.
std::string withMarks(std::string_view value);
/// The way back; line ends are LF.
std::string withoutMarks(std::string_view cell);

}  // namespace subs::sheet
