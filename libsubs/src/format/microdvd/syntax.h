// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/cue_syntax.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::microdvd {

/// The line of a file that says how many frames there are a second, and shows nothing:
/// "{1}{1}23.976".
struct Header {
    FrameRate rate;
    std::string_view line;  ///< Without blanks around it; a view of the file.
};

/// The header of `file`: before the first cue. As FFmpeg's microdvddec has it both frames are 0 or
/// 1, or there is no second one, blanks may stand before the rate and words such as "fps" behind
/// it. But for "{1}{1}" the rate is between 3 and 100: what else a cue says is a text.
std::optional<Header> headerOf(std::string_view file);

/// Lines "{first}{last}text": a cue is seen on all frames from the first to the last, both
/// included.
class Syntax final : public lines::CueSyntax {
public:
    /// Without `frames` no time is known: cues are found, but nothing is read or written anew.
    /// `header` is the header's line in the file, or empty.
    Syntax(const FormatInfo& info, std::optional<FrameTimeline> frames, std::string_view header);

    std::optional<lines::CueLayout> cueAt(std::string_view text) const override;
    CueText textOf(std::string_view body) const override;
    void appendBody(std::string& out, const lines::BodyContext& context) const override;
    bool isKnown(std::string_view line) const override;
    /// A line "{DEFAULT}" says how all cues look, and is not read.
    AsideKind kindOfKnown(std::string_view line) const override;
    /// A frame; of an end the last one.
    Result<std::int64_t> unitsOf(Time time, Edge edge, const WriteOptions& options) const override;
    Time timeOf(std::int64_t frame, Edge edge) const override;
    void appendTime(std::string& out, std::int64_t frame) const override;
    void appendCue(std::string& out, const lines::NewCue& cue) const override;
    std::string head(std::string_view newline) const override;

private:
    bool isHeader(std::string_view line) const;
    /// True of a cue with a text that would be taken for a header's.
    bool mayBeHeader(const Cue& cue) const;

    std::optional<FrameTimeline> frames_;
    std::string header_;
};

}  // namespace subs::microdvd
