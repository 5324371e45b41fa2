// SPDX-License-Identifier: MIT
#include "text/legacy_charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/uset.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>

namespace subs {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// A converter that stops at what it cannot convert; null for a name that ICU does not know.
Converter converterNamed(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return {nullptr, &ucnv_close};
    ucnv_setToUCallBack(
        converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(
        converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) return {nullptr, &ucnv_close};
    return converter;
}

constexpr std::size_t kChunk = 1 << 14;
constexpr char16_t kFirstKeptByte = 0xDC80;
constexpr char16_t kLastKeptByte = 0xDCFF;

bool isKeptByte(char16_t unit) {
    return unit >= kFirstKeptByte && unit <= kLastKeptByte;
}

/// True where the unit at `at` is a byte that was kept and not the second half of a character.
bool isKeptByteAt(std::u16string_view units, std::size_t at) {
    const bool second = at > 0 && units[at - 1] >= 0xD800 && units[at - 1] <= 0xDBFF;
    return isKeptByte(units[at]) && !second;
}

void appendKept(std::u16string& units, UConverter* converter) {
    std::array<char, 32> bytes{};
    auto length = static_cast<std::int8_t>(bytes.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, bytes.data(), &length, &status);
    for (std::int8_t i = 0; U_SUCCESS(status) && i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
        units += byte < 0x80 ? static_cast<char16_t>(byte) : static_cast<char16_t>(0xDC00U | byte);
    }
}

char32_t unencodableOf(UConverter* converter) {
    std::array<UChar, 8> units{};
    auto length = static_cast<std::int8_t>(units.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidUChars(converter, units.data(), &length, &status);
    if (U_FAILURE(status) || length == 0) return 0xFFFD;
    if (length == 1) return units[0];
    return 0x10000U + ((units[0] - 0xD800U) << 10U) + (units[1] - 0xDC00U);
}

/// Appends `units`, none of which is a kept byte.
tl::expected<void, Unencodable> appendEncoded(std::string& bytes,
                                              std::u16string_view units,
                                              UConverter* converter) {
    std::array<char, kChunk> buffer{};
    const UChar* source = units.data();
    const UChar* const end = source + units.size();
    while (true) {
        UErrorCode status = U_ZERO_ERROR;
        char* target = buffer.data();
        ucnv_fromUnicode(converter,
                         &target,
                         buffer.data() + buffer.size(),
                         &source,
                         end,
                         nullptr,
                         true,
                         &status);
        bytes.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_SUCCESS(status)) return {};
        const char32_t letter = unencodableOf(converter);
        const auto behind = static_cast<std::size_t>(source - units.data());  // it is consumed
        return tl::unexpected(Unencodable{letter, behind - (letter > 0xFFFF ? 2U : 1U)});
    }
}

}  // namespace

std::string preferredName(std::string_view name) {
    const std::string asked(name);
    if (!converterNamed(asked)) return {};
    for (const char* standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char* preferred = ucnv_getStandardName(asked.c_str(), standard, &status);
        if (U_SUCCESS(status) && preferred != nullptr) return preferred;
    }
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter = converterNamed(asked);
    const char* known = ucnv_getName(converter.get(), &status);
    return U_SUCCESS(status) && known != nullptr ? known : asked;
}

std::u16string decodedBy(const std::string& name, std::string_view bytes) {
    std::u16string units;
    const Converter converter = converterNamed(name);
    if (!converter) return units;
    units.reserve(bytes.size());
    std::array<UChar, kChunk> buffer{};
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    while (true) {
        UErrorCode status = U_ZERO_ERROR;
        UChar* target = buffer.data();
        ucnv_toUnicode(converter.get(),
                       &target,
                       buffer.data() + buffer.size(),
                       &source,
                       end,
                       nullptr,
                       true,
                       &status);
        units.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_SUCCESS(status)) return units;
        appendKept(units, converter.get());
        if (source == end) return units;
    }
}

tl::expected<std::string, Unencodable> encodedBy(const std::string& name,
                                                 std::u16string_view units) {
    std::string bytes;
    const Converter converter = converterNamed(name);
    if (!converter) return tl::unexpected(Unencodable{});
    bytes.reserve(units.size() + units.size() / 8);
    for (std::size_t at = 0; at < units.size();) {
        std::size_t end = at;
        while (end < units.size() && !isKeptByteAt(units, end))
            ++end;
        auto done = appendEncoded(bytes, units.substr(at, end - at), converter.get());
        if (!done) return tl::unexpected(Unencodable{done.error().codePoint, at + done.error().at});
        for (at = end; at < units.size() && isKeptByteAt(units, at); ++at) {
            bytes += static_cast<char>(units[at] & 0xFFU);
        }
    }
    return bytes;
}

std::size_t countUnencodable(const std::string& name, std::u16string_view units) {
    using Set = std::unique_ptr<USet, decltype(&uset_close)>;
    const Converter converter = converterNamed(name);
    const Set known(uset_openEmpty(), &uset_close);
    UErrorCode status = U_ZERO_ERROR;
    if (converter) ucnv_getUnicodeSet(converter.get(), known.get(), UCNV_ROUNDTRIP_SET, &status);
    std::size_t count = 0;
    for (std::size_t at = 0; at < units.size();) {
        UChar32 letter = 0;
        U16_NEXT(units.data(), at, units.size(), letter);
        const bool isKept = letter >= kFirstKeptByte && letter <= kLastKeptByte;
        if (!isKept && !uset_contains(known.get(), letter)) ++count;
    }
    return std::max<std::size_t>(count, 1);
}

std::vector<std::string> encodingNames() {
    std::vector<std::string> names;
    const std::int32_t count = ucnv_countAvailable();
    names.reserve(static_cast<std::size_t>(count));
    for (std::int32_t i = 0; i < count; ++i)
        names.push_back(preferredName(ucnv_getAvailableName(i)));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace subs
