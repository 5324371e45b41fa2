// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_worker.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace subs::session {
namespace {

/// A stretch of time in which an edit can change gaps and overlaps.
struct Stretch {
    Time from;
    Time to;
};

std::optional<Stretch> stretchOf(const CueChange& step) {
    if (step.before && step.after && step.before->start == step.after->start &&
        step.before->end == step.after->end)
        return std::nullopt;
    const Cue& one = step.before ? *step.before : *step.after;
    const Cue& other = step.after ? *step.after : *step.before;
    return Stretch{std::min(one.start, other.start),
                   std::max({one.start,
                             other.start,
                             one.end.value_or(one.start),
                             other.end.value_or(other.start)})};
}

/// The places of the cues that begin in `stretch`, and of the first that begins after it.
void addPlaces(const Document& document, const Stretch& stretch, std::set<std::size_t>& places) {
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Time start = document.cues[i].start;
        if (start < stretch.from || document.cues[i].kind != CueKind::Dialogue) continue;
        if (start <= stretch.to) {
            places.insert(i);
        } else if (!next || start < document.cues[*next].start) {
            next = i;
        }
    }
    if (next) places.insert(*next);
}

/// The places in `document` of the cues whose findings `change`, which was just done, can have
/// changed.
std::set<std::size_t> touchedPlaces(const Document& document, const Change& change) {
    std::set<std::size_t> places;
    for (const CueChange& step : change.steps) {
        if (const auto stretch = stretchOf(step)) addPlaces(document, *stretch, places);
        if (step.after)
            if (const auto place = indexOf(document, step.after->id)) places.insert(*place);
    }
    return places;
}

}  // namespace

CheckWorker::CheckWorker(std::function<void()> notify)
    : notify_(std::move(notify)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

CheckWorker::~CheckWorker() {
    thread_.request_stop();
    thread_.join();
}

void CheckWorker::add(CheckJob job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
}

std::vector<CheckAnswer> CheckWorker::takeAnswers() {
    const std::lock_guard lock(mutex_);
    return std::exchange(answers_, {});
}

void CheckWorker::run(const std::stop_token& stop) {
    while (true) {
        CheckJob job;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
            if (stop.stop_requested()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        answer(isStale(job) ? CheckAnswer{job.side, job.generation, false, {}, {}, {}, 0}
                            : done(job));
    }
}

/// True where the whole track is going to be checked anew anyway.
bool CheckWorker::isStale(const CheckJob& job) {
    const std::lock_guard lock(mutex_);
    return std::any_of(jobs_.begin(), jobs_.end(), [&](const CheckJob& later) {
        return later.whole && later.side == job.side;
    });
}

void CheckWorker::answer(CheckAnswer answer) {
    bool isFirst = false;
    {
        const std::lock_guard lock(mutex_);
        isFirst = answers_.empty();
        answers_.push_back(std::move(answer));
    }
    if (isFirst) notify_();
}

CheckAnswer CheckWorker::done(const CheckJob& job) {
    CheckAnswer answer{job.side, job.generation, job.whole.has_value(), {}, {}, {}, 0};
    Copy& copy = copies_[placeOf(job.side)];
    if (job.whole) {
        checkWhole(*job.whole, copy, answer);
    } else {
        checkChange(job.change, copy, answer);
    }
    return answer;
}

void CheckWorker::checkWhole(const CheckJob::Whole& whole, Copy& copy, CheckAnswer& answer) {
    copy.checker.reset();
    copy.document = *whole.document;
    copy.timeline = whole.timeline;
    if (!whole.profile) return;
    copy.checker.emplace(*whole.profile,
                         CheckOptions{copy.timeline ? &*copy.timeline : nullptr, whole.aspect});
    std::vector<Finding> found = copy.checker->check(copy.document);
    answer.count = found.size();
    for (Finding& finding : found)
        answer.all[finding.cue.value].push_back(std::move(finding));
}

void CheckWorker::checkChange(const Change& change, Copy& copy, CheckAnswer& answer) {
    apply(change, copy.document);
    for (const CueChange& step : change.steps)
        if (step.before) answer.cues.push_back(step.before->id);
    for (const std::size_t place : touchedPlaces(copy.document, change)) {
        answer.cues.push_back(copy.document.cues[place].id);
        if (!copy.checker) continue;
        std::vector<Finding> found = copy.checker->checkCue(copy.document, place);
        std::move(found.begin(), found.end(), std::back_inserter(answer.findings));
    }
    std::sort(answer.cues.begin(), answer.cues.end());
    answer.cues.erase(std::unique(answer.cues.begin(), answer.cues.end()), answer.cues.end());
}

}  // namespace subs::session
