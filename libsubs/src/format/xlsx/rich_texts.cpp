// SPDX-License-Identifier: MIT
#include "format/xlsx/rich_texts.h"

#include <subs/format/features.h>

#include "format/xlsx/cell_value.h"
#include "format/xlsx/cue_rows.h"
#include "format/xlsx/part_search.h"
#include "format/xlsx/xml_part.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs::xlsx {
namespace {

/// Looks of letters, a bit each.
using Looks = std::uint8_t;

struct Look {
    std::string_view element;
    std::string_view feature;
};
constexpr std::array<Look, 5> kLooks{{{"b", feature::kBold},
                                      {"i", feature::kItalic},
                                      {"u", feature::kUnderline},
                                      {"strike", feature::kStrike},
                                      {"color", feature::kColor}}};

/// Programs write the properties of all letters once some have their own: one that is switched off,
/// and the colour that letters have without it, say nothing.
bool saysSomething(std::string_view element, const Attributes& attributes) {
    const std::string_view value = valueOf(attributes, "val");
    if (element != "color") return value != "0" && value != "false" && value != "none";
    const auto isOther = [&](std::string_view name, std::initializer_list<std::string_view> usual) {
        const std::string_view color = valueOf(attributes, name);
        return !color.empty() && std::ranges::find(usual, color) == usual.end();
    };
    // Black, the colours of text and of paper (20.1.6.2), black again and that of the system.
    return isOther("rgb", {"FF000000", "00000000"}) || isOther("theme", {"0", "1"}) ||
           isOther("indexed", {"8", "64"});
}

/// Looks of the letters of one string after the other.
class RunLooks {
public:
    void begin(std::string_view name, const Attributes& attributes) {
        if (name == "rPr") isIn_ = true;
        const auto look = std::ranges::find(kLooks, name, &Look::element);
        if (!isIn_ || look == kLooks.end() || !saysSomething(name, attributes)) return;
        looks_ |= static_cast<Looks>(1U << static_cast<unsigned>(look - kLooks.begin()));
    }
    void end(std::string_view name) {
        if (name == "rPr") isIn_ = false;
    }
    /// Those since the last time.
    Looks take() { return std::exchange(looks_, Looks{0}); }

private:
    bool isIn_ = false;
    Looks looks_ = 0;
};

/// The looks of the strings that sheets share, by their number.
class SharedLooks final : public XmlHandler {
public:
    void begin(std::string_view name, const Attributes& attributes) override {
        runs_.begin(name, attributes);
    }
    void end(std::string_view name) override {
        runs_.end(name);
        if (name == "si") all.push_back(runs_.take());
    }
    bool wantsMore() const override { return all.size() < kMostText; }

    std::vector<Looks> all;

private:
    RunLooks runs_;
};

/// A cell with letters of their own looks.
struct RichCell {
    CellPlace place;
    Looks looks = 0;
};

/// Those of a sheet, in its order.
class RichCells final : public XmlHandler {
public:
    explicit RichCells(const std::vector<Looks>& shared) : shared_(shared) {}

    void begin(std::string_view name, const Attributes& attributes) override {
        runs_.begin(name, attributes);
        isValue_ = name == "v";
        if (name == "row") beginRow(attributes);
        if (name == "c") beginCell(attributes);
    }
    void end(std::string_view name) override {
        runs_.end(name);
        isValue_ = false;
        if (name == "c") endCell();
    }
    void text(std::string_view letters) override {
        constexpr std::size_t kMostDigits = 16;
        if (isValue_ && value_.size() < kMostDigits) value_ += letters.substr(0, kMostDigits);
    }

    /// A row has a text or a few.
    bool wantsMore() const override { return all.size() < kMostRows; }

    std::vector<RichCell> all;

private:
    /// As sheet_text.cpp counts rows and columns.
    void beginRow(const Attributes& attributes) {
        std::uint32_t number = here_.row + 1;
        if (const std::string_view asked = valueOf(attributes, "r"); !asked.empty())
            std::from_chars(asked.data(), asked.data() + asked.size(), number);
        here_ = {0, number};
    }
    void beginCell(const Attributes& attributes) {
        value_.clear();
        isShared_ = valueOf(attributes, "t") == "s";
        if (const auto place = placeIn(valueOf(attributes, "r"))) here_.column = place->column;
    }
    void endCell() {
        Looks looks = runs_.take();
        std::size_t number = shared_.size();
        std::from_chars(value_.data(), value_.data() + value_.size(), number);
        if (isShared_) looks = number < shared_.size() ? shared_[number] : Looks{0};
        if (looks != 0) all.push_back({here_, looks});
        ++here_.column;
    }

    const std::vector<Looks>& shared_;
    CellPlace here_;
    std::string value_;
    bool isShared_ = false;
    bool isValue_ = false;
    RunLooks runs_;
};

/// True of a part in which letters may have looks of their own.
bool mayHaveRuns(const Archive& archive, const std::string& part) {
    return mentions(archive, part, {"rPr>"});
}

std::vector<RichCell> richCellsIn(const Archive& archive, const Sheet& sheet) {
    const std::string strings = sharedStringsPartIn(archive);
    const bool areShared = !strings.empty() && mayHaveRuns(archive, strings);
    if (!areShared && !mayHaveRuns(archive, sheet.part)) return {};
    SharedLooks shared;
    // The file was read: what is damaged was told then.
    if (areShared) (void)readPart(archive, strings, kMostXml, shared);
    RichCells cells(shared.all);
    (void)readPart(archive, sheet.part, kMostXml, cells);
    return std::move(cells.all);
}

}  // namespace

LossReport lostRichTexts(const Archive& archive,
                         const Sheet& sheet,
                         const Document& document,
                         const sheet::Dialect& dialect) {
    LossReport losses;
    const auto layout = sheet::layoutOf(document.origin->text, dialect);
    const std::vector<RichCell> cells =
        layout ? richCellsIn(archive, sheet) : std::vector<RichCell>();
    if (cells.empty()) return losses;
    const auto cues = cuesByRow(document);
    const std::vector<std::size_t>& texts = layout->columns.texts();
    for (const RichCell& cell : cells) {
        const auto cue = cues.find(cell.place.row);
        const std::size_t column = cell.place.column + dialect.cuesFrom();
        const bool isText = std::ranges::find(texts, column) != texts.end();
        if (cue == cues.end() || !isText) continue;
        for (std::size_t i = 0; i < kLooks.size(); ++i)
            if ((cell.looks >> i & 1U) != 0)
                losses.add(kLooks.at(i).feature,
                           LossSeverity::Dropped,
                           cue->second->id,
                           cue->second->text.plain,
                           {});
    }
    return losses;
}

}  // namespace subs::xlsx
