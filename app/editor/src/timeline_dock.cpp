// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/sealed_bytes.h>
#include <subs/editor/timeline_dock.h>
#include <subs/editor/timeline_panel.h>

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace subs::editor {

namespace {

constexpr int kHeight = 188;
constexpr int kGap = 6;
// Of a low window it takes no more than it needs.
constexpr int kLeastShare = 5;
constexpr char kOpen = 'o';
constexpr char kClosed = 'c';

/// `part` as far from the edges of the window as the docks above are.
QWidget* inset(QWidget& part, int below) {
    auto* around = new QWidget;
    auto* column = new QVBoxLayout(around);
    column->setContentsMargins(kGap, 0, kGap, below);
    column->addWidget(&part);
    return around;
}

}  // namespace

TimelineDock::TimelineDock(const Session& session, QMainWindow& window)
    : QDockWidget(tr("Time&line"), &window), window_(window), panel_(new TimelinePanel(session)) {
    setObjectName(QStringLiteral("timeline"));
    setAllowedAreas(Qt::TopDockWidgetArea | Qt::BottomDockWidgetArea);
    setTitleBarWidget(inset(panel_->takeStrip(), 0));
    setWidget(inset(*panel_, kGap));
    connect(toggleViewAction(), &QAction::triggered, this, [this](bool on) { isWanted_ = on; });
    place();
}

void TimelineDock::place() {
    setFloating(false);
    window_.addDockWidget(Qt::BottomDockWidgetArea, this);
    showAsWanted();
}

void TimelineDock::takeRoom() {
    const int height = std::min(scaled(kHeight), window_.height() / kLeastShare);
    window_.resizeDocks({this}, {height}, Qt::Vertical);
}

/// The window's size is known once it is laid out.
void TimelineDock::showEvent(QShowEvent* event) {
    QDockWidget::showEvent(event);
    if (!std::exchange(hasRoom_, true)) QTimer::singleShot(0, this, &TimelineDock::takeRoom);
}

void TimelineDock::showAsWanted() {
    setVisible(hasWork_ && isWanted_);
    toggleViewAction()->setEnabled(hasWork_);
}

void TimelineDock::setWork(bool on) {
    if (std::exchange(hasWork_, on) != on) showAsWanted();
}

QByteArray TimelineDock::arrangement() const {
    return sealed((isWanted_ ? kOpen : kClosed) + window_.saveState(kVersion));
}

void TimelineDock::restoreArrangement(const QByteArray& arrangement) {
    const auto saved = unsealed(arrangement);
    if (!saved || saved->isEmpty()) return;
    if (window_.restoreState(saved->mid(1), kVersion)) {
        isWanted_ = saved->at(0) == kOpen;
        hasRoom_ = true;
    }
    showAsWanted();
}

void TimelineDock::resetArrangement() {
    isWanted_ = true;
    place();
    takeRoom();
}

}  // namespace subs::editor
