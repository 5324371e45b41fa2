// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/cue_syntax.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::lrc {

/// How much later than the times of a file its lines are meant: a header "[offset:500]" makes them
/// half a second earlier.
Time offsetIn(std::string_view file);

/// What a header "[ti:The Boat]" says; empty where there is none.
std::string_view titleOf(std::string_view file);

/// Lines "[01:02.50]text", with several times where a line is sung again, and "<01:03.00>" before a
/// word that is sung then.
class Syntax final : public lines::CueSyntax {
public:
    Syntax(const FormatInfo& info, Time offset) : CueSyntax(info), offset_(offset) {}

    lines::Ends ends() const override { return lines::Ends::InLineOfTheirOwn; }
    std::optional<lines::CueLayout> cueAt(std::string_view text) const override;
    CueText textOf(std::string_view body) const override;
    std::optional<lines::CueRemark> remarkOn(std::string_view piece,
                                             const lines::CueLayout& layout) const override;
    void addUnread(std::string_view piece,
                   const lines::CueLayout& layout,
                   CueId cue,
                   LossReport& unread) const override;
    /// A tag has a name; "[00:0x.00]" is a time that is none, and "[-00:07.00]" one before the
    /// song.
    bool isKnown(std::string_view line) const override;
    std::optional<lines::CueRemark> remarkOnStray(std::string_view line) const override;
    AsideKind kindOfKnown(std::string_view line) const override;
    std::string_view titleIn(std::string_view file) const override { return titleOf(file); }
    void appendBody(std::string& out, const lines::BodyContext& context) const override;
    Result<std::int64_t> unitsOf(Time time, Edge edge, const WriteOptions& options) const override;
    Time timeOf(std::int64_t units, Edge edge) const override;
    void appendTime(std::string& out, std::int64_t units) const override;
    void appendCue(std::string& out, const lines::NewCue& cue) const override;

private:
    /// Where its line's words are sung that stand behind `span`; one before the song is at its
    /// beginning, and told.
    void appendInnerTime(std::string& out,
                         const Span& span,
                         const lines::BodyContext& context) const;

    Time offset_;
};

}  // namespace subs::lrc
