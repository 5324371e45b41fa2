// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of CueEdit: caret and deletion by cluster and word.
#include <subs/editor/cue_edit.h>
#include <subs/editor/text_line.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>

#include <algorithm>

namespace subs::editor {

namespace {

constexpr char16_t kCoeng = 0x17D2;
constexpr char16_t kZeroWidthSpace = 0x200B;

bool isBlank(QStringView word) {
    return std::ranges::all_of(word,
                               [](QChar c) { return c.isSpace() || c == QChar(kZeroWidthSpace); });
}

// How many units at the end of `before` one press of Backspace takes.
qsizetype typedUnitBefore(QStringView before) {
    qsizetype from = before.size() - 1;
    if (from > 0 && before[from].isLowSurrogate() && before[from - 1].isHighSurrogate()) --from;
    while (from > 0 && before[from - 1] == QChar(kCoeng))
        --from;
    return before.size() - from;
}

// Keys that write, erase or move in a text and so are not commands of the window while one is
// typing.
bool belongsToText(const QKeyEvent& event) {
    switch (event.key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            return !event.modifiers().testFlag(Qt::AltModifier);
        case Qt::Key_Up:
        case Qt::Key_Down:
            return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        case Qt::Key_Home:
        case Qt::Key_End:
            return !event.modifiers().testFlag(Qt::AltModifier);
        default:
            return false;
    }
}

}  // namespace

bool CueEdit::event(QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return QPlainTextEdit::event(event);
    auto& key = static_cast<QKeyEvent&>(*event);
    if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
        event->ignore();
        return false;
    }
    if (belongsToText(key)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CueEdit::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
        return event->ignore();
    if (isReadOnly() && wouldEdit(*event)) {
        if (lock_ == Lock::On) emit editRefused();
        return event->accept();
    }
    if (handleKey(*event)) {
        ensureCursorVisible();
        return event->accept();
    }
    QPlainTextEdit::keyPressEvent(event);
    snapCaret();
}

bool CueEdit::wouldEdit(const QKeyEvent& event) const {
    switch (event.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        case Qt::Key_Backspace:
        case Qt::Key_Delete:
            return true;
        default:
            break;
    }
    if (event.matches(QKeySequence::Paste) || event.matches(QKeySequence::Cut)) return true;
    const bool isCommand = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    return !isCommand && !event.text().isEmpty() && event.text().front().isPrint();
}

// Where the box is locked input methods are off, and what they send all the same is refused.
void CueEdit::inputMethodEvent(QInputMethodEvent* event) {
    if (!isReadOnly()) return QPlainTextEdit::inputMethodEvent(event);
    if (lock_ == Lock::On && !event->commitString().isEmpty()) emit editRefused();
    event->accept();
}

bool CueEdit::handleKey(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (modifiers & ~Qt::ShiftModifier) return false;
            textCursor().insertBlock();
            return true;
        case Qt::Key_Space:
            if (modifiers != (Qt::ControlModifier | Qt::ShiftModifier)) return false;
            textCursor().insertText(QString(QChar(kZeroWidthSpace)));
            return true;
        case Qt::Key_Backspace:
        case Qt::Key_Delete:
            return handleErasing(event);
        case Qt::Key_Left:
        case Qt::Key_Right:
            return handleMoving(event);
        case Qt::Key_Home:
        case Qt::Key_End:
            return handleLineEdge(event);
        default:
            return false;
    }
}

bool CueEdit::handleErasing(const QKeyEvent& event) {
    const bool back = event.key() == Qt::Key_Backspace;
    const int direction = back ? -1 : 1;
    if (event.modifiers().testFlag(Qt::ControlModifier))
        deleteWord(direction);
    else if (back && !event.modifiers().testFlag(Qt::ShiftModifier))
        deleteTypedUnit();
    else if (!back && event.modifiers().testFlag(Qt::ShiftModifier))
        return false;  // Shift+Delete cuts.
    else
        deleteCluster(direction);
    return true;
}

bool CueEdit::handleMoving(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier)) return false;
    const int direction = event.key() == Qt::Key_Left ? -1 : 1;
    const auto mode = event.modifiers().testFlag(Qt::ShiftModifier) ? QTextCursor::KeepAnchor
                                                                    : QTextCursor::MoveAnchor;
    if (event.modifiers().testFlag(Qt::ControlModifier))
        moveByWord(direction, mode);
    else
        moveByCluster(direction, mode);
    return true;
}

// To the edge of the line, not of the row that a narrow box shows of it.
bool CueEdit::handleLineEdge(const QKeyEvent& event) {
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return false;
    QTextCursor cursor = textCursor();
    cursor.movePosition(
        event.key() == Qt::Key_Home ? QTextCursor::StartOfBlock : QTextCursor::EndOfBlock,
        event.modifiers().testFlag(Qt::ShiftModifier) ? QTextCursor::KeepAnchor
                                                      : QTextCursor::MoveAnchor);
    setTextCursor(cursor);
    return true;
}

// The document position one cluster on; a line break is one too.
int CueEdit::clusterPosition(int direction) const {
    const QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    const int at = cursor.positionInBlock();
    const int last = document()->characterCount() - 1;
    if (direction < 0) {
        return at == 0 ? std::max(0, cursor.position() - 1)
                       : block.position() + clusterStartBefore(block.text(), at);
    }
    return at >= block.length() - 1 ? std::min(last, cursor.position() + 1)
                                    : block.position() + clusterEndAfter(block.text(), at);
}

// The beginning of the word before or after the caret; spaces are passed over.
int CueEdit::wordPosition(int direction) {
    const QTextBlock block = textCursor().block();
    const QString line = block.text();
    const int at = textCursor().positionInBlock();
    if ((direction < 0 && at == 0) || (direction > 0 && at >= line.size()))
        return clusterPosition(direction);
    std::vector<int> bounds = wordEnds(line, *segmenter_);
    bounds.insert(bounds.begin(), 0);
    if (direction > 0) {
        auto next = std::ranges::upper_bound(bounds, at);
        while (std::next(next) != bounds.end() &&
               isBlank(QStringView(line).mid(*next, *std::next(next) - *next)))
            ++next;
        return block.position() + *next;
    }
    auto previous = std::prev(std::ranges::lower_bound(bounds, at));
    while (previous != bounds.begin() &&
           isBlank(QStringView(line).mid(*previous, *std::next(previous) - *previous)))
        --previous;
    return block.position() + *previous;
}

void CueEdit::moveByCluster(int direction, QTextCursor::MoveMode mode) {
    QTextCursor cursor = textCursor();
    if (mode == QTextCursor::MoveAnchor && cursor.hasSelection())
        cursor.setPosition(direction < 0 ? cursor.selectionStart() : cursor.selectionEnd());
    else
        cursor.setPosition(clusterPosition(direction), mode);
    setTextCursor(cursor);
}

void CueEdit::moveByWord(int direction, QTextCursor::MoveMode mode) {
    QTextCursor cursor = textCursor();
    cursor.setPosition(wordPosition(direction), mode);
    setTextCursor(cursor);
}

void CueEdit::removeSelectionOr(int from) {
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection()) cursor.setPosition(from, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    setTextCursor(cursor);
}

void CueEdit::deleteTypedUnit() {
    const QTextCursor cursor = textCursor();
    const int at = cursor.positionInBlock();
    if (at == 0) return removeSelectionOr(std::max(0, cursor.position() - 1));
    const auto units = typedUnitBefore(QStringView(cursor.block().text()).left(at));
    removeSelectionOr(cursor.position() - static_cast<int>(units));
}

void CueEdit::deleteCluster(int direction) {
    removeSelectionOr(clusterPosition(direction));
}

void CueEdit::deleteWord(int direction) {
    removeSelectionOr(wordPosition(direction));
}

// Qt's own moves (up, down, mouse) may end inside a cluster.
void CueEdit::snapCaret() {
    QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    const int snapped =
        block.position() + clusterBoundaryAt(block.text(), cursor.positionInBlock());
    if (snapped == cursor.position()) return;
    cursor.setPosition(snapped,
                       cursor.hasSelection() ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    setTextCursor(cursor);
}

void CueEdit::mousePressEvent(QMouseEvent* event) {
    QPlainTextEdit::mousePressEvent(event);
    snapCaret();
}

void CueEdit::mouseMoveEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseMoveEvent(event);
    snapCaret();
}

void CueEdit::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    QTextCursor cursor = cursorForPosition(event->position().toPoint());
    const QTextBlock block = cursor.block();
    const std::vector<int> ends = wordEnds(block.text(), *segmenter_);
    if (ends.empty()) return;
    const int at = std::min(cursor.positionInBlock(), static_cast<int>(block.text().size()) - 1);
    const auto end = std::ranges::upper_bound(ends, at);
    cursor.setPosition(block.position() + (end == ends.begin() ? 0 : *std::prev(end)));
    cursor.setPosition(block.position() + *end, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

}  // namespace subs::editor
