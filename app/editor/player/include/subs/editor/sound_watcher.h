// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/film_cache.h>
#include <subs/session/background.h>
#include <subs/session/film_sound.h>

#include <memory>
#include <optional>
#include <string>

namespace subs::editor {

/// Looks through a film's sound in one worker; in another one it reads the samples that are looked
/// at closer than that. What was found out is kept in `cache`, whole or as far as it came, and
/// taken up from there the next time.
class SoundWatcher : public session::FilmSound {
    Q_OBJECT

public:
    explicit SoundWatcher(std::optional<media::FilmCache> cache = {}, QObject* parent = nullptr);
    ~SoundWatcher() override;

    void open(const QString& path) override;
    void setChannel(SoundChannel channel) override;
    SoundChannel channel() const override { return channel_; }
    std::vector<SoundChannel> channels() const override;
    void wish(Stretch stretch, int columns) override;
    bool isReading() const override;
    std::optional<SoundFacts> facts() const override;
    double share() const override;
    bool isGrowing() const override;
    std::vector<session::SoundColumn> waveform(Stretch stretch, int count) const override;
    QImage spectrogram(Stretch stretch, int count) const override;

private:
    struct Heard;

    void begin();
    void readLine(Stretch stretch);
    void tell(Heard& heard);
    Q_INVOKABLE void deliver();

    std::optional<media::FilmCache> cache_;
    std::string path_;
    SoundChannel channel_ = SoundChannel::Dialogue;
    std::shared_ptr<Heard> heard_;  ///< Of the film that is open; shared with the workers.
    session::Background worker_;    ///< The last two, so that they end first.
    session::Background closeUps_;
};

}  // namespace subs::editor
