// SPDX-License-Identifier: MIT
#include "format/stl/gsi.h"

#include <subs/text/charset.h>

#include "format/stl/languages.h"
#include "format/stl/tti.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace subs::stl {
namespace {

/// The code page of the block's texts (GSI: CPN).
std::string codePageOf(std::string_view file) {
    constexpr std::array<std::string_view, 5> kPages{"437", "850", "860", "863", "865"};
    const std::string_view page = gsi::kCodePage.of(file);
    const bool isKnown = std::ranges::find(kPages, page) != kPages.end();
    return fmt::format("IBM{}", isKnown ? page : "850");
}

/// The codes of the file, or those of the film where it has as many frames in a second.
TimeCodes codesIn(std::string_view file, const FrameTimeline* timeline, Gsi& gsi) {
    const auto said = codesOf(gsi::kDiskFormat.of(file));
    gsi.hasKnownRate = said.has_value();
    TimeCodes codes = said.value_or(usualCodes());
    if (timeline == nullptr || !timeline->isConstant()) return codes;
    const FrameRate rate = timeline->averageRate();
    if (rate.nominal() != codes.rate().nominal() || rate == codes.rate()) return codes;
    return {rate, rate.allowsDropFrame() ? codes.drop() : DropFrame::No};
}

/// The number in a field, or that of a page of teletext.
int sizeIn(std::string_view field, int teletext) {
    const auto size = numberIn(field);
    return size && *size > 0 ? static_cast<int>(*size) : teletext;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(std::string_view(" \0", 2));
    if (begin == text.npos) return {};
    const std::size_t end = text.find_last_not_of(std::string_view(" \0", 2));
    return text.substr(begin, end + 1 - begin);
}

std::string textIn(std::string_view file, GsiField field) {
    const auto text = decodeText(std::string(trimmed(field.of(file))), codePageOf(file));
    return text ? text->text : std::string();
}

std::optional<std::size_t> numberIn(std::string_view field) {
    field = trimmed(field);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc() || end != field.data() + field.size()) return std::nullopt;
    return number;
}

Gsi gsiOf(std::string_view file, const FrameTimeline* timeline) {
    Gsi gsi;
    gsi.codes = codesIn(file, timeline, gsi);
    const std::string_view display = gsi::kDisplay.of(file);
    gsi.display = display == "1" || display == "2" ? Display::Teletext : Display::Open;
    const CharacterTable* table = CharacterTable::numbered(gsi::kCharacterTable.of(file));
    gsi.hasKnownTable = table != nullptr;
    if (table) gsi.table = table;
    gsi.language = languageOf(gsi::kLanguage.of(file));
    gsi.title = textIn(file, gsi::kTitle);
    gsi.rows = sizeIn(gsi::kRows.of(file), gsi.rows);
    gsi.columns = sizeIn(gsi::kColumns.of(file), gsi.columns);
    const std::string_view start = gsi::kStart.of(file);
    const auto code = timeCodeOf(start);
    gsi.hasKnownStart = code.has_value() || trimmed(start).empty();
    if (code) gsi.start = gsi.codes.frameOf(*code);
    return gsi;
}

bool hasDiskFormat(std::string_view file) {
    constexpr std::size_t kName = 3;
    if (file.size() < gsi::kDiskFormat.begin + gsi::kDiskFormat.size) return false;
    const std::string_view format = gsi::kDiskFormat.of(file);
    return format.starts_with("STL") && numberIn(format.substr(kName, 2));
}

Probe probeOf(std::string_view file) {
    if (file.size() < kGsiSize) return {};
    const bool hasFormat = hasDiskFormat(file);
    const bool hasTable = CharacterTable::numbered(gsi::kCharacterTable.of(file)) != nullptr;
    const bool hasNumbers = numberIn(gsi::kCodePage.of(file)) && numberIn(gsi::kBlocks.of(file));
    if (hasFormat) return {100, "a header of EBU STL", 0, (file.size() - kGsiSize) / kBlockSize};
    constexpr int kDoubtful = 40;
    if (hasTable && hasNumbers)
        return {kDoubtful, "a header as that of EBU STL, without its format code"};
    return {};
}

std::optional<std::string> inCodePageOf(std::string_view file, std::string_view text) {
    Encoding encoding;
    encoding.name = codePageOf(file);
    auto bytes = encodeText(text, encoding);
    if (!bytes) return std::nullopt;
    return *std::move(bytes);
}

NewGsi::NewGsi() : block_(kGsiSize, ' ') {}

void NewGsi::set(GsiField field, std::string_view text) {
    setField(block_, field, text);
}

void NewGsi::setNumber(GsiField field, std::size_t number) {
    stl::setNumber(block_, field, number);
}

void setField(std::string& block, GsiField field, std::string_view text) {
    std::string value(text.substr(0, field.size));
    value.resize(field.size, ' ');
    block.replace(field.begin, field.size, value);
}

void setNumber(std::string& block, GsiField field, std::size_t number) {
    setField(block, field, fmt::format("{:0{}}", number, field.size));
}

}  // namespace subs::stl
