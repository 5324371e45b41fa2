// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/finding_delegate.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icon_label.h>
#include <subs/editor/text_line.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/workspace.h>

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kHeaderHeight = 26;
constexpr int kPadding = 8;
constexpr int kLargeTick = 40;
constexpr int kLeastIn = 96;
constexpr int kLeastNumber = 84;
constexpr int kMostMeasured = 500;  // Of very many findings the first tell how wide numbers are.

/// The names of the columns.
class FindingsHeader final : public QWidget {
public:
    FindingsHeader() {
        setFixedHeight(scaled(kHeaderHeight));
        setFont(interfaceFont(TextSize::Secondary, Weight::Bold));
    }
    void setColumns(const FindingColumns& columns) {
        columns_ = columns;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& colors = Colors::of(palette());
        QPainter painter(this);
        painter.fillRect(rect(), colors[ColorRole::Bar]);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colors[ColorRole::Hairline]);
        for (std::size_t i = 0; i < columns_.spans.size(); ++i) {
            const auto column = static_cast<FindingColumn>(i);
            const auto [left, wide] = columns_[column];
            if (wide == 0) continue;
            painter.fillRect(QRect(left + wide - 1, 0, 1, height()), colors[ColorRole::Hairline]);
            const int side = isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft;
            painter.setPen(colors[ColorRole::Secondary]);
            painter.drawText(QRect(left + kPadding, 0, wide - 2 * kPadding, height() - 1),
                             side | Qt::AlignVCenter,
                             elided(nameOf(column), font(), wide - 2 * kPadding));
        }
    }

private:
    FindingColumns columns_;
};

}  // namespace

FindingsPanel::FindingsPanel(const Session& session, QWidget* parent)
    : Panel(tr("Findings"), parent),
      session_(session),
      model_(new FindingsModel(session, this)),
      list_(new QListView),
      delegate_(new FindingDelegate(list_)),
      none_(new QWidget),
      noneText_(makeLabel({}, interfaceFont(TextSize::Normal), "secondary")),
      pages_(new QStackedWidget) {
    buildList();
    buildNone();
    addToBody(pages_, 1);
    const auto choose = [this](const QModelIndex& index) {
        emit chosen(index.data(FindingsModel::RowRole).toInt());
    };
    connect(list_, &QListView::clicked, this, choose);
    connect(list_, &QListView::activated, this, choose);
    connect(model_, &QAbstractItemModel::modelReset, this, &FindingsPanel::takeFindings);
    connect(&session_.checks, &Checks::finished, this, &FindingsPanel::takeFindings);
    connect(&session_.workspace, &Workspace::timelineChanged, this, [this] {
        placeColumns();
        list_->viewport()->update();
    });
    takeFindings();
}

void FindingsPanel::buildList() {
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Findings"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header_ = new FindingsHeader;
    column->addWidget(header_);
    column->addWidget(list_, 1);
    list_->viewport()->installEventFilter(this);
    pages_->addWidget(page);
}

// Room for a large tick over a sentence.
void FindingsPanel::buildNone() {
    auto* column = new QVBoxLayout(none_);
    column->addStretch(1);
    tick_ = new IconLabel(QStringLiteral("accept"), ColorRole::Fits, kLargeTick);
    column->addWidget(tick_, 0, Qt::AlignHCenter);
    noneText_->setAlignment(Qt::AlignCenter);
    noneText_->setWordWrap(true);
    column->addWidget(noneText_);
    column->addStretch(2);
    pages_->addWidget(none_);
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) placeColumns();
    return Panel::eventFilter(watched, event);
}

// The width of the longest of what the first findings have to say, margins included.
int FindingsPanel::widest(FindingsModel::Role role) const {
    QString longest;
    for (int row = 0; row < std::min(model_->rowCount(), kMostMeasured); ++row)
        if (const QString text = model_->index(row).data(role).toString();
            text.size() > longest.size())
            longest = text;
    const double wide = editor::lineWidth(longest + QLatin1Char('0'),
                                          interfaceFont(TextSize::Normal, Weight::Bold));
    return std::max(scaled(kLeastNumber), static_cast<int>(std::ceil(wide)) + 2 * kPadding);
}

void FindingsPanel::placeColumns() {
    const QString in =
        session_.cues.headerData(InColumn, Qt::Horizontal, WidestTextRole).toString();
    const double inWidth = editor::lineWidth(in, interfaceFont(TextSize::Normal));
    const auto columns = FindingColumns::forWidth(
        list_->viewport()->width(),
        {std::max(scaled(kLeastIn), static_cast<int>(std::ceil(inWidth)) + 2 * kPadding),
         widest(FindingsModel::MeasuredRole),
         widest(FindingsModel::LimitRole)});
    if (columns == delegate_->columns()) return;
    delegate_->setColumns(columns);
    static_cast<FindingsHeader*>(header_)->setColumns(columns);
    list_->viewport()->update();
}

QWidget& FindingsPanel::list() const {
    return *list_;
}

void FindingsPanel::showRow(int cueRow) {
    delegate_->setCueRow(cueRow);
    const int first = model_->firstOf(cueRow);
    if (first >= 0 && model_->index(first).data(FindingsModel::RowRole).toInt() == cueRow)
        list_->scrollTo(model_->index(first));
    list_->viewport()->update();
}

QString FindingsPanel::rulesText() const {
    QStringList titles;
    for (const Side side : kBothSides)
        if (const Profile* profile = session_.checks.profile(side);
            profile && session_.workspace.hasTrack(side))
            titles << QString::fromStdString(profile->title);
    titles.removeDuplicates();
    return titles.join(QStringLiteral(" · "));
}

void FindingsPanel::takeFindings() {
    const bool busy = session_.checks.isBusy();
    const int count = model_->rowCount();
    const QString rules = rulesText();
    setDetail(rules.isEmpty() ? tr("no rules") : busy ? tr("checking") : countText());
    noneText_->setText(rules.isEmpty() ? tr("No rules are set for these languages.")
                       : busy          ? tr("Checking.")
                                       : tr("No findings under %1.").arg(rules));
    tick_->setVisible(!rules.isEmpty() && !busy);
    placeColumns();
    pages_->setCurrentIndex(count > 0 ? 0 : 1);
}

// "4 · 1 error, 3 warnings".
QString FindingsPanel::countText() const {
    const auto counted = [](int number) { return QLocale(QLocale::English).toString(number); };
    const int errors = model_->count(Severity::Error);
    const int warnings = model_->count(Severity::Warning);
    const int hints = model_->rowCount() - errors - warnings;
    QStringList parts;
    if (errors > 0) parts << tr("%1 error(s)", nullptr, errors).arg(counted(errors));
    if (warnings > 0) parts << tr("%1 warning(s)", nullptr, warnings).arg(counted(warnings));
    if (hints > 0) parts << tr("%1 hint(s)", nullptr, hints).arg(counted(hints));
    return parts.isEmpty() ? counted(0) : parts.join(QStringLiteral(" · "));
}

}  // namespace subs::editor
