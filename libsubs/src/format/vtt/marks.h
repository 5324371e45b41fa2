// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>
#include <subs/model/style_index.h>

#include "format/marked_text.h"
#include "format/vtt/looks.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::vtt {

/// Rules for the STYLE block of a file, by the name of their class.
using NewRules = std::map<std::string, std::string, std::less<>>;

/// Puts the texts of cues into WebVTT's words.
class TextWriter {
public:
    /// For cues of `document`, whose file's classes look like `looks`; both are borrowed. `losses`
    /// may be null.
    TextWriter(const Document& document, const ClassLooks& looks, LossReport* losses = nullptr);

    /// Appends the text of `cue`, lines joined by `newline`, without a line end after the last. It
    /// lasts until `end`, where it says none itself.
    void append(std::string& out,
                const Cue& cue,
                std::string_view newline,
                std::optional<Time> end = std::nullopt);
    /// The rules that the texts so far need beside those of the file.
    const NewRules& rules() const { return rules_; }
    /// Those of the document.
    const StyleIndex& styles() const { return styles_; }

private:
    friend class MarkMaker;

    /// True of a cue that is at the times which its file says.
    bool isUnmoved(const Cue& cue) const;

    void lose(std::string_view feature,
              LossSeverity severity,
              const Cue& cue,
              std::string_view before,
              std::string_view after = {});

    const Document& document_;
    StyleIndex styles_;
    const ClassLooks& looks_;
    LossReport* losses_;
    bool isOwn_;
    NewRules rules_;
};

/// What keeps `plain` from being read as markup or as the end of its cue: `&`, `<` and `>` become
/// references, and a line with nothing in it gets a no-break space.
std::vector<TextEdit> escapesOf(std::string_view plain);

/// Appends the bytes [begin, end) of `plain` so, lines joined by '\n'.
void appendEscaped(std::string& out, std::string_view plain, std::size_t begin, std::size_t end);

}  // namespace subs::vtt
