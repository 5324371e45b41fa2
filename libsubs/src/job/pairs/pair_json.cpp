// SPDX-License-Identifier: MIT
#include <subs/job/json.h>

#include "job/json_parts.h"

#include <array>

namespace subs {
namespace {

/// From 1, as a person counts.
Json numbersJson(const std::vector<std::size_t>& places) {
    Json numbers = Json::array();
    for (const std::size_t place : places)
        numbers.push_back(place + 1);
    return numbers;
}

Json idOf(const Format* format) {
    return format != nullptr ? Json(format->info().id) : Json(nullptr);
}

Json errorOrNull(const std::optional<Error>& error) {
    return error ? errorValue(*error) : Json(nullptr);
}

Json trackJson(const Paired& paired, std::size_t track, std::string_view input) {
    return {{"input", input},
            {"from", idOf(paired.from.at(track))},
            {"cues", paired.cues.at(track)},
            {"alone", numbersJson(paired.alone.at(track))},
            {"moved", numbersJson(paired.moved.at(track))},
            {"losses", lossesJson(paired.lost.at(track))},
            {"unread", lossesJson(paired.unread.at(track))},
            {"diagnostics", diagnosticsJson(paired.diagnostics.at(track))}};
}

/// Where a track goes; null where it is not known, since it was not done.
Json placeOf(const UnpairOutcome& outcome, std::size_t track) {
    const std::string output = outcome.unpaired.outputs.at(track).string();
    if (output.empty()) return outcome.error ? Json(nullptr) : Json("-");
    return output;
}

Json partJson(const UnpairOutcome& outcome, std::size_t track) {
    const Unpaired& unpaired = outcome.unpaired;
    return {{"output", placeOf(outcome, track)},
            {"language", textOrNull(unpaired.languages.at(track))},
            {"to", idOf(unpaired.to.at(track))},
            {"cues", unpaired.written.at(track)},
            {"missing", numbersJson(unpaired.missing.at(track))},
            {"losses", lossesJson(unpaired.losses.at(track))}};
}

}  // namespace

std::string pairingJson(const PairOutcome& outcome,
                        std::string_view first,
                        std::string_view second,
                        std::string_view output) {
    const Paired& paired = outcome.paired;
    return serialised({{"first", trackJson(paired, 0, first)},
                       {"second", trackJson(paired, 1, second)},
                       {"output", output},
                       {"to", idOf(paired.to)},
                       {"cues", paired.written},
                       {"losses", lossesJson(paired.losses)},
                       {"diagnostics", diagnosticsJson(paired.made)},
                       {"error", errorOrNull(outcome.error)}});
}

std::string partingJson(const UnpairOutcome& outcome, std::string_view input) {
    const Unpaired& unpaired = outcome.unpaired;
    return serialised({{"input", input},
                       {"from", idOf(unpaired.from)},
                       {"cues", unpaired.cues},
                       {"by", nameOf(unpaired.by)},
                       {"in_both", numbersJson(unpaired.inBoth)},
                       {"unread", lossesJson(unpaired.unread)},
                       {"first", partJson(outcome, 0)},
                       {"second", partJson(outcome, 1)},
                       {"diagnostics", diagnosticsJson(unpaired.diagnostics)},
                       {"error", errorOrNull(outcome.error)}});
}

}  // namespace subs
