// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace subs {

/// The media type of a font file by its first bytes: "font/ttf", "font/otf" or "font/collection"
/// (RFC 8081), which Matroska's attachments are typed with (RFC 9559, 21.1); empty of what is none.
std::string_view fontTypeOf(std::string_view bytes);

/// True of an attachment that players take for a font: by its type, older names of it too
/// ("application/x-truetype-font"), or by its name's ending.
bool isFont(std::string_view name, std::string_view mediaType);

}  // namespace subs
