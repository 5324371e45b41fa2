// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/pitched_layout.h>
#include <subs/editor/text_line.h>

#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>

#include <algorithm>
#include <utility>

namespace subs::editor {

namespace {

constexpr int kIndent = 16;
constexpr int kTries = 16;
constexpr double kMostOverhang = 100;

// The text of a block with what an input method is still composing in it, as it is laid out.
QString laidOutText(const QTextBlock& block) {
    QString text = block.text();
    const QTextLayout& layout = *block.layout();
    if (layout.preeditAreaPosition() >= 0)
        text.insert(layout.preeditAreaPosition(), layout.preeditAreaText());
    return text;
}

void setWrapMode(QTextLayout& layout, QTextOption::WrapMode mode) {
    QTextOption option = layout.textOption();
    option.setWrapMode(mode);
    layout.setTextOption(option);
}

QTextLine inOneRow(QTextLayout& layout) {
    setWrapMode(layout, QTextOption::NoWrap);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) line.setLineWidth(QWIDGETSIZE_MAX);
    layout.endLayout();
    return line;
}

// A row takes as many letters as its width holds. How wide that is for some number of them depends
// on roundings and on ink that hangs over a letter's end, so it is searched for.
void takeLetters(QTextLine& row, int letters, double width) {
    double less = 0;
    double more = 2 * width + kMostOverhang;
    for (int i = 0; i < kTries; ++i) {
        row.setLineWidth(width);
        if (row.textLength() == letters) return;
        (row.textLength() < letters ? less : more) = width;
        width = (less + more) / 2;
    }
}

}  // namespace

/// Where the rows of a line end, kept with the line.
class PitchedLayout::Rows final : public QTextBlockUserData {
public:
    QString text;
    int version = -1;
    std::vector<int> ends;
};

PitchedLayout::PitchedLayout(QTextDocument* document, int pitch, double baseline)
    : QPlainTextDocumentLayout(document), pitch_(pitch), baseline_(baseline) {}

int PitchedLayout::indent() const {
    return scaled(kIndent);
}

void PitchedLayout::setBreaks(Breaks breaks) {
    breaks_ = std::move(breaks);
    ++version_;
    requestUpdate();
}

void PitchedLayout::setRoom(double room) {
    if (room == room_) return;
    room_ = room;
    ++version_;
    requestUpdate();
}

// The ends of the rows, each the last place that fits where a row may end.
std::vector<int> PitchedLayout::rowEnds(const QString& line, QTextLayout& layout) const {
    const QTextLine whole = inOneRow(layout);
    const int size = static_cast<int>(line.size());
    if (room_ <= 0 || !whole.isValid() || whole.naturalTextWidth() <= room_) return {size};
    const auto fits = [&](int from, int to) {
        while (to > from && line[to - 1].isSpace())
            --to;
        const double room = from == 0 ? room_ : room_ - indent();
        return whole.cursorToX(to) - whole.cursorToX(from) <= room;
    };
    std::vector<int> words = breaks_ ? breaks_(line) : std::vector<int>();
    words.push_back(size);
    const std::vector<int> clusters = clusterEnds(line);
    const auto lastFitting = [&](const std::vector<int>& places, int from) {
        int last = from;
        for (auto at = std::ranges::upper_bound(places, from); at != places.end(); ++at) {
            if (!fits(from, *at)) break;
            last = *at;
        }
        return last;
    };
    std::vector<int> ends;
    for (int from = 0; from < size; from = ends.back()) {
        int to = lastFitting(words, from);
        if (to == from) to = lastFitting(clusters, from);
        if (to == from) to = clusterEndAfter(line, from);
        ends.push_back(to);
    }
    return ends;
}

const PitchedLayout::Rows& PitchedLayout::rowsOf(const QTextBlock& block) const {
    QTextBlock kept = block;
    auto* rows = static_cast<Rows*>(kept.userData());
    if (!rows) kept.setUserData(rows = new Rows);
    const QString text = laidOutText(block);
    if (rows->version == version_ && rows->text == text) return *rows;
    rows->text = text;
    rows->version = version_;
    rows->ends = rowEnds(text, *block.layout());
    return *rows;
}

void PitchedLayout::layOut(const QTextBlock& block) const {
    const std::vector<int>& ends = rowsOf(block).ends;
    QTextLayout& layout = *block.layout();
    int from = 0;
    bool isLaidOut = layout.lineCount() == static_cast<int>(ends.size());
    for (int i = 0; isLaidOut && i < layout.lineCount(); ++i)
        isLaidOut = layout.lineAt(i).textStart() + layout.lineAt(i).textLength() ==
                    ends[static_cast<std::size_t>(i)];
    if (isLaidOut) return;
    const QTextLine whole = inOneRow(layout);
    if (ends.size() < 2 || !whole.isValid()) return;
    std::vector<double> edges{0};
    for (const int end : ends)
        edges.push_back(whole.cursorToX(end));
    setWrapMode(layout, QTextOption::WrapAnywhere);
    layout.beginLayout();
    for (std::size_t i = 0; i < ends.size(); from = ends[i++]) {
        QTextLine row = layout.createLine();
        if (row.isValid()) takeLetters(row, ends[i] - from, edges[i + 1] - edges[i]);
    }
    layout.endLayout();
}

QRectF PitchedLayout::blockBoundingRect(const QTextBlock& block) const {
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (!block.isValid()) return rect;
    layOut(block);
    const QTextLayout& layout = *block.layout();
    const double margin = document()->documentMargin();
    for (int i = 0; i < layout.lineCount(); ++i) {
        QTextLine line = layout.lineAt(i);
        const double left = margin + (i > 0 ? indent() : 0);
        line.setPosition({left, i * pitch_ + baseline_ - line.ascent()});
    }
    QTextBlock counted = block;
    if (counted.lineCount() != layout.lineCount()) counted.setLineCount(layout.lineCount());
    rect.setHeight(layout.lineCount() * pitch_ + (block.next().isValid() ? 0 : margin));
    return rect;
}

void PitchedLayout::documentChanged(int from, int removed, int added) {
    QPlainTextDocumentLayout::documentChanged(from, removed, added);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        blockBoundingRect(block);
    emit documentSizeChanged(documentSize());
}

}  // namespace subs::editor
