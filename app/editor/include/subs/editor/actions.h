// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <span>

class QAction;
class QMenu;
class QPalette;
class QToolBar;
class QWidget;

namespace subs::editor {

class Commands;
class LetterKeys;

/// One thing that a person can do.
struct ActionSpec {
    const char* id;
    const char* text;     ///< In menus; "&" before the letter that chooses it.
    const char* keys;     ///< Anywhere in the window, separated by "; "; the first one is shown.
    const char* letters;  ///< Plain keys while table, picture or findings have the focus.
    const char* icon;     ///< Of resources/icons; empty for none.
    const char* brief;    ///< On buttons; empty: the text.
    void (Commands::*run)();
};

/// The table of everything that can be done, in action_table.cpp; constant data.
std::span<const ActionSpec> actionTable();

/// The actions of a window, made of that table.
class Actions : public QObject {
    Q_OBJECT

public:
    /// They act on `commands`, and their keys work in `window`.
    Actions(Commands& commands, QWidget& window);

    /// By its id; null where there is none.
    QAction* find(const QString& id) const { return actions_.value(id); }
    QAction& operator[](const char* id) const { return *actions_.value(QLatin1String(id)); }
    /// What an action is called outside of menus.
    static QString plainText(const QAction& action);

    /// `ids` are separated by spaces, "-" for a line between them.
    void fill(QMenu& menu, const char* ids) const;
    void fill(QToolBar& bar, const char* ids) const;
    void enable(const char* ids, bool on) const;
    /// Draws the icons in the palette's colours.
    void tint(const QPalette& palette) const;
    /// Plain keys on a part of the window where nobody types.
    void installLetters(QWidget& part);
    /// Plain keys on the picture, where the table's arrows go from cue to cue.
    void installPictureLetters(QWidget& picture);

private:
    QAction* made(const ActionSpec& spec, QWidget& window) const;

    QHash<QString, QAction*> actions_;
    LetterKeys* letters_;
};

}  // namespace subs::editor
