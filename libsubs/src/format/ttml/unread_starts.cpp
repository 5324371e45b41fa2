// SPDX-License-Identifier: MIT
#include "format/ttml/unread_starts.h"

#include "format/ttml/bad_times.h"
#include "format/ttml/cue_reader.h"

#include <utility>

namespace subs::ttml {
namespace {

class StartFinder final : public CueReader {
public:
    using CueReader::CueReader;

    std::vector<UnreadStart> takeStarts() { return std::move(starts_); }

private:
    void take(ReadCue read, const Head&) override {
        if (isStartUnread(read.paragraph, read.element))
            starts_.push_back({read.cue.piece.index, read.cue.start});
    }

    std::vector<UnreadStart> starts_;
};

}  // namespace

std::vector<UnreadStart> unreadStartsIn(std::string_view text) {
    StartFinder finder(text);
    Head head;
    readContent(text, finder, head);
    return finder.takeStarts();
}

}  // namespace subs::ttml
