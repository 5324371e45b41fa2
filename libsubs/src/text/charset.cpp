// SPDX-License-Identifier: MIT
#include <subs/base/nearest_name.h>
#include <subs/base/utf8.h>
#include <subs/text/charset.h>
#include <subs/text/newline.h>

#include "text/charset_detect.h"
#include "text/legacy_charset.h"
#include "text/utf16.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs {
namespace {

/// Below this a person should look whether the text reads well.
constexpr int kDoubtful = 50;

bool isUtf8(const Encoding& encoding) {
    return encoding.name == "UTF-8";
}
bool isUtf16(std::string_view name) {
    return name == "UTF-16LE" || name == "UTF-16BE";
}

/// What is common to the names of an encoding in both orders of its bytes.
std::string_view familyOf(std::string_view name) {
    constexpr std::string_view kLike = "UTF-16";
    const bool hasOrder = name.starts_with("UTF-16") || name.starts_with("UTF-32");
    return hasOrder ? name.substr(0, kLike.size()) : name;
}

ByteOrder orderOf(const Encoding& encoding) {
    return encoding.name == "UTF-16BE" ? ByteOrder::Big : ByteOrder::Little;
}

struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// The text of `content`, which is in an encoding other than UTF-8.
std::string textOf(const Encoding& encoding, std::string_view content) {
    return utf8Of(isUtf16(encoding.name) ? unitsOf(content, orderOf(encoding))
                                         : decodedBy(encoding.name, content));
}

Place placeOf(std::string_view text, std::size_t at) {
    LineReader lines(text);
    while (lines.nextBegin() <= at && lines.next()) {
    }
    return {std::max<std::uint32_t>(lines.number(), 1),
            static_cast<std::uint32_t>(at - lines.begin() + 1)};
}

/// Where there first is more than ASCII: what a doubtful encoding shows in.
Place placeOfDoubt(std::string_view text) {
    const auto isBeyondAscii = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; };
    const auto first = std::find_if(text.begin(), text.end(), isBeyondAscii);
    return first == text.end() ? Place{0, 0}
                               : placeOf(text, static_cast<std::size_t>(first - text.begin()));
}

/// Bytes of `text` that are no UTF-8, and the first of them; `encoding` is what it was read from.
std::optional<Diagnostic> damageIn(std::string_view text, const Encoding& encoding) {
    const std::size_t first = firstInvalidUtf8(text);
    if (first == text.size()) return std::nullopt;
    std::size_t count = 0;
    for (std::size_t at = first; at < text.size();) {
        ++count;
        at += 1 + firstInvalidUtf8(text.substr(at + 1));
    }
    const Place place = placeOf(text, first);
    // Surrogates are three bytes each, and each of these counts.
    const std::size_t shown = isUtf8(encoding) ? count : (count + 2) / 3;
    return Diagnostic{
        Severity::Warning,
        place.line,
        place.column,
        "charset.damaged",
        fmt::format("{} {} no characters in {}, the first of them here; kept as they are",
                    shown,
                    shown == 1 ? "byte makes" : "bytes make",
                    encoding.name)};
}

void remarkDamaged(DecodedText& decoded) {
    if (auto damage = damageIn(decoded.text, decoded.encoding))
        decoded.diagnostics.push_back(*std::move(damage));
}

void remarkDoubt(DecodedText& decoded) {
    if (decoded.encoding.confidence < kDoubtful) {
        const Place place = placeOfDoubt(decoded.text);
        decoded.diagnostics.push_back(
            {Severity::Warning,
             place.line,
             place.column,
             "charset.doubtful",
             fmt::format(
                 "the encoding is a guess: {} ({} %, {}); look whether letters beyond ASCII are right",
                 decoded.encoding.name,
                 decoded.encoding.confidence,
                 decoded.encoding.reason)});
    }
    if (isUtf8(decoded.encoding) && isDoubleEncoded(decoded.text)) {
        const Place place = placeOfDoubt(decoded.text);
        decoded.diagnostics.push_back(
            {Severity::Warning,
             place.line,
             place.column,
             "charset.double-encoded",
             "the text was encoded as UTF-8 twice, so its letters look like \"Ã©\" or \"áž\"; kept as it is"});
    }
}

/// The line and column of the text that `bytes` up to where `again` differs say.
Place placeOfDifference(std::string_view bytes, std::string_view again, const Encoding& encoding) {
    const auto [here, there] =
        std::mismatch(bytes.begin(), bytes.end(), again.begin(), again.end());
    const auto same = static_cast<std::size_t>(here - bytes.begin());
    const std::size_t bom = std::min(bomSize(encoding), same);
    const std::string before = textOf(encoding, bytes.substr(bom, same - bom));
    return placeOf(before + ' ', before.size());
}

/// Keeps the bytes where the text does not give them back.
void keepIfNotReversible(DecodedText& decoded, std::string bytes) {
    const auto again = encodeText(decoded.text, decoded.encoding);
    if (again && *again == bytes) return;
    const Place place = again ? placeOfDifference(bytes, *again, decoded.encoding)
                              : Place{again.error().line, again.error().column};
    decoded.bytes = std::move(bytes);
    decoded.diagnostics.push_back(
        {Severity::Warning,
         place.line,
         place.column,
         "charset.not-reversible",
         fmt::format(
             "the text does not give back the very bytes of the file ({}); they are kept as long as nothing is edited",
             decoded.encoding.name)});
}

Result<Encoding> askedEncoding(std::string_view bytes, const std::string& asked) {
    auto name = encodingNamed(asked);
    if (!name) return tl::unexpected(name.error());
    Encoding encoding{*std::move(name), Bom::No, 100, "asked for"};
    // A byte order mark knows better which way round UTF-16 and UTF-32 are.
    const std::optional<Encoding> marked = encodingByBom(bytes, familyOf(encoding.name));
    if (!marked) return encoding;
    encoding.name = marked->name;
    encoding.bom = Bom::Yes;
    return encoding;
}

tl::unexpected<Error> unrepresentable(std::u16string_view units,
                                      const Unencodable& what,
                                      const std::string& name) {
    const std::string before = utf8Of(units.substr(0, what.at));
    const Place place = placeOf(before + ' ', before.size());
    const std::size_t count = countUnencodable(name, units);
    std::string letter;
    appendUtf8(letter, what.codePoint);
    return failureAt(place.line,
                     place.column,
                     "charset.unrepresentable",
                     fmt::format("{} {} not in {}, the first of them \"{}\" (U+{:04X})",
                                 count,
                                 count == 1 ? "character is" : "characters are",
                                 name,
                                 withReplacements(letter),
                                 static_cast<std::uint32_t>(what.codePoint)));
}

tl::unexpected<Error> damagedText(std::string_view text, const std::string& name) {
    const Place place = placeOf(text, firstInvalidUtf8(text));
    return failureAt(
        place.line,
        place.column,
        "charset.unrepresentable",
        fmt::format("bytes that are no characters, of which the first stands here, are not in {}",
                    name));
}

}  // namespace

Result<std::string> encodingNamed(std::string_view name) {
    const std::string preferred = preferredName(name);
    if (preferred.empty()) {
        const std::vector<std::string> known = encodingNames();
        const auto nearest =
            nearestName(name, std::vector<std::string_view>(known.begin(), known.end()));
        const std::string hint = nearest ? fmt::format("the nearest is {}", *nearest)
                                         : "there are those that IANA lists, such as UTF-8, "
                                           "UTF-16LE, windows-1252, Shift_JIS or GB18030";
        return failure("charset.unknown",
                       fmt::format("there is no encoding named \"{}\"; {}", name, hint));
    }
    const bool isOfEitherOrder = preferred == "UTF-16" || preferred == "UTF-32";
    return isOfEitherOrder ? preferred + "LE" : preferred;
}

Result<DecodedText> decodeText(std::string bytes, const std::optional<std::string>& asked) {
    DecodedText decoded;
    auto encoding =
        asked ? askedEncoding(bytes, *asked) : Result<Encoding>(detectedEncoding(bytes));
    if (!encoding) return tl::unexpected(encoding.error());
    decoded.encoding = *std::move(encoding);
    const std::size_t bom = bomSize(decoded.encoding);
    if (isUtf8(decoded.encoding)) {
        bytes.erase(0, bom);
        decoded.text = std::move(bytes);
        const bool isKnownValid = !asked && bom == 0 && decoded.encoding.confidence == 100;
        if (!isKnownValid) remarkDamaged(decoded);
        remarkDoubt(decoded);
        return decoded;
    }
    const std::string_view content = std::string_view(bytes).substr(bom);
    decoded.text = textOf(decoded.encoding, content);
    remarkDamaged(decoded);
    remarkDoubt(decoded);
    keepIfNotReversible(decoded, std::move(bytes));
    return decoded;
}

std::optional<Diagnostic> damageIn(std::string_view text) {
    return damageIn(text, Encoding());
}

Result<std::string> encodeText(std::string_view text, const Encoding& encoding) {
    auto name = encodingNamed(encoding.name);
    if (!name) return tl::unexpected(name.error());
    std::string bytes(encoding.bom == Bom::Yes ? bomOf(*name) : std::string_view());
    if (*name == "UTF-8") return bytes.append(text);
    bool damaged = false;
    const std::u16string units = utf16Of(text, damaged);
    if (damaged) return damagedText(text, *name);
    if (isUtf16(*name)) {
        appendUnits(bytes, units, *name == "UTF-16BE" ? ByteOrder::Big : ByteOrder::Little);
        return bytes;
    }
    const auto content = encodedBy(*name, units);
    if (!content) return unrepresentable(units, content.error(), *name);
    return bytes.append(*content);
}

std::optional<std::size_t> firstUnrepresentable(std::string_view text, const Encoding& encoding) {
    const auto name = encodingNamed(encoding.name);
    if (!name || *name == "UTF-8") return std::nullopt;
    bool damaged = false;
    const std::u16string units = utf16Of(text, damaged);
    if (damaged) return firstInvalidUtf8(text);
    if (isUtf16(*name)) return std::nullopt;
    const auto bytes = encodedBy(*name, units);
    if (bytes) return std::nullopt;
    return utf8Of(std::u16string_view(units).substr(0, bytes.error().at)).size();
}

}  // namespace subs
