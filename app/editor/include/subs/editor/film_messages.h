// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/problem_area.h>
#include <subs/editor/session.h>
#include <subs/session/player.h>
#include <subs/session/workspace.h>

#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace subs::editor {

/// What the player tells a person, as strips: each kind with what can be done about it.
class FilmMessages : public QObject {
    Q_OBJECT

public:
    FilmMessages(const Session& session, ProblemArea& problems, QObject* parent);

    /// Another film: what was said of the last one goes.
    void clear();

signals:
    /// The person wants another film.
    void filmWanted();
    /// The person wants to see this cue.
    void cueWanted(const subs::session::CuePair& cue);

private:
    void take(const session::PlayerMessage& message);
    void tellStart();
    void tellFont(const session::PlayerMessage& message);
    session::CuePair firstIn(const QStringList& fonts) const;

    Session session_;
    ProblemArea& problems_;
    QStringList fonts_;  ///< Asked for and not here.
    QStringList shown_;  ///< What is shown in their place.
};

}  // namespace subs::editor
