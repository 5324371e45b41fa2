// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QKeyCombination>
#include <QtCore/QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace subs::editor {

/// Plain keys (letters, arrows, Space) that are commands while a widget that takes no text has the
/// focus. Letters go by the place of the key, so that they work under a Khmer layout too. (As
/// shortcuts of the window they would take Space from buttons.)
class LetterKeys : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `keys` as in QKeySequence, separated by "; ".
    void add(const QString& keys, QAction& action);
    /// Listens on `widget`.
    void installOn(QWidget& widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QHash<int, QAction*> actions_;
};

/// The key that `event` is on a US layout, by its place where its letter is not Latin.
QKeyCombination keyByPlace(const QKeyEvent& event);

}  // namespace subs::editor
