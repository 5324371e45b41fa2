// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/timing/shots.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <cstdint>

namespace subs::session {

enum class ShotsState : std::uint8_t {
    Unknown,  ///< Nobody has looked for them, or not to the end.
    Finding,
    Found,
    Failed,  ///< They cannot be found; the problem says why.
};

/// Where the film is cut, dissolves and fades. Finding that out decodes all of it, so that it is
/// done when a person asks for it, in the background; what was found before is there at once.
/// Nothing here blocks.
class ShotSearch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Lets go of the film that is open and takes up what is known of `path`; an empty one only
    /// lets go.
    virtual void open(const QString& path) = 0;
    /// Looks for the shots of the film that is open; does nothing where they are known or looked
    /// for already.
    virtual void find() = 0;
    /// Gives the search up; what it has found stays until the film is let go.
    virtual void stop() = 0;

    virtual ShotsState state() const = 0;
    /// What is certain so far. While a search goes on it reaches as far as that.
    virtual const Shots& shots() const = 0;
    /// How much of the film was looked at, from 0 to 1.
    virtual double share() const = 0;
    /// Why they cannot be found: a plain sentence, without its capital and full stop.
    virtual QString problem() const = 0;

signals:
    /// More is known, or the state is another. Some times a second at most.
    void changed();
};

}  // namespace subs::session
