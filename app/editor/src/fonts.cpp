// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetricsF>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>

#include <algorithm>
#include <array>
#include <cmath>

namespace subs::editor {

namespace {

constexpr double kPixelsToPoints = 0.75;  // At 96 dots an inch.
constexpr double kKhmerPitchEm = 1.86;
constexpr double kLatinPitchEm = 1.6;

const QString& interfaceFamily() {
    static const QString family = QStringLiteral("Noto Sans");
    return family;
}

const QStringList& khmerFamilies() {
    static const QStringList families{QStringLiteral("Khmer OS Battambang"),
                                      QStringLiteral("Khmer OS Siemreap"),
                                      QStringLiteral("Khmer OS"),
                                      QStringLiteral("Noto Sans Khmer")};
    return families;
}

const QStringList& presentKhmerFamilies() {
    static const QStringList present = [] {
        QStringList found;
        for (const QString& family : khmerFamilies())
            if (QFontDatabase::hasFamily(family)) found << family;
        return found;
    }();
    return present;
}

bool isForKhmer(const QFont& font) {
    return khmerFamilies().contains(font.families().value(0));
}

QFont withSize(const QStringList& families, TextSize size) {
    QFont font;
    font.setFamilies(families);
    font.setPointSizeF(static_cast<double>(size) * kPixelsToPoints);
    return font;
}

// Stacked subscripts with vowels below and signs above: the tallest and deepest that Khmer words
// hold.
constexpr std::array<const char16_t*, 8> kKhmerInkWords{
    u"ស្ត្រី", u"ខ្ញុំ", u"ម្ល៉េះ", u"ផ្លូវ", u"ភ្លេច", u"ឆ្នាំ", u"ប៉ុន្តែ", u"ប្រ៊ិ"};
constexpr std::array<const char16_t*, 3> kLatinInkWords{u"ÅÉÔÑgjpqy", u"Ởậç|{}", u"Ṩẵ,;_"};

template <std::size_t size>
InkHeight inkOver(const std::array<const char16_t*, size>& words, const QFontMetricsF& metrics) {
    InkHeight ink;
    for (const char16_t* word : words) {
        const QRectF bounds = metrics.tightBoundingRect(QString::fromUtf16(word));
        ink.above = std::max(ink.above, -bounds.top());
        ink.below = std::max(ink.below, bounds.bottom());
    }
    return ink;
}

double emOf(const QFont& font) {
    return font.pointSizeF() / kPixelsToPoints * scaled(96) / 96.0;
}

}  // namespace

QFont interfaceFont(TextSize size, Weight weight) {
    QFont font = withSize(QStringList{interfaceFamily()} + presentKhmerFamilies(), size);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont khmerFont(TextSize size) {
    return withSize(presentKhmerFamilies() + QStringList{interfaceFamily()}, size);
}

QFont textFont(const QString& tag, TextSize size) {
    const bool khmer = tag == QLatin1String("km") || tag.startsWith(QLatin1String("km-"));
    return khmer ? khmerFont(size) : interfaceFont(size);
}

QStringList missingFamilies() {
    QStringList missing;
    if (!QFontDatabase::hasFamily(interfaceFamily())) missing << interfaceFamily();
    if (!QFontDatabase::hasFamily(khmerFamilies().front())) missing << khmerFamilies().front();
    return missing;
}

InkHeight inkHeight(const QFont& font) {
    const QFontMetricsF metrics(font);
    return isForKhmer(font) ? inkOver(kKhmerInkWords, metrics) : inkOver(kLatinInkWords, metrics);
}

int linePitch(const QFont& font, int least) {
    const InkHeight ink = inkHeight(font);
    const double em = emOf(font) * (isForKhmer(font) ? kKhmerPitchEm : kLatinPitchEm);
    const double whole = std::ceil(ink.above) + std::ceil(ink.below);
    return std::max({static_cast<int>(std::lround(em)), static_cast<int>(whole), least});
}

double baselineIn(const QFont& font, int pitch, double slack) {
    const InkHeight ink = inkHeight(font);
    const double letters = QFontMetricsF(interfaceFont(TextSize::Normal)).capHeight();
    const double middle = pitch / 2.0 + letters / 2;
    const double highest = ink.above - slack;
    const double deepest = pitch + slack - ink.below;
    return std::floor(std::min(std::max(middle, highest), deepest));
}

int scaled(int pixels) {
    const QScreen* screen = QGuiApplication::primaryScreen();
    const double dots = screen ? screen->logicalDotsPerInch() : 96.0;
    return static_cast<int>(std::lround(pixels * dots / 96.0));
}

}  // namespace subs::editor
