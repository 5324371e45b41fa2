// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/legacy_table.h>
#include <subs/text/newline.h>

#include "text/khmer_slots.h"
#include "text/legacy_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <string>
#include <utility>

// `data/khmer/legacy/limon.tsv`, put into the program as it is.
asm(".section .rodata\n"
    ".global legacyLimonTable\n"
    "legacyLimonTable:\n"
    ".incbin \"" SUBS_LEGACY_LIMON
    "\"\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char legacyLimonTable[];
}

namespace subs {
namespace {

constexpr std::size_t kColumns = 3;  ///< Those that are read; more are for people.
constexpr std::size_t kMostPlaces = 8;
constexpr std::size_t kMostSigns = 16;
constexpr std::uint32_t kHighestPlace = 0xFF;
constexpr std::uint32_t kHighestCodePoint = 0x10FFFF;

/// The next part of `text` up to `end`, which goes too.
std::string_view nextPart(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

/// Numbers from 1 to `highest`, one at least and `most` at most, in hexadecimal and parted by a
/// space; nothing where one is none.
std::optional<std::u32string> hexadecimals(std::string_view text,
                                           std::uint32_t highest,
                                           std::size_t most) {
    std::u32string numbers;
    if (text.ends_with(' ')) return std::nullopt;
    while (!text.empty()) {
        const std::string_view part = nextPart(text, ' ');
        std::uint32_t number = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), number, 16);
        const bool isWhole = read.ec == std::errc() && read.ptr == part.data() + part.size();
        if (!isWhole || number == 0 || number > highest || numbers.size() == most)
            return std::nullopt;
        numbers += static_cast<char32_t>(number);
    }
    return numbers.empty() ? std::nullopt : std::optional(std::move(numbers));
}

LegacyPlace placeNamed(std::string_view name) {
    if (name == "base") return LegacyPlace::Base;
    if (name == "left") return LegacyPlace::Left;
    if (name == "mark") return LegacyPlace::Mark;
    if (name == "alone") return LegacyPlace::Alone;
    return name == "stacked" ? LegacyPlace::Stacked : LegacyPlace::None;
}

bool isCodePoint(char32_t number) {
    constexpr char32_t kFirstSurrogate = 0xD800;
    constexpr char32_t kLastSurrogate = 0xDFFF;
    return number < kFirstSurrogate || number > kLastSurrogate;
}

/// What is wrong with `row`, or nothing: then it is in `map`.
std::optional<Error> addRow(std::string_view row, LegacyMap& map) {
    constexpr const char* kCode = "legacy-table.row";
    std::array<std::string_view, kColumns> columns;
    for (std::string_view& column : columns)
        column = nextPart(row, '\t');
    const auto places = hexadecimals(columns[0], kHighestPlace, kMostPlaces);
    if (!places)
        return Error{kCode,
                     fmt::format("\"{}\" are not the places of letters, in hexadecimal 1 to FF",
                                 columns[0])};
    const LegacyPlace place = placeNamed(columns[1]);
    if (place == LegacyPlace::None)
        return Error{
            kCode,
            fmt::format("\"{}\" is no kind: base, left, mark, alone or stacked", columns[1])};
    auto signs = hexadecimals(columns[2], kHighestCodePoint, kMostSigns);
    if (!signs || !std::ranges::all_of(*signs, isCodePoint))
        return Error{kCode, fmt::format("\"{}\" are not code points in hexadecimal", columns[2])};
    std::string codes;
    for (const char32_t code : *places)
        codes += static_cast<char>(code);
    if (map.add(std::move(codes), place, *std::move(signs))) return std::nullopt;
    return Error{"legacy-table.twice",
                 fmt::format("what stands at {} is said above already", columns[0])};
}

}  // namespace

LegacyTable::LegacyTable(std::shared_ptr<const LegacyMap> map) : map_(std::move(map)) {}

std::optional<LegacyTable> LegacyTable::of(LegacyFont font) {
    if (font != LegacyFont::Limon) return std::nullopt;
    static const Result<LegacyTable> kLimon = parse(std::string_view(legacyLimonTable));
    assert(kLimon);
    return *kLimon;
}

Result<LegacyTable> LegacyTable::parse(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    auto map = std::make_shared<LegacyMap>();
    bool isEmpty = true;
    for (LineReader reader(text); reader.next();) {
        if (reader.line().empty() || reader.line().front() == '#') continue;
        if (auto error = addRow(reader.line(), *map))
            return failureAt(reader.number(), 0, std::move(error->code), std::move(error->message));
        isEmpty = false;
    }
    if (isEmpty) return failure("legacy-table.empty", "the table of a font has no row");
    return LegacyTable(std::move(map));
}

}  // namespace subs
