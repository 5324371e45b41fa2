// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/charset.h>

#include <optional>
#include <string_view>

namespace subs {

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
inline constexpr std::string_view kUtf16LeBom = "\xFF\xFE";
inline constexpr std::string_view kUtf16BeBom = "\xFE\xFF";
inline constexpr std::string_view kUtf32LeBom("\xFF\xFE\0\0", 4);
inline constexpr std::string_view kUtf32BeBom("\0\0\xFE\xFF", 4);

/// The encoding that a byte order mark names, of those whose names begin with `family`; nothing
/// without one. The mark of UTF-32LE begins with that of UTF-16LE; it is taken for the longer one
/// where a character of four bytes follows (Unicode, D101 and 23.8).
std::optional<Encoding> encodingByBom(std::string_view bytes, std::string_view family = {});

/// The byte order mark of the encoding `name`; empty where it has none.
std::string_view bomOf(std::string_view name);

/// The length of the byte order mark of `encoding`: 0 where it has none.
std::size_t bomSize(const Encoding& encoding);

/// The most likely encoding of `bytes`, see `decodeText`.
Encoding detectedEncoding(std::string_view bytes);

/// True where `text` looks as if UTF-8 had been read as windows-1252 or ISO-8859-1 and written as
/// UTF-8 again ("áž…").
bool isDoubleEncoded(std::string_view text);

}  // namespace subs
