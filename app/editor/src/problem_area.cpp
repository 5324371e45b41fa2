// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icon_label.h>
#include <subs/editor/icons.h>
#include <subs/editor/panel.h>
#include <subs/editor/problem_area.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace subs::editor {

namespace {

const char* kindName(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::Remark:
            return "remark";
        case ProblemKind::Problem:
            return "problem";
        case ProblemKind::Failure:
            break;
    }
    return "failure";
}

// An icon and its colour, told apart by shape.
IconLabel* iconOf(ProblemKind kind) {
    constexpr ColorRole kRoles[] = {ColorRole::Accent, ColorRole::Warning, ColorRole::Error};
    const int severity = static_cast<int>(kind);
    return new IconLabel(severityIcon(severity), kRoles[severity]);
}

}  // namespace

QString asSentence(const QString& message) {
    if (message.isEmpty()) return message;
    const QString text = message.front().toUpper() + message.mid(1);
    return text.endsWith(u'.') ? text : text + u'.';
}

ProblemArea::ProblemArea(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    setAccessibleName(tr("Problems"));
    hide();
}

void ProblemArea::show(const Problem& problem) {
    clear(problem.id);
    auto* strip = new QWidget;
    strip->setObjectName(problem.id);
    strip->setAttribute(Qt::WA_StyledBackground);
    strip->setProperty("strip", QString::fromLatin1(kindName(problem.kind)));
    strip->setAccessibleName(problem.text);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(iconOf(problem.kind));
    QLabel* text = makeLabel(problem.text, interfaceFont(TextSize::Normal), "text");
    text->setObjectName(QStringLiteral("text"));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(text, 1);
    addButtons(strip, problem);
    layout_->addWidget(strip);
    setVisible(true);
}

void ProblemArea::addButtons(QWidget* strip, const Problem& problem) {
    const auto add = [&](const QString& text, std::function<void()> run) {
        auto* button = new QPushButton(text);
        button->setProperty("slim", true);
        connect(button, &QPushButton::clicked, this, [id = problem.id, run = std::move(run), this] {
            const auto task = run;
            clear(id);
            if (task) task();
        });
        strip->layout()->addWidget(button);
    };
    for (const ProblemAction& action : problem.actions)
        add(action.text, action.run);
    if (problem.kind != ProblemKind::Failure) add(tr("Close"), nullptr);
}

void ProblemArea::clear(const QString& id) {
    if (QWidget* strip = find(id)) {
        layout_->removeWidget(strip);
        strip->hide();
        strip->deleteLater();
    }
    setVisible(layout_->count() > 0);
}

QWidget* ProblemArea::find(const QString& id) const {
    for (int i = 0; i < layout_->count(); ++i)
        if (QWidget* strip = layout_->itemAt(i)->widget(); strip && strip->objectName() == id)
            return strip;
    return nullptr;
}

QStringList ProblemArea::texts() const {
    QStringList texts;
    for (int i = 0; i < layout_->count(); ++i)
        texts << layout_->itemAt(i)->widget()->findChild<QLabel*>(QStringLiteral("text"))->text();
    return texts;
}

}  // namespace subs::editor
