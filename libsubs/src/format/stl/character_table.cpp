// SPDX-License-Identifier: MIT
#include "format/stl/character_table.h"

#include <subs/base/utf8.h>
#include <subs/text/charset.h>

#include "format/stl/latin.h"

#include <algorithm>

namespace subs::stl {
namespace {

constexpr unsigned char kFirstUpper = 0xA0;
/// What `decodeText` keeps bytes as that are no characters.
constexpr char32_t kFirstLone = 0xDC80;
constexpr char32_t kLastLone = 0xDCFF;

char32_t letterIn(std::string_view encoding, unsigned char byte) {
    const auto text = decodeText(std::string(1, static_cast<char>(byte)), std::string(encoding));
    if (!text || text->text.empty()) return 0;
    const Decoded decoded = decodeUtf8(text->text, 0);
    const bool isLone = decoded.codePoint >= kFirstLone && decoded.codePoint <= kLastLone;
    return decoded.valid && !isLone ? decoded.codePoint : 0;
}

}  // namespace

CharacterTable::CharacterTable(std::string_view number,
                               std::string_view name,
                               std::string_view encoding)
    : number_(number), name_(name) {
    if (encoding.empty()) return;
    for (std::size_t i = 0; i < upper_.size(); ++i)
        upper_.at(i) = letterIn(encoding, static_cast<unsigned char>(kFirstUpper + i));
}

const CharacterTable& CharacterTable::at(std::size_t index) {
    static const std::array<CharacterTable, kCount> kTables{
        {CharacterTable("00", "Latin", ""),
         CharacterTable("01", "Cyrillic", "ISO-8859-5"),
         CharacterTable("02", "Arabic", "ISO-8859-6"),
         CharacterTable("03", "Greek", "ISO-8859-7"),
         CharacterTable("04", "Hebrew", "ISO-8859-8")}};
    return kTables.at(index);
}

const CharacterTable* CharacterTable::numbered(std::string_view number) {
    for (std::size_t i = 0; i < kCount; ++i)
        if (at(i).number() == number) return &at(i);
    return nullptr;
}

bool CharacterTable::take(std::string_view bytes, std::size_t& at, std::string& out) const {
    if (isLatin()) return takeLatin(bytes, at, out);
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    const char32_t letter = byte < 0x7F           ? static_cast<char32_t>(byte)
                            : byte >= kFirstUpper ? upper_.at(byte - kFirstUpper)
                                                  : 0;
    appendUtf8(out, letter != 0 ? letter : kReplacementCharacter);
    return letter != 0;
}

bool CharacterTable::append(std::string& out, std::string_view text, std::size_t& at) const {
    if (isLatin()) return appendLatin(out, text, at);
    const Decoded decoded = decodeUtf8(text, at);
    const char32_t letter = decoded.codePoint;
    if (!decoded.valid) return false;
    if (letter >= ' ' && letter <= '~') {
        out += static_cast<char>(letter);
    } else {
        const auto found = std::ranges::find(upper_, letter);
        if (letter < kFirstUpper || found == upper_.end()) return false;
        out += static_cast<char>(kFirstUpper + (found - upper_.begin()));
    }
    at += decoded.length;
    return true;
}

bool CharacterTable::endsInside(std::string_view bytes) const {
    return isLatin() && !bytes.empty() && isLatinMark(static_cast<unsigned char>(bytes.back()));
}

}  // namespace subs::stl
