// SPDX-License-Identifier: MIT
#include "text/font_stack.h"

#include <subs/base/utf8.h>

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

namespace subs {
namespace {

/// Calls `use` with each character that is drawn and its place; joiners, U+200B and their like
/// never are.
template <class Use>
void forEachDrawn(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        const auto codePoint = static_cast<UChar32>(decoded.codePoint);
        if (decoded.codePoint < 0x80 ||
            !u_hasBinaryProperty(codePoint, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
            use(decoded.codePoint, at);
        }
        at += decoded.length;
    }
}

double heightOf(const FontFace& face) {
    return face.metrics.winAscent.value + face.metrics.winDescent.value;
}

}  // namespace

FontStack::FontStack(FontFinder finder, const FontFile& file, FontFace face, FaceChoice choice)
    : finder_(std::move(finder)), choice_(choice) {
    faces_.push_back({file, std::move(face)});
}

std::size_t FontStack::faceFor(std::string_view cluster) {
    if (missing(cluster, 0) == 0) return 0;
    std::size_t best = 0;
    forEachDrawn(cluster, [&](char32_t codePoint, std::size_t) {
        if (best == 0 && !faces_[0].face.has(codePoint)) best = fallbackFor(codePoint);
    });
    return missing(cluster, best) < missing(cluster, 0) ? best : 0;
}

double FontStack::emScale(std::size_t index) const {
    const double height = heightOf(faces_[index].face);
    return height > 0 ? heightOf(faces_[0].face) / height : 1;
}

std::size_t FontStack::missing(std::string_view cluster, std::size_t index) const {
    std::size_t count = 0;
    forEachDrawn(cluster, [&](char32_t codePoint, std::size_t) {
        count += faces_[index].face.has(codePoint) ? 0 : 1;
    });
    return count;
}

void FontStack::addMissing(std::string_view cluster,
                           std::size_t index,
                           std::size_t at,
                           std::vector<MissingCharacter>& missing) const {
    forEachDrawn(cluster, [&](char32_t codePoint, std::size_t place) {
        if (!faces_[index].face.has(codePoint))
            missing.push_back({static_cast<std::uint32_t>(at + place), codePoint});
    });
}

std::size_t FontStack::fallbackFor(char32_t codePoint) {
    const auto [known, isNew] = fallbacks_.try_emplace(codePoint, 0);
    if (isNew) {
        known->second = openedFor(codePoint);
    }
    return known->second;
}

/// The bold or slanted face of the family that has the character, where it has it too.
std::size_t FontStack::openedFor(char32_t codePoint) {
    const auto regular = finder_.having(codePoint);
    if (!regular) return 0;
    const auto chosen = finder_.named(regular->family, choice_);
    const std::size_t index = chosen ? opened(*chosen) : 0;
    return index > 0 && faces_[index].face.has(codePoint) ? index : opened(*regular);
}

std::size_t FontStack::opened(const FontFile& file) {
    const auto found = std::ranges::find_if(faces_, [&file](const Opened& opened) {
        return opened.file.path == file.path && opened.file.index == file.index;
    });
    if (found != faces_.end()) return static_cast<std::size_t>(found - faces_.begin());
    auto face = openFace(file);
    if (!face) return 0;
    faces_.push_back({file, std::move(*face)});
    return faces_.size() - 1;
}

}  // namespace subs
