// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// A length as a multiple of the font's em square.
struct Em {
    double value = 0;
    friend constexpr auto operator<=>(Em, Em) = default;
};

/// What a font says of its own height, from its OS/2 table.
struct FontMetrics {
    Em winAscent;
    Em winDescent;  ///< Positive below the base line.
    /// The em, in canvas units, that libass draws at an ASS `fontSize`: it scales win ascent +
    /// descent to it.
    double emSizeFor(double fontSize) const {
        return fontSize / (winAscent.value + winDescent.value);
    }
};

/// The drawn extent of one line, relative to its beginning on the base line.
struct LineExtent {
    Em advance;  ///< How far the pen moves: the width of the line.
    Em inkLeft;  ///< From the beginning to the leftmost ink; may be negative.
    Em inkRight;
    Em inkTop;                      ///< Above the base line.
    Em inkBottom;                   ///< Below the base line, positive.
    std::size_t missingGlyphs = 0;  ///< Characters that neither the font nor its fallbacks have.
};

/// Which face of a family.
struct FaceChoice {
    bool bold = false;
    bool italic = false;
    friend constexpr auto operator<=>(FaceChoice, FaceChoice) = default;
};

/// A font that a text is asked to be drawn in and that is not on this machine.
struct ReplacedFont {
    std::string asked;
    std::string inUse;  ///< The family that stands in.
    friend auto operator<=>(const ReplacedFont&, const ReplacedFont&) = default;
};

struct LineGlyphs;

/// Measures lines as libass draws them: shaped by HarfBuzz in a font found by name through
/// fontconfig, what that font lacks in the first of fontconfig's "sans-serif" fonts that has it,
/// each at the same win ascent + descent. Lengths are in ems of the font in use. Not for two
/// threads at once.
class Measurer {
public:
    /// `family` as in a style: a family's, a font's full or its PostScript name. Where there is no
    /// such font fontconfig's nearest one is used, and `family()` says which. Error "font.none"
    /// where there is no font at all, "font.unreadable" where its file cannot be opened.
    static Result<Measurer> open(std::string_view family, FaceChoice choice = {});
    Measurer(Measurer&&) noexcept;
    Measurer& operator=(Measurer&&) noexcept;
    ~Measurer();

    const std::string& family() const;  ///< Of the font in use.
    bool isAsAsked() const;             ///< That font has the name that was asked for.
    /// Of that font, at its size.
    const FontMetrics& metrics() const;
    /// `line` has no line break in it.
    LineExtent measured(std::string_view line) const;
    /// The same with all that is known of its glyphs (line_glyphs.h). Bytes that are no UTF-8 are
    /// drawn as U+FFFD. O(n).
    LineGlyphs glyphs(std::string_view line) const;
    /// The same without the ink of single glyphs, put together from clusters that are measured one
    /// by one, each once and for all: many times faster, its widths right to a hundredth or two.
    LineGlyphs sketch(std::string_view line) const;
    /// How far the pen is from the beginning of `line` at each of `offsets` (bytes, ascending), to
    /// a hundredth or two: the clusters are measured one by one, each once and for all. Where their
    /// script joins letters the line is shaped as a whole.
    std::vector<Em> pens(std::string_view line, std::span<const std::uint32_t> offsets) const;

private:
    struct Fonts;
    explicit Measurer(std::unique_ptr<Fonts> fonts);
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace subs
