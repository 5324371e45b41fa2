// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/timing/shot_list.h>

#include <QtCore/QObject>
#include <QtCore/QString>

namespace subs::session {

/// Where a person's work on the shots of films is kept between two runs. Nothing here blocks, but
/// the end, which waits until all is written.
class ShotStore : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Lets go of the film that is open and looks up what was kept of `film`; an empty one only
    /// lets go.
    virtual void open(const QString& film) = 0;
    /// Keeps `work` as that of the film that is open, in place of what was kept of it. Not before
    /// `opened`.
    virtual void keep(const ShotList& work) = 0;

signals:
    /// What was kept of the film that is open, or nothing yet. `problem` is empty or a plain
    /// sentence, without its capital and full stop: why what was kept is not there.
    void opened(const subs::ShotList& work, const QString& problem);
    /// The last `keep` is done, or it is not, and `problem` says why.
    void kept(const QString& problem);
};

}  // namespace subs::session
