// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound_worker.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace subs::editor {
namespace {

/// One second, and what is decoded at a time and before playing begins.
constexpr std::size_t kRing = std::size_t{48000} * 2;
constexpr std::size_t kChunk = std::size_t{4096} * 2;
constexpr std::size_t kReady = kRing / 4;

}  // namespace

SoundWorker::SoundWorker(std::function<void()> notify)
    : notify_(std::move(notify)),
      chunk_(kChunk),
      ring_(kRing),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

SoundWorker::~SoundWorker() {
    thread_.request_stop();
    thread_.join();
}

void SoundWorker::open(std::string path) {
    halt();
    {
        const std::lock_guard lock(mutex_);
        path_ = std::move(path);
    }
    changed_.notify_one();
}

std::uint64_t SoundWorker::play(const PlayStretch& stretch) {
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        generation = generation_ = ++lastGeneration_;
        request_ = Request{generation, stretch};
        filled_ = 0;
        answer_.reset();
    }
    changed_.notify_one();
    return generation;
}

void SoundWorker::halt() {
    const std::lock_guard lock(mutex_);
    request_.reset();
    answer_.reset();
    generation_ = 0;
    filled_ = 0;
}

std::optional<SoundReady> SoundWorker::takeAnswer() {
    const std::lock_guard lock(mutex_);
    return std::exchange(answer_, std::nullopt);
}

std::size_t SoundWorker::read(std::span<float> samples) {
    std::size_t count = 0;
    {
        const std::lock_guard lock(mutex_);
        count = std::min(samples.size(), filled_);
        for (std::size_t i = 0; i < count; ++i)
            samples[i] = ring_[(readAt_ + i) % kRing];
        readAt_ = (readAt_ + count) % kRing;
        filled_ -= count;
        if (isAtEnd_ && playing_ == generation_) {
            std::fill(samples.begin() + static_cast<std::ptrdiff_t>(count), samples.end(), 0.0F);
            count = samples.size();
        }
    }
    changed_.notify_one();
    return count;
}

/// True where there is something to do; with the mutex held.
bool SoundWorker::hasWork() const {
    if (path_ || request_) return true;
    return generation_ != 0 && playing_ == generation_ && !isAtEnd_ && filled_ + kChunk <= kRing;
}

void SoundWorker::run(const std::stop_token& stop) {
    while (true) {
        std::optional<std::string> path;
        std::optional<Request> request;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return hasWork(); })) return;
            if (stop.stop_requested()) return;
            path = std::exchange(path_, std::nullopt);
            if (!path) request = std::exchange(request_, std::nullopt);
        }
        if (path) {
            openFile(*path);
        } else if (request) {
            begin(*request);
        } else {
            decodeMore();
        }
    }
}

void SoundWorker::openFile(const std::string& path) {
    sound_.reset();
    openError_.reset();
    if (path.empty()) return;
    auto opened =
        media::Audio::open(std::filesystem::path(path), kFormat.sampleRate, kFormat.channels);
    if (opened) {
        sound_.emplace(std::move(*opened));
    } else {
        openError_ = opened.error();
    }
}

void SoundWorker::begin(const Request& request) {
    std::optional<Error> error = openError_;
    if (!sound_ && !error) error = Error{"media.no-audio", "no film is open"};
    if (sound_) {
        if (const auto done = sound_->begin(request.stretch); !done) error = done.error();
    }
    if (error) return answer({request.generation, std::move(error)});
    const std::lock_guard lock(mutex_);
    playing_ = request.generation;
    isAnswered_ = false;
    isAtEnd_ = false;
    filled_ = 0;
}

void SoundWorker::decodeMore() {
    const std::size_t count = sound_->read(chunk_);
    bool isReady = false;
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        if (playing_ != generation_) return;
        for (std::size_t i = 0; i < count; ++i)
            ring_[(readAt_ + filled_ + i) % kRing] = chunk_[i];
        filled_ += count;
        isAtEnd_ = count < chunk_.size();
        isReady = !isAnswered_ && (filled_ >= kReady || isAtEnd_);
        isAnswered_ = isAnswered_ || isReady;
        generation = playing_;
    }
    if (isReady) answer({generation, std::nullopt});
}

void SoundWorker::answer(SoundReady ready) {
    {
        const std::lock_guard lock(mutex_);
        if (ready.generation != generation_) return;
        answer_ = std::move(ready);
    }
    notify_();
}

}  // namespace subs::editor
