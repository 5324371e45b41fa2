// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>
#include <subs/time/timecode.h>

#include "timing/shot_files/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace subs::shot_files {
namespace {

/// A line of an edit decision list in the form CMX 3600: number, reel, channels, kind of transition
/// (with its frames where it is none but a cut), source in and out, record in and out.
struct Event {
    std::uint32_t line = 0;
    bool isPicture = false;
    bool isBlack = false;  ///< Its reel is "BL".
    char kind = 'C';       ///< C: cut, D: dissolve, W: wipe; keys (K) lie over the picture.
    std::int64_t length = 0;
    std::string_view recordIn;
    std::string_view recordOut;
};

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words;
    for (line = trimmed(line); !line.empty(); line = trimmed(line)) {
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

bool isTimecode(std::string_view word) {
    return word.size() >= 11 && std::ranges::count_if(word, [](char c) {
                                    return c == ':' || c == ';' || c == '.';
                                }) == 3;
}

/// "V", "V1", "AA/V", "B" (both): picture; "A", "A2", "AA", "NONE": none.
bool holdsPicture(std::string_view channels) {
    return channels == "B" || channels.find('V') != std::string_view::npos;
}

/// A line that begins with a number and ends with four time codes; others are comments and effects.
std::optional<Event> eventIn(std::string_view line, std::uint32_t number) {
    const std::vector<std::string_view> words = wordsOf(line);
    if (words.size() < 8 || words[0].find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    const std::size_t times = words.size() - 4;
    if (!std::all_of(words.begin() + static_cast<std::ptrdiff_t>(times), words.end(), isTimecode))
        return std::nullopt;
    Event event{number,
                holdsPicture(words[2]),
                words[1] == "BL",
                words[3].front(),
                0,
                words[times + 2],
                words[times + 3]};
    if (times > 4) event.length = frameNumberIn(words[times - 1]).value_or(0);
    return event;
}

bool recognises(std::string_view text) {
    bool isTitled = false;
    for (LineReader lines(text); lines.next() && lines.number() < 40;) {
        if (eventIn(lines.line(), 0)) return true;
        isTitled =
            isTitled || lines.line().starts_with("TITLE:") || lines.line().starts_with("FCM:");
    }
    return isTitled;
}

/// Where an event is recorded, in frames from the time code 00:00:00:00.
struct Recorded {
    Event event;
    std::int64_t in = 0;
    std::int64_t out = 0;
};

/// Reads time codes, by the frame count mode that was told last.
class EventReader {
public:
    EventReader(ShotReading& reading, FrameRate rate) : reading_(reading), rate_(rate) {}

    void take(std::string_view line, std::uint32_t number) {
        if (trimmed(line).starts_with("FCM:")) isDrop_ = line.find("NON") == std::string_view::npos;
        const auto event = eventIn(line, number);
        if (!event || !event->isPicture || event->kind == 'K') return;
        const auto in = frameOf(event->recordIn);
        const auto out = frameOf(event->recordOut);
        if (in && out && in->number <= out->number)
            recorded_.push_back({*event, in->number, out->number});
        else
            reading_.warn(
                number,
                "shots.bad-line",
                "the time codes of this event cannot be read at this rate, or it ends before it begins; left out");
    }

    std::vector<Recorded> inOrder() {
        std::ranges::stable_sort(recorded_, {}, &Recorded::in);
        return std::move(recorded_);
    }

private:
    std::optional<Frame> frameOf(std::string_view timecode) const {
        const bool isDrop =
            rate_.allowsDropFrame() && (isDrop_ || timecode.find(';') != std::string_view::npos);
        const auto frame = parseTimecode(timecode, rate_, isDrop ? DropFrame::Yes : DropFrame::No);
        return frame ? std::optional(*frame) : std::nullopt;
    }

    ShotReading& reading_;
    FrameRate rate_;
    bool isDrop_ = false;
    std::vector<Recorded> recorded_;
};

/// What events change in the picture.
class Changes {
public:
    Changes(ShotReading& reading, std::int64_t start) : reading_(reading), start_(start) {}

    void take(const Recorded& recorded) {
        // A dissolve is told by two lines; the first, of no length, only says what it comes from.
        const Event& event = recorded.event;
        if (hasBegun_ && recorded.in > end_) {
            reading_.cut(end_ - start_);
            isBlack_ = true;
        }
        const bool isLonger = event.kind != 'C' && event.length > 0;
        if (isLonger)
            addTransition(recorded);
        else if (recorded.out > recorded.in && hasBegun_)
            reading_.cut(recorded.in - start_);
        isBlack_ = event.isBlack;
        end_ = hasBegun_ ? std::max(end_, recorded.out) : recorded.out;
        hasBegun_ = true;
    }

private:
    void addTransition(const Recorded& recorded) {
        const Event& event = recorded.event;
        if (event.kind == 'W')
            reading_.warn(event.line, "shots.wipe", "this is a wipe; it is taken as a dissolve");
        TransitionKind kind = TransitionKind::Dissolve;
        if (isBlack_ && !event.isBlack) kind = TransitionKind::FadeIn;
        if (!isBlack_ && event.isBlack) kind = TransitionKind::FadeOut;
        const std::int64_t from = recorded.in - start_;
        reading_.shots.transitions.push_back({kind, {from}, {from + event.length - 1}});
    }

    ShotReading& reading_;
    std::int64_t start_;
    bool hasBegun_ = false;
    std::int64_t end_ = 0;  ///< Where what was recorded so far ends.
    bool isBlack_ = false;  ///< It ends with black.
};

Result<void> read(std::string_view text, ShotReading& reading) {
    const auto rate = rateFor(reading.options);
    if (!rate) return tl::unexpected(rate.error());
    EventReader events(reading, *rate);
    for (LineReader lines(text); lines.next();)
        events.take(lines.line(), lines.number());
    const std::vector<Recorded> recorded = events.inOrder();
    if (recorded.empty()) return {};
    const std::int64_t start = reading.options.edlStart.value_or(Frame{recorded.front().in}).number;
    Changes changes(reading, start);
    for (const Recorded& each : recorded)
        changes.take(each);
    return {};
}

}  // namespace

const ShotFileReader kEdlReader = {{"edl", "EDL (CMX 3600)"}, recognises, read};

}  // namespace subs::shot_files
