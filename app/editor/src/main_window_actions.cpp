// SPDX-License-Identifier: GPL-3.0-or-later
// Actions made of their table, and the menus and bars that show them.
#include <subs/editor/action_button.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/letter_keys.h>
#include <subs/editor/main_window.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/theme.h>
#include <subs/session/settings.h>

#include "action_table.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QToolBar>

namespace subs::editor {

using namespace session;

namespace {

QString plainText(const QAction& action) {
    return action.text().remove(u'&').remove(u'…');
}

// " (Ctrl+O)", or the plain key where there is no other.
QString shownKey(const QAction& action, const char* letters) {
    const QKeySequence key = action.shortcut();
    const QString text = key.isEmpty()
                             ? QString::fromLatin1(letters).section(QStringLiteral("; "), 0, 0)
                             : key.toString(QKeySequence::NativeText);
    return text.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(text);
}

}  // namespace

void MainWindow::buildActions() {
    letters_ = new LetterKeys(this);
    for (const ActionSpec& spec : actionTable()) {
        auto* made = new QAction(tr(spec.text), this);
        made->setObjectName(QString::fromLatin1(spec.id));
        QList<QKeySequence> keys;
        for (const QString& key :
             QString::fromLatin1(spec.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts))
            keys << QKeySequence(key);
        made->setShortcuts(keys);
        letters_->add(QString::fromLatin1(spec.letters), *made);
        made->setIconText(*spec.brief ? tr(spec.brief) : plainText(*made));
        made->setToolTip(plainText(*made) + shownKey(*made, spec.letters));
        connect(made, &QAction::triggered, this, spec.run);
        addAction(made);
        actions_.insert(made->objectName(), made);
    }
    action(QStringLiteral("linked-times"))->setCheckable(true);
    tintActions();
    letters_->installOn(*table_);
    letters_->installOn(findings_->list());
    letters_->installOn(picture_->view());
    auto* picture = new LetterKeys(this);
    picture->add(QStringLiteral("Up"), *action(QStringLiteral("previous-cue")));
    picture->add(QStringLiteral("Down"), *action(QStringLiteral("next-cue")));
    picture->add(QStringLiteral("Home"), *action(QStringLiteral("to-in")));
    picture->add(QStringLiteral("End"), *action(QStringLiteral("to-out")));
    picture->installOn(picture_->view());
}

void MainWindow::tintActions() {
    const Colors& colors = Colors::of(palette());
    for (const ActionSpec& spec : actionTable())
        if (*spec.icon)
            actions_.value(QLatin1String(spec.id))
                ->setIcon(icon(QString::fromLatin1(spec.icon), colors));
}

void MainWindow::buildMenus() {
    const auto fill = [this](QMenu& menu, const QString& ids) {
        for (const QString& id : ids.split(u' '))
            id == QLatin1String("-") ? menu.addSeparator() : (menu.addAction(action(id)), nullptr);
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(*file, QStringLiteral("open"));
    recentMenu_ = file->addMenu(tr("Open &Recent"));
    fill(*file, QStringLiteral("- save save-first-as save-second-as - close quit"));
    fill(*menuBar()->addMenu(tr("&Edit")), QStringLiteral("undo redo - write"));
    fill(*menuBar()->addMenu(tr("&Cue")),
         QStringLiteral("previous-cue next-cue accept - insert-cue delete-cue"));
    fill(*menuBar()->addMenu(tr("&Timing")),
         QStringLiteral("set-in set-out - to-in to-out - linked-times"));
    fill(*menuBar()->addMenu(tr("&Media")),
         QStringLiteral("play-cue play - step-back step-on ten-back ten-on"));
    fill(*menuBar()->addMenu(tr("C&heck")), QStringLiteral("next-finding previous-finding"));
    QMenu* view = menuBar()->addMenu(tr("&View"));
    buildThemeMenu(*view->addMenu(tr("&Theme")));
    view->addSeparator();
    fill(*view, QStringLiteral("next-part previous-part"));
    fill(*menuBar()->addMenu(tr("&Help")), QStringLiteral("keys about"));
    fillRecentMenu();
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
    for (const QString& id :
         QStringLiteral(
             "open save - undo redo - set-in set-out linked-times - insert-cue delete-cue - "
             "next-finding")
             .split(u' '))
        id == QLatin1String("-") ? bar->addSeparator() : (bar->addAction(action(id)), nullptr);
    for (const QString& id :
         {QStringLiteral("step-back"), QStringLiteral("play"), QStringLiteral("step-on")})
        picture_->addTransport(*action(id), TransportText::Hidden);
    picture_->addTransport(*action(QStringLiteral("play-cue")), TransportText::Shown);
    editor_->addToStrip(new ActionButton(*action(QStringLiteral("accept")), ButtonRank::Primary));
}

// The keys, read from the table itself.
void MainWindow::showKeys() {
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Keys"));
    auto* grid = new QGridLayout(&dialog);
    grid->setHorizontalSpacing(20);
    const std::span<const ActionSpec> table = actionTable();
    const int half = static_cast<int>(table.size() + 1) / 2;
    for (int i = 0; i < static_cast<int>(table.size()); ++i) {
        const ActionSpec& spec = table[static_cast<std::size_t>(i)];
        QStringList keys =
            QString::fromLatin1(spec.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts);
        keys << QString::fromLatin1(spec.letters).split(QStringLiteral("; "), Qt::SkipEmptyParts);
        if (keys.isEmpty()) continue;
        const int column = i < half ? 0 : 2;
        grid->addWidget(
            makeLabel(keys.join(QStringLiteral(", ")), interfaceFont(TextSize::Small), "key"),
            i % half,
            column,
            Qt::AlignLeft);
        grid->addWidget(makeLabel(plainText(*actions_.value(QLatin1String(spec.id))),
                                  interfaceFont(TextSize::Normal),
                                  "text"),
                        i % half,
                        column + 1);
    }
    grid->addWidget(
        makeLabel(
            tr("Plain letters work while table, picture or findings have the focus, by the place of the key."),
            interfaceFont(TextSize::Secondary),
            "secondary"),
        half,
        0,
        1,
        4);
    dialog.exec();
}

}  // namespace subs::editor
