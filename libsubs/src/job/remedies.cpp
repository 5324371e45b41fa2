// SPDX-License-Identifier: MIT
#include "job/remedies.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>

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
    Advice{feature::kZeroWidthSpace, "--zwsp keep leaves them"},
    Advice{feature::kDamage, "--encoding says in which encoding the file is"},
    Advice{feature::kUnread, "mend the file where its messages say, then convert it again"},
};

bool holds(const Format& format, std::string_view feature) {
    const auto& capabilities = format.info().capabilities;
    const auto found = std::ranges::find(capabilities, feature, &Capability::feature);
    return found != capabilities.end() && found->grade == Grade::Full;
}

/// True of formats that count frames of a rate of their own where no film is known.
bool countsFrames(const Format& format) {
    constexpr std::array<std::string_view, 3> kIds = {"itt", "ebu-stl", "scc"};
    return std::ranges::find(kIds, format.info().id) != kIds.end();
}

/// "ass, ssa and vtt": the first that hold `feature` of those that a person may want in place of
/// the target. Those of translators and programs, which hold all, are none.
std::string holdersOf(std::string_view feature, const Converted& result) {
    constexpr std::size_t kMost = 3;
    constexpr std::array<std::string_view, 6> kForPrograms = {
        "xliff", "tmx", "csv", "tsv", "xlsx", "json"};
    std::vector<std::string_view> ids;
    for (const Format* format : formats()) {
        const std::string_view id = format->info().id;
        const bool isOther = format != result.from && format != result.to &&
                             std::ranges::find(kForPrograms, id) == kForPrograms.end();
        if (isOther && holds(*format, feature) && ids.size() < kMost) ids.push_back(id);
    }
    if (ids.size() < 2) return ids.empty() ? std::string() : fmt::format("{} holds it", ids[0]);
    const auto last = ids.back();
    ids.pop_back();
    return fmt::format("{} and {} hold it", fmt::join(ids, ", "), last);
}

std::string adviceFor(const LossItem& loss,
                      const Converted& result,
                      const ConvertOptions& options) {
    if (loss.feature == feature::kTimePrecision)
        return options.frames == nullptr && countsFrames(*result.to)
                   ? "--fps or --film puts the cues on the frames of the film"
                   : "";
    const auto known = std::ranges::find(kAdvice, std::string_view(loss.feature), &Advice::feature);
    return known != kAdvice.end() ? std::string(known->remedy) : holdersOf(loss.feature, result);
}

}  // namespace

void addRemedies(Converted& result, const ConvertOptions& options) {
    // Pictures have no sidecar; one that was written has spoken for itself.
    const bool mayHaveSidecar =
        options.sidecar == SidecarUse::None && !options.pictures && result.from != result.to;
    for (LossItem& loss : result.losses.items) {
        if (loss.severity == LossSeverity::Info || !loss.remedy.empty()) continue;
        loss.remedy = adviceFor(loss, result, options);
        if (!mayHaveSidecar) continue;
        loss.remedy += loss.remedy.empty() ? "" : "; ";
        loss.remedy += "--sidecar keeps it for the way back";
    }
}

}  // namespace subs
