// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/cue_columns.h>
#include <subs/editor/row_offsets.h>

#include <QtWidgets/QAbstractItemView>

namespace subs::editor {

class CueDelegate;
class CueHeader;

/// The table of cues (columns and roles of subs/session/cue_roles.h). Rows are as high as their
/// texts have lines, found by prefix sums; painting and scrolling visit visible rows only.
class CueTableView : public QAbstractItemView {
    Q_OBJECT

public:
    explicit CueTableView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// One text column, or two beside each other.
    void setTracks(TrackColumns tracks);
    /// What is said where there are no rows.
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return emptyText_; }
    const CueColumns& columns() const { return columns_; }

    /// The current row, -1 for none.
    int currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
    /// Makes `row` current and selected, and scrolls to it.
    void goToRow(int row);

    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void keyboardSearch(const QString& search) override;
    void reset() override;

signals:
    /// Double click: a person wants to write in this cue.
    void cueChosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void updateGeometries() override;

    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;

protected slots:
    void dataChanged(const QModelIndex& topLeft,
                     const QModelIndex& bottomRight,
                     const QList<int>& roles) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;

private:
    void measureAll();
    CueColumns::Widths widestTexts() const;
    void paintEmpty(QPainter& painter) const;
    QRect rowRect(int row) const;
    int heightOf(int row) const;
    int pageRow(int from, int direction) const;
    void paintRow(QPainter& painter, int row) const;

    CueDelegate* delegate_;
    CueHeader* header_;
    RowOffsets offsets_;
    CueColumns columns_;
    TrackColumns tracks_ = TrackColumns::Two;
    int firstPitch_ = 0;
    int secondPitch_ = 0;
    CueColumns::Widths widest_{};
    QString emptyText_;
};

}  // namespace subs::editor
