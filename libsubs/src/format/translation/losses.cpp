// SPDX-License-Identifier: MIT
#include "format/translation/losses.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/time/largest_time.h>

#include "format/time_losses.h"
#include "format/translation/fields.h"
#include "format/xml/xml_characters.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

namespace subs::translation {
namespace {

void planTime(const Cue& cue, Time time, LossReport& losses) {
    if (isTooLarge(time)) {
        losses.add(feature::kTimeRange,
                   LossSeverity::Approximated,
                   cue.id,
                   "a time too large to be worked with",
                   timeText(time));
    } else if (timeIn(timeText(time)) != time) {
        losses.add(
            feature::kTimePrecision, LossSeverity::Info, cue.id, shownTime(time), timeText(time));
    }
}

/// XLIFF has an element for control characters, TMX has none.
bool isHeld(char32_t c, Dialect dialect) {
    constexpr char32_t kFirstPrintable = 0x20;
    return isXmlCharacter(c) || (dialect == Dialect::Xliff && c < kFirstPrintable);
}

}  // namespace

void planCue(const Cue& cue, Dialect dialect, LossReport& losses) {
    planTime(cue, cue.start, losses);
    if (cue.end) planTime(cue, *cue.end, losses);
    const std::string_view plain = cue.text.plain;
    for (std::size_t at = 0; at < plain.size();) {
        const Decoded decoded = decodeUtf8(plain, at);
        if (decoded.valid && !isHeld(decoded.codePoint, dialect))
            losses.add(feature::kText,
                       LossSeverity::Approximated,
                       cue.id,
                       fmt::format("U+{:04X}", static_cast<std::uint32_t>(decoded.codePoint)),
                       "U+FFFD");
        at += decoded.length;
    }
}

}  // namespace subs::translation
