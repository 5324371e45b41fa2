// SPDX-License-Identifier: MIT
#include "format/ttml/ttml_format.h"

#include <subs/format/intermediate_documents.h>

#include "format/ttml/frame_times.h"
#include "format/ttml/new_file.h"
#include "format/ttml/outside_times.h"
#include "format/ttml/reader.h"
#include "format/ttml/rules.h"
#include "format/ttml/save.h"
#include "format/ttml/typed_content.h"
#include "format/xml/words.h"
#include "format/xml/xml_saver.h"

#include <utility>

namespace subs {

TtmlFormat::TtmlFormat(ttml::Dialect dialect)
    : dialect_(dialect), info_(infoOf(ttml::rulesOf(dialect))) {}

StillTimes TtmlFormat::stillTimesIn(const Document& document) const {
    return ttml::outsideTimesIn(document);
}

std::optional<OwnRate> TtmlFormat::ownRateIn(std::string_view text, const FrameTimeline&) const {
    const auto rate = ttml::rateOfFrameTimes(text);
    return rate ? std::optional(OwnRate{*rate, false, false}) : std::nullopt;
}

Probe TtmlFormat::probe(std::string_view text) const {
    const std::string_view beginning = text.substr(0, kProbedCues);
    auto found = ttml::dialectOf(beginning);
    if (!found || found->dialect != dialect_) return {};
    return {100, std::move(found->reason), found->begin, countOf(beginning, " begin=")};
}

Parsed TtmlFormat::read(Origin origin, const ReadOptions& options) const {
    return ttml::parsed(std::move(origin), options, info_.id);
}

std::string TtmlFormat::markupOf(const Document& document, const Cue& cue) const {
    if (document.format == info_.id && document.origin &&
        cue.piece.index < document.origin->pieces.size())
        if (auto typed = ttml::typedContent(document.origin->stretch(cue.piece.index), cue))
            return *std::move(typed);
    return ttml::newContent(document, cue, ttml::rulesOf(dialect_));
}

LossReport TtmlFormat::planLowered(const Document& document, const WriteOptions& options) const {
    const ttml::DialectRules& rules = ttml::rulesOf(dialect_);
    return isSavedInPlace(document, info_.id) ? ttml::plannedSave(document, options, rules)
                                              : ttml::plannedNew(document, options, rules);
}

Result<std::string> TtmlFormat::writeLowered(const Document& document,
                                             const WriteOptions& options) const {
    const ttml::DialectRules& rules = ttml::rulesOf(dialect_);
    return isSavedInPlace(document, info_.id) ? ttml::saved(document, options, rules)
                                              : ttml::writtenNew(document, options, rules);
}

bool isTtml(const Format& format) {
    return ttml::rulesNamed(format.info().id) != nullptr;
}

}  // namespace subs
