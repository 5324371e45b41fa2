// SPDX-License-Identifier: MIT
#include "format/ass/new_file.h"

#include <subs/text/newline.h>

#include "format/ass/cue_losses.h"
#include "format/ass/event_line.h"
#include "format/ass/info_section.h"
#include "format/ass/losses.h"
#include "format/ass/section_heads.h"
#include "format/ass/source.h"
#include "format/ass/style_choice.h"
#include "format/ass/style_line.h"
#include "format/ass/times_to_write.h"
#include "format/document_losses.h"
#include "format/likely_size.h"
#include "format/patch.h"

#include <functional>
#include <map>
#include <string>

namespace subs::ass {
namespace {

/// True of a cue that says nothing beside times, style and text.
bool isPlain(const Cue& cue) {
    return cue.kind == CueKind::Dialogue && cue.layer == 0 && cue.margins == Margins() &&
           cue.speaker.empty() && cue.effect.empty();
}

/// The lines of such cues: what stands around their times is the same for all of a style.
class PlainLines {
public:
    explicit PlainLines(const EventLayout& layout) : layout_(layout) {}

    /// Appends a line up to its text.
    void append(std::string& out, std::string_view style, const EventTimes& times) {
        const Frame& frame = frameFor(style);
        out += frame.before;
        appendTime(out, times.start);
        out += ',';
        appendTime(out, times.end);
        out += frame.behind;
    }

private:
    struct Frame {
        std::string before;
        std::string behind;
    };
    using Frames = std::map<std::string, Frame, std::less<>>;

    /// Most lines have the style of the one before.
    const Frame& frameFor(std::string_view style) {
        if (last_ != frames_.end() && last_->first == style) return last_->second;
        last_ = frames_.find(style);
        if (last_ == frames_.end()) last_ = frames_.emplace(style, newFrame(style)).first;
        return last_->second;
    }

    Frame newFrame(std::string_view style) const {
        std::string times;
        appendTime(times, 0);
        times += ',';
        appendTime(times, 0);
        std::string line;
        appendEvent(line, Cue(), {}, {layout_, style, {}});
        const std::size_t at = line.find(times);
        return {line.substr(0, at), line.substr(at + times.size())};
    }

    const EventLayout& layout_;
    Frames frames_;
    Frames::const_iterator last_ = frames_.end();
};

}  // namespace

bool NewFile::begin(std::string& out, const Document& first, LossReport& losses) {
    if (sourceOf(first, dialect_) != Source::Elsewhere) return false;
    addStyleLosses(first, options_, dialect_, losses);
    appendHead(out, first);
    return true;
}

bool NewFile::append(std::string& out, const DocumentPart& part, LossReport& losses) {
    if (lacksLastEnd(part) || !choice_->covers(part.document)) return false;
    if (!appendCues(out, part, losses)) return false;
    reportRaw(part.document, losses);
    return true;
}

Result<std::string> NewFile::written(const Document& document) {
    std::string out;
    out.reserve(likelySize(document, 96));
    appendHead(out, document);
    LossReport unasked;
    const auto done = appendCues(out, {document}, unasked);
    if (!done) return tl::unexpected(done.error());
    return out;
}

void NewFile::appendHead(std::string& out, const Document& document) {
    choice_.emplace(document);
    const std::string_view newline = bytesOf(newlineFor(document, options_.newline));
    const StyleLayout layout = styleLayout(styleColumns(dialect_), dialect_);
    appendNewInfo(out, document, dialect_, newline);
    out += stylesIntro(dialect_, newline);
    for (const Style& style : choice_->styles()) {
        out += "Style: ";
        appendStyleFields(out, style, {layout, dialect_});
        out += newline;
    }
    out.append(newline).append(eventsIntro(dialect_, newline));
}

Result<void> NewFile::appendCues(std::string& out, const DocumentPart& part, LossReport& losses) {
    const Document& document = part.document;
    const TimesToWrite edges(part, options_);
    const std::string_view newline = bytesOf(newlineFor(document, options_.newline));
    const EventLayout layout = eventLayout(eventColumns(dialect_));
    PlainLines lines(layout);
    CueLosses ofCues(part.document, dialect_, Source::Elsewhere, labels_, losses);
    for (const Cue& cue : document.cues) {
        const auto times = edges.of(cue);
        if (!times) return tl::unexpected(times.error());
        const std::string_view style = choice_->nameFor(cue);
        const TextTarget target = textTarget(document, *choice_, cue);
        TextLosses lost;
        if (isPlain(cue)) {
            lines.append(out, style, *times);
            lost = appendText(out, cue.text, cue.alignment, target);
        } else {
            lost = appendEvent(out, cue, *times, {layout, style, target});
        }
        ofCues.begin(cue);
        ofCues.addOfNew(cue, *times, lost);
        out += newline;
    }
    return {};
}

}  // namespace subs::ass
