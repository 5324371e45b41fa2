// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/byte_range.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// Where `<?xml … encoding="…"?>` at the beginning of `text` names the encoding.
std::optional<ByteRange> encodingPlace(std::string_view text);

/// What a new file of `format`, an id, says that its encoding is: the one that it is stored in, as
/// `WriteOptions::encoding` has it.
std::string newFileEncoding(const Document& document,
                            std::string_view format,
                            const WriteOptions& options);

/// True where `declared` is what a file in `encoding` may say of itself.
bool isSameEncoding(std::string_view declared, std::string_view encoding);

}  // namespace subs
