// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>

#include "format/ttml/extra_styles.h"
#include "format/ttml/parameters.h"
#include "format/xml/xml_events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How text looks and where it stands: the part of TTML's styling (TTML2 §10) that other formats
// have too. The rest is kept in the file, and told where other formats lose it (extra_styles.h).
namespace subs::ttml {

enum class TextAlign : std::uint8_t { Start, End, Left, Right, Center, Justify };
enum class DisplayAlign : std::uint8_t { Before, Center, After };
enum class WritingMode : std::uint8_t { LeftToRight, RightToLeft, TopToBottom };
/// What a span is in a ruby (TTML2 §10.2.35).
enum class RubyRole : std::uint8_t { None, Container, Base, Text, Delimiter, BaseGroup, TextGroup };

/// A size of letters, of which 1 is the initial one (letter_sizes.h) or the size around it.
struct FontSize {
    double factor = 1;
    bool isRelative = false;
    friend bool operator==(const FontSize&, const FontSize&) = default;
};

/// Two lengths, as parts of the picture's width and height.
struct Extent {
    double x = 0;
    double y = 0;
    friend bool operator==(const Extent&, const Extent&) = default;
};

/// What attributes say; what they do not is inherited.
struct StyleValues {
    std::optional<Color> color;
    std::optional<Color> background;
    std::optional<FontSize> size;
    std::optional<std::uint16_t> font;  ///< Index of `Fonts`.
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> underline;
    std::optional<bool> strike;
    std::optional<TextAlign> textAlign;
    std::optional<DisplayAlign> displayAlign;
    std::optional<WritingMode> writingMode;
    std::optional<Extent> origin;
    std::optional<Extent> extent;
    std::optional<Extent> position;  ///< tts:position: which part of what is left is before it.
    std::optional<bool> displayed;   ///< tts:display
    ExtraValues extras;

    /// Lays `over` over these, where it says something.
    void add(const StyleValues& over);
    /// These without what is not inherited by the content of an element.
    StyleValues inherited() const;

    friend bool operator==(const StyleValues&, const StyleValues&) = default;
};

/// The names of fonts in a file; 0 is a generic one.
class Fonts {
public:
    /// The first of a list of families.
    std::uint16_t indexOf(std::string_view families);
    const std::string& name(std::uint16_t index) const { return names_[index]; }

private:
    std::vector<std::string> names_ = {""};
};

/// Reads attributes of one file.
class StyleReader {
public:
    StyleReader(const Parameters& parameters, Fonts& fonts)
        : parameters_(parameters), fonts_(fonts) {}

    /// Adds what `attribute` says to `values`, where it is one of those above. False where its
    /// value means nothing.
    bool read(const XmlAttribute& attribute, StyleValues& values) const;

private:
    std::optional<FontSize> fontSize(std::string_view text) const;
    std::optional<Extent> lengths(std::string_view text) const;

    const Parameters& parameters_;
    Fonts& fonts_;
};

/// A value of the type colour of TTML (§10.3.4): "#RRGGBB", "#RRGGBBAA", "rgb(…)", "rgba(…)", a
/// name.
std::optional<Color> colorOf(std::string_view text);

/// "#RRGGBB", with AA where it is not opaque.
std::string colorText(Color color);

/// How letters look in the end.
struct Look {
    Color color;
    Color background{0, 0, 0, 0};
    double size = 1;  ///< In initial sizes: 1/15 of the picture's height.
    std::uint16_t font = 0;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    TextAlign textAlign = TextAlign::Start;

    friend bool operator==(const Look&, const Look&) = default;
};

/// What `values` make of `around`.
Look lookOf(const StyleValues& values, const Look& around);

RubyRole rubyRoleOf(const XmlTag& tag);

}  // namespace subs::ttml
