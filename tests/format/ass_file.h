// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "catch.h"
#include "format/ass/ass_format.h"

#include <string>
#include <string_view>

// What the tests of ASS and SSA share.
namespace testing {

inline const subs::AssFormat& assFormat() {
    static const subs::AssFormat format(subs::ass::Dialect::Ass);
    return format;
}

inline const subs::AssFormat& ssaFormat() {
    static const subs::AssFormat format(subs::ass::Dialect::Ssa);
    return format;
}

inline subs::Parsed parsed(const subs::Format& format, std::string text) {
    subs::Origin origin;
    origin.newline = subs::dominantNewline(text);
    origin.text = std::move(text);
    return format.read(std::move(origin), {});
}

inline subs::Document readAss(std::string text) {
    return parsed(assFormat(), std::move(text)).document;
}
inline subs::Document readSsa(std::string text) {
    return parsed(ssaFormat(), std::move(text)).document;
}

inline std::string written(const subs::Format& format,
                           const subs::Document& document,
                           const subs::WriteOptions& options = {}) {
    const auto text = format.write(document, options);
    REQUIRE(text);
    return *text;
}

inline constexpr std::string_view kHead =
    "[Script Info]\n"
    "ScriptType: v4.00+\n"
    "PlayResX: 1920\n"
    "PlayResY: 1080\n"
    "\n"
    "[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, "
    "MarginV, Encoding\n"
    "Style: Default,Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,20,20,30,1\n"
    "\n"
    "[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

/// A whole file with these event lines.
inline std::string fileWith(std::string_view events) {
    return std::string(kHead).append(events);
}

/// A file with one event of this text.
inline std::string fileWithText(std::string_view text) {
    return fileWith("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,," + std::string(text) +
                    "\n");
}

/// `text` with `from` (which must be in it once) as `to`.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

inline bool says(const subs::Diagnostics& diagnostics, std::string_view code) {
    for (const subs::Diagnostic& d : diagnostics) {
        if (d.code == code) return true;
    }
    return false;
}

}  // namespace testing
