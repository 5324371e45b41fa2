// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/progress_meter.h>
#include <subs/editor/sealed_bytes.h>
#include <subs/editor/work_area.h>
#include <subs/session/cue_table_model.h>

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtCore/QTimer>
#include <QtWidgets/QDockWidget>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kGap = 6;
constexpr double kRightShare = 0.4;
constexpr int kLeastRight = 360;
constexpr int kLeastFindings = 140;
constexpr int kEditorHeight = 228;
// The table has the other half of a low window, and more.
constexpr double kMostTexts = 0.45;
// Where boxes are narrow a line takes two rows: they get one more.
constexpr int kNarrow = 1400;
constexpr int kMoreHeight = 36;

QString counted(int number) {
    return QLocale(QLocale::English).toString(number);
}

}  // namespace

WorkArea::WorkArea(const Session& session)
    : session_(session),
      table_(new CueTableView),
      editor_(new CueEditor(session)),
      picture_(new PicturePanel(session)),
      findings_(new FindingsPanel(session)),
      cuesPanel_(new Panel(tr("Cues"))),
      progress_(new ProgressMeter) {
    setWindowFlags(Qt::Widget);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setContentsMargins(kGap, kGap, kGap, kGap);
    buildTable();
    picture_->setMinimumWidth(scaled(kLeastRight));
    findings_->setMinimumHeight(scaled(kLeastFindings) - findings_->stripHeight());
    editorDock_ = addDock("texts", tr("&Texts of the Cue"), *editor_);
    pictureDock_ = addDock("picture", tr("&Picture"), *picture_);
    findingsDock_ = addDock("findings", tr("&Findings"), *findings_);
    for (const Qt::Corner corner : {Qt::TopRightCorner, Qt::BottomRightCorner})
        setCorner(corner, Qt::RightDockWidgetArea);
    placeDocks();
    connect(picture_, &PicturePanel::shapeChanged, this, &WorkArea::shareRoom);
}

void WorkArea::buildTable() {
    table_->setModel(&session_.cues);
    cuesPanel_->addToStrip(progress_);
    cuesPanel_->addToBody(table_, 1);
    setCentralWidget(cuesPanel_);
}

QDockWidget* WorkArea::addDock(const char* id, const QString& name, Panel& panel) {
    auto* dock = new QDockWidget(name, this);
    dock->setObjectName(QString::fromLatin1(id));
    dock->setTitleBarWidget(&panel.takeStrip());
    dock->setWidget(&panel);
    connect(dock, &QDockWidget::topLevelChanged, this, &WorkArea::noteMove);
    connect(dock, &QDockWidget::dockLocationChanged, this, &WorkArea::noteMove);
    connect(dock->toggleViewAction(), &QAction::triggered, this, &WorkArea::shareRoom);
    return dock;
}

void WorkArea::placeDocks() {
    const QScopedValueRollback placing(isPlacing_, true);
    for (QDockWidget* dock : {editorDock_, pictureDock_, findingsDock_}) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    addDockWidget(Qt::BottomDockWidgetArea, editorDock_);
    addDockWidget(Qt::RightDockWidgetArea, pictureDock_);
    splitDockWidget(pictureDock_, findingsDock_, Qt::Vertical);
    for (QDockWidget* dock : {editorDock_, pictureDock_, findingsDock_})
        dock->show();
}

// The picture has the film's shape, as far as the findings leave room for it.
void WorkArea::shareRoom() {
    if (isMoved_ || !isVisible()) return;
    const QScopedValueRollback placing(isPlacing_, true);
    const QSize room = contentsRect().size();
    const int right = std::max(scaled(kLeastRight),
                               static_cast<int>(std::lround((room.width() - kGap) * kRightShare)));
    const int wanted =
        static_cast<int>(std::lround((right - 2) / picture_->shape())) + picture_->heightAround();
    const int most = room.height() - kGap - scaled(kLeastFindings);
    const int high = std::clamp(wanted, 0, std::max(0, most));
    const int more = room.width() < scaled(kNarrow) ? scaled(kMoreHeight) : 0;
    const int mostTexts = static_cast<int>(std::lround(room.height() * kMostTexts));
    const int texts = std::min(scaled(kEditorHeight) + more, mostTexts);
    resizeDocks({pictureDock_, findingsDock_}, {right, right}, Qt::Horizontal);
    resizeDocks({pictureDock_, findingsDock_}, {high, room.height() - kGap - high}, Qt::Vertical);
    resizeDocks({editorDock_}, {texts}, Qt::Vertical);
}

void WorkArea::showProgress() {
    const int rows = session_.cues.rowCount();
    int both = 0;
    for (int row = 0; row < rows; ++row) {
        const CuePair& linked = session_.cues.row(row).linked;
        both += linked.first && linked.second ? 1 : 0;
    }
    cuesPanel_->setDetail(counted(rows));
    progress_->setProgress(both, rows);
}

void WorkArea::showEditor() {
    editorDock_->show();
    editorDock_->raise();
}

QList<QAction*> WorkArea::switches() const {
    return {editorDock_->toggleViewAction(),
            pictureDock_->toggleViewAction(),
            findingsDock_->toggleViewAction()};
}

void WorkArea::noteMove() {
    if (!isPlacing_) isMoved_ = true;
}

bool WorkArea::isAsDesigned() const {
    const auto isClosed = [](const QDockWidget* dock) { return dock->isHidden(); };
    const QList<QDockWidget*> docks{editorDock_, pictureDock_, findingsDock_};
    return !isMoved_ && std::none_of(docks.begin(), docks.end(), isClosed);
}

QByteArray WorkArea::arrangement() const {
    if (!wanted_.isEmpty()) return wanted_;
    if (!isVisible()) return kept_;
    return currentArrangement();
}

QByteArray WorkArea::currentArrangement() const {
    return isAsDesigned() ? QByteArray() : sealed(saveState(kVersion));
}

void WorkArea::restoreArrangement(const QByteArray& arrangement) {
    wanted_ = arrangement;
    if (isVisible()) takeArrangement();
}

void WorkArea::takeArrangement() {
    if (wanted_.isEmpty()) return shareRoom();
    const std::optional<QByteArray> wanted = unsealed(std::exchange(wanted_, {}));
    const QScopedValueRollback placing(isPlacing_, true);
    isMoved_ = wanted && restoreState(*wanted, kVersion);
    if (!isMoved_) resetArrangement();
}

void WorkArea::resetArrangement() {
    isMoved_ = false;
    wanted_.clear();
    kept_.clear();
    hiddenFloats_.clear();
    placeDocks();
    shareRoom();
}

// What this window takes itself and not one of its parts is the dragging of an edge between docks.
bool WorkArea::event(QEvent* event) {
    const bool isTaken = QMainWindow::event(event);
    if (isTaken && event->type() == QEvent::MouseButtonPress) noteMove();
    return isTaken;
}

void WorkArea::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    shareRoom();
}

// Sizes are known once the window has laid out its page.
void WorkArea::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (event->spontaneous()) return;
    for (QDockWidget* dock : std::exchange(hiddenFloats_, {}))
        dock->show();
    QTimer::singleShot(0, this, &WorkArea::takeArrangement);
}

// Docks that float are windows of their own and would stay where their page goes.
void WorkArea::hideEvent(QHideEvent* event) {
    if (!event->spontaneous()) {
        kept_ = currentArrangement();
        for (QDockWidget* dock : {editorDock_, pictureDock_, findingsDock_}) {
            if (!dock->isFloating() || dock->isHidden()) continue;
            hiddenFloats_ << dock;
            dock->hide();
        }
    }
    QMainWindow::hideEvent(event);
}

}  // namespace subs::editor
