// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>
#include <subs/time/time.h>

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <optional>
#include <vector>

namespace subs::session {

class Workspace;

/// What one column of a waveform shows.
struct SoundColumn {
    Peak peak;
    bool isThere = false;  ///< False where a part of it is not known yet: to be hatched.
};

/// A film's sound as something to look at, made in the background: what is looked at first, then
/// the rest. Nothing here blocks or decodes: what is known is answered at once.
class FilmSound : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Lets go of the film that is open and begins with `path`; an empty one only lets go.
    virtual void open(const QString& path) = 0;
    /// Looks at another part of the sound from now on, until another film is open: that begins with
    /// `SoundChannel::Dialogue`.
    virtual void setChannel(SoundChannel channel) = 0;
    /// As it was asked for.
    virtual SoundChannel channel() const = 0;
    /// Those that the film's sound has; none until it is open.
    virtual std::vector<SoundChannel> channels() const = 0;
    /// This is looked at now, in `columns` columns, and made before all else.
    virtual void wish(Stretch stretch, int columns) = 0;
    /// True while what was wished for is still being made, as exactly as it will be.
    virtual bool isReading() const = 0;

    /// Nothing until the film's sound is open, and where it has none.
    virtual std::optional<SoundFacts> facts() const = 0;
    /// How much of it is known, from 0 to 1.
    virtual double share() const = 0;
    /// True while more of it will be known.
    virtual bool isGrowing() const = 0;
    /// `count` columns of equal width, from bins of 5 ms; where columns are narrower, from the
    /// samples themselves as soon as those that were wished for are read. Empty where the stretch
    /// is, or no film is open.
    virtual std::vector<SoundColumn> waveform(Stretch stretch, int count) const = 0;
    /// The same of a spectrogram, grey values: 0 is -90 dB and less, 255 a sine at full scale; low
    /// frequencies at the bottom, in equal steps of mel from 80 Hz to 8 kHz. What is not known yet
    /// is 0. A null image where `waveform` is empty.
    virtual QImage spectrogram(Stretch stretch, int count) const = 0;

signals:
    /// More is known, or another film is open. Some times a second at most.
    void changed();
};

/// Keeps `sound` on the workspace's film.
void connectSound(Workspace& workspace, FilmSound& sound);

}  // namespace subs::session
