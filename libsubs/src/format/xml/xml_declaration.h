// SPDX-License-Identifier: MIT
#pragma once

#include "format/stretch.h"

#include <optional>
#include <string_view>

namespace subs {

/// Where `<?xml … encoding="…"?>` at the beginning of `text` names the encoding.
std::optional<Stretch> encodingPlace(std::string_view text);
std::string_view declaredEncoding(std::string_view text);

/// True where `declared` is what a file in `encoding` may say of itself.
bool isSameEncoding(std::string_view declared, std::string_view encoding);

}  // namespace subs
