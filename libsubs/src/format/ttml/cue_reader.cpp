// SPDX-License-Identifier: MIT
#include "format/ttml/cue_reader.h"

#include "format/ttml/exact_seconds.h"
#include "format/ttml/shown_time.h"

#include <algorithm>
#include <utility>

namespace subs::ttml {
namespace {

bool hasSizes(const CueText& text) {
    return std::ranges::any_of(text.spans,
                               [](const Span& span) { return span.kind == SpanKind::FontSize; });
}

}  // namespace

CueReader::CueReader(std::string_view text) : pieces_(text) {}

StyleTable& CueReader::styles(const Head& head) {
    // By what the file says of its language alone, so that it is read in the same way again.
    if (!styles_) styles_.emplace(head.language, head.parameters);
    return *styles_;
}

void CueReader::content(const Head& head) {
    styles(head);
}

void CueReader::paragraph(const Paragraph& paragraph, const Head& head) {
    const std::vector<std::uint32_t> cues = cueElements(paragraph);
    for (const std::uint32_t element : cues)
        addCue(paragraph, cues, element, head);
}

void CueReader::addCue(const Paragraph& paragraph,
                       const std::vector<std::uint32_t>& cues,
                       std::uint32_t element,
                       const Head& head) {
    const ContentElement& one = paragraph.elements[element];
    if (!pieces_.takes(one.tag.begin, one.end)) return;
    ParagraphText text = textOf(paragraph, element, head, styles(head).sizes());
    text.timelessPart = timelessText(paragraph, element, cues);
    Cue cue;
    cue.piece.index = pieces_.addCue(one.tag.begin, one.end);
    const Interval said = saidTime(one);
    const Interval shown = timeIn(paragraph.elements[text.base].inherited.region, said, head);
    cue.start = timeOf(shown.begin);
    if (shown.end) cue.end = timeOf(*shown.end);
    cue.label = one.id;
    cue.speaker = text.speaker;
    cue.style = styles(head).nameFor(paragraph.elements[text.base], head);
    cue.text = text.text;
    if (cue.style.empty() && hasSizes(cue.text)) styles(head).noteSizes();
    take({std::move(cue),
          paragraph,
          element,
          std::move(text),
          shown != said,
          element == cues.front()},
         head);
}

std::vector<Style> CueReader::takeStyles() {
    return styles_ ? styles_->takeStyles() : std::vector<Style>();
}

}  // namespace subs::ttml
