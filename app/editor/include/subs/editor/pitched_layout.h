// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextDocumentLayout>

#include <functional>
#include <vector>

namespace subs::editor {

/// Lines of one height with base lines at one place in it, whatever fonts they hold: so that two
/// boxes face each other line by line and Khmer is never cut. (Qt's own layout takes the height
/// from each font.) A line that is wider than the room goes on in the next row, indented, ended
/// where `Breaks` allow it; where they allow none, at a cluster's edge. (Qt 6.4 breaks Khmer
/// nowhere.)
class PitchedLayout : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    /// Offsets in UTF-16 at which a row of `line` may end, ascending.
    using Breaks = std::function<std::vector<int>(const QString& line)>;

    PitchedLayout(QTextDocument* document, int pitch, double baseline);

    int pitch() const { return pitch_; }
    /// How far a row that goes on with the line above it is indented.
    int indent() const;
    void setBreaks(Breaks breaks);
    /// The width of a whole row, without margins; lines are laid out anew where it is another one.
    void setRoom(double room);
    QRectF blockBoundingRect(const QTextBlock& block) const override;

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    class Rows;
    static const Rows* rowsOf(const QTextBlock& block);
    std::vector<int> laidRows(const QString& line, QTextLayout& layout) const;
    void layOut(const QTextBlock& block) const;

    int pitch_;
    double baseline_;
    double room_ = 0;
    int version_ = 0;  ///< Of breaks and room: rows of an older one are found anew.
    Breaks breaks_;
};

}  // namespace subs::editor
