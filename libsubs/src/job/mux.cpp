// SPDX-License-Identifier: MIT
#include <subs/job/font_type.h>
#include <subs/job/mux.h>
#include <subs/job/outputs.h>
#include <subs/job/track_language.h>
#include <subs/job/track_text.h>
#include <subs/text/language_tag.h>

#include "job/container_kind.h"
#include "job/convert_parts.h"
#include "job/tracks/new_tracks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;
using tracks::MadeTrack;

Result<void> checkOutput(const MuxOptions& options, ContainerKind kind) {
    if (kind == ContainerKind::Mp4 && !options.fonts.empty())
        return failure("mux.output",
                       fmt::format("cannot write {} with fonts: MP4 has no place for them; leave "
                                   "--attach out, or name an output that ends with .mkv",
                                   options.output.string()));
    if (auto free = checkFree(options.output, options.existing); !free) return free;
    std::vector<fs::path> read = {options.film};
    for (const MuxInput& input : options.inputs)
        if (!input.bytes) read.push_back(input.file.path);
    read.insert(read.end(), options.fonts.begin(), options.fonts.end());
    return checkApart(options.output, "the film with its tracks", read);
}

/// A film in another container would have to be made anew as MP4.
Result<void> checkFits(const MuxOptions& options, ContainerKind kind, const ContainerFacts& facts) {
    if (kind == ContainerKind::Matroska || facts.format.starts_with("mov")) return {};
    return failure("mux.output",
                   fmt::format("cannot write {}: the film is no MP4, and text tracks are added to "
                               "MP4 without touching what is there; name an output that ends with "
                               ".mkv, or make an MP4 of the film first: ffmpeg -i FILM -c copy "
                               "FILM.mp4",
                               options.output.string()));
}

/// True where `name` is the place of the track, from 1, or its language.
bool isMeant(const std::string& name, std::size_t place, const std::string& language) {
    return name == std::to_string(place + 1) || (!language.empty() && isOfLanguage(language, name));
}

/// Error where `name` is that of no track.
Result<std::size_t> trackNamed(const std::string& name, const std::vector<MadeTrack>& made) {
    for (std::size_t i = 0; i < made.size(); ++i)
        if (isMeant(name, i, made[i].said.language)) return i;
    return failure("mux.no-such-track",
                   fmt::format("\"{}\" is neither the number of a subtitle file, from 1 to {}, nor "
                               "the language of one",
                               name,
                               made.size()));
}

Result<void> setFlags(std::vector<MadeTrack>& made, const MuxOptions& options) {
    if (!options.defaultTrack.empty() && options.defaultTrack != "none") {
        const auto chosen = trackNamed(options.defaultTrack, made);
        if (!chosen) return tl::unexpected(chosen.error());
        made[*chosen].track.isDefault = made[*chosen].said.isDefault = true;
    }
    for (const std::string& name : options.forcedTracks) {
        const auto chosen = trackNamed(name, made);
        if (!chosen) return tl::unexpected(chosen.error());
        made[*chosen].track.isForced = made[*chosen].said.isForced = true;
    }
    return {};
}

/// Gives each new track the place of a text track in its language.
void takePlaces(std::vector<MadeTrack>& made, const ContainerFacts& facts) {
    std::vector<int> taken;
    for (MadeTrack& track : made)
        for (const TextTrack& old : facts.tracks) {
            const std::string language = languageOfContainer(old.language);
            const bool isFree = std::ranges::find(taken, old.number) == taken.end();
            if (!isFree || language.empty() || old.codec == TextCodec::Other ||
                old.isForced != track.track.isForced ||
                !isOfLanguage(track.track.language, language))
                continue;
            track.track.inPlaceOf = track.said.inPlaceOf = old.number;
            taken.push_back(old.number);
            break;
        }
}

/// True of a track that Matroska, as it can be written here, has no codec for.
bool needsAnotherCodec(const TextTrack& track) {
    return track.codec == TextCodec::TimedText || track.codec == TextCodec::BlockVtt;
}

/// The film's own tracks that are not copied as they are, into Matroska.
Result<std::vector<MadeTrack>> otherForms(ContainerLibrary& library,
                                          const MuxOptions& options,
                                          const ContainerFacts& facts,
                                          const std::vector<MadeTrack>& made,
                                          const Watch& watch) {
    std::vector<TextTrack> tracks;
    std::vector<int> numbers;
    for (const TextTrack& track : facts.tracks) {
        const bool isReplaced = std::ranges::any_of(
            made, [&](const MadeTrack& other) { return other.track.inPlaceOf == track.number; });
        if (isReplaced || !needsAnotherCodec(track)) continue;
        tracks.push_back(track);
        numbers.push_back(track.number);
    }
    std::vector<MadeTrack> result;
    if (tracks.empty()) return result;
    const auto packets = library.packets(options.film, numbers, {watch.stop, {}});
    if (!packets) return tl::unexpected(packets.error());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        auto other = tracks::trackOfTrack(tracks[i], packets->tracks[i]);
        if (!other) return tl::unexpected(other.error());
        result.push_back(*std::move(other));
    }
    return result;
}

Result<AttachedFile> fontFrom(const fs::path& path) {
    auto bytes = readFile(path);
    if (!bytes) return tl::unexpected(about(path.string(), bytes.error()));
    const std::string_view type = fontTypeOf(*bytes);
    if (type.empty())
        return tl::unexpected(Error{"mux.no-font",
                                    "it is no TrueType or OpenType font; nothing was written",
                                    path.string()});
    return AttachedFile{path.filename().string(), std::string(type), *std::move(bytes)};
}

/// Adds `file` where it is not there yet.
void attach(AttachedFile file, const ContainerFacts& facts, MuxRequest& request, Muxed& result) {
    const auto isSame = [&](const AttachedFile& other) {
        return other.name == file.name && other.bytes == file.bytes;
    };
    if (std::ranges::any_of(facts.attachments, isSame) ||
        std::ranges::any_of(request.attachments, isSame))
        return;
    result.attachments.push_back(file.name);
    request.attachments.push_back(std::move(file));
}

Result<void> attachFonts(const MuxOptions& options,
                         std::vector<MadeTrack>& made,
                         const ContainerFacts& facts,
                         MuxRequest& request,
                         Muxed& result) {
    for (MadeTrack& track : made)
        for (AttachedFile& font : track.fonts)
            attach(std::move(font), facts, request, result);
    for (const fs::path& path : options.fonts) {
        auto font = fontFrom(path);
        if (!font) return tl::unexpected(font.error());
        attach(*std::move(font), facts, request, result);
    }
    return {};
}

/// What Matroska needs and MP4 does not: the film's tracks in other forms, and fonts.
Result<void> addMatroskaParts(ContainerLibrary& library,
                              const MuxOptions& options,
                              const ContainerFacts& facts,
                              std::vector<MadeTrack>& made,
                              MuxRequest& request,
                              Muxed& result,
                              const Watch& watch) {
    auto others = otherForms(library, options, facts, made, watch);
    if (!others) return tl::unexpected(about(options.film.string(), others.error()));
    if (request.clearsDefault)
        for (MadeTrack& other : *others)
            other.track.isDefault = other.said.isDefault = false;
    if (auto fonts = attachFonts(options, made, facts, request, result); !fonts) return fonts;
    std::ranges::move(*others, std::back_inserter(made));
    return {};
}

Result<std::vector<MadeTrack>> newTracks(const MuxOptions& options,
                                         const tracks::TrackTarget& target) {
    std::vector<MadeTrack> made;
    for (const MuxInput& input : options.inputs) {
        auto track = tracks::trackOfFile(input, options.reading, target);
        if (!track) return tl::unexpected(track.error());
        made.push_back(*std::move(track));
    }
    if (auto flags = setFlags(made, options); !flags) return tl::unexpected(flags.error());
    return made;
}

}  // namespace

Result<Muxed> muxed(ContainerLibrary& library, const MuxOptions& options, const Watch& watch) {
    const auto kind = containerKindOf(options.output, "mux.output");
    if (!kind) return tl::unexpected(kind.error());
    if (const auto ready = checkOutput(options, *kind); !ready)
        return tl::unexpected(ready.error());
    const auto facts = library.contents(options.film, watch.stop);
    if (!facts) return tl::unexpected(about(options.film.string(), facts.error()));
    if (const auto fits = checkFits(options, *kind, *facts); !fits)
        return tl::unexpected(fits.error());
    auto made = newTracks(options, {*kind, facts->room});
    if (!made) return tl::unexpected(made.error());
    if (options.sameLanguage == SameLanguage::Replace) takePlaces(*made, *facts);

    Muxed result;
    MuxRequest request{.film = options.film,
                       .output = options.output,
                       .kind = *kind,
                       .existing = options.existing,
                       .clearsDefault = !options.defaultTrack.empty()};
    if (*kind == ContainerKind::Matroska)
        if (auto added = addMatroskaParts(library, options, *facts, *made, request, result, watch);
            !added)
            return tl::unexpected(added.error());
    for (MadeTrack& track : *made) {
        request.tracks.push_back(std::move(track.track));
        result.tracks.push_back(std::move(track.said));
    }
    if (const auto folder = makeFolderOf(options.output); !folder)
        return tl::unexpected(folder.error());
    auto written = library.mux(request, watch);
    if (!written) return tl::unexpected(about(options.film.string(), written.error()));
    result.diagnostics = *std::move(written);
    return result;
}

}  // namespace subs
