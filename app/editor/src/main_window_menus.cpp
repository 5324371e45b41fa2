// SPDX-License-Identifier: GPL-3.0-or-later
// The menus and bars of MainWindow.
#include <subs/editor/action_button.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/fonts.h>
#include <subs/editor/main_window.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/sound_channel_menu.h>
#include <subs/editor/theme.h>
#include <subs/editor/timeline_dock.h>
#include <subs/session/settings.h>

#include <QtCore/QFileInfo>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QToolBar>

namespace subs::editor {

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    actions_->fill(*file, "open");
    recentMenu_ = file->addMenu(tr("Open &Recent"));
    actions_->fill(*file, "- save save-first-as save-second-as - close quit");
    actions_->fill(*menuBar()->addMenu(tr("&Edit")), "undo redo - write");
    actions_->fill(*menuBar()->addMenu(tr("&Cue")),
                   "previous-cue next-cue accept - insert-cue delete-cue");
    actions_->fill(*menuBar()->addMenu(tr("&Timing")),
                   "set-in set-out - to-in to-out - linked-times");
    actions_->fill(
        *menuBar()->addMenu(tr("&Media")),
        "play-cue play-before play-after play-first play-last - play play-again slower faster - step-back step-on ten-back ten-on previous-cut next-cut - find-shots read-shots write-shots - toggle-cut cut-earlier cut-later");
    actions_->fill(*menuBar()->addMenu(tr("C&heck")), "next-finding previous-finding");
    buildViewMenu();
    actions_->fill(*menuBar()->addMenu(tr("&Help")), "keys about");
    fillRecentMenu();
}

void MainWindow::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(area_->switches());
    view->addAction(timeline_->toggleViewAction());
    actions_->fill(*view, "reset-layout - zoom-in zoom-out -");
    actions_->fill(*view, "other-players opengl");
    view->addMenu(new SoundChannelMenu(session_.sound, view));
    buildThemeMenu(*view->addMenu(tr("T&heme")));
    actions_->fill(*view, "- next-part previous-part");
}

void MainWindow::buildThemeMenu(QMenu& menu) {
    themes_ = new QActionGroup(this);
    const auto add = [&](const QString& text, session::Theme theme) {
        QAction* choice = menu.addAction(text);
        choice->setCheckable(true);
        choice->setChecked(session_.settings.theme() == theme);
        themes_->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, theme] {
            session_.settings.setTheme(theme);
            session_.theme.fix(theme == session::Theme::System  ? std::optional<Shade>()
                               : theme == session::Theme::Light ? Shade::Light
                                                                : Shade::Dark);
        });
    };
    add(tr("Follow the &System"), session::Theme::System);
    add(tr("&Light"), session::Theme::Light);
    add(tr("&Dark"), session::Theme::Dark);
}

void MainWindow::buildToolBar() {
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({scaled(20), scaled(16)});
    actions_->fill(*bar,
                   "open save - undo redo - set-in set-out linked-times - insert-cue delete-cue - "
                   "next-finding");
    for (const char* id : {"step-back", "play", "step-on"})
        picture().addTransport((*actions_)[id], TransportText::Hidden);
    picture().addTransport((*actions_)["play-cue"], TransportText::Shown);
    editor().addToStrip(new ActionButton((*actions_)["accept"], ButtonRank::Primary));
}

void MainWindow::fillRecentMenu() {
    recentMenu_->clear();
    for (const QStringList& files : session_.settings.recentFiles()) {
        QStringList names;
        for (const QString& file : files)
            names << QFileInfo(file).fileName();
        recentMenu_->addAction(names.join(QStringLiteral(", ")).replace(u'&', QStringLiteral("&&")),
                               files_,
                               [this, files] { files_->open(files); });
    }
    recentMenu_->setEnabled(!recentMenu_->isEmpty());
}

}  // namespace subs::editor
