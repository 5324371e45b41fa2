// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/speech_port.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::media {

/// Of the bytes below; to be raised with every change of them or of what is found.
inline constexpr std::uint32_t kSpansFileVersion = 1;

/// The speech of a whole film as bytes, to be kept.
std::string spansBytes(std::span<const SpeechSpan> spans);
/// The same again; nothing where the bytes are not those of spans in their order.
std::optional<std::vector<SpeechSpan>> spansFrom(std::string_view bytes);

}  // namespace subs::media
