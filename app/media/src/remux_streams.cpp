// SPDX-License-Identifier: GPL-3.0-or-later
#include "remux_streams.h"

#include <subs/job/track_language.h>

#include "film_copy.h"
#include "text_tracks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>

namespace subs::media {
namespace {

AVCodecID idOf(TextCodec codec) {
    switch (codec) {
        case TextCodec::Ass:
            return AV_CODEC_ID_ASS;
        case TextCodec::WebVtt:
            return AV_CODEC_ID_WEBVTT;
        default:
            return AV_CODEC_ID_SUBRIP;
    }
}

bool setExtradata(AVCodecParameters& codec, std::string_view bytes) {
    av_freep(static_cast<void*>(&codec.extradata));
    codec.extradata_size = 0;
    if (bytes.empty()) return true;
    codec.extradata =
        static_cast<std::uint8_t*>(av_mallocz(bytes.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (codec.extradata == nullptr) return false;
    std::memcpy(codec.extradata, bytes.data(), bytes.size());
    codec.extradata_size = static_cast<int>(bytes.size());
    return true;
}

void setTag(AVStream& stream, const char* name, const std::string& value) {
    if (!value.empty()) av_dict_set(&stream.metadata, name, value.c_str(), 0);
}

/// How a stream is named to a person.
std::string streamLine(const AVStream& stream) {
    const char* kind = av_get_media_type_string(stream.codecpar->codec_type);
    return fmt::format("stream {} ({} {})",
                       stream.index,
                       avcodec_get_name(stream.codecpar->codec_id),
                       kind == nullptr ? "of an unknown kind" : kind);
}

bool isTurned(const AVStream& stream) {
    std::size_t size = 0;
    const std::uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (matrix == nullptr || size < 9 * sizeof(std::int32_t)) return false;
    std::array<std::int32_t, 9> values{};
    std::memcpy(values.data(), matrix, sizeof values);
    return values[1] != 0 || values[3] != 0 || values[0] < 0 || values[4] < 0;
}

/// Builds the streams one by one.
class StreamMaker {
public:
    StreamMaker(const Container& film, const MuxRequest& request, FilmFile& output)
        : film_(film), request_(request), output_(output) {
        made_.ofFilm.assign(film.context->nb_streams, -1);
        made_.ofTracks.assign(request.tracks.size(), -1);
    }

    Result<RemuxStreams> run() {
        for (unsigned i = 0; i < film_.context->nb_streams; ++i)
            if (auto done = take(*film_.context->streams[i]); !done)
                return tl::unexpected(done.error());
        for (std::size_t i = 0; i < request_.tracks.size(); ++i)
            if (made_.ofTracks[i] < 0 && !addTrack(i)) return noMemory();
        for (const AttachedFile& file : request_.attachments)
            if (!attach(file)) return noMemory();
        const std::int64_t start = std::min<std::int64_t>(film_.startMicroseconds(), 0);
        if (!copyChapters(film_, start, output_.context())) return noMemory();
        copyTags(film_, output_.context());
        return std::move(made_);
    }

private:
    tl::unexpected<Error> noMemory() const {
        return tl::unexpected(mediaError(film_, AVERROR(ENOMEM)));
    }

    /// A stream of the film: copied, replaced, attached or left out.
    Result<void> take(const AVStream& stream) {
        for (std::size_t i = 0; i < request_.tracks.size(); ++i)
            if (request_.tracks[i].inPlaceOf == stream.index)
                return addTrack(i) ? Result<void>() : noMemory();
        if (stream.disposition & AV_DISPOSITION_ATTACHED_PIC)
            return attach(coverOf(stream)) ? Result<void>() : noMemory();
        const AVMediaType kind = stream.codecpar->codec_type;
        if (kind == AVMEDIA_TYPE_DATA || kind == AVMEDIA_TYPE_UNKNOWN) {
            leaveOut(stream);
            return {};
        }
        if (auto fits = checkFits(stream); !fits) return fits;
        return copy(stream) ? Result<void>() : noMemory();
    }

    Result<void> checkFits(const AVStream& stream) const {
        const auto refused = [&](std::string_view why) {
            return failure("mux.stream",
                           fmt::format("{} {}; nothing was written", streamLine(stream), why));
        };
        if (isTurned(stream))
            return refused("is shown turned or mirrored, which cannot be written to Matroska here");
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_ATTACHMENT) return {};
        const int fits = avformat_query_codec(
            output_.context().oformat, stream.codecpar->codec_id, FF_COMPLIANCE_NORMAL);
        return fits == 1 ? Result<void>() : refused("is of a kind that Matroska has no place for");
    }

    bool copy(const AVStream& from) {
        AVStream* const to = addCopyOf(from, output_.context());
        if (to == nullptr) return false;
        const bool isSubtitle = from.codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE;
        if (isSubtitle && request_.clearsDefault) to->disposition &= ~AV_DISPOSITION_DEFAULT;
        if (from.codecpar->codec_type != AVMEDIA_TYPE_ATTACHMENT)
            made_.ofFilm[static_cast<std::size_t>(from.index)] = to->index;
        return true;
    }

    bool addTrack(std::size_t place) {
        const NewTextTrack& track = request_.tracks[place];
        AVStream* stream = avformat_new_stream(&output_.context(), nullptr);
        if (stream == nullptr) return false;
        stream->codecpar->codec_type = AVMEDIA_TYPE_SUBTITLE;
        stream->codecpar->codec_id = idOf(track.codec);
        stream->time_base = {1, 1000};
        if (track.isDefault) stream->disposition |= AV_DISPOSITION_DEFAULT;
        if (track.isForced) stream->disposition |= AV_DISPOSITION_FORCED;
        setTag(*stream, "language", containerLanguage(track.language));
        setTag(*stream, "title", track.name);
        made_.ofTracks[place] = stream->index;
        return setExtradata(*stream->codecpar, track.codecPrivate);
    }

    bool attach(const AttachedFile& file) {
        AVStream* stream = avformat_new_stream(&output_.context(), nullptr);
        if (stream == nullptr) return false;
        stream->codecpar->codec_type = AVMEDIA_TYPE_ATTACHMENT;
        setTag(*stream, "filename", file.name);
        setTag(*stream, "mimetype", file.mediaType);
        return setExtradata(*stream->codecpar, file.bytes);
    }

    /// A picture that FFmpeg shows as a stream: in Matroska it is an attachment.
    static AttachedFile coverOf(const AVStream& stream) {
        const bool isPng = stream.codecpar->codec_id == AV_CODEC_ID_PNG;
        AttachedFile file;
        file.name = tagOf(stream.metadata, "filename");
        file.mediaType = tagOf(stream.metadata, "mimetype");
        if (file.name.empty()) file.name = isPng ? "cover.png" : "cover.jpg";
        if (file.mediaType.empty()) file.mediaType = isPng ? "image/png" : "image/jpeg";
        const AVPacket& picture = stream.attached_pic;
        file.bytes.assign(reinterpret_cast<const char*>(picture.data),
                          static_cast<std::size_t>(std::max(picture.size, 0)));
        return file;
    }

    /// What MP4 has beside the film: time codes, chapters as texts, hints.
    void leaveOut(const AVStream& stream) {
        const bool isChapters =
            stream.codecpar->codec_id == AV_CODEC_ID_BIN_DATA && film_.context->nb_chapters > 0;
        made_.diagnostics.push_back(
            {isChapters ? Severity::Info : Severity::Warning,
             0,
             0,
             "mux.left-out",
             isChapters ? fmt::format("{} is the chapters, which are kept", streamLine(stream))
                        : fmt::format("{} is left out: Matroska has no place for it",
                                      streamLine(stream))});
    }

    const Container& film_;
    const MuxRequest& request_;
    FilmFile& output_;
    RemuxStreams made_;
};

}  // namespace

Result<RemuxStreams> makeStreams(const Container& film,
                                 const MuxRequest& request,
                                 FilmFile& output) {
    return StreamMaker(film, request, output).run();
}

std::int64_t takenOff(const Container& film, const AVStream& stream) {
    return std::min<std::int64_t>(film.startTicks(stream), 0);
}

}  // namespace subs::media
