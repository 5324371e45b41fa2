// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of MainWindow are put together.
#include <subs/editor/action_button.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/elided_label.h>
#include <subs/editor/film_column.h>
#include <subs/editor/film_messages.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/main_window.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/progress_meter.h>
#include <subs/editor/saved_state.h>
#include <subs/editor/start_page.h>
#include <subs/session/checks.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>

#include <QtGui/QUndoStack>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QVBoxLayout>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kGap = 6;
constexpr int kEditorHeight = 228;
constexpr int kStatusHeight = 24;
constexpr int kLeastFilm = 28;
constexpr int kLeastWidth = 1180;
constexpr int kLeastHeight = 720;

QSplitter* splitter(Qt::Orientation orientation) {
    auto* split = new QSplitter(orientation);
    split->setHandleWidth(kGap);
    split->setChildrenCollapsible(false);
    return split;
}

}  // namespace

void MainWindow::buildCentre(const QStringList& sample) {
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    problems_ = new ProblemArea;
    column->addWidget(problems_);
    pages_ = new QStackedWidget;
    start_ = new StartPage(session_.settings, sample);
    pages_->addWidget(start_);
    pages_->addWidget(buildWork());
    column->addWidget(pages_, 1);
    setCentralWidget(centre);
    files_ = new FileFlow(session_, *problems_, *this);
    films_ = new FilmMessages(session_, *problems_, this);
    saved_ = new SavedState(session_.workspace, this);
}

QWidget* MainWindow::buildWork() {
    table_ = new CueTableView;
    table_->setModel(&session_.cues);
    cuesPanel_ = new Panel(tr("Cues"));
    progress_ = new ProgressMeter;
    cuesPanel_->addToStrip(progress_);
    cuesPanel_->addToBody(table_, 1);
    editor_ = new CueEditor(session_);
    picture_ = new PicturePanel(session_);
    findings_ = new FindingsPanel(session_);
    down_ = splitter(Qt::Vertical);
    down_->addWidget(cuesPanel_);
    down_->addWidget(editor_);
    down_->setStretchFactor(0, 1);
    down_->setStretchFactor(1, 0);
    down_->setSizes({scaled(10000), scaled(kEditorHeight)});
    across_ = splitter(Qt::Horizontal);
    across_->addWidget(down_);
    across_->addWidget(new FilmColumn(*picture_, *findings_));
    across_->setStretchFactor(0, 59);
    across_->setStretchFactor(1, 41);
    auto* work = new QWidget;
    auto* around = new QVBoxLayout(work);
    around->setContentsMargins(kGap, kGap, kGap, kGap);
    around->addWidget(across_);
    return work;
}

void MainWindow::buildStatusBar() {
    QStatusBar* bar = statusBar();
    bar->setSizeGripEnabled(false);
    bar->setAccessibleName(tr("Status"));
    const auto make = [] {
        auto* label = new ElidedLabel(interfaceFont(TextSize::Secondary), "secondary");
        label->setContentsMargins(8, 0, 8, 0);
        return label;
    };
    for (ElidedLabel** label : {&savedLabel_, &placeLabel_, &findingLabel_, &filmLabel_}) {
        *label = make();
        (*label)->setProperty("divided", *label != savedLabel_);
        bar->addWidget(*label);
    }
    // The short ones stay whole, and most films' names.
    filmLabel_->setLeastLetters(kLeastFilm);
    for (ElidedLabel* label : {savedLabel_, placeLabel_})
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    bar->setMinimumHeight(scaled(kStatusHeight));
    rulesLabel_ = make();
    bar->addPermanentWidget(rulesLabel_);
}

void MainWindow::connectSession() {
    Workspace& workspace = session_.workspace;
    connect(&workspace, &Workspace::trackReplaced, this, &MainWindow::showDocument);
    connect(&workspace, &Workspace::filmPathChanged, films_, &FilmMessages::clear);
    connect(&workspace, &Workspace::filmPathChanged, this, &MainWindow::showDocument);
    connect(&workspace, &Workspace::timelineChanged, this, &MainWindow::onFilmKnown);
    connect(&workspace, &Workspace::stateChanged, this, &MainWindow::updateTitle);
    connect(&workspace, &Workspace::stateChanged, editor_, &CueEditor::refresh);
    connect(&workspace, &Workspace::linkedTimesChanged, this, &MainWindow::updateActions);
    connect(&workspace, &Workspace::edited, this, &MainWindow::onEdited);
    connect(&workspace.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(&session_.checks, &Checks::finished, this, [this] { soon_.start(); });
    connect(&session_.settings, &Settings::recentFilesChanged, this, &MainWindow::fillRecentMenu);
    connectFilm();
    connectFiles();
}

void MainWindow::connectFilm() {
    const auto choose = [this] { files_->chooseAndOpen(FileFilter::Films); };
    connect(&session_.player, &Player::stateChanged, this, &MainWindow::updateActions);
    connect(&session_.player, &Player::opened, this, &MainWindow::onFilmKnown);
    connect(films_, &FilmMessages::filmWanted, this, choose);
    connect(films_, &FilmMessages::cueWanted, this, &MainWindow::goToPair);
    connect(picture_, &PicturePanel::filmWanted, this, choose);
    connect(picture_, &PicturePanel::stateTextChanged, this, &MainWindow::updateStatus);
}

void MainWindow::connectFiles() {
    connect(files_, &FileFlow::readingChanged, this, &MainWindow::showReading);
    connect(files_, &FileFlow::saved, this, [this](Side side) {
        saved_->noteSaved(side, QTime::currentTime());
        updateTitle();
    });
    connect(findings_, &FindingsPanel::chosen, this, &MainWindow::goToRow);
    connect(start_, &StartPage::openRequested, files_, &FileFlow::open);
    connect(start_, &StartPage::chooseRequested, this, [this](FileKind kind) {
        files_->chooseAndOpen(kind == FileKind::Film ? FileFilter::Films : FileFilter::Subtitles);
    });
}

void MainWindow::connectTable() {
    connect(table_->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &MainWindow::onRowChanged);
    connect(table_, &CueTableView::cueChosen, this, &MainWindow::writeText);
    connect(editor_, &CueEditor::refused, this, &MainWindow::refuse);
    for (const auto signal :
         {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved})
        connect(&session_.cues, signal, this, &MainWindow::onRowsMove);
    connect(
        &session_.cues, &QAbstractItemModel::modelAboutToBeReset, this, &MainWindow::onRowsMove);
    connect(&session_.cues, &CueTableModel::filled, this, [this] { soon_.start(); });
    connect(&session_.cues,
            &QAbstractItemModel::dataChanged,
            this,
            [this](const QModelIndex& from, const QModelIndex& to) {
                const int row = editor_->row();
                if (!rowsMove_ && from.row() <= row && row <= to.row()) editor_->refresh();
            });
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, [this] {
        restoreRow();
        editor_->refresh();
        showProgress();
        updateStatus();
        updateActions();
    });
    setTabOrder(table_, &editor_->box(Side::First));
    setTabOrder(&editor_->box(Side::First), &editor_->box(Side::Second));
    setTabOrder(&editor_->box(Side::Second), &picture_->view());
}

void MainWindow::restoreWindow() {
    setMinimumSize(kLeastWidth, kLeastHeight);
    const QByteArray geometry = session_.settings.windowGeometry();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(scaled(1600), scaled(1000));
}

}  // namespace subs::editor
