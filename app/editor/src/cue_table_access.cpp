// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_table_access.h>
#include <subs/editor/cue_table_view.h>

#include <QtCore/QPersistentModelIndex>
#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

#include <unordered_map>

namespace subs::editor {

namespace {

QString spokenText(const QModelIndex& index) {
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    return spoken.isEmpty() ? index.data(Qt::DisplayRole).toString() : spoken;
}

// A cell as it is now; made by its table, kept by Qt's cache until the table goes.
class CellAccess final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    CellAccess(CueTableView& view, const QModelIndex& index) : view_(view), index_(index) {}

    bool isValid() const override { return index_.isValid(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(&view_);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name || kind == QAccessible::Value ? spokenText(index_)
                                                                       : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        const QRect place = view_.visualRect(index_);
        return {view_.viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isSelected();
        state.focused = view_.currentIndex() == index_ && view_.hasFocus();
        state.offscreen = !view_.viewport()->rect().intersects(view_.visualRect(index_));
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableCellInterface
                   ? static_cast<QAccessibleTableCellInterface*>(this)
                   : nullptr;
    }

    bool isSelected() const override { return view_.selectionModel()->isSelected(index_); }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return index_.column(); }
    int rowIndex() const override { return index_.row(); }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

private:
    CueTableView& view_;
    QPersistentModelIndex index_;
};

class TableAccess final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit TableAccess(CueTableView& view)
        : QAccessibleWidget(&view, QAccessible::Table), view_(view) {}
    ~TableAccess() override {
        for (const auto& [place, id] : cells_)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface* child(int index) const override {
        return columnCount() == 0 ? nullptr : cellAt(index / columnCount(), index % columnCount());
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QModelIndex index = view_.indexAt(view_.viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        auto* cell = const_cast<QAccessibleInterface*>(child)->tableCellInterface();
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override {
        if (!view_.model() || row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
            return nullptr;
        const int place = row * columnCount() + column;
        if (const auto known = cells_.find(place); known != cells_.end()) {
            auto* cell = QAccessible::accessibleInterface(known->second);
            if (cell && cell->isValid()) return cell;
        }
        auto* cell = new CellAccess(view_, view_.model()->index(row, column));
        cells_[place] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }
    int selectedCellCount() const override { return selectedRowCount() * columnCount(); }
    QList<QAccessibleInterface*> selectedCells() const override {
        QList<QAccessibleInterface*> cells;
        for (const int row : selectedRows())
            for (int column = 0; column < columnCount(); ++column)
                cells << cellAt(row, column);
        return cells;
    }
    QString columnDescription(int column) const override {
        return view_.model() ? view_.model()->headerData(column, Qt::Horizontal).toString()
                             : QString();
    }
    QString rowDescription(int row) const override {
        return view_.model() ? spokenText(view_.model()->index(row, 0)) : QString();
    }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return view_.currentRow() >= 0 ? 1 : 0; }
    int columnCount() const override { return view_.model() ? view_.model()->columnCount() : 0; }
    int rowCount() const override { return view_.model() ? view_.model()->rowCount() : 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override {
        return view_.currentRow() >= 0 ? QList<int>{view_.currentRow()} : QList<int>();
    }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override { return row == view_.currentRow(); }
    bool selectRow(int row) override {
        view_.goToRow(row);
        return isRowSelected(row);
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {
        for (const auto& [place, id] : cells_)
            QAccessible::deleteAccessibleInterface(id);
        cells_.clear();
    }

private:
    CueTableView& view_;
    mutable std::unordered_map<int, QAccessible::Id> cells_;
};

QAccessibleInterface* cueTableAccess(const QString&, QObject* object) {
    auto* view = qobject_cast<CueTableView*>(object);
    return view ? new TableAccess(*view) : nullptr;
}

}  // namespace

void installCueTableAccess() {
    QAccessible::removeFactory(&cueTableAccess);
    QAccessible::installFactory(&cueTableAccess);
}

}  // namespace subs::editor
