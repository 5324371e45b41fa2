// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QFont>

namespace subs::editor {

/// The sizes of the interface, in pixels at 96 dots an inch; they grow with the system's text
/// scale.
enum class TextSize : int {
    Small = 11,
    Secondary = 12,
    Normal = 13,
    Timecode = 15,
    Heading = 22,
    KhmerRow = 14,
    EditBox = 17,
};

enum class Weight : int { Regular = QFont::Normal, Bold = QFont::Bold };

/// Noto Sans with tabular digits; what it lacks comes from Khmer OS Battambang, then from the
/// system.
QFont interfaceFont(TextSize size, Weight weight = Weight::Regular);

/// Khmer OS Battambang, or where it is missing the first that is there of Khmer OS Siemreap, Khmer
/// OS, Noto Sans Khmer.
QFont khmerFont(TextSize size);

/// The font of a text in the language `tag`: Khmer in the one, the rest in the other.
QFont textFont(const QString& tag, TextSize size);

/// The families asked for that are not on this computer, for a plain message; empty when all is
/// well.
QStringList missingFamilies();

/// How far the drawn letters of a font reach from the base line, in pixels, both positive: over
/// words with stacked subscripts and signs where the font is for Khmer, over Latin letters with
/// accents and descenders elsewhere.
struct InkHeight {
    double above = 0;
    double below = 0;
};
InkHeight inkHeight(const QFont& font);

/// The distance of two base lines at which nothing touches: the larger of 1.86 em (Khmer; 1.6 em
/// elsewhere) and the tallest plus the deepest ink, and never less than `least`.
int linePitch(const QFont& font, int least = 0);

/// Where in a line of `pitch` pixels the base line lies so that letters without marks stand in its
/// middle, in every font alike; moved only as far as ink asks that would reach more than `slack`
/// pixels out of the line.
double baselineIn(const QFont& font, int pitch, double slack = 0);

/// A font with what `linePitch` and `baselineIn` say of it, measured once.
struct LineFont {
    QFont font;
    int pitch = 0;
    double baseline = 0;

    explicit LineFont(const QFont& ofFont, int leastPitch = 0, double slack = 0)
        : font(ofFont),
          pitch(linePitch(ofFont, leastPitch)),
          baseline(baselineIn(ofFont, pitch, slack)) {}
};

/// A length in pixels at 96 dots an inch, grown by the system's text scale.
int scaled(int pixels);

}  // namespace subs::editor
