// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/elided_label.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icon_label.h>
#include <subs/editor/meters.h>
#include <subs/editor/track_editor.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace subs::editor {

/// The language's name on its tint.
class TrackEditor::Chip final : public QWidget {
public:
    Chip() { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

    void setLanguage(const QString& tag, const QString& name) {
        tag_ = tag;
        name_ = name;
        updateGeometry();
        update();
    }
    QSize sizeHint() const override {
        return {QFontMetrics(font()).horizontalAdvance(name_) + 14, scaled(20)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& colors = Colors::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.languageTint(tag_));
        painter.drawRoundedRect(rect(), 3, 3);
        painter.setPen(colors.language(tag_));
        painter.drawText(rect(), Qt::AlignCenter, name_);
    }

private:
    QString tag_;
    QString name_;
};

TrackEditor::TrackEditor(QWidget* parent)
    : QWidget(parent),
      chip_(new Chip),
      lock_(new IconLabel(QStringLiteral("lock"), ColorRole::Secondary)),
      role_(new ElidedLabel(interfaceFont(TextSize::Normal), "secondary")),
      speed_(new SpeedMeter),
      box_(new CueEdit),
      verdict_(new VerdictLine) {
    chip_->setFont(interfaceFont(TextSize::Normal, Weight::Bold));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(chip_);
    head->addWidget(lock_);
    head->addWidget(role_);
    head->addStretch(1);
    head->addWidget(speed_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(box_, 1);
    column->addWidget(verdict_);
}

void TrackEditor::setLanguage(const QString& tag, const QString& name, const QString& role) {
    chip_->setLanguage(tag, name);
    role_->setFullText(role);
    box_->setLanguage(tag, name);
}

void TrackEditor::setLock(Lock lock) {
    lock_->setVisible(lock == Lock::On);
    box_->setLock(lock);
}

void TrackEditor::setSpeed(const SpeedReading& speed) {
    speed_->setSpeed(speed, box_->language());
}

void TrackEditor::setVerdict(const Verdict& verdict) {
    verdict_->setVerdict(verdict);
}

}  // namespace subs::editor
