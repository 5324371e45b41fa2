// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/cue_syntax.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::microdvd {

/// The rate that the header "{1}{1}23.976" of a file says.
std::optional<FrameRate> rateIn(std::string_view file);

/// Lines "{first}{last}text": a cue is seen on all frames from the first to the last, both
/// included.
class Syntax final : public lines::CueSyntax {
public:
    /// Without `frames` no time is known: cues are found, but nothing is read or written anew.
    Syntax(const FormatInfo& info, std::optional<FrameTimeline> frames);

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
    std::optional<FrameTimeline> frames_;
};

}  // namespace subs::microdvd
