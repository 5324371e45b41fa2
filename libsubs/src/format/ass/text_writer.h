// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// From what a viewer reads to the text field of an event.
namespace subs::ass {

/// What a text is written for.
struct TextTarget {
    bool styleIsBold = false;  ///< Then what is bold ends with `\b` (the style's), not `\b0`.
    /// Without one sizes are those of font_sizes.h.
    std::optional<double> canvasHeight;
    double styleFontSize = 64;
};

/// What could not be written as it is.
struct TextLosses {
    std::uint32_t backslashes = 0;  ///< Got a U+200B behind them, since they would mean something.
    std::uint32_t nuls = 0;         ///< Became U+FFFD, since players stop reading at them.
    std::uint32_t sizes = 0;        ///< Font sizes put into canvas units.
    std::uint32_t values = 0;       ///< Colours, fonts, sizes that are none; dropped.
    std::uint32_t markup = 0;       ///< Foreign markup; dropped.
    std::string_view firstMarkup;
    std::string_view firstSize;
    std::string_view firstValue;

    bool any() const { return (backslashes | nuls | sizes | values | markup) != 0; }
};

/// Appends the field for `text` (with `\an` in front where there is an alignment). What `readText`
/// makes of it is `text` again, but for the losses and for spans that say nothing.
TextLosses appendText(std::string& out,
                      const CueText& text,
                      std::optional<Alignment> alignment,
                      const TextTarget& target);

}  // namespace subs::ass
