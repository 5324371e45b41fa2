// SPDX-License-Identifier: MIT
#include "format/lines/line_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/lines/reader.h"
#include "format/lines/writer.h"

#include <algorithm>
#include <utility>

namespace subs::lines {

std::vector<Capability> capabilitiesWith(std::initializer_list<Capability> held) {
    std::vector<Capability> all;
    for (const std::string_view feature :
         {feature::kBold,        feature::kItalic,  feature::kUnderline, feature::kStrike,
          feature::kColor,       feature::kFont,    feature::kFontSize,  feature::kKaraoke,
          feature::kVoice,       feature::kClass,   feature::kLanguage,  feature::kInnerTime,
          feature::kTextComment, feature::kDrawing, feature::kOverrides, feature::kAlignment,
          feature::kCoordinates, feature::kLayer,   feature::kMargins,   feature::kSpeaker,
          feature::kEffect,      feature::kComment, feature::kLabel,     feature::kTitle,
          feature::kCanvas,      feature::kFades,   feature::kRaw})
        all.push_back({feature, Grade::None});
    for (const std::string_view feature : {feature::kRuby,
                                           feature::kStyles,
                                           feature::kTimePrecision,
                                           feature::kNegativeTime,
                                           feature::kTimeRange,
                                           feature::kMissingEnd})
        all.push_back({feature, Grade::Approximate});
    all.push_back({feature::kText, Grade::Full});
    for (const Capability& one : held)
        std::ranges::find(all, one.feature, &Capability::feature)->grade = one.grade;
    return all;
}

std::string_view wholeLinesOf(std::string_view head) {
    return head.substr(0, head.find_last_of("\r\n") + 1);
}

LineFormat::LineFormat(FormatInfo info, int certain, std::string_view reason)
    : info_(std::move(info)), certain_(certain), reason_(reason) {}

Probe LineFormat::probe(std::string_view text) const {
    const FrameTimeline any = FrameTimeline::constant(FrameRate());
    return probed(text, *syntaxOf(text, &any), certain_, std::string(reason_));
}

std::vector<Aside> LineFormat::asidesIn(const Origin& origin) const {
    const FrameTimeline any = FrameTimeline::constant(FrameRate());
    const auto syntax = syntaxOf(origin.text, &any);
    return asidesByLine(origin, [&](std::string_view line) {
        return syntax->isKnown(line) ? syntax->kindOfKnown(line) : AsideKind::Stray;
    });
}

Parsed LineFormat::read(Origin origin, const ReadOptions& options) const {
    auto syntax = syntaxOf(origin.text, options.timeline);
    Diagnostics remarks = remarksOn(origin.text, options);
    return parsed(std::move(origin), info_, std::move(syntax), options, std::move(remarks));
}

std::string LineFormat::markupOf(const Document& document, const Cue& cue) const {
    const FrameTimeline any = FrameTimeline::constant(FrameRate());
    return lines::markupOf(document, cue, *syntaxFor(document, &any));
}

std::unique_ptr<PartReader> LineFormat::partReader(std::string_view head,
                                                   const ReadOptions& options) const {
    const std::string_view lines = wholeLinesOf(head);
    auto syntax = syntaxOf(lines, options.timeline);
    if (!hasCue(lines, *syntax)) return nullptr;
    return lines::partReader(std::move(syntax), options, remarksOn(lines, options));
}

Diagnostics LineFormat::remarksOn(std::string_view, const ReadOptions&) const {
    return {};
}

std::unique_ptr<PartWriter> LineFormat::partWriter(const WriteOptions& options) const {
    return lines::partWriter(syntaxOf({}, options.timeline), options);
}

std::unique_ptr<CueSyntax> LineFormat::syntaxFor(const Document& document,
                                                 const FrameTimeline* timeline) const {
    const bool isOwn = document.format == info_.id && document.origin;
    return syntaxOf(isOwn ? std::string_view(document.origin->text) : std::string_view(), timeline);
}

LossReport LineFormat::planLowered(const Document& document, const WriteOptions& options) const {
    return planned(document, options, *syntaxFor(document, options.timeline));
}

Result<std::string> LineFormat::writeLowered(const Document& document,
                                             const WriteOptions& options) const {
    return written(document, options, *syntaxFor(document, options.timeline));
}

}  // namespace subs::lines
