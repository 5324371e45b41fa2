// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"
#include "format/xlsx/xml_tags.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Where the rows and cells of a sheet stand in its part (ECMA-376-1, 18.3.1.73 and 18.3.1.4).
namespace subs::xlsx {

struct XmlCell {
    ByteRange at;
    std::size_t column = 0;
    std::optional<ByteRange> reference;  ///< The value of its attribute `r`.
    std::string_view style;              ///< That of `s`, or empty.
    std::optional<ByteRange> formula;    ///< Its element `f`, with its tags.
};

struct XmlRow {
    ByteRange at;
    XmlTag tag;
    std::optional<ByteRange> number;  ///< The value of its attribute `r`.
    std::vector<XmlCell> cells;
};

/// The rows of a sheet by their numbers, and the stretch that they take.
struct XmlRows {
    ByteRange data;  ///< From behind `<sheetData>` up to its end tag; or the empty tag.
    bool isEmptyTag = false;
    std::string prefix;  ///< "x:", or empty.
    std::map<std::uint32_t, XmlRow> rows;
};

/// Those of `xml`, which the result borrows; nothing where they are not in their order.
std::optional<XmlRows> rowsIn(std::string_view xml);

}  // namespace subs::xlsx
