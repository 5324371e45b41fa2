// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/actions.h>
#include <subs/editor/commands.h>
#include <subs/editor/icons.h>
#include <subs/editor/letter_keys.h>

#include <QtGui/QAction>
#include <QtGui/QPalette>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolBar>

namespace subs::editor {

namespace {

QStringList listed(const char* keys) {
    return QString::fromLatin1(keys).split(QStringLiteral("; "), Qt::SkipEmptyParts);
}

// " (Ctrl+O)", or the plain key where there is no other.
QString shownKey(const QAction& action, const char* letters) {
    const QKeySequence key = action.shortcut();
    const QString text =
        key.isEmpty() ? listed(letters).value(0) : key.toString(QKeySequence::NativeText);
    return text.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(text);
}

}  // namespace

Actions::Actions(Commands& commands, QWidget& window)
    : QObject(&window), letters_(new LetterKeys(this)) {
    for (const ActionSpec& spec : actionTable()) {
        QAction* action = made(spec, window);
        letters_->add(QString::fromLatin1(spec.letters), *action);
        connect(action, &QAction::triggered, &commands, spec.run);
        window.addAction(action);
        actions_.insert(action->objectName(), action);
    }
    for (const char* const name : {"linked-times", "play-again", "other-players", "opengl"})
        (*this)[name].setCheckable(true);
}

QAction* Actions::made(const ActionSpec& spec, QWidget& window) const {
    auto* action = new QAction(Commands::tr(spec.text), &window);
    action->setObjectName(QString::fromLatin1(spec.id));
    QList<QKeySequence> keys;
    for (const QString& key : listed(spec.keys))
        keys << QKeySequence(key);
    action->setShortcuts(keys);
    action->setIconText(*spec.brief ? Commands::tr(spec.brief) : plainText(*action));
    action->setToolTip(plainText(*action) + shownKey(*action, spec.letters));
    return action;
}

QString Actions::plainText(const QAction& action) {
    return action.text().remove(u'&').remove(u'…');
}

void Actions::fill(QMenu& menu, const char* ids) const {
    for (const QString& id : QString::fromLatin1(ids).split(u' '))
        id == QLatin1String("-") ? menu.addSeparator() : (menu.addAction(find(id)), nullptr);
}

void Actions::fill(QToolBar& bar, const char* ids) const {
    for (const QString& id : QString::fromLatin1(ids).split(u' '))
        id == QLatin1String("-") ? bar.addSeparator() : (bar.addAction(find(id)), nullptr);
}

void Actions::enable(const char* ids, bool on) const {
    for (const QString& id : QString::fromLatin1(ids).split(u' '))
        find(id)->setEnabled(on);
}

void Actions::tint(const QPalette& palette) const {
    const Colors& colors = Colors::of(palette);
    for (const ActionSpec& spec : actionTable())
        if (*spec.icon)
            actions_.value(QLatin1String(spec.id))
                ->setIcon(icon(QString::fromLatin1(spec.icon), colors));
}

void Actions::installLetters(QWidget& part) {
    letters_->installOn(part);
}

void Actions::installPictureLetters(QWidget& picture) {
    installLetters(picture);
    auto* more = new LetterKeys(this);
    more->add(QStringLiteral("Up"), (*this)["previous-cue"]);
    more->add(QStringLiteral("Down"), (*this)["next-cue"]);
    more->add(QStringLiteral("Home"), (*this)["to-in"]);
    more->add(QStringLiteral("End"), (*this)["to-out"]);
    more->installOn(picture);
}

}  // namespace subs::editor
