// SPDX-License-Identifier: MIT
#include "text/declared_encoding.h"

#include "text/legacy_charset.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace subs {
namespace {

/// Up to `?>`; empty without a declaration.
std::string_view declarationOf(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const std::size_t end = text.find("?>");
    return end == text.npos ? std::string_view() : text.substr(0, end);
}

/// What is decoded by an encoding and is no letter in it.
struct Misfits {
    std::size_t damaged = 0;   ///< Bytes that are no character.
    std::size_t controls = 0;  ///< U+0080–U+009F, which no text has a use for.
    std::size_t all = 0;       ///< Units beyond ASCII, misfits or not.
};

Misfits misfitsOf(std::u16string_view units) {
    Misfits result;
    char16_t before = 0;
    for (const char16_t unit : units) {
        const bool isSecondHalf = before >= 0xD800 && before <= 0xDBFF;
        before = unit;
        if (unit < 0x80) continue;
        ++result.all;
        if (unit <= 0x9F) ++result.controls;
        // See decodedBy for what undecodable bytes become.
        if (unit >= 0xDC80 && unit <= 0xDCFF && !isSecondHalf) ++result.damaged;
    }
    return result;
}

/// The encoding that files are in which say that they are in `name`; empty where they are.
std::string_view widerThan(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kWider = {
        {{"ISO-8859-1", "windows-1252"}, {"ISO-8859-9", "windows-1254"}, {"GB2312", "GBK"}}};
    const auto* const found =
        std::ranges::find(kWider, name, &std::pair<std::string_view, std::string_view>::first);
    return found == kWider.end() ? std::string_view() : found->second;
}

bool isWrittenIn(const std::string& name, std::string_view declaration) {
    const std::u16string units = decodedBy(name, declaration);
    return std::ranges::equal(units, declaration, [](char16_t unit, char byte) {
        return unit == static_cast<unsigned char>(byte);
    });
}

}  // namespace

std::string_view declaredXmlEncoding(std::string_view text) {
    constexpr std::string_view kName = "encoding";
    const std::string_view declaration = declarationOf(text);
    const std::size_t name = declaration.find(kName);
    if (name == declaration.npos) return {};
    const std::size_t quote = declaration.find_first_of("\"'", name);
    if (quote == declaration.npos) return {};
    const std::size_t end = declaration.find(declaration[quote], quote + 1);
    if (end == declaration.npos) return {};
    return declaration.substr(quote + 1, end - quote - 1);
}

std::optional<Encoding> encodingByDeclaration(std::string_view bytes) {
    const std::string_view declared = declaredXmlEncoding(bytes);
    std::string name = declared.empty() ? std::string() : preferredName(declared);
    // What is UTF-8 is found by its bytes; UTF-16 and 32 show by their NULs.
    if (name.empty() || name.starts_with("UTF-") || !isWrittenIn(name, declarationOf(bytes)))
        return std::nullopt;
    Misfits misfits = misfitsOf(decodedBy(name, bytes));
    const std::string_view wider = widerThan(name);
    if (!wider.empty() && misfits.damaged + misfits.controls > 0) {
        name = wider;
        misfits = misfitsOf(decodedBy(name, bytes));
    }
    if (misfits.damaged * 20 > misfits.all) return std::nullopt;
    return Encoding{std::move(name), Bom::No, 95, "the XML declaration says so"};
}

}  // namespace subs
