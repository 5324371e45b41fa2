// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// From the text field of an event to what a viewer reads.
namespace subs::ass {

/// Whether `\n` ends the line (wrap style 2) or is a space.
enum class SoftBreak : std::uint8_t { Space, LineBreak };

struct TextRead {
    std::optional<Alignment>
        alignment;                   ///< Of the first `\an` or `\a`, which is the one that counts.
    std::size_t alignmentBegin = 0;  ///< Its bytes in the field, with the backslash.
    std::size_t alignmentEnd = 0;
    bool unclosedBrace = false;
};

/// Reads `field` into `text`, whose storage is used again.
TextRead readText(std::string_view field, SoftBreak soft, CueText& text);

}  // namespace subs::ass
