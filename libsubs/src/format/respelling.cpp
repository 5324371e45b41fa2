// SPDX-License-Identifier: MIT
#include "format/respelling.h"

#include <subs/format/capabilities.h>
#include <subs/format/features.h>

#include "format/fades.h"
#include "format/karaoke_times.h"

#include <algorithm>
#include <utility>

namespace subs {
namespace {

/// True of a format that holds whatever a document says, in the document's own words.
bool keepsAll(const FormatInfo& format) {
    return holds(format, feature::kCoordinates);
}

/// Those that a file tells apart stay.
void keepUnsungLooks(std::vector<Style>& styles) {
    for (Style& style : styles)
        if (style.secondary == Style().secondary) style.secondary = style.primary;
}

}  // namespace

Respelling::Respelling(const FormatInfo& target)
    : fades_(fadeWayIn(target)), song_(songWayIn(target)) {}

Respelling::Way Respelling::fadeWayIn(const FormatInfo& target) {
    if (!holds(target, feature::kFades) || keepsAll(target)) return Way::Any;
    return holds(target, feature::kOverrides) ? Way::Tags : Way::Other;
}

Respelling::Way Respelling::songWayIn(const FormatInfo& target) {
    if (keepsAll(target)) return Way::Any;
    if (holds(target, feature::kKaraoke)) return Way::Tags;
    return holds(target, feature::kInnerTime) ? Way::Other : Way::Any;
}

bool Respelling::hasOtherFades(const Cue& cue) const {
    switch (fades_) {
        case Way::Any:
            return false;
        case Way::Tags:
            return !cue.settings.empty() && fadesIn(cue.settings).has_value();
        case Way::Other:
            break;
    }
    return cue.settings.empty() && findFadeTag(cue.text.spans) != cue.text.spans.end();
}

/// Notes are not sung.
bool Respelling::hasOtherSong(const Cue& cue) const {
    if (song_ == Way::Any) return false;
    if (song_ == Way::Other && cue.kind == CueKind::Comment) return false;
    const SpanKind other = song_ == Way::Tags ? SpanKind::InnerTime : SpanKind::Karaoke;
    return std::ranges::any_of(cue.text.spans,
                               [&](const Span& span) { return span.kind == other; });
}

void Respelling::apply(Cue& cue, std::vector<Style>& styles, LossReport& losses) const {
    if (hasOtherFades(cue)) respellFades(cue, losses);
    if (hasOtherSong(cue)) respellSong(cue, styles, losses);
}

void Respelling::respellFades(Cue& cue, LossReport& losses) const {
    const Fades fades = fadesOf(cue).value_or(Fades());
    if (fades_ == Way::Other) {
        cue.text.spans.erase(findFadeTag(cue.text.spans));
        cue.settings = settingsOf(fades);
        return;
    }
    FadeTag tag = tagOf(fades);
    if (!tag.isExact)
        losses.add(feature::kFades,
                   LossSeverity::Approximated,
                   cue.id,
                   shownSettings(cue.settings),
                   tag.text);
    cue.settings.clear();
    cue.text.spans.insert(cue.text.spans.begin(), {SpanKind::Opaque, 0, 0, std::move(tag.text)});
}

void Respelling::respellSong(Cue& cue, std::vector<Style>& styles, LossReport& losses) const {
    if (song_ == Way::Other) return timesFromKaraoke(cue, losses);
    karaokeFromTimes(cue, losses);
    keepUnsungLooks(styles);
}

}  // namespace subs
