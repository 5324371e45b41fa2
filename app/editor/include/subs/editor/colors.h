// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QPalette>

#include <array>
#include <cstdint>
#include <string_view>

namespace subs::editor {

enum class Shade : std::uint8_t { Light, Dark };

/// What a colour is for. Nothing in the window is painted in a colour that is not in this list.
enum class ColorRole : std::uint8_t {
    Text,
    Panel,
    Selection,
    Secondary,
    Bar,
    Accent,
    TextOnAccent,
    Khmer,
    KhmerTint,
    English,
    EnglishTint,
    Error,
    ErrorTint,
    Warning,
    WarningTint,
    Fits,
    FitsTint,
    Playhead,
    Window,
    AlternateRow,
    Hairline,
    ButtonBorder,
    FieldEdge,
    Disabled,
    ShotCut,
    WaveformPeak,  ///< How far the sound swings.
    WaveformCore,  ///< Its rms.
    Spectrum0,     ///< The stops of the spectrogram, from silence on.
    Spectrum1,
    Spectrum2,
    Spectrum3,
    Spectrum4,
    Surround,  ///< Around the picture: grey, the same in both shades, so that it tints nothing.
    Count,
};

/// The colours of one shade.
class Colors {
public:
    /// The table of `shade`; constant data.
    static const Colors& of(Shade shade);
    /// The table that a widget with this palette is to paint with.
    static const Colors& of(const QPalette& palette);

    Shade shade() const { return shade_; }
    QColor operator[](ColorRole role) const {
        return QColor::fromRgb(rgb_[static_cast<std::size_t>(role)]);
    }
    /// The colour of a language's texts, bars and chips: Khmer has one, every other language the
    /// other.
    QColor language(const QString& tag) const;
    QColor languageTint(const QString& tag) const;

    /// The same as Qt's palette, disabled colours included.
    QPalette palette() const;

    /// The role of a name as the style sheet writes it ("text-on-accent"); `Count` where there is
    /// none.
    static ColorRole named(std::string_view name);

private:
    using Table = std::array<QRgb, static_cast<std::size_t>(ColorRole::Count)>;
    constexpr Colors(Shade shade, const Table& rgb) : shade_(shade), rgb_(rgb) {}

    static const Colors kLight;
    static const Colors kDark;

    Shade shade_;
    Table rgb_;
};

/// WCAG 2.1 contrast ratio of two opaque colours, from 1 to 21.
double contrastRatio(const QColor& one, const QColor& other);

}  // namespace subs::editor
