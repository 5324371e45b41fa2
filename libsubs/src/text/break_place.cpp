// SPDX-License-Identifier: MIT
#include "text/break_place.h"

#include <subs/base/utf8.h>

#include <algorithm>

namespace subs {
namespace {

constexpr std::u32string_view kSentenceEnds = U".!?…។៕៚៘。！？｡؟۔॥।၊။‼⁇⁈⁉";
constexpr std::u32string_view kPhraseEnds = U",;:៖、，；：،؛–—";
constexpr std::u32string_view kClosing = U"\"'”’»›)]}」』）】♪♫";

bool isOneOf(char32_t character, std::u32string_view set) {
    return set.find(character) != set.npos;
}

/// A space that a line may end at.
bool isBreakingSpace(char32_t character) {
    return character == ' ' || character == '\t' || character == 0x3000 ||
           (character >= 0x2000 && character <= 0x200A && character != 0x2007);
}

std::size_t characterBegin(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 &&
           (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    return decodeUtf8(text, begin).length == at - begin ? begin : at - 1;
}

/// The last character before the place that is no closing quote or bracket.
char32_t lastOfText(const BreakPlace& place) {
    constexpr int kMostClosing = 4;
    std::size_t at = place.end;
    for (int i = 0; i < kMostClosing && at > 0; ++i) {
        const char32_t character = characterBefore(place.text, at);
        if (!isOneOf(character, kClosing)) return character;
        at = withoutSpacesBefore(place.text, characterBegin(place.text, at));
    }
    return 0;
}

}  // namespace

char32_t characterBefore(std::string_view text, std::size_t at) {
    return at > 0 ? decodeUtf8(text, characterBegin(text, at)).codePoint : 0;
}

std::size_t withoutSpacesBefore(std::string_view text, std::size_t at) {
    while (at > 0) {
        const std::size_t begin = characterBegin(text, at);
        if (!isBreakingSpace(decodeUtf8(text, begin).codePoint)) break;
        at = begin;
    }
    return at;
}

BreakPlace breakPlaceAt(std::string_view text, std::size_t next) {
    BreakPlace place{text, withoutSpacesBefore(text, next), next};
    place.last = characterBefore(text, place.end);
    if (next < text.size()) place.first = decodeUtf8(text, next).codePoint;
    return place;
}

bool isAfterSentence(const BreakPlace& place) {
    return isOneOf(lastOfText(place), kSentenceEnds);
}

bool isAfterPunctuation(const BreakPlace& place) {
    return isOneOf(lastOfText(place), kPhraseEnds) || isAfterSentence(place);
}

}  // namespace subs
