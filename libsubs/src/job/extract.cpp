// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>
#include <subs/job/extract.h>
#include <subs/job/font_type.h>
#include <subs/job/outputs.h>
#include <subs/job/track_language.h>
#include <subs/job/track_text.h>

#include "job/tracks/track_choice.h"
#include "job/written_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

/// The text in the format that is asked for.
Result<void> convert(TrackText& text, const TextTrack& track, const ExtractOptions& options) {
    if (options.format == nullptr || options.format == text.format) return {};
    ConvertOptions converting;
    converting.format = options.format;
    converting.reading.encoding = "UTF-8";
    converting.reading.format = text.format->info().id;
    converting.reading.language = languageOfContainer(track.language);
    converting.writing = options.writing;
    auto made = converted(std::move(text.text), {}, converting);
    if (!made) return tl::unexpected(made.error());
    text.text = std::move(made->bytes);
    text.format = options.format;
    std::ranges::move(made->losses.items, std::back_inserter(text.losses.items));
    std::ranges::move(made->diagnostics, std::back_inserter(text.diagnostics));
    return {};
}

Result<TrackText> textOf(const TextTrack& track,
                         const std::vector<TextPacket>& packets,
                         const ExtractOptions& options) {
    auto text = textOfTrack(track, packets);
    if (!text) return text;
    if (text->cues == 0)
        return failure(
            "extract.empty",
            fmt::format("there is no text in track {}; nothing was written", trackLine(track)));
    if (auto done = convert(*text, track, options); !done) return tl::unexpected(done.error());
    return text;
}

ExtractedTrack delivered(const TextTrack& track,
                         const std::vector<TextPacket>& packets,
                         const fs::path& output,
                         const ExtractOptions& options) {
    ExtractedTrack result;
    result.track = track;
    result.track.codecPrivate.clear();
    result.output = output;
    auto text = textOf(track, packets, options);
    if (!text) {
        result.error = text.error();
        return result;
    }
    result.format = text->format;
    result.cues = text->cues;
    result.losses = std::move(text->losses);
    result.diagnostics = std::move(text->diagnostics);
    if (output == "-") {
        result.bytes = std::move(text->text);
        return result;
    }
    if (const auto written = writeMade(output, text->text, options.existing); !written)
        result.error = written.error();
    return result;
}

/// The format that a track comes in, as far as it is known before its packets are.
const Format* formatFor(const TextTrack& track, const ExtractOptions& options) {
    if (options.format != nullptr) return options.format;
    const bool isSsa = track.codec == TextCodec::Ass &&
                       track.codecPrivate.find("[V4 Styles]") != std::string::npos;
    const Format* own = isSsa ? formatNamed("ssa") : formatOf(track.codec);
    return own != nullptr ? own : formatNamed("srt");
}

/// Where each track goes, before any of them is read.
Result<std::vector<fs::path>> outputsOf(const ExtractTask& task,
                                        const std::vector<TextTrack>& tracks,
                                        const ExtractOptions& options) {
    std::vector<fs::path> outputs;
    if (!task.output.empty()) {
        if (tracks.size() > 1)
            return failure("extract.several",
                           fmt::format("{} tracks were chosen, and -o is for one; --out-dir takes "
                                       "a file of each",
                                       tracks.size()));
        outputs.push_back(task.output);
    } else {
        std::vector<const Format*> formats;
        formats.reserve(tracks.size());
        for (const TextTrack& track : tracks)
            formats.push_back(formatFor(track, options));
        for (const fs::path& name : tracks::trackNames(task.film, tracks, formats))
            outputs.push_back(task.folder / name);
    }
    const std::array<fs::path, 1> film = {task.film};
    for (const fs::path& output : outputs) {
        if (output == "-") continue;
        if (auto free = checkFree(output, options.existing); !free)
            return tl::unexpected(about(output.string(), free.error()));
        if (auto apart = checkApart(output, "the track", film); !apart)
            return tl::unexpected(apart.error());
    }
    return outputs;
}

/// True where `path` holds `bytes` already, as of a font that many films have.
bool holds(const fs::path& path, const std::string& bytes) {
    std::error_code error;
    if (fs::file_size(path, error) != bytes.size() || error) return false;
    const auto there = readFile(path);
    return there && *there == bytes;
}

std::vector<ExtractedFont> deliveredFonts(const std::vector<AttachedFile>& attachments,
                                          const ExtractOptions& options) {
    std::vector<ExtractedFont> fonts;
    if (options.fontFolder.empty()) return fonts;
    std::set<std::string> names;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        const AttachedFile& file = attachments[i];
        if (!isFont(file.name, file.mediaType)) continue;
        std::string name = safeFileName(file.name, i + 1);
        if (!names.insert(name).second) name = fmt::format("{}-{}", i + 1, name);
        ExtractedFont font{file.name, options.fontFolder / name, std::nullopt};
        if (!holds(font.output, file.bytes)) {
            const auto written = writeMade(font.output, file.bytes, options.existing);
            if (!written) font.error = written.error();
        }
        fonts.push_back(std::move(font));
    }
    return fonts;
}

Result<ExtractOutcome> extractedFrom(ContainerLibrary& library,
                                     const ExtractTask& task,
                                     const ExtractOptions& options,
                                     const Watch& watch) {
    const auto facts = library.contents(task.film, watch.stop);
    if (!facts) return tl::unexpected(facts.error());
    ExtractOutcome outcome;
    const auto tracks = tracks::chosenTracks(*facts, options, outcome.diagnostics);
    if (!tracks) return tl::unexpected(tracks.error());
    const auto outputs = outputsOf(task, *tracks, options);
    if (!outputs) return tl::unexpected(outputs.error());
    std::vector<int> numbers;
    for (const TextTrack& track : *tracks)
        numbers.push_back(track.number);
    auto packets = library.packets(task.film, numbers, watch);
    if (!packets) return tl::unexpected(packets.error());
    std::ranges::move(packets->diagnostics, std::back_inserter(outcome.diagnostics));
    for (std::size_t i = 0; i < tracks->size(); ++i)
        outcome.tracks.push_back(
            delivered((*tracks)[i], packets->tracks[i], (*outputs)[i], options));
    outcome.fonts = deliveredFonts(facts->attachments, options);
    return outcome;
}

}  // namespace

ExtractOutcome extracted(ContainerLibrary& library,
                         const ExtractTask& task,
                         const ExtractOptions& options,
                         const Watch& watch) {
    auto outcome = extractedFrom(library, task, options, watch);
    if (outcome) return *std::move(outcome);
    ExtractOutcome failed;
    failed.error = about(task.film.string(), outcome.error());
    return failed;
}

std::string trackLine(const TextTrack& track) {
    std::string line = fmt::format("{}", track.number);
    if (!track.language.empty()) line += " " + track.language;
    line += fmt::format(
        " {}",
        track.codec == TextCodec::Other ? std::string_view(track.codecName) : nameOf(track.codec));
    if (!track.name.empty()) line += fmt::format(" \"{}\"", track.name);
    return line;
}

std::string safeFileName(std::string_view name, std::size_t number) {
    constexpr std::size_t kLongest = 200;
    const std::size_t slash = name.find_last_of("/\\");
    std::string safe(slash == name.npos ? name : name.substr(slash + 1));
    for (char& letter : safe)
        if (static_cast<unsigned char>(letter) < ' ' || letter == '\x7F' || letter == ':')
            letter = '_';
    if (safe.size() > kLongest) safe.erase(0, safe.size() - kLongest);
    // An end of a letter that was cut in two.
    while (!safe.empty() && (static_cast<unsigned char>(safe.front()) & 0xC0U) == 0x80U)
        safe.erase(0, 1);
    if (safe.empty() || safe.find_first_not_of('.') == std::string::npos)
        return fmt::format("attachment-{}", number);
    if (safe.front() == '.') safe.front() = '_';
    return safe;
}

}  // namespace subs
