// SPDX-License-Identifier: MIT
#include <subs/timing/shot_list.h>

#include "timing/shot_files/shots_json.h"

namespace subs {
namespace {

using shot_files::Json;

/// The shots that the member `name` is.
Result<Shots> shotsIn(const Json& file, const char* name) {
    if (!file.contains(name))
        return failure("shots.bad-json", std::string("it has no \"") + name + '"');
    const ShotFileOptions asTheyAre;
    shot_files::ShotReading reading{asTheyAre};
    if (const auto read = shot_files::readShots(file[name], reading); !read)
        return tl::unexpected(read.error());
    if (!reading.diagnostics.empty())
        return failure("shots.bad-json",
                       std::string("in \"") + name + "\", " + reading.diagnostics.front().message);
    return ordered(std::move(reading.shots));
}

}  // namespace

std::string shotListJson(const ShotList& list) {
    return Json{{"source", list.source},
                {"detected", shot_files::jsonOf(list.detected)},
                {"added", shot_files::jsonOf(list.added)},
                {"removed", shot_files::jsonOf(list.removed)}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ShotList> readShotListJson(std::string_view text) {
    const auto file = shot_files::parsedJson(text);
    if (!file) return tl::unexpected(file.error());
    if (!file->is_object() || !file->value("source", Json()).is_string())
        return failure("shots.bad-json", "it has no text \"source\"");
    auto detected = shotsIn(*file, "detected");
    if (!detected) return tl::unexpected(detected.error());
    auto added = shotsIn(*file, "added");
    if (!added) return tl::unexpected(added.error());
    auto removed = shotsIn(*file, "removed");
    if (!removed) return tl::unexpected(removed.error());
    return ShotList{std::move(*detected),
                    std::move(*added),
                    std::move(*removed),
                    file->at("source").get<std::string>()};
}

}  // namespace subs
