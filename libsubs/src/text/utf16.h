// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs {

enum class ByteOrder { Little, Big };

/// The UTF-16 code units in `bytes`. A last odd byte becomes U+FFFD.
std::u16string unitsOf(std::string_view bytes, ByteOrder order);
void appendUnits(std::string& bytes, std::u16string_view units, ByteOrder order);

/// `units` as UTF-8; unpaired surrogates as three bytes each.
std::string utf8Of(std::u16string_view units);

/// `text` as UTF-16; surrogates of three bytes become themselves, other bytes that are no UTF-8
/// become U+FFFD and set `damaged`.
std::u16string utf16Of(std::string_view text, bool& damaged);

}  // namespace subs
