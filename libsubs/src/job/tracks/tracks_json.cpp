// SPDX-License-Identifier: MIT
#include <subs/job/track_language.h>
#include <subs/job/tracks_json.h>

#include "job/json_parts.h"

namespace subs {
namespace {

Json errorOrNull(const std::optional<Error>& error) {
    return error ? errorValue(*error) : Json(nullptr);
}

Json trackJson(const ExtractedTrack& track) {
    const TextTrack& said = track.track;
    return {{"track", said.number},
            {"codec", nameOf(said.codec)},
            {"language", textOrNull(languageOfContainer(said.language))},
            {"name", textOrNull(said.name)},
            {"default", said.isDefault},
            {"forced", said.isForced},
            {"output", track.error ? Json(nullptr) : Json(track.output.string())},
            {"format", track.format != nullptr ? Json(track.format->info().id) : Json(nullptr)},
            {"cues", track.cues},
            {"losses", lossesJson(track.losses)},
            {"diagnostics", diagnosticsJson(track.diagnostics)},
            {"error", errorOrNull(track.error)}};
}

Json trackJson(const MuxedTrack& track) {
    return {{"input", textOrNull(track.input)},
            {"codec", nameOf(track.codec)},
            {"language", textOrNull(track.language)},
            {"default", track.isDefault},
            {"forced", track.isForced},
            {"in_place_of", track.inPlaceOf ? Json(*track.inPlaceOf) : Json(nullptr)},
            {"cues", track.cues},
            {"losses", lossesJson(track.losses)},
            {"diagnostics", diagnosticsJson(track.diagnostics)}};
}

}  // namespace

std::string extractionJson(const ExtractOutcome& outcome, std::string_view film) {
    Json tracks = Json::array();
    for (const ExtractedTrack& track : outcome.tracks)
        tracks.push_back(trackJson(track));
    Json fonts = Json::array();
    for (const ExtractedFont& font : outcome.fonts)
        fonts.push_back({{"name", font.name},
                         {"output", font.error ? Json(nullptr) : Json(font.output.string())},
                         {"error", errorOrNull(font.error)}});
    return serialised({{"film", film},
                       {"tracks", std::move(tracks)},
                       {"fonts", std::move(fonts)},
                       {"diagnostics", diagnosticsJson(outcome.diagnostics)},
                       {"error", errorOrNull(outcome.error)}});
}

std::string muxingJson(const Muxed& muxed, std::string_view film, std::string_view output) {
    Json tracks = Json::array();
    for (const MuxedTrack& track : muxed.tracks)
        tracks.push_back(trackJson(track));
    return serialised({{"film", film},
                       {"output", output},
                       {"tracks", std::move(tracks)},
                       {"attachments", muxed.attachments},
                       {"diagnostics", diagnosticsJson(muxed.diagnostics)}});
}

}  // namespace subs
