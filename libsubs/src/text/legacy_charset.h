// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// The preferred name (MIME, else IANA) of an encoding that ICU knows, or empty.
std::string preferredName(std::string_view name);

/// `bytes` of the encoding `name` as UTF-16. Undecodable bytes from 0x80 on become the units
/// U+DC80–U+DCFF, others stay as they are.
std::u16string decodedBy(const std::string& name, std::string_view bytes);

/// What could not be encoded, and behind how many units it stands.
struct Unencodable {
    char32_t codePoint = 0;
    std::size_t at = 0;
};

/// `units` in the encoding `name`; the units U+DC80–U+DCFF become their bytes again.
tl::expected<std::string, Unencodable> encodedBy(const std::string& name,
                                                 std::u16string_view units);

/// How many characters of `units` the encoding `name` does not have.
std::size_t countUnencodable(const std::string& name, std::u16string_view units);

/// The preferred names of all encodings that ICU knows, each once.
std::vector<std::string> encodingNames();

}  // namespace subs
