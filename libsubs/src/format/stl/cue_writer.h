// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/model/style_index.h>

#include "format/frame_edges.h"
#include "format/stl/new_field.h"
#include "format/stl/reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::stl {

/// Writes single cues as blocks, into a file that is there or a new one.
class CueWriter {
public:
    /// `file` says how the file is read that the cues are put into.
    CueWriter(const Document& document, const WriteOptions& options, const FileContext& file);

    /// Appends `cue`, which was read from `original`: only what is other than there is written
    /// anew.
    Result<void> appendEdited(std::string& out, const Cue& cue, std::string_view original) const;
    /// Appends `cue` as subtitle `number` of its group.
    Result<void> appendNew(std::string& out,
                           const Cue& cue,
                           std::uint8_t group,
                           std::uint16_t number) const;
    /// What is lost of `document.cues[index]`; `original` is its piece of the file, empty for a new
    /// one.
    void plan(std::size_t index, std::string_view original, LossReport& losses) const;
    /// The text of `cue` for a person: from the file where it has it.
    std::string markupOf(const Cue& cue, std::string_view original) const;

    const FileContext& file() const { return file_; }
    TimeCode codeOf(Time time, Edge edge) const;

private:
    NewFieldContext contextFor(const Cue& cue, bool isDoubleHeight, LossReport* losses) const;
    bool isTeletext() const { return file_.gsi.display == Display::Teletext; }
    std::size_t indexOf(const Cue& cue) const;
    /// The text field with the text of `cue`, as little as can be of `field` changed.
    Result<std::string> editedField(const Cue& cue,
                                    const std::string& field,
                                    LossReport* losses) const;
    Result<std::string> newFieldOf(const Cue& cue, bool isDoubleHeight, LossReport* losses) const;
    tl::unexpected<Error> unheld(const Cue& cue, char32_t letter) const;
    BlockHead editedHead(const Cue& cue, const Cue& read, const Subtitle& subtitle) const;
    bool keepsTimes() const;
    Result<void> appendText(std::string& out,
                            const Cue& cue,
                            const BlockHead& head,
                            std::string_view field) const;
    void planFields(const Cue& cue, const Cue* read, LossReport& losses) const;

    const Document& document_;
    StyleIndex styles_;
    const WriteOptions& options_;
    FileContext file_;
    std::int64_t start_;  ///< The frame in the file at which the film begins.
    FrameEdges edges_;
};

}  // namespace subs::stl
