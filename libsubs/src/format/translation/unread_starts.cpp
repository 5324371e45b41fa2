// SPDX-License-Identifier: MIT
#include "format/translation/unread_starts.h"

#include "format/translation/cue_reader.h"

#include <string>
#include <utility>

namespace subs::translation {
namespace {

class StartFinder final : public CueReader {
public:
    using CueReader::CueReader;

    std::vector<UnreadStart> takeStarts() { return std::move(starts_); }

private:
    void take(ReadCue read, const TranslationFile&) override {
        if (!read.isStartRead) starts_.push_back({read.cue.piece.index, read.cue.start});
    }

    std::vector<UnreadStart> starts_;
};

}  // namespace

std::vector<UnreadStart> unreadStartsIn(std::string_view text, std::string_view language) {
    StartFinder finder(text);
    TranslationFile file;
    file.wanted = language;
    readUnits(text, finder, file);
    return finder.takeStarts();
}

}  // namespace subs::translation
