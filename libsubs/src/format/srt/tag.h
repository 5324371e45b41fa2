// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/model/cue_text.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::srt {

/// The tags of SubRip. `Other` looks like one.
enum class TagName : std::uint8_t { Bold, Italic, Underline, Strike, Font, Other };
inline constexpr std::size_t kKnownTags = 5;

/// `<name ...>` or `</name>` at the beginning of a text.
struct Tag {
    TagName name = TagName::Other;
    bool closes = false;
    std::string_view whole;       ///< With its angles.
    std::string_view attributes;  ///< Between name and `>`.
};

/// The tag that `text` begins with. `<` begins one only where a letter or `/` and a letter follow
/// it at once, and a `>` comes before the line ends and before another `<`: anything else is text
/// ("x < b and b > y", "<3").
std::optional<Tag> tagAt(std::string_view text);

/// The `{\...}` block that `text` begins with, braces included; empty where there is none
/// ("{sighs}" is text).
std::string_view overrideAt(std::string_view text);

/// N of `{\anN}`.
std::optional<Alignment> alignmentOf(std::string_view block);

/// Whether the attributes of a `<font>` tag are all understood.
enum class FontReading : std::uint8_t { Understood, UnknownColor, UnknownAttribute };

/// Appends a span for each attribute of a `<font>` tag (color, face, size), beginning at `at`; none
/// unless all are understood.
FontReading appendFontSpans(std::string_view attributes,
                            std::uint32_t at,
                            std::vector<Span>& spans);

}  // namespace subs::srt
