// SPDX-License-Identifier: MIT
#include "text/charset_detect.h"

#include <subs/base/utf8.h>

#include "text/declared_encoding.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace subs {
namespace {

constexpr std::size_t kLookedAt = 1 << 16;
/// ICU answers 28 to 35 for Central European and Cyrillic subtitles that it is right about, below
/// 15 for what it does not know (measured: reference figures in README.md).
constexpr int kLeastConfidence = 15;
constexpr int kPlainConfidence = 10;

/// Longer marks before those that they begin with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBoms = {
    {{"UTF-8", kUtf8Bom},
     {"UTF-32LE", kUtf32LeBom},
     {"UTF-32BE", kUtf32BeBom},
     {"UTF-16LE", kUtf16LeBom},
     {"UTF-16BE", kUtf16BeBom}}};

/// The NULs that stand beside a printable ASCII letter as in UTF-16, by the order of its bytes, and
/// the others.
struct NulCensus {
    std::size_t little = 0;
    std::size_t big = 0;
    std::size_t stray = 0;
};

bool isPlainAscii(char byte) {
    return (byte >= ' ' && byte <= '~') || byte == '\t' || byte == '\n' || byte == '\r';
}

NulCensus nulsOf(std::string_view bytes) {
    NulCensus census;
    for (std::size_t at = bytes.find('\0'); at != std::string_view::npos;
         at = bytes.find('\0', at + 1)) {
        const std::size_t partner = at ^ 1U;
        const bool plain = partner < bytes.size() && isPlainAscii(bytes[partner]);
        ++(!plain ? census.stray : at % 2 == 0 ? census.big : census.little);
    }
    return census;
}

/// Digits, line ends and arrows make up a part of every subtitle, and in UTF-16 each has a NUL on
/// one side.
std::optional<Encoding> encodingByNuls(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kLookedAt);
    const NulCensus census = nulsOf(head);
    const std::size_t least = std::max<std::size_t>(head.size() / 2 / 32, 2);
    const auto rules = [&](std::size_t many, std::size_t few) {
        return many >= least && few * 20 < many;
    };
    if (rules(census.little, census.big + census.stray))
        return Encoding{"UTF-16LE", Bom::No, 95, "every second byte of its ASCII is NUL"};
    if (rules(census.big, census.little + census.stray))
        return Encoding{"UTF-16BE", Bom::No, 95, "every second byte of its ASCII is NUL"};
    return std::nullopt;
}

constexpr std::size_t kWideSize = 4;

/// The number that four bytes are, which `at` stands before.
std::uint32_t wideUnitAt(std::string_view bytes, std::size_t at, bool isLittle) {
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < kWideSize; ++i) {
        const auto byte =
            static_cast<unsigned char>(bytes[at + (isLittle ? kWideSize - 1 - i : i)]);
        unit = unit << 8U | byte;
    }
    return unit;
}

/// True of bytes whose whole units of four bytes are code points, and none of them U+0000.
bool isUtf32(std::string_view bytes, bool isLittle) {
    constexpr std::uint32_t kLast = 0x10FFFF;
    for (std::size_t at = 0; at + kWideSize <= bytes.size(); at += kWideSize) {
        const std::uint32_t unit = wideUnitAt(bytes, at, isLittle);
        if (unit == 0 || unit > kLast) return false;
    }
    return true;
}

/// No text in another encoding is a row of such code points.
std::optional<Encoding> encodingByWideUnits(std::string_view bytes) {
    constexpr std::size_t kLeast = 2 * kWideSize;
    if (bytes.size() < kLeast || bytes.size() % kWideSize != 0) return std::nullopt;
    for (const bool isLittle : {true, false})
        if (isUtf32(bytes.substr(0, kLookedAt), isLittle))
            return Encoding{isLittle ? "UTF-32LE" : "UTF-32BE",
                            Bom::No,
                            95,
                            "all of it is code points of four bytes"};
    return std::nullopt;
}

struct Utf8Census {
    std::size_t sequences = 0;  ///< Of two bytes and more.
    std::size_t damaged = 0;    ///< Bytes.
};

Utf8Census utf8CensusOf(std::string_view bytes) {
    Utf8Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded decoded = decodeUtf8(bytes, at);
        at += decoded.length;
        if (!decoded.valid) ++census.damaged;
        if (decoded.length > 1) ++census.sequences;
    }
    return census;
}

/// Bytes that all are UTF-8. An 8-bit text of more than a few letters never is by chance, whatever
/// its XML declaration says; ASCII may be anything, which matters once it is edited.
std::optional<Encoding> encodingByValidUtf8(std::string_view bytes) {
    if (!isValidUtf8(bytes)) return std::nullopt;
    const bool ascii = std::all_of(
        bytes.begin(), bytes.end(), [](char byte) { return static_cast<signed char>(byte) >= 0; });
    if (!ascii) return Encoding{"UTF-8", Bom::No, 100, "valid UTF-8"};
    if (auto declared = encodingByDeclaration(bytes)) return declared;
    return Encoding{"UTF-8", Bom::No, 100, "plain ASCII"};
}

/// UTF-8 by how much of it there is.
std::optional<Encoding> encodingByMuchUtf8(std::string_view bytes) {
    const Utf8Census census = utf8CensusOf(bytes);
    // Two bytes of an 8-bit text hardly ever make a sequence, so a few sequences outweigh some
    // damage.
    if (census.sequences < 2 * census.damaged) return std::nullopt;
    return Encoding{"UTF-8", Bom::No, 90, "UTF-8 with damaged bytes"};
}

using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

/// What statistics say, leaving out what was already ruled out.
std::optional<Encoding> encodingByStatistics(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const Detector detector(ucsdet_open(&status), &ucsdet_close);
    const std::string_view head = bytes.substr(0, kLookedAt);
    ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const std::string_view name = ucsdet_getName(matches[i], &status);
        const int confidence = ucsdet_getConfidence(matches[i], &status);
        if (name.starts_with("UTF-") || name.starts_with("IBM42")) continue;
        if (U_FAILURE(status) || confidence < kLeastConfidence) return std::nullopt;
        // The same letters and more: what is called ISO-8859-1 is windows-1252 in fact (WHATWG
        // Encoding, 4.2).
        const std::string_view preferred = name == "ISO-8859-1" ? "windows-1252" : name;
        return Encoding{std::string(preferred), Bom::No, confidence, "statistics (ICU)"};
    }
    return std::nullopt;
}

/// The bytes 0x80–0x9F of windows-1252 as code points; 0 for those that it does not have.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte that `codePoint` is in windows-1252 or ISO-8859-1, else 0.
unsigned byteFor(char32_t codePoint) {
    if (codePoint <= 0xFF) return static_cast<unsigned>(codePoint);
    const auto* found = std::find(kWindows1252.begin(), kWindows1252.end(), codePoint);
    return found == kWindows1252.end()
               ? 0
               : 0x80U + static_cast<unsigned>(found - kWindows1252.begin());
}

std::size_t trailingBytesOf(unsigned lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return 1;
    if (lead >= 0xE0 && lead <= 0xEF) return 2;
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
}

/// The number of code points that make up an encoded character which begins at `at`, which goes
/// behind it; 0 where none does.
std::size_t takeEncoded(std::string_view text, std::size_t& at) {
    // Leads are U+00C2 to U+00F4 in either encoding, which UTF-8 begins with C3.
    if (text[at] != '\xC3') return 0;
    std::size_t next = at + decodeUtf8(text, at).length;
    const std::size_t trailing = trailingBytesOf(byteFor(decodeUtf8(text, at).codePoint));
    for (std::size_t i = 0; i < trailing; ++i) {
        if (next >= text.size()) return 0;
        const Decoded decoded = decodeUtf8(text, next);
        const unsigned byte = byteFor(decoded.codePoint);
        if (byte < 0x80 || byte > 0xBF) return 0;
        next += decoded.length;
    }
    if (trailing > 0) at = next;
    return trailing == 0 ? 0 : trailing + 1;
}

}  // namespace

std::optional<Encoding> encodingByBom(std::string_view bytes, std::string_view family) {
    for (const auto& [name, bom] : kBoms) {
        if (!bytes.starts_with(bom) || !name.starts_with(family)) continue;
        const bool isSure = bom != kUtf32LeBom || !family.empty() ||
                            isUtf32(bytes.substr(bom.size(), kWideSize), true);
        if (isSure) return Encoding{std::string(name), Bom::Yes, 100, "byte order mark"};
    }
    return std::nullopt;
}

std::string_view bomOf(std::string_view name) {
    const auto* const known =
        std::ranges::find(kBoms, name, &std::pair<std::string_view, std::string_view>::first);
    return known == kBoms.end() ? std::string_view() : known->second;
}

std::size_t bomSize(const Encoding& encoding) {
    return encoding.bom == Bom::No ? 0 : bomOf(encoding.name).size();
}

Encoding detectedEncoding(std::string_view bytes) {
    if (auto found = encodingByBom(bytes)) return *found;
    if (auto found = encodingByWideUnits(bytes)) return *found;
    if (auto found = encodingByNuls(bytes)) return *found;
    if (auto found = encodingByValidUtf8(bytes)) return *found;
    if (auto found = encodingByDeclaration(bytes)) return *found;
    if (auto found = encodingByMuchUtf8(bytes)) return *found;
    if (auto found = encodingByStatistics(bytes)) return *found;
    return {
        "windows-1252", Bom::No, kPlainConfidence, "no encoding is likely; the plainest reading"};
}

bool isDoubleEncoded(std::string_view text) {
    const std::string_view head = text.substr(0, kLookedAt);
    if (head.find('\xC3') == head.npos) return false;
    std::size_t encoded = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < head.size();) {
        if (static_cast<signed char>(head[at]) >= 0) {
            ++at;
        } else if (const std::size_t taken = takeEncoded(head, at)) {
            encoded += taken;
        } else {
            at += decodeUtf8(head, at).length;
            ++others;
        }
    }
    return encoded >= 6 && others * 10 <= encoded;
}

}  // namespace subs
