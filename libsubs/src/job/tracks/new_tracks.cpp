// SPDX-License-Identifier: MIT
#include "job/tracks/new_tracks.h"

#include <subs/format/unread.h>
#include <subs/job/pair_names.h>
#include <subs/job/track_language.h>
#include <subs/job/track_text.h>

#include "job/convert_document.h"
#include "job/tracks/timed_text_writer.h"
#include "job/written_file.h"

#include <iterator>
#include <utility>

namespace subs::tracks {
namespace {

template <class List>
void append(List& list, List more) {
    std::ranges::move(more, std::back_inserter(list));
}

/// A document as the text of a file that Matroska has a codec for, in UTF-8.
Result<WrittenDocument> trackFile(const Document& document, const Format& format) {
    WriteOptions writing;
    writing.encoding = "UTF-8";
    writing.bom = BomChoice::No;
    return writtenDocument(document, format, writing);
}

MadeTrack trackWith(TrackPackets packets) {
    MadeTrack result;
    result.track.codec = packets.codec;
    result.track.codecPrivate = std::move(packets.codecPrivate);
    result.track.packets = std::move(packets.packets);
    result.fonts = std::move(packets.fonts);
    result.said.codec = packets.codec;
    result.said.cues = result.track.packets.size();
    result.said.losses = std::move(packets.losses);
    result.said.diagnostics = std::move(packets.diagnostics);
    return result;
}

/// `made` as a track, with the losses of having made it.
Result<MadeTrack> madeTrack(WrittenDocument made, const Format& format) {
    auto packets = packetsOfText(std::move(made.bytes), format);
    if (!packets) return tl::unexpected(packets.error());
    append(made.losses.items, std::move(packets->losses.items));
    packets->losses = std::move(made.losses);
    return trackWith(*std::move(packets));
}

/// As one of the files that Matroska has a codec for: its own, else SubRip.
Result<MadeTrack> matroskaTrack(const ReadDocument& read) {
    const Format& format = hasTrackCodec(*read.format) ? *read.format : *formatNamed("srt");
    auto written = trackFile(read.document, format);
    if (!written) return tl::unexpected(written.error());
    if (&format != read.format) {
        addUnread(read.unread, format.info(), written->losses);
        placeLosses(written->losses, read.document);
    }
    return madeTrack(*std::move(written), format);
}

Result<MadeTrack> mp4Track(const ReadDocument& read, const TextRoom& room) {
    auto written = timedTextPackets(read.document, room);
    if (!written) return tl::unexpected(written.error());
    addUnread(read.unread, {}, written->track.losses);
    placeLosses(written->track.losses, read.document);
    MadeTrack made = trackWith(std::move(written->track));
    made.said.cues = written->cues;
    return made;
}

}  // namespace

Result<MadeTrack> trackOfFile(const MuxInput& input,
                              const DocumentOptions& reading,
                              const TrackTarget& target) {
    const std::string name = input.file.path.string();
    DocumentOptions how = reading;
    how.language = input.language.empty() ? taggedName(input.file.path).tag : input.language;
    auto read = readInput(input.file, input.bytes, how);
    if (!read) return tl::unexpected(read.error());
    if (read->document.cues.empty())
        return tl::unexpected(
            Error{"mux.no-cues", "there is no cue in it; nothing was written", name});
    const bool isMp4 = target.kind == ContainerKind::Mp4;
    auto made = isMp4 ? mp4Track(*read, target.room) : matroskaTrack(*read);
    if (!made) return tl::unexpected(about(name, made.error()));
    if (made->track.packets.empty())
        return tl::unexpected(
            Error{"mux.no-cues", "there is no cue in it that is shown; nothing was written", name});
    made->track.language = made->said.language = read->document.language;
    made->track.name = read->document.title;
    made->said.input = name;
    Diagnostics all = std::move(read->diagnostics);
    append(all, std::exchange(made->said.diagnostics, {}));
    made->said.diagnostics = std::move(all);
    return made;
}

Result<MadeTrack> trackOfTrack(const TextTrack& track, const std::vector<TextPacket>& packets) {
    auto text = textOfTrack(track, packets);
    if (!text) return tl::unexpected(text.error());
    auto made = madeTrack({std::move(text->text), std::move(text->losses)}, *text->format);
    if (!made) return made;
    Diagnostics all = std::move(text->diagnostics);
    append(all, std::exchange(made->said.diagnostics, {}));
    made->said.diagnostics = std::move(all);
    made->track.language = made->said.language = languageOfContainer(track.language);
    made->track.name = track.name;
    made->track.isDefault = made->said.isDefault = track.isDefault;
    made->track.isForced = made->said.isForced = track.isForced;
    made->track.inPlaceOf = made->said.inPlaceOf = track.number;
    return made;
}

}  // namespace subs::tracks
