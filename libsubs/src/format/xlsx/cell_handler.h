// SPDX-License-Identifier: MIT
#pragma once

#include "format/xlsx/cell_value.h"
#include "format/xlsx/xml_stream.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace subs::xlsx {

/// A cell as the part of a sheet has it (18.3.1.4).
struct SheetCell {
    CellPlace place;
    std::string type;       ///< "s", "inlineStr", "str", "b", "e"; "n" or empty of a number.
    std::size_t style = 0;  ///< Its number in the styles of the workbook.
    std::string value;
    std::string text;  ///< Where it stands in the cell itself.
    bool isFormula = false;

    bool isNumber() const { return (type.empty() || type == "n") && !value.empty(); }
    /// True of a formula whose result no program has put there.
    bool lacksResult() const { return isFormula && type != "str" && value.empty() && text.empty(); }
};

/// Goes over the cells of a sheet. Rows and cells without a place follow those before them; a row
/// that goes back is none.
class CellHandler : public XmlHandler {
public:
    void begin(std::string_view name, const Attributes& attributes) final;
    void end(std::string_view name) final;
    void text(std::string_view letters) final;

    /// True where there was a row behind the last that a sheet can have.
    bool isBeyond() const { return isBeyond_; }

protected:
    virtual void beginRow(std::uint32_t) {}
    virtual void take(const SheetCell& cell) = 0;
    virtual void endRow() {}
    /// Bytes of the cell that is being read.
    std::size_t held() const { return cell_.value.size() + cell_.text.size(); }

private:
    enum class Part : std::uint8_t { None, Value, Inline };

    void openRow(const Attributes& attributes);
    void openCell(const Attributes& attributes);

    std::uint32_t rows_ = 0;  ///< So far.
    bool isInRow_ = false;
    bool isBeyond_ = false;
    std::size_t column_ = 0;
    SheetCell cell_;
    Part part_ = Part::None;
    int phonetic_ = 0;
};

}  // namespace subs::xlsx
