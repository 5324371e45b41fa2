// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/segment.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

enum class Separation : std::uint8_t { Words, LineBreaks };

/// `text` with `separator` at each word boundary or at each place where a line may end; nothing
/// else is changed. Where the text has the separator there already no second one is put.
std::string separated(std::string_view text,
                      Separation separation,
                      std::string_view separator,
                      Segmenter& segmenter);

/// The pieces of `text` between those places; together they are the text.
std::vector<std::string> pieces(std::string_view text, Separation separation, Segmenter& segmenter);

}  // namespace subs
