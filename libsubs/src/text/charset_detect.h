// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/charset.h>

#include <optional>
#include <string_view>

namespace subs {

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
inline constexpr std::string_view kUtf16LeBom = "\xFF\xFE";
inline constexpr std::string_view kUtf16BeBom = "\xFE\xFF";

/// The encoding that a byte order mark names; nothing without one.
std::optional<Encoding> encodingByBom(std::string_view bytes);

/// The length of the byte order mark of `encoding`: 0 where it has none.
std::size_t bomSize(const Encoding& encoding);

/// The most likely encoding of `bytes`, see `decodeText`.
Encoding detectedEncoding(std::string_view bytes);

/// True where `text` looks as if UTF-8 had been read as windows-1252 or ISO-8859-1 and written as
/// UTF-8 again ("áž…").
bool isDoubleEncoded(std::string_view text);

}  // namespace subs
