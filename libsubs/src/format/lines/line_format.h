// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/asides.h"
#include "format/lines/cue_syntax.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace subs::lines {

/// Capabilities of a format that holds `held`, and besides them texts alone: what is not named is
/// lost, but for styles, times and the like, which are approximated.
std::vector<Capability> capabilitiesWith(std::initializer_list<Capability> held);

/// `head` without a last line that may go on behind it.
std::string_view wholeLinesOf(std::string_view head);

/// A format whose files are cues of a line or a few: reading and writing are common to them, a
/// `CueSyntax` says how one is spelt.
class LineFormat : public Format, public AsideReader {
public:
    /// `certain` is the score of a file that is mostly cues, for that `reason`.
    LineFormat(FormatInfo info, int certain, std::string_view reason);

    const FormatInfo& info() const override { return info_; }
    Probe probe(std::string_view text) const override;
    /// A frame is what the syntax knows.
    std::vector<Aside> asidesIn(const Origin& origin) const override;
    Parsed read(Origin origin, const ReadOptions& options) const override;
    std::string markupOf(const Document& document, const Cue& cue) const override;
    std::unique_ptr<PartReader> partReader(std::string_view head,
                                           const ReadOptions& options) const override;
    std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) const override;

protected:
    /// How the file that begins with `file` is spelt; of a new file it is empty. `timeline` says
    /// which frames were asked for, or is null.
    virtual std::unique_ptr<CueSyntax> syntaxOf(std::string_view file,
                                                const FrameTimeline* timeline) const = 0;
    /// What is to be said of the header of the file that begins with `file`.
    virtual Diagnostics remarksOn(std::string_view file, const ReadOptions& options) const;

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override;
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override;
    /// That of the file that `document` is from, or of a new one.
    std::unique_ptr<CueSyntax> syntaxFor(const Document& document,
                                         const FrameTimeline* timeline) const;

    FormatInfo info_;
    int certain_;
    std::string_view reason_;
};

}  // namespace subs::lines
