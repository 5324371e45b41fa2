// SPDX-License-Identifier: MIT
#include "job/remedies.h"

#include <subs/format/capabilities.h>
#include <subs/format/counts_frames.h>
#include <subs/format/features.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace subs {
namespace {

struct Advice {
    std::string_view feature;
    std::string_view remedy;
};

/// Where something else than another format helps.
constexpr std::array kAdvice = {
    Advice{feature::kNegativeTime, "subs shift moves all cues together"},
    Advice{feature::kTimeRange, "subs shift moves all cues together"},
    Advice{feature::kSendingTime,
           "a shorter text is sent sooner, and a longer pause before it leaves time to send it"},
    Advice{feature::kDamage, "--encoding says in which encoding the file is"},
};

/// The formats that hold a feature whatever file it comes from, first those that people have most.
struct Holders {
    std::string_view feature;
    std::array<std::string_view, 5> formats;
};

/// A capability is about what a format can say, and not about where a thing comes from: markup of
/// another program, coordinates or a number by which its file knows a cue are held by no other.
/// Neither is a weight of letters by any but ASS and SSA, a size that is in no canvas, nor a fade
/// of so many frames, ticks or milliseconds by a format that counts in others.
/// tests/golden/remedies_test.cpp asks the formats themselves.
constexpr std::array kHolders = {
    Holders{feature::kBold, {"ass", "ssa"}},
    Holders{feature::kItalic, {"srt", "ass", "ssa", "vtt", "ttml"}},
    Holders{feature::kUnderline, {"srt", "ass", "ssa", "vtt", "ttml"}},
    Holders{feature::kStrike, {"srt", "ass", "ssa", "vtt", "ttml"}},
    Holders{feature::kColor, {"srt", "ass", "ssa", "vtt", "ttml"}},
    Holders{feature::kKaraoke, {"ass", "ssa"}},
    Holders{feature::kVoice, {"vtt", "ttml"}},
    Holders{feature::kLanguage, {"vtt", "ttml"}},
    Holders{feature::kRuby, {"vtt", "ttml", "netflix-ttml"}},
    // WebVTT has none that goes back; none has one before its cue (`Converted::hasEarlyTimes`).
    Holders{feature::kInnerTime, {"ttml"}},
    Holders{feature::kTextComment, {"ass", "ssa"}},
    Holders{feature::kDrawing, {"ass", "ssa"}},
    Holders{feature::kAlignment, {"srt", "ass", "ssa", "vtt", "ttml"}},
    Holders{feature::kStyles, {"ass"}},
    Holders{feature::kLayer, {"ass"}},
    Holders{feature::kMargins, {"ass", "ssa"}},
    Holders{feature::kSpeaker, {"ass", "ssa", "vtt", "ttml"}},
    Holders{feature::kEffect, {"ass", "ssa"}},
    Holders{feature::kComment, {"ass", "ssa"}},
    Holders{feature::kLabel, {"vtt"}},
    Holders{feature::kMissingEnd, {"json", "microdvd"}},
    Holders{feature::kTitle, {"ass", "ssa", "vtt", "ttml"}},
};

/// "ass, ssa and vtt hold it": the first that hold `feature` and are neither what was read nor what
/// is written.
std::string holdersOf(std::string_view feature, const Converted& result) {
    constexpr std::size_t kMost = 3;
    const auto known = std::ranges::find(kHolders, feature, &Holders::feature);
    if (known == kHolders.end()) return {};
    if (feature == feature::kInnerTime && result.hasEarlyTimes) return {};
    std::vector<std::string_view> ids;
    for (const std::string_view id : known->formats) {
        const bool isOther = id != result.from->info().id && id != result.to->info().id;
        if (!id.empty() && isOther && ids.size() < kMost) ids.push_back(id);
    }
    if (ids.size() < 2) return ids.empty() ? std::string() : fmt::format("{} holds it", ids[0]);
    const auto last = ids.back();
    ids.pop_back();
    return fmt::format("{} and {} hold it", fmt::join(ids, ", "), last);
}

/// What leaves the author's marks where they are.
std::string_view adviceForMarks(const ConvertOptions& options) {
    if (!options.normalising) return "--zwsp keep leaves them";
    const bool strips = options.wrap && options.wrap->zwsp == ZwspUse::Strip;
    return strips ? "--zwsp keep without --normalize leaves them" : "without --normalize they stay";
}

std::string adviceFor(const LossItem& loss,
                      bool isOfDocument,
                      const Converted& result,
                      const ConvertOptions& options) {
    if (loss.feature == feature::kTimePrecision)
        return options.frames == nullptr && countsFrames(result.to->info())
                   ? "--fps or --film puts the cues on the frames of the film"
                   : "";
    if (loss.feature == feature::kFades)
        return holds(result.to->info(), feature::kFades)
                   ? ""
                   : "ass, ssa, dcdm and interop have fades, each in steps of its own";
    if (loss.feature == feature::kZeroWidthSpace) return std::string(adviceForMarks(options));
    const auto known = std::ranges::find(kAdvice, std::string_view(loss.feature), &Advice::feature);
    if (known != kAdvice.end()) return std::string(known->remedy);
    // What a reader left out no other format can get.
    return isOfDocument ? holdersOf(loss.feature, result) : std::string();
}

}  // namespace

void addRemedies(Converted& result, const ConvertOptions& options) {
    // Pictures have no sidecar; one that was written has spoken for itself.
    const bool mayHaveSidecar =
        options.sidecar == SidecarUse::None && !options.pictures && result.from != result.to;
    for (std::size_t i = 0; i < result.losses.items.size(); ++i) {
        LossItem& loss = result.losses.items[i];
        if (loss.severity == LossSeverity::Info || !loss.remedy.empty()) continue;
        loss.remedy = adviceFor(loss, i < result.lossesOfDocument, result, options);
        if (!mayHaveSidecar) continue;
        loss.remedy += loss.remedy.empty() ? "" : "; ";
        loss.remedy += "--sidecar keeps it for the way back";
    }
}

}  // namespace subs
