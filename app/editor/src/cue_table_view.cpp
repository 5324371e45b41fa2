// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/cue_delegate.h>
#include <subs/editor/cue_header.h>
#include <subs/editor/cue_table_access.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/fonts.h>

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kRowSpace = 7;  // Above and below the lines, with the hairline.
constexpr int kSelectedBar = 3;
constexpr int kFocusEdge = 2;
constexpr int kHeaderHeight = 26;
constexpr int kEmptyMargin = 24;

}  // namespace

CueTableView::CueTableView(QWidget* parent)
    : QAbstractItemView(parent), delegate_(new CueDelegate(this)), header_(new CueHeader(this)) {
    installCueTableAccess();
    setItemDelegate(delegate_);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollMode(ScrollPerPixel);
    setMinimumSize(scaled(320), scaled(120));
    setViewportMargins(0, scaled(kHeaderHeight), 0, 0);
    setAccessibleName(tr("Cues"));
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void CueTableView::setModel(QAbstractItemModel* model) {
    QAbstractItemView::setModel(model);
    header_->setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsRemoved, this, &CueTableView::measureAll);
        connect(model, &QAbstractItemModel::layoutChanged, this, &CueTableView::measureAll);
    }
    measureAll();
}

void CueTableView::setEmptyText(const QString& text) {
    emptyText_ = text;
    viewport()->update();
}

void CueTableView::setTracks(TrackColumns tracks) {
    if (tracks == tracks_) return;
    tracks_ = tracks;
    measureAll();
}

void CueTableView::reset() {
    QAbstractItemView::reset();
    measureAll();
}

void CueTableView::measureAll() {
    const auto pitchIn = [this](int column) {
        return delegate_->lineFont(model()->index(0, column).data(LanguageRole).toString()).pitch;
    };
    const int rows = model() ? model()->rowCount() : 0;
    if (rows > 0) {
        firstPitch_ = pitchIn(FirstTextColumn);
        secondPitch_ = pitchIn(SecondTextColumn);
    }
    offsets_.assign(rows, [this](int row) { return heightOf(row); });
    updateGeometries();
    viewport()->update();
}

int CueTableView::heightOf(int row) const {
    const auto linesOf = [&](int column) {
        return std::max(1, model()->index(row, column).data(LineCountRole).toInt());
    };
    const int second = tracks_ == TrackColumns::Two ? linesOf(SecondTextColumn) * secondPitch_ : 0;
    return std::max({linesOf(FirstTextColumn) * firstPitch_, second, scaled(24)}) + kRowSpace;
}

void CueTableView::goToRow(int row) {
    if (!model() || row < 0 || row >= model()->rowCount()) return;
    const QModelIndex index = model()->index(row, FirstTextColumn);
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void CueTableView::dataChanged(const QModelIndex& topLeft,
                               const QModelIndex& bottomRight,
                               const QList<int>& roles) {
    if (offsets_.rows() != model()->rowCount()) return measureAll();
    const int before = offsets_.total();
    if (roles.isEmpty() || roles.contains(LineCountRole))
        offsets_.update(topLeft.row(), bottomRight.row(), [this](int r) { return heightOf(r); });
    // Of several rows one may have become higher by what another one lost.
    const bool isOneRow = topLeft.row() == bottomRight.row();
    if (offsets_.total() != before || widest_ != widestTexts()) {
        updateGeometries();
        viewport()->update();
    } else {
        viewport()->update(isOneRow ? rowRect(topLeft.row()) : viewport()->rect());
    }
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

void CueTableView::rowsInserted(const QModelIndex& parent, int start, int end) {
    QAbstractItemView::rowsInserted(parent, start, end);
    if (start == 0 || start != offsets_.rows()) return measureAll();
    offsets_.append(end - start + 1, [this](int row) { return heightOf(row); });
    updateGeometries();
    viewport()->update();
}

void CueTableView::updateGeometries() {
    const QRect view = viewport()->geometry();
    header_->setGeometry(
        view.left(), view.top() - scaled(kHeaderHeight), view.width(), scaled(kHeaderHeight));
    widest_ = widestTexts();
    columns_ = CueColumns::forWidth(view.width(), tracks_, widest_);
    header_->setColumns(columns_);
    QScrollBar* bar = verticalScrollBar();
    bar->setRange(0, std::max(0, offsets_.total() - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(scaled(33));
    QAbstractItemView::updateGeometries();
}

// How wide columns of numbers must be for the longest text that this document has in them.
CueColumns::Widths CueTableView::widestTexts() const {
    CueColumns::Widths widths{};
    if (!model()) return widths;
    for (int column = 0; column < CueColumnCount; ++column) {
        const QString text = model()->headerData(column, Qt::Horizontal, WidestTextRole).toString();
        if (!text.isEmpty()) widths[static_cast<std::size_t>(column)] = delegate_->widthFor(text);
    }
    return widths;
}

void CueTableView::resizeEvent(QResizeEvent* event) {
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void CueTableView::changeEvent(QEvent* event) {
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) header_->update();
}

int CueTableView::verticalOffset() const {
    return verticalScrollBar()->value();
}

bool CueTableView::isIndexHidden(const QModelIndex& index) const {
    return !columns_.shows(index.column());
}

QRect CueTableView::visualRect(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= offsets_.rows()) return {};
    const auto [left, width] = columns_[index.column()];
    return {
        left, offsets_.top(index.row()) - verticalOffset(), width, offsets_.height(index.row())};
}

QRect CueTableView::rowRect(int row) const {
    return {0, offsets_.top(row) - verticalOffset(), viewport()->width(), offsets_.height(row)};
}

QModelIndex CueTableView::indexAt(const QPoint& point) const {
    const int y = point.y() + verticalOffset();
    if (!model() || y < 0 || y >= offsets_.total()) return {};
    return model()->index(offsets_.rowAt(y), columns_.columnAt(point.x()));
}

void CueTableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid() || index.row() >= offsets_.rows()) return;
    const int top = offsets_.top(index.row());
    const int height = offsets_.height(index.row());
    const int view = viewport()->height();
    const int at = verticalOffset();
    const bool visible = top >= at && top + height <= at + view;
    if (hint == PositionAtCenter ||
        (hint == EnsureVisible && (top + height < at || top > at + view)))
        verticalScrollBar()->setValue(top - (view - height) / 2);
    else if (hint == PositionAtTop || (!visible && top < at))
        verticalScrollBar()->setValue(top);
    else if (hint == PositionAtBottom || !visible)
        verticalScrollBar()->setValue(top + height - view);
}

void CueTableView::keyboardSearch(const QString&) {
    // Letters are commands here, not a search.
}

QModelIndex CueTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    const int last = offsets_.rows() - 1;
    if (last < 0) return {};
    const int row = std::max(currentRow(), 0);
    int target = row;
    switch (action) {
        case MoveUp:
        case MovePrevious:
            target = row - 1;
            break;
        case MoveDown:
        case MoveNext:
            target = row + 1;
            break;
        case MovePageUp:
            target = pageRow(row, -1);
            break;
        case MovePageDown:
            target = pageRow(row, 1);
            break;
        case MoveHome:
            target = 0;
            break;
        case MoveEnd:
            target = last;
            break;
        case MoveLeft:
        case MoveRight:
            break;
    }
    return model()->index(std::clamp(target, 0, last), FirstTextColumn);
}

int CueTableView::pageRow(int from, int direction) const {
    const int page = viewport()->height() - offsets_.height(from);
    const int target = offsets_.rowAt(offsets_.top(from) + direction * page);
    return target == from ? from + direction : target;
}

void CueTableView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
    const QModelIndex first = indexAt(rect.topLeft());
    if (!first.isValid()) return;
    const QModelIndex last = indexAt(rect.bottomRight());
    selectionModel()->select(QItemSelection(first, last.isValid() ? last : first),
                             command | QItemSelectionModel::Rows);
}

QRegion CueTableView::visualRegionForSelection(const QItemSelection& selection) const {
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        const int top = offsets_.top(std::min(range.top(), offsets_.rows()));
        const int bottom = offsets_.top(std::min(range.bottom() + 1, offsets_.rows()));
        region += QRect(0, top - verticalOffset(), viewport()->width(), bottom - top);
    }
    return region;
}

void CueTableView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid()) emit cueChosen(index.row());
}

void CueTableView::focusInEvent(QFocusEvent* event) {
    QAbstractItemView::focusInEvent(event);
    if (currentRow() < 0) goToRow(0);
    viewport()->update();
}

void CueTableView::focusOutEvent(QFocusEvent* event) {
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

void CueTableView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    const Colors& colors = Colors::of(palette());
    painter.fillRect(event->rect(), colors[ColorRole::Panel]);
    const int from = offsets_.rowAt(event->rect().top() + verticalOffset());
    const int below = event->rect().bottom() + verticalOffset();
    for (int row = std::max(from, 0); row < offsets_.rows() && offsets_.top(row) <= below; ++row)
        paintRow(painter, row);
    if (offsets_.rows() == 0) paintEmpty(painter);
    if (!hasFocus()) return;
    const int half = kFocusEdge / 2;
    painter.setPen(QPen(colors[ColorRole::Accent], kFocusEdge));
    painter.drawRect(viewport()->rect().adjusted(half, half, -half, -half));
}

void CueTableView::paintEmpty(QPainter& painter) const {
    painter.setFont(interfaceFont(TextSize::Normal));
    painter.setPen(Colors::of(palette())[ColorRole::Secondary]);
    painter.drawText(viewport()->rect().adjusted(kEmptyMargin, 0, -kEmptyMargin, 0),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     emptyText_);
}

void CueTableView::paintRow(QPainter& painter, int row) const {
    const Colors& colors = Colors::of(palette());
    const QRect rect(
        0, offsets_.top(row) - verticalOffset(), viewport()->width(), offsets_.height(row));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const bool selected = selectionModel()->isRowSelected(row);
    if (selected) option.state |= QStyle::State_Selected;
    painter.fillRect(rect,
                     colors[selected  ? ColorRole::Selection
                            : row % 2 ? ColorRole::AlternateRow
                                      : ColorRole::Panel]);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                     colors[ColorRole::Hairline]);
    for (int column = 0; column < CueColumnCount; ++column) {
        if (!columns_.shows(column)) continue;
        const QModelIndex index = model()->index(row, column);
        option.rect = visualRect(index);
        itemDelegate()->paint(&painter, option, index);
    }
    if (selected)
        painter.fillRect(QRect(0, rect.top(), kSelectedBar, rect.height()),
                         colors[ColorRole::Accent]);
}

}  // namespace subs::editor
