// SPDX-License-Identifier: MIT
#include "format/scc/moved_lines.h"

#include <subs/time/largest_time.h>

#include "format/in_place.h"
#include "format/scc/reader.h"
#include "format/scc/unread.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace subs::scc {
namespace {

/// How the captions of a file were moved.
class Move {
public:
    Move(const Document& document, const SccFile& file, const Program& program)
        : cues_(document.cues), captions_(file.captions), edges_(program.edges()) {}

    /// By how many frames; nothing where something else was done.
    std::optional<std::int64_t> frames() const {
        if (captions_.empty() || cues_.size() != captions_.size()) return std::nullopt;
        for (std::size_t i = 0; i < cues_.size(); ++i)
            if (!isOfFile(i)) return std::nullopt;
        const std::int64_t by = startOf(0) - captions_[0].begin;
        return isByOneTime() || isByOneCount(by) ? std::optional(by) : std::nullopt;
    }

private:
    /// In a document for a new file (format/in_place.h) no cue has a place.
    bool isOfFile(std::size_t i) const {
        const Cue& cue = cues_[i];
        return cue.piece.has() && cue.end && !isTooLarge(cue.start) && !isTooLarge(*cue.end) &&
               saysSame(cue, captions_[i]);
    }

    std::int64_t startOf(std::size_t i) const {
        return edges_.unclampedFrameOf(cues_[i].start, Edge::Start);
    }

    bool isByOneTime() const {
        const Time by = cues_[0].start - cueOf(captions_[0]).start;
        for (std::size_t i = 0; i < cues_.size(); ++i) {
            const Cue read = cueOf(captions_[i]);
            if (cues_[i].start != read.start + by || *cues_[i].end != *read.end + by) return false;
        }
        return true;
    }

    bool isByOneCount(std::int64_t by) const {
        if (by == 0) return false;
        for (std::size_t i = 0; i < cues_.size(); ++i)
            if (startOf(i) != captions_[i].begin + by || !isEndBy(i, by)) return false;
        return true;
    }

    /// The end of a caption that nothing erases is for show: it need not be on a frame.
    bool isEndBy(std::size_t i, std::int64_t by) const {
        const Cue& cue = cues_[i];
        if (captions_[i].end)
            return edges_.unclampedFrameOf(*cue.end, Edge::End) == *captions_[i].end + by;
        const Time more = *cue.end - cue.start - kUnerased;
        const Time frame = edges_.timeOf(1) - edges_.timeOf(0);
        return more < frame && more > -frame;
    }

    const std::vector<Cue>& cues_;
    const std::vector<Caption>& captions_;
    const FrameEdges& edges_;
};

/// Puts `code` in place of the one that the line at `begin` of `text` begins with; what parts its
/// numbers stays.
void putCode(std::string& text, std::size_t begin, const TimeCode& code) {
    std::size_t at = text.find_first_not_of(" \t", begin);
    for (const std::uint8_t number : code) {
        text[at] = static_cast<char>('0' + number / 10);
        text[at + 1] = static_cast<char>('0' + number % 10);
        at += 3;
    }
}

tl::unexpected<Error> refusal(std::size_t line, std::string_view where, const std::string& code) {
    return tl::unexpected(
        inPlaceRefusal(fmt::format("line {} would be sent {} {}", numberOf(line), where, code)));
}

}  // namespace

Result<std::optional<std::string>> movedFile(const Document& document,
                                             const SccFile& file,
                                             const Program& program) {
    const auto by = Move(document, file, program).frames();
    if (!by) return std::optional<std::string>();
    std::string text = document.origin->text;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const FileLine& line = file.lines[i];
        if (line.kind != FileLine::Kind::Data || *by == 0) continue;
        const TimeCodes codes = codesFor(line.drop);
        const Frame last = codes.last();
        if (line.frame + *by < 0) {
            if (file.isSimple) return std::optional<std::string>();
            return refusal(i, "before", codes.textOf(Frame{0}));
        }
        const std::int64_t lastOfLine = std::max(line.frame, line.behind - 1);
        if (lastOfLine + *by > last.number) return refusal(i, "beyond", codes.textOf(last));
        putCode(text, line.begin, codes.codeOf(Frame{line.frame + *by}));
    }
    return std::optional(std::move(text));
}

}  // namespace subs::scc
