// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/letter_keys.h>

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QWidget>

#include <string_view>

namespace subs::editor {

namespace {

// The letters of a US keyboard from the key codes of X and Wayland (evdev codes and 8): three rows,
// each without a gap.
struct KeyRow {
    quint32 first;
    std::string_view letters;
};
constexpr KeyRow kRows[] = {{24, "QWERTYUIOP[]"}, {38, "ASDFGHJKL"}, {52, "ZXCVBNM"}};

int letterAt(quint32 scanCode) {
    for (const KeyRow& row : kRows)
        if (scanCode >= row.first && scanCode < row.first + row.letters.size())
            return row.letters[scanCode - row.first];
    return 0;
}

bool isForeignLetter(int key) {
    return key > 0x7F && key < Qt::Key_Escape;
}

}  // namespace

QKeyCombination keyByPlace(const QKeyEvent& event) {
    int key = event.key();
    if (const int letter = letterAt(event.nativeScanCode());
        letter != 0 && (isForeignLetter(key) || key == 0))
        key = letter;
    return QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key));
}

void LetterKeys::add(const QString& keys, QAction& action) {
    for (const QString& key : keys.split(QStringLiteral("; "), Qt::SkipEmptyParts))
        actions_.insert(QKeySequence(key)[0].toCombined(), &action);
}

void LetterKeys::installOn(QWidget& widget) {
    widget.installEventFilter(this);
}

bool LetterKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    QAction* action = actions_.value(keyByPlace(static_cast<QKeyEvent&>(*event)).toCombined());
    if (!action) return QObject::eventFilter(watched, event);
    action->trigger();  // Does nothing where it is disabled, and then the key does nothing either.
    return true;
}

}  // namespace subs::editor
