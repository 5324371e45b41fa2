// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/line_limit.h>
#include <subs/editor/lock.h>
#include <subs/text/segment.h>

#include <QtWidgets/QPlainTextEdit>

#include <memory>

namespace subs::editor {

class LineGutter;
class PitchedLayout;

/// The box in which the text of a cue is written. A line is a line: where the box is narrower it
/// goes on in the next row, behind a mark, and its text stays one line. The caret, Delete and
/// Backspace keep to orthographic clusters, words come from the segmenter, and beside each line
/// stands how long it is and may be. Undo is the document's affair, not this box's.
class CueEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CueEdit(QWidget* parent = nullptr);
    ~CueEdit() override;

    /// BCP 47; decides font, colour and word rules. `name` is what a person calls it ("Khmer").
    void setLanguage(const QString& tag, const QString& name);
    const QString& language() const { return language_; }
    void setLineLimit(LineLimit limit);
    const LineRuler& ruler() const { return ruler_; }

    /// Whether a person may change the text; it is selected and copied all the same.
    void setLock(Lock lock);

    /// Shows `text` (lines joined by "\n") without `textEdited`. The caret stays where the text is
    /// the same.
    void showText(const QString& text);
    /// What stands in the box, character for character, lines joined by "\n".
    QString text() const;
    /// The middle of a line of text in this widget's coordinates, for the counts beside it.
    int lineMiddle(const QTextBlock& block) const;

    /// Caret steps; `mode` as for QTextCursor.
    void moveByCluster(int direction, QTextCursor::MoveMode mode);
    void moveByWord(int direction, QTextCursor::MoveMode mode);
    /// Takes back one typed unit before the caret: a subscript goes with its sign, and none is left
    /// dangling.
    void deleteTypedUnit();
    void deleteCluster(int direction);
    void deleteWord(int direction);

signals:
    /// A person changed the text.
    void textEdited(const QString& text);
    /// A person pressed a key that would have changed the text, which is locked.
    void editRefused();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    QMimeData* createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    bool wouldEdit(const QKeyEvent& event) const;
    bool handleKey(const QKeyEvent& event);
    bool handleErasing(const QKeyEvent& event);
    bool handleMoving(const QKeyEvent& event);
    bool handleLineEdge(const QKeyEvent& event);
    void removeSelectionOr(int from);
    void snapCaret();
    int clusterPosition(int direction) const;
    int wordPosition(int direction);
    void onTextChanged();
    void markSurplus();
    void describe();
    void placeGutter();
    PitchedLayout& pitched() const;

    LineGutter* gutter_;
    std::unique_ptr<Segmenter> segmenter_;
    QString language_;
    QString name_;
    LineRuler ruler_;
    bool showing_ = false;
    Lock lock_ = Lock::Off;
};

}  // namespace subs::editor
