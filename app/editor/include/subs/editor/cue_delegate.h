// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/fonts.h>

#include <QtCore/QHash>
#include <QtWidgets/QStyledItemDelegate>

namespace subs::editor {

/// Paints every cell of the cue table: texts in their language's font with their real line breaks
/// on the row's centre line, speeds as a number over a bar, severities as icons. Nothing is clipped
/// but what is too wide, and that ends in "…".
class CueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CueDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    /// The width of a column of numbers or times in which `text` touches nothing.
    int widthFor(const QString& text) const;

    /// The font of a text column of language `tag`, with the distance of its base lines.
    const LineFont& lineFont(const QString& tag) const;

private:
    struct Cell;
    void paintCell(const Cell& cell) const;
    void paintText(const Cell& cell) const;
    void paintLines(const Cell& cell, const QString& tag) const;
    void paintContinuation(const Cell& cell, const QString& tag) const;
    void paintSpeed(const Cell& cell) const;

    mutable QHash<QString, LineFont> textFonts_;
    LineFont number_;
    LineFont speed_;
    LineFont speedOver_;
    LineFont remark_;
};

}  // namespace subs::editor
