// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/pitched_layout.h>
#include <subs/editor/text_line.h>

#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace subs::editor {

namespace {

constexpr int kIndent = 16;
constexpr int kNear = 64;  // Of a cluster that is longer the rest goes on in the next row.
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

// The last of `places` after `from` and not after `most`; `from` where there is none.
int lastPlace(const std::vector<int>& places, int from, int most) {
    const auto after = std::ranges::upper_bound(places, most);
    return after == places.begin() ? from : std::max(from, *std::prev(after));
}

// Where a row from `from` ends that holds no more than up to `most`: behind a word, else at a
// cluster's edge, and never before its first cluster is whole.
int rowEnd(const QString& line, const std::vector<int>& words, int from, int most) {
    const int word = lastPlace(words, from, most);
    if (word > from) return word;
    const int cluster =
        from + clusterBoundaryAt(QStringView(line).mid(from, most - from + kNear), most - from);
    return cluster > from ? cluster : clusterEndAfter(QStringView(line).mid(from, kNear), 0) + from;
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

    // Qt lays lines out in its own way when their text was touched.
    bool isOf(const QTextLayout& layout) const {
        if (layout.lineCount() != static_cast<int>(ends.size())) return false;
        for (int i = 0; i < layout.lineCount(); ++i)
            if (layout.lineAt(i).textStart() + layout.lineAt(i).textLength() !=
                ends[static_cast<std::size_t>(i)])
                return false;
        return true;
    }
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

// Lays out row after row, each up to the last place that fits where one may end. O(size).
std::vector<int> PitchedLayout::laidRows(const QString& line, QTextLayout& layout) const {
    const int size = static_cast<int>(line.size());
    std::vector<int> words;
    std::vector<int> ends;
    setWrapMode(layout, room_ > 0 ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    layout.beginLayout();
    for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
        const int from = row.textStart();
        row.setLineWidth(from == 0 ? room_ : room_ - indent());
        const int most = from + row.textLength();
        if (most < size) {
            if (words.empty() && breaks_) words = breaks_(line);
            const int to = rowEnd(line, words, from, most);
            if (to != most) takeLetters(row, to - from, std::abs(row.cursorToX(to)));
        }
        ends.push_back(from + row.textLength());
    }
    layout.endLayout();
    return ends;
}

const PitchedLayout::Rows* PitchedLayout::rowsOf(const QTextBlock& block) {
    return static_cast<const Rows*>(block.userData());
}

void PitchedLayout::layOut(const QTextBlock& block) const {
    QTextLayout& layout = *block.layout();
    const QString text = laidOutText(block);
    const Rows* rows = rowsOf(block);
    if (rows && rows->version == version_ && rows->text == text && rows->isOf(layout)) return;
    auto* made = new Rows;
    made->text = text;
    made->version = version_;
    made->ends = laidRows(text, layout);
    QTextBlock(block).setUserData(made);
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
