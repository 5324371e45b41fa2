// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <optional>

namespace subs {

/// `style` of a document with the canvas `from` as it looks the same on the canvas `to`; one that
/// is not there is the usual one.
Style scaledStyle(Style style, const std::optional<Canvas>& from, const std::optional<Canvas>& to);

}  // namespace subs
