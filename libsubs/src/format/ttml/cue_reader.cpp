// SPDX-License-Identifier: MIT
#include "format/ttml/cue_reader.h"

#include "format/ttml/exact_seconds.h"

#include <algorithm>
#include <utility>

namespace subs::ttml {
namespace {

/// When a cue ends: as its element says, but not behind what is around it.
std::optional<Fraction> endOf(const ContentElement& element) {
    const TimedElement& timing = element.timing;
    if (!timing.isReached) return timing.said.begin;
    if (!timing.said.end) return element.shown.end;
    const bool isCut = timing.limit && *timing.limit < *timing.said.end;
    return isCut ? std::max(*timing.limit, timing.said.begin) : timing.said.end;
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
    for (const std::uint32_t element : cueElements(paragraph))
        addCue(paragraph, element, head);
}

void CueReader::addCue(const Paragraph& paragraph, std::uint32_t element, const Head& head) {
    const ContentElement& one = paragraph.elements[element];
    if (!pieces_.takes(one.tag.begin, one.end)) return;
    ParagraphText text = textOf(paragraph, element, head, styles(head).unit());
    Cue cue;
    cue.piece.index = pieces_.addCue(one.tag.begin, one.end);
    cue.start = timeOf(one.timing.said.begin);
    if (const auto end = endOf(one)) cue.end = timeOf(*end);
    cue.label = one.id;
    cue.speaker = text.speaker;
    cue.style = styles(head).nameFor(paragraph.elements[text.base], head);
    cue.text = text.text;
    take({std::move(cue), paragraph, element, std::move(text)}, head);
}

std::vector<Style> CueReader::takeStyles() {
    return styles_ ? styles_->takeStyles() : std::vector<Style>();
}

}  // namespace subs::ttml
