// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>

#include <algorithm>
#include <cmath>

namespace subs::editor {

namespace {

struct Named {
    ColorRole role;
    std::string_view name;
    QRgb light;
    QRgb dark;
};

// The one table of colours; ratios of the pairs that meet are checked in
// tests/editor/colors_test.cpp.
constexpr std::array<Named, static_cast<std::size_t>(ColorRole::Count)> kTable{{
    {ColorRole::Text, "text", 0xFF1B2129, 0xFFE4E8ED},
    {ColorRole::Panel, "panel", 0xFFFFFFFF, 0xFF16191D},
    {ColorRole::Selection, "selection", 0xFFDCE8FA, 0xFF1F3B63},
    {ColorRole::Secondary, "secondary", 0xFF52606D, 0xFFA6B0BB},
    {ColorRole::Bar, "bar", 0xFFF5F6F8, 0xFF23282E},
    {ColorRole::Accent, "accent", 0xFF1F5FBF, 0xFF78AEFF},
    {ColorRole::TextOnAccent, "text-on-accent", 0xFFFFFFFF, 0xFF0B1522},
    {ColorRole::Khmer, "khmer", 0xFF0B6E69, 0xFF5BC9BE},
    {ColorRole::KhmerTint, "khmer-tint", 0xFFD6EEEB, 0xFF143733},
    {ColorRole::English, "english", 0xFF6A3FA0, 0xFFC3A6F2},
    {ColorRole::EnglishTint, "english-tint", 0xFFEAE1F6, 0xFF302447},
    {ColorRole::Error, "error", 0xFFB3261E, 0xFFFF8F85},
    {ColorRole::ErrorTint, "error-tint", 0xFFFBE4E2, 0xFF46201D},
    {ColorRole::Warning, "warning", 0xFF7F4D00, 0xFFF2BC58},
    {ColorRole::WarningTint, "warning-tint", 0xFFFCEFD3, 0xFF3D300F},
    {ColorRole::Fits, "fits", 0xFF1E6B34, 0xFF7FD394},
    {ColorRole::FitsTint, "fits-tint", 0xFFDFF2E3, 0xFF173620},
    {ColorRole::Playhead, "playhead", 0xFFC43E00, 0xFFFF8F52},
    {ColorRole::Window, "window", 0xFFECEEF1, 0xFF1D2126},
    {ColorRole::AlternateRow, "alternate-row", 0xFFF7F8FA, 0xFF1B1F24},
    {ColorRole::Hairline, "hairline", 0xFFD5DAE0, 0xFF343B44},
    {ColorRole::ButtonBorder, "button-border", 0xFFBCC4CD, 0xFF4A535E},
    {ColorRole::FieldEdge, "field-edge", 0xFF87929E, 0xFF717D8A},
    {ColorRole::Disabled, "disabled", 0xFF8A949F, 0xFF747F8B},
    {ColorRole::ShotCut, "shot-cut", 0xFF3B4652, 0xFFB9C3CE},
    {ColorRole::WaveformPeak, "waveform-peak", 0xFFA9B6C6, 0xFF3F4B59},
    {ColorRole::WaveformCore, "waveform-core", 0xFF64758A, 0xFF8B9BAD},
    {ColorRole::Spectrum0, "spectrum-0", 0xFFF7F8FA, 0xFF101317},
    {ColorRole::Spectrum1, "spectrum-1", 0xFFDDE5F0, 0xFF16263F},
    {ColorRole::Spectrum2, "spectrum-2", 0xFFA3B9D9, 0xFF285089},
    {ColorRole::Spectrum3, "spectrum-3", 0xFF4F74AE, 0xFF5F9BDC},
    {ColorRole::Spectrum4, "spectrum-4", 0xFF172F5E, 0xFFD4E8FF},
    {ColorRole::Surround, "surround", 0xFF1A1A1A, 0xFF101010},
}};

constexpr auto column(QRgb Named::*shade) {
    std::array<QRgb, static_cast<std::size_t>(ColorRole::Count)> rgb{};
    for (const Named& row : kTable)
        rgb[static_cast<std::size_t>(row.role)] = row.*shade;
    return rgb;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

bool isKhmerTag(const QString& tag) {
    return tag.startsWith(QLatin1String("km")) && (tag.size() == 2 || tag[2] == QLatin1Char('-'));
}

}  // namespace

constexpr Colors Colors::kLight(Shade::Light, column(&Named::light));
constexpr Colors Colors::kDark(Shade::Dark, column(&Named::dark));

const Colors& Colors::of(Shade shade) {
    return shade == Shade::Dark ? kDark : kLight;
}

const Colors& Colors::of(const QPalette& palette) {
    return of(palette.color(QPalette::Window).lightnessF() < 0.5F ? Shade::Dark : Shade::Light);
}

QColor Colors::language(const QString& tag) const {
    return (*this)[isKhmerTag(tag) ? ColorRole::Khmer : ColorRole::English];
}

QColor Colors::languageTint(const QString& tag) const {
    return (*this)[isKhmerTag(tag) ? ColorRole::KhmerTint : ColorRole::EnglishTint];
}

QPalette Colors::palette() const {
    const Colors& self = *this;
    QPalette palette(self[ColorRole::Bar], self[ColorRole::Window]);
    const auto set = [&](QPalette::ColorRole role, ColorRole ours) {
        palette.setColor(role, self[ours]);
    };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Panel);
    set(QPalette::AlternateBase, ColorRole::AlternateRow);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::Button, ColorRole::Bar);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Text);
    set(QPalette::ToolTipBase, ColorRole::Panel);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::Secondary);
    set(QPalette::Highlight, ColorRole::Accent);
    set(QPalette::HighlightedText, ColorRole::TextOnAccent);
    set(QPalette::Link, ColorRole::Accent);
    set(QPalette::LinkVisited, ColorRole::Accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, self[ColorRole::Disabled]);
    return palette;
}

ColorRole Colors::named(std::string_view name) {
    const auto* row = std::ranges::find(kTable, name, &Named::name);
    return row == kTable.end() ? ColorRole::Count : row->role;
}

double contrastRatio(const QColor& one, const QColor& other) {
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace subs::editor
