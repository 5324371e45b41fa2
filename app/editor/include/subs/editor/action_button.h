// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPushButton>

#include <cstdint>

class QAction;

namespace subs::editor {

enum class ButtonRank : std::uint8_t { Plain, Primary };

/// A button that is an action: its text with its first key, its icon, whether it can be used.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    ActionButton(QAction& action, ButtonRank rank, QWidget* parent = nullptr);

private:
    void takeAction();

    QAction& action_;
};

}  // namespace subs::editor
