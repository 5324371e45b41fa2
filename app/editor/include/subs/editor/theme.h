// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/colors.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>

class QApplication;
class QDBusVariant;

namespace subs::editor {

/// The style sheet of the interface in the colours of `colors`.
QString styleSheetOf(const Colors& colors);

/// Gives the application its style, palette and fonts. Follows the system's preference (the
/// settings portal of the desktop; where there is none, whether the palette that Qt started with is
/// dark) unless a shade is fixed. Widgets learn of a change by their palette.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication& application);

    /// A fixed shade, or nothing to follow the system.
    void fix(std::optional<Shade> shade);
    std::optional<Shade> fixed() const { return fixed_; }
    Shade shade() const { return fixed_.value_or(system_); }

signals:
    void changed();

private slots:
    void onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void watchPortal();
    void takeSystem(uint colorScheme);
    void apply();

    QApplication& application_;
    std::optional<Shade> fixed_;
    std::optional<Shade> applied_;
    Shade system_;
};

}  // namespace subs::editor
