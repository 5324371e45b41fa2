// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/film_sound.h>

#include <QtWidgets/QMenu>

class QActionGroup;

namespace subs::editor {

/// Which part of a film's sound the timeline shows: dialogue, all channels, or one of those that
/// the film has. Greyed out where there is nothing to choose.
class SoundChannelMenu : public QMenu {
    Q_OBJECT

public:
    /// `sound` is borrowed.
    explicit SoundChannelMenu(session::FilmSound& sound, QWidget* parent = nullptr);

private:
    void take();
    void add(SoundChannel channel);

    session::FilmSound& sound_;
    QActionGroup* choices_;
    std::vector<SoundChannel> shown_;
};

}  // namespace subs::editor
