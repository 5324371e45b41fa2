// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/sound_output.h>

#include "played_sound.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace subs::editor {

/// What became of a request to play.
struct SoundReady {
    std::uint64_t generation = 0;
    std::optional<Error> error;  ///< There is no sound to play.
};

/// A thread that decodes sound ahead of its being played, into a ring of one second. The newest
/// request wins.
class SoundWorker {
public:
    /// `notify` is called in the worker's thread when an answer waits.
    explicit SoundWorker(std::function<void()> notify);
    ~SoundWorker();

    /// The file that is played from now on; an empty path: none.
    void open(std::string path);
    /// Begins to decode `stretch`. Answered with the generation once there is something to play.
    std::uint64_t play(const PlayStretch& stretch);
    /// Nothing is decoded any more; what is in the ring goes.
    void halt();
    std::optional<SoundReady> takeAnswer();

    /// What was decoded, for the output, in any thread. Silence after the end of the stretch; fewer
    /// samples than asked where decoding has not come so far.
    std::size_t read(std::span<float> samples);

    static constexpr SoundFormat kFormat{};

private:
    struct Request {
        std::uint64_t generation = 0;
        PlayStretch stretch;
    };

    void run(const std::stop_token& stop);
    void openFile(const std::string& path);
    void begin(const Request& request);
    void decodeMore();
    bool hasWork() const;
    void answer(SoundReady ready);

    std::function<void()> notify_;
    std::optional<PlayedSound> sound_;  ///< The worker's alone, as are the next two.
    std::optional<Error> openError_;
    std::vector<float> chunk_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<std::string> path_;  ///< Still to be opened.
    std::optional<Request> request_;   ///< Still to be begun.
    std::optional<SoundReady> answer_;
    std::uint64_t generation_ = 0;  ///< Of the last request; 0 while halted.
    std::uint64_t lastGeneration_ = 0;
    std::uint64_t playing_ = 0;  ///< The generation that the ring holds.
    bool isAnswered_ = false;
    bool isAtEnd_ = false;
    std::vector<float> ring_;
    std::size_t readAt_ = 0;
    std::size_t filled_ = 0;
    std::jthread thread_;
};

}  // namespace subs::editor
