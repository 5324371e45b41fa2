// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/media/film.h>

#include "samples/cue_table.h"

#include <cstdio>
#include <filesystem>

namespace {

using subs::Frame;
using subs::Result;

/// The cues of the sample's table on the frames of another film.
subs::Document documentOn(const subs::FrameTimeline& timeline, const std::string& track) {
    subs::Document document;
    document.language = track;
    for (const auto& row : testing::tableCues(track)) {
        subs::Cue cue;
        cue.id = document.newId();
        cue.start = timeline.timeOf(Frame{row.first});
        cue.end = timeline.timeOf(Frame{row.last + 1});
        cue.text.plain = row.text;
        document.cues.push_back(cue);
    }
    return document;
}

Result<void> putOnFrames(const std::filesystem::path& film,
                         const std::string& track,
                         const std::filesystem::path& out) {
    const auto opened = subs::media::Film::open(film);
    if (!opened) return tl::unexpected(opened.error());
    const auto* format = subs::formatNamed(out.extension().string());
    if (format == nullptr) return subs::failure("format.unknown", "no format has this ending");
    subs::WriteOptions options;
    options.rounding = subs::Rounding::Frame;
    options.timeline = &opened->timeline();
    const auto written =
        subs::writtenDocument(documentOn(opened->timeline(), track), *format, options);
    if (!written) return tl::unexpected(written.error());
    return subs::writeFileAtomically(out, written->bytes);
}

}  // namespace

/// put_on_frames FILM LANGUAGE OUT: writes a track of the sample for the frames of FILM.
int main(int count, char** arguments) {
    if (count != 4) return 2;
    const auto done = putOnFrames(arguments[1], arguments[2], arguments[3]);
    if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
    return done ? 0 : 1;
}
