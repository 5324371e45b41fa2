// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <string>
#include <string_view>

// Places of formats that count the rows of a picture (EBU STL, closed captions), in words.
namespace subs {

/// A place that a ninth of the picture does not say, and the one that is written for it.
struct LostPlace {
    std::string before;  ///< "row 5 of 23"
    std::string after;   ///< "the top edge"
};

/// "row 5 of 23", "rows 5 to 8 of 23"
std::string rowsText(int first, int last, int all);
/// "column 5 of 32", "columns 5 to 8 of 32"
std::string columnsText(int first, int last, int all);
/// "the top edge", "the middle", "the bottom edge"
std::string_view edgeName(Alignment alignment);
/// "left", "centred", "right"
std::string_view sideName(Alignment alignment);

}  // namespace subs
