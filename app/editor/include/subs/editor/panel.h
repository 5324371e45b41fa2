// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/lock.h>

#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>

class QHBoxLayout;
class QVBoxLayout;

namespace subs::editor {

class ElidedLabel;
class IconLabel;

/// A part of the window: a strip with its title, and a body under it.
class Panel : public QFrame {
    Q_OBJECT

public:
    explicit Panel(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// What stands beside the title in secondary text.
    void setDetail(const QString& detail);
    /// A lock beside the title, for what cannot be changed.
    void setLock(Lock lock);
    int stripHeight() const;
    /// The strip as a widget of its own, to be the title of a dock that holds the rest.
    QWidget& takeStrip();
    /// Adds to the right end of the strip.
    void addToStrip(QWidget* widget);
    /// Adds below what the body holds so far.
    void addToBody(QWidget* widget, int stretch = 0);

private:
    QWidget* stripWidget_;
    QLabel* title_;
    ElidedLabel* detail_;
    IconLabel* lock_;
    QHBoxLayout* strip_;
    QVBoxLayout* body_;
};

/// A label whose colour the style sheet gives by `tone` ("text", "secondary", "error", "fits",
/// "accent").
QLabel* makeLabel(const QString& text,
                  const QFont& font,
                  const char* tone,
                  QWidget* parent = nullptr);

}  // namespace subs::editor
