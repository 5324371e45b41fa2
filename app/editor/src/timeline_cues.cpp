// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/fonts.h>
#include <subs/editor/text_line.h>
#include <subs/editor/timeline_cues.h>

#include <QtGui/QPainter>

#include <algorithm>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kInset = 3;
constexpr double kRadius = 3;
constexpr int kPadding = 6;
constexpr double kLeastText = 30;
constexpr int kMostFitted = 1000;

QString plainOf(const Cue& cue) {
    return QString::fromStdString(cue.text.plain);
}

}  // namespace

QString TimelineCues::name() const {
    return languageName(workspace_.language(side_));
}

QColor TimelineCues::mark(const Colors& colors) const {
    return colors.language(workspace_.language(side_));
}

struct TimelineCues::Look {
    const LaneView& view;
    LineFont font;
    QColor edge;
    QColor tint;
    double left = 0;  ///< Of the lane: texts of blocks that begin before it begin there.
};

std::optional<CueId> TimelineCues::cueAt(Time time) const {
    std::optional<CueId> found;
    for (const Cue& cue : workspace_.document(side_).cues)
        if (cue.kind == CueKind::Dialogue && cue.start <= time &&
            time < cue.end.value_or(cue.start))
            found = cue.id;
    return found;
}

void TimelineCues::paint(QPainter& painter, const QRect& area, const LaneView& view) const {
    const Stretch shown = view.scale.shown();
    const auto width = static_cast<double>(area.width());
    const QString language = workspace_.language(side_);
    const Look look{view,
                    LineFont(textFont(language, TextSize::KhmerRow)),
                    view.colors.language(language),
                    view.colors.languageTint(language),
                    static_cast<double>(area.left())};
    for (const Cue& cue : workspace_.document(side_).cues) {
        const Time end = cue.end.value_or(cue.start);
        if (cue.kind != CueKind::Dialogue || end < shown.from || cue.start > shown.to) continue;
        // Not far beside the area, where coordinates lose their exactness.
        const double left = std::max(view.scale.xOf(cue.start), -width);
        const double right = std::min(view.scale.xOf(end), 2 * width);
        paintBlock(painter,
                   QRectF(area.left() + left,
                          area.top() + scaled(kInset),
                          std::max(right - left, 1.0),
                          area.height() - 2 * scaled(kInset)),
                   cue,
                   look);
    }
}

void TimelineCues::paintBlock(QPainter& painter,
                              const QRectF& block,
                              const Cue& cue,
                              const Look& look) const {
    const Colors& colors = look.view.colors;
    const bool isChosen = look.view.chosenCues.of(side_) == cue.id;
    const double line = isChosen ? 2 : 1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isChosen ? colors[ColorRole::Accent] : look.edge, line));
    painter.setBrush(isChosen ? colors[ColorRole::Selection] : look.tint);
    const QRectF inner = block.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    if (inner.width() > 0) painter.drawRoundedRect(inner, kRadius, kRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintText(painter, block, cue, look);
}

void TimelineCues::paintText(QPainter& painter,
                             const QRectF& block,
                             const Cue& cue,
                             const Look& look) const {
    const double left = std::max(block.left(), look.left) + kPadding;
    const double room = block.right() - kPadding - left;
    if (room < kLeastText) return;
    const LineFont& font = look.font;
    const auto lines = static_cast<int>(block.height() / font.pitch);
    const QStringList texts =
        lines > 1 ? plainOf(cue).split(u'\n') : QStringList{plainOf(cue).replace(u'\n', u' ')};
    const auto count = std::min<qsizetype>(texts.size(), std::max(lines, 1));
    double top = block.top() + (block.height() - static_cast<double>(count) * font.pitch) / 2;
    for (qsizetype i = 0; i < count; ++i, top += font.pitch)
        drawLine(painter,
                 {left, top + font.baseline},
                 fitted(texts[i], font.font, static_cast<int>(room)),
                 font.font,
                 look.view.colors[ColorRole::Text]);
}

QString TimelineCues::fitted(const QString& text, const QFont& font, int width) const {
    if (fitted_.size() > kMostFitted) fitted_.clear();
    QString& known = fitted_[{text, width}];
    if (known.isNull()) known = elided(text, font, width);
    return known;
}

}  // namespace subs::editor
