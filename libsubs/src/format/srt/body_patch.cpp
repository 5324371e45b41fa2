// SPDX-License-Identifier: MIT
#include "format/srt/body_patch.h"

#include <subs/text/newline.h>

#include "format/marked_text.h"
#include "format/markup_patch.h"
#include "format/srt/body_parser.h"
#include "format/srt/marks.h"

#include <algorithm>
#include <vector>

namespace subs::srt {
namespace {

/// The bytes [begin, end) of a body without blank lines before them and the line end behind them.
struct Content {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Content contentOf(std::string_view body) {
    Content content{body.size(), body.size()};
    for (LineReader lines(body); lines.next();) {
        if (isBlank(lines.line()) && content.begin == body.size()) continue;
        content.begin = std::min(content.begin, lines.begin());
        content.end = lines.begin() + lines.line().size();
    }
    return content;
}

/// A body cannot begin or end with a blank line.
bool hasBlankEdge(std::string_view plain) {
    const std::size_t first = plain.find('\n');
    const std::size_t last = plain.rfind('\n');
    return isBlank(plain.substr(0, first)) ||
           isBlank(plain.substr(last == plain.npos ? 0 : last + 1));
}

}  // namespace

std::optional<std::string> patchedBody(std::string_view original,
                                       const Cue& cue,
                                       std::string_view newline) {
    const auto [begin, end] = contentOf(original);
    const std::string_view content = original.substr(begin, end - begin);
    BodyParser parser;
    Body body;
    std::vector<ShownStretch> shown;
    parser.parse(content, body, shown);
    const bool cannot = shown.empty() || body.alignment != cue.alignment ||
                        hasBlankEdge(cue.text.plain) || !guardsOf(cue.text.plain).empty();
    if (cannot) return std::nullopt;
    const auto append =
        [newline](std::string& out, std::string_view plain, std::size_t from, std::size_t to) {
            appendPlain(out, plain.substr(from, to - from), newline);
        };
    const auto read = [&](std::string_view markup, CueText& text) {
        Body again;
        parser.parse(markup, again);
        text = std::move(again.text);
        return again.alignment == cue.alignment;
    };
    const auto patched = patchedMarkup({content, body.text.plain, shown, append, read}, cue.text);
    if (!patched) return std::nullopt;
    return std::string(original.substr(0, begin)) + *patched + std::string(original.substr(end));
}

}  // namespace subs::srt
