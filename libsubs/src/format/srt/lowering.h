// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>
#include <subs/model/style_index.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs::srt {

/// Puts the cues of any document into SubRip's words. Planning and writing both go through here, so
/// that the report and the file cannot disagree.
class Lowering {
public:
    /// `losses` may be null. Both are borrowed.
    explicit Lowering(const Document& document, LossReport* losses = nullptr);

    /// True of cues that SubRip has no place for: comments, drawings without text.
    bool omits(const Cue& cue);
    /// Appends the lines of text of `cue`, joined by `newline`, without a line end after the last.
    void appendBody(std::string& out, const Cue& cue, std::string_view newline);
    /// What SubRip does not hold beside the text: style, speaker, layer ... `number` is what the
    /// cue is written with.
    void reportFields(const Cue& cue, std::string_view number);
    /// What it does not hold of the document: styles, title, canvas.
    void reportDocument();
    /// The stretches of the file that are no cues.
    void reportRaw();

    /// True where the document was read from SubRip, so that markup kept as written may be written
    /// back.
    bool isOwn() const { return own_; }

private:
    void lose(std::string_view feature,
              LossSeverity severity,
              const Cue& cue,
              std::string_view before,
              std::string_view after = {});
    bool isPlain(const Cue& cue, const Style* style) const;
    void appendText(std::string& out, const Cue& cue, const Style* style, std::string_view newline);

    const Document& document_;
    StyleIndex styles_;
    LossReport* losses_;
    bool own_;
};

}  // namespace subs::srt
