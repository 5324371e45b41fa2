// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/text_line.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/workspace.h>

#include <QtCore/QLocale>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kRowHeight = 28;
constexpr int kNumberRight = 70;
constexpr int kSwatch = 10;
constexpr int kTextLeft = 104;

/// Severity, number of the cue, its language's colour, what is wrong.
class FindingDelegate final : public QStyledItemDelegate {
public:
    explicit FindingDelegate(const int& cueRow, QObject* parent)
        : QStyledItemDelegate(parent), cueRow_(cueRow) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {scaled(200), scaled(kRowHeight)};
    }

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colors& colors = Colors::of(option.palette);
        const QRect& rect = option.rect;
        const bool current = index.data(FindingsModel::RowRole).toInt() == cueRow_;
        painter->save();
        painter->fillRect(rect, colors[current ? ColorRole::Selection : ColorRole::Panel]);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                          colors[ColorRole::Hairline]);
        const int severity = index.data(FindingsModel::SeverityRole).toInt();
        const QRectF icon(rect.left() + 10, rect.center().y() - 8, 16, 16);
        paintIcon(*painter, icon, severityIcon(severity), severityColor(severity, colors));
        const QString tag = index.data(FindingsModel::LanguageRole).toString();
        const QRect swatch(
            rect.left() + kNumberRight + 14, rect.center().y() - kSwatch / 2, kSwatch, kSwatch);
        painter->fillRect(swatch, colors.language(tag));
        paintTexts(*painter, rect, index, colors);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colors[ColorRole::Accent], 2));
            painter->drawRect(rect.adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }

private:
    static void paintTexts(QPainter& painter,
                           const QRect& rect,
                           const QModelIndex& index,
                           const Colors& colors) {
        const QFont bold = interfaceFont(TextSize::Secondary, Weight::Bold);
        const QFont plain = interfaceFont(TextSize::Secondary);
        const double baseline = rect.center().y() + QFontMetricsF(plain).capHeight() / 2 + 0.5;
        const QString number = QString::number(index.data(FindingsModel::RowRole).toInt() + 1);
        drawLine(painter,
                 {rect.left() + kNumberRight - lineWidth(number, bold), baseline},
                 number,
                 bold,
                 colors[ColorRole::Text]);
        const QString message =
            elided(index.data().toString(), plain, rect.width() - kTextLeft - 8);
        drawLine(painter,
                 {double(rect.left() + kTextLeft), baseline},
                 message,
                 plain,
                 colors[ColorRole::Text]);
    }

    const int& cueRow_;
};

/// The large tick of a track without findings.
class Tick final : public QWidget {
public:
    Tick() { setFixedSize(40, 40); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintIcon(
            painter, rect(), QStringLiteral("accept"), Colors::of(palette())[ColorRole::Fits]);
    }
};

}  // namespace

FindingsPanel::FindingsPanel(const Session& session, QWidget* parent)
    : Panel(tr("Findings"), parent),
      session_(session),
      model_(new FindingsModel(session, this)),
      list_(new QListView),
      none_(new QWidget),
      noneText_(makeLabel({}, interfaceFont(TextSize::Normal), "secondary")),
      pages_(new QStackedWidget) {
    list_->setModel(model_);
    list_->setItemDelegate(new FindingDelegate(cueRow_, list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Findings"));
    auto* column = new QVBoxLayout(none_);
    column->addStretch(1);
    column->addWidget(new Tick, 0, Qt::AlignHCenter);
    noneText_->setAlignment(Qt::AlignCenter);
    noneText_->setWordWrap(true);
    column->addWidget(noneText_);
    column->addStretch(2);
    pages_->addWidget(list_);
    pages_->addWidget(none_);
    addToBody(pages_, 1);
    const auto choose = [this](const QModelIndex& index) {
        emit chosen(index.data(FindingsModel::RowRole).toInt());
    };
    connect(list_, &QListView::clicked, this, choose);
    connect(list_, &QListView::activated, this, choose);
    connect(model_, &QAbstractItemModel::modelReset, this, &FindingsPanel::takeFindings);
    connect(&session_.checks, &Checks::finished, this, &FindingsPanel::takeFindings);
    takeFindings();
}

QWidget& FindingsPanel::list() const {
    return *list_;
}

void FindingsPanel::showRow(int cueRow) {
    cueRow_ = cueRow;
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
    setDetail(busy ? tr("checking") : QLocale(QLocale::English).toString(count));
    if (rules.isEmpty()) setDetail(tr("no rules"));
    noneText_->setText(rules.isEmpty() ? tr("No rules are set for these languages.")
                       : busy          ? tr("Checking.")
                                       : tr("No findings under %1.").arg(rules));
    pages_->setCurrentWidget(count > 0 ? static_cast<QWidget*>(list_) : none_);
}

}  // namespace subs::editor
