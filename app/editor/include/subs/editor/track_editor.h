// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/cue_edit.h>
#include <subs/editor/panel.h>

#include <QtWidgets/QWidget>

#include <optional>

namespace subs::editor {

/// How fast a cue is read, beside its limit.
struct SpeedReading {
    QString number;  ///< "7.6", empty for no cue.
    QString unit;    ///< "cl/s"
    std::optional<double> limit;
    double share = -1;  ///< Of the limit; below 0 for none.
};

/// The worst finding of a cue's text, or that there is none.
struct Verdict {
    int severity = -1;  ///< As `FindingSeverityRole`.
    QString text;
};

class ElidedLabel;
class IconLabel;
class SpeedMeter;
class VerdictLine;

/// One language's half of the edit panel: its name, its speed, the box, and what the checks say.
class TrackEditor : public QWidget {
    Q_OBJECT

public:
    explicit TrackEditor(QWidget* parent = nullptr);

    CueEdit& box() { return *box_; }
    /// `role` is said beside the name: "source", "target".
    void setLanguage(const QString& tag, const QString& name, const QString& role);
    /// A lock beside the name, and none of the box's keys edit.
    void setLock(Lock lock);
    void setSpeed(const SpeedReading& speed);
    void setVerdict(const Verdict& verdict);

private:
    class Chip;
    Chip* chip_;
    IconLabel* lock_;
    ElidedLabel* role_;
    SpeedMeter* speed_;
    CueEdit* box_;
    VerdictLine* verdict_;
};

}  // namespace subs::editor
