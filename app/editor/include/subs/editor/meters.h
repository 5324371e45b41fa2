// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/track_editor.h>

#include <QtWidgets/QWidget>

namespace subs::editor {

/// "7.6 of 12 cl/s" and a bar.
class SpeedMeter : public QWidget {
    Q_OBJECT

public:
    explicit SpeedMeter(QWidget* parent = nullptr);
    void setSpeed(const SpeedReading& speed, const QString& languageTag);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SpeedReading speed_;
    QString tag_;
};

/// An icon told apart by shape and a sentence; elided where it is too long, whole in the tool tip.
class VerdictLine : public QWidget {
    Q_OBJECT

public:
    explicit VerdictLine(QWidget* parent = nullptr);
    void setVerdict(const Verdict& verdict);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Verdict verdict_;
};

}  // namespace subs::editor
