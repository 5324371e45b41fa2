// SPDX-License-Identifier: MIT
#include "job/tracks/track_choice.h"

#include <subs/base/counted.h>
#include <subs/job/track_language.h>
#include <subs/job/track_text.h>
#include <subs/text/language_tag.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace subs::tracks {
namespace {

bool isText(const TextTrack& track) {
    return track.codec != TextCodec::Other;
}

bool isNumber(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isMeant(const TextTrack& track, const std::string& wanted) {
    if (isNumber(wanted)) return std::to_string(track.number) == wanted;
    const std::string language = languageOfContainer(track.language);
    return isText(track) && isOfLanguage(language, languageOfContainer(wanted));
}

std::string listed(const std::vector<TextTrack>& tracks) {
    std::string list;
    for (const TextTrack& track : tracks)
        list += fmt::format("{}{}", list.empty() ? "" : ", ", trackLine(track));
    return list;
}

Result<std::vector<TextTrack>> namedTracks(const ContainerFacts& facts,
                                           const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (std::ranges::none_of(facts.tracks,
                                 [&](const TextTrack& track) { return isMeant(track, name); }))
            return failure(
                "extract.no-such-track",
                fmt::format("there is no text track {}; there are {}", name, listed(facts.tracks)));
    std::vector<TextTrack> chosen;
    std::ranges::copy_if(facts.tracks, std::back_inserter(chosen), [&](const TextTrack& track) {
        return std::ranges::any_of(names,
                                   [&](const std::string& name) { return isMeant(track, name); });
    });
    return chosen;
}

}  // namespace

Result<std::vector<TextTrack>> chosenTracks(const ContainerFacts& facts,
                                            const ExtractOptions& options,
                                            Diagnostics& diagnostics) {
    if (facts.tracks.empty())
        return failure("extract.no-tracks", "there is no subtitle track in it");
    if (!options.tracks.empty()) return namedTracks(facts, options.tracks);
    std::vector<TextTrack> texts;
    for (const TextTrack& track : facts.tracks)
        if (isText(track))
            texts.push_back(track);
        else if (options.takesAll)
            diagnostics.push_back(
                {Severity::Warning,
                 0,
                 0,
                 "extract.no-text",
                 fmt::format("track {} is left out: pictures, or a text that cannot be read yet",
                             trackLine(track))});
    if (texts.empty())
        return failure("extract.no-tracks",
                       fmt::format("none of its subtitle tracks is a text that can be read: {}",
                                   listed(facts.tracks)));
    if (texts.size() > 1 && !options.takesAll)
        return failure("extract.several",
                       fmt::format("it has {}: {}; --track says which, --all takes all of them",
                                   counted(texts.size(), "text track"),
                                   listed(texts)));
    return texts;
}

std::vector<std::filesystem::path> trackNames(const std::filesystem::path& film,
                                              std::span<const TextTrack> tracks,
                                              std::span<const Format* const> formats) {
    const std::string stem = film.stem().string();
    const auto nameOf = [&](std::size_t i, bool isNumbered) {
        const TextTrack& track = tracks[i];
        const std::string language = languageOfContainer(track.language);
        std::string name = stem;
        if (isNumbered || (language.empty() && tracks.size() > 1))
            name += fmt::format(".{}", track.number);
        if (track.isForced) name += ".forced";
        if (!language.empty()) name += "." + language;
        return name + fmt::format(".{}", formats[i]->info().extensions.front());
    };
    std::map<std::string, int> uses;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        ++uses[nameOf(i, false)];
    std::vector<std::filesystem::path> names;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        names.emplace_back(nameOf(i, uses[nameOf(i, false)] > 1));
    return names;
}

}  // namespace subs::tracks
