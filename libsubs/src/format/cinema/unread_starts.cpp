// SPDX-License-Identifier: MIT
#include "format/cinema/unread_starts.h"

#include "format/cinema/cue_reader.h"

#include <utility>

namespace subs::cinema {
namespace {

class StartFinder final : public CueReader {
public:
    using CueReader::CueReader;

    std::vector<UnreadStart> takeStarts() { return std::move(starts_); }

private:
    void take(ReadCue read, const Reel&) override {
        if (!read.spot.in) starts_.push_back({read.cue.piece.index, read.cue.start});
    }

    std::vector<UnreadStart> starts_;
};

}  // namespace

std::vector<UnreadStart> unreadStartsIn(std::string_view text) {
    StartFinder finder(text);
    Reel reel;
    readSpots(text, finder, reel);
    return finder.takeStarts();
}

}  // namespace subs::cinema
