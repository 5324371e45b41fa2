// SPDX-License-Identifier: MIT
#include <subs/format/loss_report.h>

#include <algorithm>
#include <array>

namespace subs {

std::string_view nameOf(LossSeverity severity) {
    constexpr std::array<std::string_view, 4> kNames = {
        "info", "approximated", "dropped", "unrepresentable"};
    return kNames[static_cast<std::size_t>(severity)];
}

namespace {

/// Cues come in the order of the document, mostly; formats that go over them more than once begin
/// again.
void addTo(std::vector<CueId>& cues, CueId cue) {
    const auto place = cues.empty() || cues.back().value < cue.value
                           ? cues.end()
                           : std::ranges::lower_bound(cues, cue.value, {}, &CueId::value);
    if (place == cues.end() || *place != cue) cues.insert(place, cue);
}

/// What no cue number tells is named.
void nameIn(LossItem& item, std::string_view before) {
    if (before.empty() || before == item.before || item.others.size() == LossItem::kMostNamed)
        return;
    if (std::ranges::find(item.others, before) == item.others.end())
        item.others.emplace_back(before);
}

}  // namespace

LossSeverity LossReport::worst() const {
    LossSeverity worst = LossSeverity::Info;
    for (const LossItem& item : items)
        worst = std::max(worst, item.severity);
    return worst;
}

void LossReport::add(std::string_view feature,
                     LossSeverity severity,
                     CueId cue,
                     std::string_view before,
                     std::string_view after) {
    auto item = std::find_if(items.begin(), items.end(), [&](const LossItem& known) {
        return known.feature == feature && known.severity == severity;
    });
    if (item == items.end()) {
        items.push_back({std::string(feature),
                         severity,
                         0,
                         {},
                         0,
                         std::string(before),
                         std::string(after),
                         {}});
        item = items.end() - 1;
    }
    ++item->count;
    if (cue.value != 0)
        addTo(item->cues, cue);
    else
        nameIn(*item, before);
}

}  // namespace subs
