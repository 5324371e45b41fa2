// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/finding_text.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace subs::editor {

namespace {

struct Name {
    std::string_view id;
    const char* text;
};

constexpr std::array<Name, 15> kRules{{
    {"line-length", QT_TRANSLATE_NOOP("Rule", "Line too long")},
    {"line-width", QT_TRANSLATE_NOOP("Rule", "Line too wide")},
    {"line-count", QT_TRANSLATE_NOOP("Rule", "Too many lines")},
    {"reading-speed", QT_TRANSLATE_NOOP("Rule", "Reading speed")},
    {"duration-short", QT_TRANSLATE_NOOP("Rule", "Too short")},
    {"duration-long", QT_TRANSLATE_NOOP("Rule", "Too long")},
    {"gap", QT_TRANSLATE_NOOP("Rule", "Gap too small")},
    {"overlap", QT_TRANSLATE_NOOP("Rule", "Overlap")},
    {"font.missing", QT_TRANSLATE_NOOP("Rule", "Font not installed")},
    {"font.missing-glyph", QT_TRANSLATE_NOOP("Rule", "No font has a character")},
    {"font.fallback", QT_TRANSLATE_NOOP("Rule", "Another font stands in")},
    {"font.dotted-circle", QT_TRANSLATE_NOOP("Rule", "Dotted circle")},
    {"font.letter-spacing", QT_TRANSLATE_NOOP("Rule", "Khmer letters spaced")},
    {"font.ink-collision", QT_TRANSLATE_NOOP("Rule", "Lines collide")},
    {"font.outside-safe-area", QT_TRANSLATE_NOOP("Rule", "Outside the safe area")},
}};

// What the checks call units, as a column of numbers has room for them.
constexpr std::array<Name, 5> kUnits{{
    {"graphemes", QT_TRANSLATE_NOOP("Unit", "ch")},
    {"clusters", QT_TRANSLATE_NOOP("Unit", "cl")},
    {"graphemes/s", QT_TRANSLATE_NOOP("Unit", "ch/s")},
    {"clusters/s", QT_TRANSLATE_NOOP("Unit", "cl/s")},
    {"frames", QT_TRANSLATE_NOOP("Unit", "f")},
}};

template <std::size_t size>
const char* found(const std::array<Name, size>& names, std::string_view id) {
    const auto name = std::ranges::find(names, id, &Name::id);
    return name == names.end() ? nullptr : name->text;
}

// What binary fractions are off by.
constexpr double kNoise = 1e-7;
constexpr double kPlaces = 100;

// What is over a limit never reads like the limit itself.
double roundedUp(double number) {
    return std::ceil(number * kPlaces - kNoise) / kPlaces;
}
double roundedDown(double number) {
    return std::floor(number * kPlaces + kNoise) / kPlaces;
}

// Two decimals at most, and none of them for nothing.
QString numberText(double number) {
    QString text = QString::number(number, 'f', 2);
    if (!text.contains(u'.')) return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return text;
}

QString withUnit(double number, const std::string& unit) {
    const char* brief = found(kUnits, unit);
    const QString name =
        brief ? QCoreApplication::translate("Unit", brief) : QString::fromStdString(unit);
    return QStringLiteral("%1\u00A0%2").arg(numberText(number), name);
}

}  // namespace

QString ruleName(const std::string& rule) {
    if (const char* name = found(kRules, rule)) return QCoreApplication::translate("Rule", name);
    const auto known = std::ranges::find(rules(), rule, &RuleInfo::id);
    return QString::fromStdString(known == rules().end() ? rule : std::string(known->title));
}

QString measuredText(const Finding& finding) {
    const double measured = finding.measured < finding.limit ? roundedDown(finding.measured)
                                                             : roundedUp(finding.measured);
    return withUnit(measured, finding.unit);
}

QString limitText(const Finding& finding) {
    const QString limit = withUnit(finding.limit, finding.unit);
    return (finding.measured < finding.limit ? QStringLiteral("≥\u00A0")
                                             : QStringLiteral("≤\u00A0")) +
           limit;
}

QString placeText(const Finding& finding, const Cue& cue) {
    constexpr std::array<std::string_view, 2> kBetweenCues{"gap", "overlap"};
    if (std::ranges::find(kBetweenCues, finding.rule) != kBetweenCues.end())
        return QString::fromStdString(finding.message);
    const QStringList lines = QString::fromStdString(cue.text.plain).split(u'\n');
    const auto line = static_cast<qsizetype>(finding.line.value_or(0));
    if (finding.line && line < lines.size()) return lines[line];
    return lines.join(QStringLiteral(" ↵ "));
}

}  // namespace subs::editor
