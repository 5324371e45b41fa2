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

constexpr std::array<Name, 8> kRules{{
    {"line-length", QT_TRANSLATE_NOOP("Rule", "Line too long")},
    {"line-width", QT_TRANSLATE_NOOP("Rule", "Line too wide")},
    {"line-count", QT_TRANSLATE_NOOP("Rule", "Too many lines")},
    {"reading-speed", QT_TRANSLATE_NOOP("Rule", "Reading speed")},
    {"duration-short", QT_TRANSLATE_NOOP("Rule", "Too short")},
    {"duration-long", QT_TRANSLATE_NOOP("Rule", "Too long")},
    {"gap", QT_TRANSLATE_NOOP("Rule", "Gap too small")},
    {"overlap", QT_TRANSLATE_NOOP("Rule", "Overlap")},
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

// Two decimals at most, none of them for nothing, and none of a long number.
QString numberText(double number) {
    constexpr double kLong = 100;
    QString text = QString::number(number, 'f', std::abs(number) < kLong ? 2 : 0);
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
    return withUnit(finding.measured, finding.unit);
}

QString limitText(const Finding& finding) {
    const QString limit = withUnit(finding.limit, finding.unit);
    return finding.measured < finding.limit ? QStringLiteral("≥\u00A0") + limit : limit;
}

}  // namespace subs::editor
