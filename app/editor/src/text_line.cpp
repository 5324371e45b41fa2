// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/text_line.h>
#include <subs/text/clusters.h>

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <algorithm>
#include <string>

namespace subs::editor {

namespace {

// UTF-16 units of a UTF-8 sequence that begins with `lead`; 0 for a byte inside one.
int unitsOf(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if ((byte & 0xC0U) == 0x80U) return 0;
    return byte >= 0xF0U ? 2 : 1;
}

// Byte offsets, ascending, as offsets in UTF-16.
std::vector<int> unitsOf(const std::string& utf8, const subs::Offsets& offsets) {
    std::vector<int> units;
    std::size_t byte = 0;
    int unit = 0;
    for (const std::uint32_t offset : offsets) {
        for (; byte < offset; ++byte)
            unit += unitsOf(utf8[byte]);
        units.push_back(unit);
    }
    return units;
}

// One line laid out without wrapping.
struct Shaped {
    Shaped(const QString& text, const QFont& font) : layout(text, font) {
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        layout.setTextOption(option);
        layout.setCacheEnabled(true);
        layout.beginLayout();
        line = layout.createLine();
        layout.endLayout();
    }
    double width() const { return line.isValid() ? line.horizontalAdvance() : 0; }

    QTextLayout layout;
    QTextLine line;
};

// As much of `whole` as can be seen in `width`, whatever the font: of a hundred thousand letters
// the rest need not be shaped.
QString beginning(const QString& whole, double width) {
    constexpr qsizetype kLettersPerPixel = 2;
    constexpr qsizetype kMore = 64;
    const qsizetype most = static_cast<qsizetype>(std::max(width, 0.0)) * kLettersPerPixel + kMore;
    if (whole.size() <= most + kMore) return whole;
    const QString near = whole.left(most + kMore);
    return near.left(clusterBoundaryAt(near, static_cast<int>(most)));
}

}  // namespace

std::vector<int> clusterEnds(QStringView text) {
    const std::string utf8 = text.toUtf8().toStdString();
    return unitsOf(utf8, subs::clusterEnds(utf8));
}

std::vector<int> wordEnds(QStringView text, subs::Segmenter& segmenter) {
    const std::string utf8 = text.toUtf8().toStdString();
    std::vector<int> ends = unitsOf(utf8, segmenter.wordBoundaries(utf8));
    if (!text.isEmpty()) ends.push_back(static_cast<int>(text.size()));
    return ends;
}

std::vector<int> lineBreaks(QStringView text, subs::Segmenter& segmenter) {
    const std::string utf8 = text.toUtf8().toStdString();
    return unitsOf(utf8, segmenter.lineBreaks(utf8));
}

int clusterEndAfter(QStringView text, int position) {
    const std::vector<int> ends = clusterEnds(text);
    const auto end = std::ranges::upper_bound(ends, position);
    return end == ends.end() ? static_cast<int>(text.size()) : *end;
}

int clusterStartBefore(QStringView text, int position) {
    return position <= 0 ? 0 : clusterBoundaryAt(text, position - 1);
}

int clusterBoundaryAt(QStringView text, int position) {
    const std::vector<int> ends = clusterEnds(text);
    const auto after = std::ranges::upper_bound(ends, position);
    return after == ends.begin() ? 0 : *std::prev(after);
}

QString elided(const QString& whole, const QFont& font, double width) {
    const QString text = beginning(whole, width);
    const Shaped shaped(text, font);
    if (text.size() == whole.size() && shaped.width() <= width) return whole;
    const QString mark = QStringLiteral("…");
    const double room = width - lineWidth(mark, font);
    int fits = 0;
    for (const int end : clusterEnds(text)) {
        if (shaped.line.cursorToX(end) > room) break;
        fits = end;
    }
    return text.left(fits).trimmed() + mark;
}

void drawLine(QPainter& painter,
              QPointF baseline,
              const QString& line,
              const QFont& font,
              const QColor& color) {
    const Shaped shaped(line, font);
    if (!shaped.line.isValid()) return;
    painter.setPen(color);
    shaped.layout.draw(&painter, baseline - QPointF(0, shaped.line.ascent()));
}

double lineWidth(const QString& line, const QFont& font) {
    return Shaped(line, font).width();
}

}  // namespace subs::editor
