// SPDX-License-Identifier: MIT
#include "timing/shot_files/shots_json.h"

#include <algorithm>
#include <string>

namespace subs {
namespace shot_files {
namespace {

/// The error's place in the text is told by its line.
std::uint32_t lineAt(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    return static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
}

bool recognises(std::string_view text) {
    return trimmed(text).starts_with('{');
}

std::optional<std::int64_t> frameIn(const Json& value) {
    if (!value.is_number_integer() || value < 0) return std::nullopt;
    return value.get<std::int64_t>();
}

std::optional<Transition> transitionIn(const Json& value) {
    if (!value.is_object()) return std::nullopt;
    const auto kind = transitionKindNamed(value.contains("kind") && value["kind"].is_string()
                                              ? value["kind"].get<std::string>()
                                              : "");
    const auto from = frameIn(value.value("from", Json()));
    const auto to = frameIn(value.value("to", Json()));
    if (!kind || !from || !to) return std::nullopt;
    return Transition{*kind, {*from}, {*to}};
}

/// Elements of the list `name`; what is none of it is told by its place.
template <class Take>
void readList(const Json& file, const char* name, ShotReading& reading, const Take& take) {
    const Json list = file.value(name, Json::array());
    std::size_t place = 0;
    for (const Json& each : list) {
        ++place;
        if (!take(each))
            reading.warn(0,
                         "shots.bad-element",
                         "element " + std::to_string(place) + " of \"" + name +
                             "\" cannot be read; left out");
    }
}

Result<void> read(std::string_view text, ShotReading& reading) {
    const auto file = parsedJson(text);
    if (!file) return tl::unexpected(file.error());
    return readShots(*file, reading);
}

}  // namespace

Result<Json> parsedJson(std::string_view text) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        return failureAt(lineAt(text, error.byte),
                         0,
                         "shots.bad-json",
                         "this is no JSON: it breaks off or goes wrong here");
    }
}

Result<void> readShots(const Json& file, ShotReading& reading) {
    if (!file.is_object() || !file.contains("cuts") || !file["cuts"].is_array())
        return failure("shots.bad-json", "it has no list \"cuts\"");
    readList(file, "cuts", reading, [&](const Json& each) {
        const auto frame = frameIn(each);
        if (frame) reading.cut(*frame);
        return frame.has_value();
    });
    readList(file, "transitions", reading, [&](const Json& each) {
        const auto transition = transitionIn(each);
        if (transition) reading.shots.transitions.push_back(*transition);
        return transition.has_value();
    });
    return {};
}

Json jsonOf(const Shots& shots) {
    Json cuts = Json::array();
    for (const Frame cut : shots.cuts)
        cuts.push_back(cut.number);
    Json transitions = Json::array();
    for (const Transition& each : shots.transitions)
        transitions.push_back(
            {{"kind", nameOf(each.kind)}, {"from", each.from.number}, {"to", each.to.number}});
    return {{"cuts", cuts}, {"transitions", transitions}};
}

const ShotFileReader kShotsJsonReader = {{"json", "subs shots --json"}, recognises, read};

}  // namespace shot_files

std::string shotsJson(const Shots& shots, std::int64_t frames, FrameRate rate) {
    shot_files::Json file{{"frames", frames}, {"rate", formatted(rate.framesPerSecond())}};
    file.update(shot_files::jsonOf(shots));
    return file.dump();
}

}  // namespace subs
