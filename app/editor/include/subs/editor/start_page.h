// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <cstdint>

class QVBoxLayout;

namespace subs::session {
class Settings;
}

namespace subs::editor {

class Panel;

/// What a slot of the start page is for.
enum class FileKind : std::uint8_t { Film, Khmer, English };

/// What is shown before anything is open: three places to drop or choose a file, the sample, what
/// was open before, keys.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(session::Settings& settings, const QStringList& sample, QWidget* parent = nullptr);

signals:
    void chooseRequested(subs::editor::FileKind kind);
    void openRequested(const QStringList& files);

private:
    QWidget* makeSlots();
    QWidget* makeSide(const QStringList& sample);
    QWidget* makeSample(const QStringList& sample);
    QWidget* makeKeys();
    void fillRecent();

    session::Settings& settings_;
    QWidget* recent_ = nullptr;
    Panel* recentPanel_ = nullptr;
};

}  // namespace subs::editor
