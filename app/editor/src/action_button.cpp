// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/action_button.h>
#include <subs/editor/fonts.h>

#include <QtGui/QAction>

namespace subs::editor {

ActionButton::ActionButton(QAction& action, ButtonRank rank, QWidget* parent)
    : QPushButton(parent), action_(action) {
    setProperty("slim", true);
    setProperty("primary", rank == ButtonRank::Primary);
    setFont(interfaceFont(TextSize::Secondary));
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QPushButton::clicked, &action_, &QAction::trigger);
    connect(&action_, &QAction::changed, this, &ActionButton::takeAction);
    takeAction();
}

void ActionButton::takeAction() {
    const QString name = action_.iconText();
    const QKeySequence key = action_.shortcuts().value(0);
    setText(key.isEmpty() ? name
                          : name + QStringLiteral("  ") + key.toString(QKeySequence::NativeText));
    setToolTip(action_.toolTip());
    setAccessibleName(name);
    setEnabled(action_.isEnabled());
}

}  // namespace subs::editor
