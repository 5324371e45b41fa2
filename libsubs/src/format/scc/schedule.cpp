// SPDX-License-Identifier: MIT
#include "format/scc/schedule.h"

#include <algorithm>

namespace subs::scc {
namespace {

std::int64_t sizeOf(const Unit& unit) {
    return static_cast<std::int64_t>(unit.size());
}

}  // namespace

void Schedule::erase(std::int64_t frame) {
    erasure_ = std::max(frame, free_);
}

void Schedule::send(std::int64_t frame, const Unit& unit) {
    for (const Pair& pair : unit)
        sent_.push_back({frame++, pair});
}

bool Schedule::isHole(std::int64_t begin, std::int64_t size) const {
    return erasure_ && begin < *erasure_ + kCode && begin + size > *erasure_;
}

/// Where each unit is sent so that the last ends at `end`.
std::vector<std::int64_t> Schedule::backwards(std::int64_t end,
                                              const std::vector<Unit>& load) const {
    std::vector<std::int64_t> frames(load.size());
    for (std::size_t i = load.size(); i-- > 0;) {
        end -= sizeOf(load[i]);
        if (isHole(end, sizeOf(load[i]))) end = *erasure_ - sizeOf(load[i]);
        frames[i] = end;
    }
    return frames;
}

std::vector<std::int64_t> Schedule::forwards(const std::vector<Unit>& load) const {
    std::vector<std::int64_t> frames(load.size());
    std::int64_t at = free_;
    for (std::size_t i = 0; i < load.size(); ++i) {
        if (isHole(at, sizeOf(load[i]))) at = *erasure_ + kCode;
        frames[i] = at;
        at += sizeOf(load[i]);
    }
    return frames;
}

std::int64_t Schedule::show(std::int64_t begin, const std::vector<Unit>& load) {
    if (erasure_ && *erasure_ + kCode > begin) erasure_.reset();
    std::vector<std::int64_t> frames = backwards(begin, load);
    if (!frames.empty() && frames.front() < free_) {
        frames = forwards(load);
        begin = std::max(begin, frames.back() + sizeOf(load.back()));
        if (isHole(begin, kCode)) begin = *erasure_ + kCode;
    }
    for (std::size_t i = 0; i < load.size(); ++i)
        send(frames[i], load[i]);
    takenOff_ = erasure_.value_or(begin);
    if (erasure_) send(*erasure_, twice(pairOf(Command::EraseDisplayed)));
    erasure_.reset();
    send(begin, twice(pairOf(Command::EndOfCaption)));
    free_ = begin + kCode;
    return begin;
}

void Schedule::finish() {
    if (!erasure_) return;
    send(*erasure_, twice(pairOf(Command::EraseDisplayed)));
    free_ = *erasure_ + kCode;
    erasure_.reset();
}

std::optional<std::int64_t> Schedule::begin() const {
    if (sent_.empty()) return std::nullopt;
    return std::ranges::min_element(sent_, {}, &Sent::frame)->frame;
}

std::string Schedule::takeLines(const TimeCodes& codes, std::string_view newline) {
    std::string text;
    SentLines lines(text, codes, newline);
    takeInto(lines);
    lines.finish();
    return text;
}

void Schedule::takeInto(SentLines& lines) {
    std::ranges::sort(sent_, {}, &Sent::frame);
    for (const Sent& one : sent_)
        lines.add(one.frame, one.pair);
    sent_.clear();
}

}  // namespace subs::scc
