// SPDX-License-Identifier: MIT
#include <subs/text/invisibles.h>
#include <subs/text/script.h>

#include "text/code_points.h"
#include "text/edit_list.h"
#include "text/khmer_slots.h"
#include "text/letter_kinds.h"

#include <algorithm>

namespace subs {
namespace {

struct InvisibleInfo {
    char32_t codePoint;
    std::string_view name;
    std::string_view shown;
};

/// In the order of `InvisibleKind`.
constexpr std::array<InvisibleInfo, kInvisibleKinds> kInfos{{
    {0x200B, "U+200B", "⟨ZWSP⟩"},
    {0x2060, "U+2060", "⟨WJ⟩"},
    {0x200C, "U+200C", "⟨ZWNJ⟩"},
    {0x200D, "U+200D", "⟨ZWJ⟩"},
    {0x00A0, "U+00A0", "⟨NBSP⟩"},
    {0xFEFF, "U+FEFF", "⟨BOM⟩"},
    {0x00AD, "U+00AD", "⟨SHY⟩"},
}};

bool isJoiner(char32_t c) {
    return c == 0x200C || c == 0x200D;
}

bool isInvisibleHere(char32_t c) {
    return std::ranges::find(kInfos, c, &InvisibleInfo::codePoint) != kInfos.end();
}

/// U+200C behind a shifter, or a joiner behind a character of another script that may need one.
bool joins(const CodePoints& text, std::size_t i) {
    if (!isJoiner(text[i])) return false;
    const char32_t before = text[i - 1];
    if (isKhmer(before)) return text[i] == 0x200C && khmerSlotOf(before) == KhmerSlot::Shifter;
    return before >= 0x80 && !isInvisibleHere(before);
}

/// Shows the invisible characters of `text` that join nothing: kind, and place.
template <typename Visit>
void forEachInvisible(const CodePoints& text, Visit visit) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto found = std::ranges::find(kInfos, text[i], &InvisibleInfo::codePoint);
        if (found == kInfos.end()) continue;
        visit(static_cast<InvisibleKind>(found - kInfos.begin()), i);
    }
}

}  // namespace

std::string_view nameOf(InvisibleKind kind) {
    return kInfos.at(static_cast<std::size_t>(kind)).name;
}

InvisibleTable importedInvisibles() {
    InvisibleTable table;
    for (const auto kind : {InvisibleKind::NonJoiner,
                            InvisibleKind::Joiner,
                            InvisibleKind::ByteOrderMark,
                            InvisibleKind::SoftHyphen})
        table[kind] = InvisibleUse::Lint;
    return table;
}

InvisibleTable invisiblesAll(InvisibleUse use) {
    InvisibleTable table;
    table.uses.fill(use);
    return table;
}

std::vector<FoundInvisible> invisiblesIn(std::string_view text, const InvisibleTable& table) {
    const CodePoints points(text);
    std::vector<FoundInvisible> found;
    forEachInvisible(points, [&](InvisibleKind kind, std::size_t i) {
        if (table[kind] == InvisibleUse::Lint && !joins(points, i))
            found.push_back({kind, points.offset(i), points.offset(i + 1)});
    });
    return found;
}

Normalised withoutInvisibles(std::string_view text, const InvisibleTable& table) {
    const CodePoints points(text);
    EditList edits(text);
    forEachInvisible(points, [&](InvisibleKind kind, std::size_t i) {
        if (table[kind] == InvisibleUse::Strip && !joins(points, i))
            edits.replace(points.offset(i),
                          points.offset(i + 1),
                          kind == InvisibleKind::NoBreakSpace ? " " : "");
    });
    return edits.taken();
}

Normalised withInvisiblesShown(std::string_view text) {
    const CodePoints points(text);
    EditList edits(text);
    forEachInvisible(points, [&](InvisibleKind kind, std::size_t i) {
        edits.replace(points.offset(i),
                      points.offset(i + 1),
                      kInfos.at(static_cast<std::size_t>(kind)).shown);
    });
    return edits.taken();
}

Normalised withZeroWidthSpaces(std::string_view text, const std::vector<std::uint32_t>& places) {
    const CodePoints points(text);
    EditList edits(text);
    auto place = places.begin();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const std::uint32_t at = points.offset(i);
        while (place != places.end() && *place < at)
            ++place;
        if (place == places.end() || *place != at) continue;
        const char32_t before = points[i - 1];
        const char32_t after = points[i];
        const auto isTaken = [](char32_t c) {
            return isSpace(c) || isLineEnd(c) || c == 0x200B || c == 0x2060;
        };
        const bool isBesideKhmer = isKhmer(before) || isKhmer(after);
        if (isBesideKhmer && !isTaken(before) && !isTaken(after)) edits.replace(at, at, "\u200B");
    }
    return edits.taken();
}

}  // namespace subs
