// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/change.h>
#include <subs/qc/check.h>
#include <subs/session/checks.h>
#include <subs/session/side.h>

#include <QtCore/QtGlobal>

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace subs::session {

/// What the worker is to check: a whole track, or what a change to it touches.
struct CheckJob {
    struct Whole {
        std::optional<Profile> profile;
        std::shared_ptr<const Document> document;
        std::optional<FrameTimeline> timeline;
        std::optional<double> aspect;  ///< Of the film's picture.
    };

    Side side = Side::First;
    quint64 generation =
        0;  ///< Of the whole track; changes carry that of the track they belong to.
    std::optional<Whole> whole;
    Change change;
};

/// The findings of `cues`, or of `all`.
struct CheckAnswer {
    Side side = Side::First;
    quint64 generation = 0;
    bool isWhole = false;
    std::vector<CueId> cues;
    std::vector<Finding> findings;
    FindingsByCue all;      ///< Of a whole track.
    std::size_t count = 0;  ///< How many findings `all` holds.
};

/// A thread that keeps copies of both tracks, follows their changes and checks them. Each job gets
/// one answer, in their order. Jobs and answers pass through one mutex.
class CheckWorker {
public:
    /// `notify` is called in the worker's thread when answers have come and none were waiting.
    explicit CheckWorker(std::function<void()> notify);
    ~CheckWorker();

    void add(CheckJob job);
    std::vector<CheckAnswer> takeAnswers();

private:
    /// A track as the worker knows it.
    struct Copy {
        Document document;
        std::optional<FrameTimeline> timeline;
        std::optional<Checker> checker;
    };

    void run(const std::stop_token& stop);
    void answer(CheckAnswer answer);
    bool isStale(const CheckJob& job);
    CheckAnswer done(const CheckJob& job);
    void checkWhole(const CheckJob::Whole& whole, Copy& copy, CheckAnswer& answer);
    void checkChange(const Change& change, Copy& copy, CheckAnswer& answer);

    std::function<void()> notify_;
    std::array<Copy, 2> copies_;  ///< The worker's alone.
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<CheckJob> jobs_;
    std::vector<CheckAnswer> answers_;
    std::jthread thread_;
};

}  // namespace subs::session
