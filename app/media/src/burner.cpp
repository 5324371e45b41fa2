// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/media/burner.h>

#include "attached_fonts.h"
#include "broken_lines.h"
#include "film_copy.h"
#include "film_file.h"
#include "frame_shaper.h"
#include "frame_walk.h"
#include "indexed_film.h"
#include "kept_sound.h"
#include "picture_encoder.h"
#include "planar_blend.h"
#include "preview_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace subs::media {
namespace {

Diagnostic remark(Severity severity, std::string code, std::string message) {
    return {severity, 0, 0, std::move(code), std::move(message)};
}

/// What of the film is neither picture nor sound.
std::size_t countOthers(const IndexedFilm& film) {
    std::size_t count = 0;
    for (unsigned i = 0; i < film.container.context->nb_streams; ++i) {
        const AVStream& stream = *film.container.context->streams[i];
        const bool isKept =
            &stream == film.stream || stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
        count += isKept ? 0 : 1;
    }
    return count;
}

bool saysHowBright(const AVFrame& frame) {
    return av_frame_get_side_data(&frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA) != nullptr ||
           av_frame_get_side_data(&frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL) != nullptr;
}

/// One film with its texts: decoded, drawn upon, encoded.
class Burn {
public:
    Burn(IndexedFilm& film,
         const BurnRequest& request,
         const Watch& watch,
         PreviewStage& stage,
         FilmFile& output)
        : film_(film),
          request_(request),
          watch_(watch),
          stage_(stage),
          output_(output),
          timeline_(request.origin == FilmOrigin::FirstFrame ? film.timeline.fromFirstFrame()
                                                             : film.timeline) {}

    Result<BurnedFilm> run() {
        auto walk = FrameWalk::open(film_.container, *film_.stream, film_.index);
        if (!walk) return tl::unexpected(walk.error());
        while (true) {
            const auto step = walk->next();
            if (!step) return tl::unexpected(step.error());
            if (!*step) break;
            if (auto done = take(**step); !done) return tl::unexpected(done.error());
        }
        if (!encoder_)
            return failure("media.no-frames",
                           fmt::format("not one picture of {} can be decoded; nothing was written",
                                       request_.film.string()));
        if (auto done = end(); !done) return tl::unexpected(done.error());
        tell(*walk);
        return std::move(result_);
    }

private:
    Result<void> take(const FrameWalk::Step& step) {
        if (!shaper_) shaper_.emplace(*film_.stream, *step.frame);
        auto frame = shaper_->shaped(*step.frame);
        if (!frame) return tl::unexpected(frame.error());
        AVFrame& picture = **frame;
        if (!encoder_)
            if (auto begun = begin(picture); !begun) return begun;
        if (auto drawn = draw(step.number, picture); !drawn) return drawn;
        picture.pts = stampOf(step.number);
        picture.pict_type = AV_PICTURE_TYPE_NONE;
        ++result_.frames;
        auto encoded =
            encoder_->encode(&picture, [this](AVPacket& packet) { return write(packet); });
        watch_.tell(static_cast<double>(step.number + 1) / static_cast<double>(film_.frames()));
        return encoded;
    }

    /// From film time 0 on.
    std::int64_t stampOf(std::size_t number) const {
        return film_.index.frames[number].stamp - film_.container.startTicks(*film_.stream);
    }

    Result<void> begin(const AVFrame& first) {
        AVFormatContext& to = output_.context();
        EncodedForm form{film_.stream->time_base, film_.stream->avg_frame_rate, false};
        form.hasGlobalHeader = (to.oformat->flags & AVFMT_GLOBALHEADER) != 0;
        auto encoder = PictureEncoder::open(first, form, request_.quality);
        if (!encoder) return tl::unexpected(encoder.error());
        encoder_ = *std::move(encoder);
        pictures_ = avformat_new_stream(&to, nullptr);
        if (pictures_ == nullptr ||
            avcodec_parameters_from_context(pictures_->codecpar, &encoder_->context()) < 0)
            return noMemory();
        pictures_->time_base = film_.stream->time_base;
        pictures_->avg_frame_rate = film_.stream->avg_frame_rate;
        pictures_->disposition = film_.stream->disposition;
        av_dict_copy(&pictures_->metadata, film_.stream->metadata, 0);
        auto sound = KeptSound::open(request_.film, watch_.stop, output_);
        if (!sound) return tl::unexpected(sound.error());
        sound_ = *std::move(sound);
        if (!copyChapters(film_.container, film_.container.startMicroseconds(), to))
            return noMemory();
        copyTags(film_.container, to);
        tellFirst(first);
        stage_.setSizes({first.width, first.height}, {first.width, first.height});
        return output_.begin();
    }

    tl::unexpected<Error> noMemory() const {
        return tl::unexpected(mediaError(film_.container, AVERROR(ENOMEM)));
    }

    void tellFirst(const AVFrame& first) {
        result_.width = first.width;
        result_.height = first.height;
        if (saysHowBright(first))
            result_.filmDiagnostics.push_back(
                remark(Severity::Warning,
                       "burn.brightness",
                       "the film says how bright its pictures were made to be, which x264 cannot "
                       "be told; the new film does not"));
    }

    Result<void> draw(std::size_t number, AVFrame& picture) {
        const std::array<PreviewTrack, 1> tracks{PreviewTrack{request_.subtitles, false, 1}};
        const Time time = timeline_.timeOf({static_cast<std::int64_t>(number)});
        bool hasMemory = true;
        auto shown = stage_.show(tracks, time, [&](const ASS_Image* images) {
            if (images == nullptr) return;
            hasMemory = av_frame_make_writable(&picture) >= 0;
            if (!hasMemory) return;
            blend(images, picture);
            ++result_.drawn;
        });
        if (!hasMemory) return noMemory();
        return shown;
    }

    /// A packet of the encoder, behind the sound that is heard before it.
    Result<void> write(AVPacket& packet) {
        const AVRational ticks = film_.stream->time_base;
        if (auto sound = sound_->copyUpTo(timeFromTicks(packet.dts, ticks), output_); !sound)
            return sound;
        packet.duration = durationAt(packet.pts);
        packet.stream_index = pictures_->index;
        av_packet_rescale_ts(&packet, ticks, pictures_->time_base);
        return output_.write(packet);
    }

    /// Until the next frame of the film; the last one lasts as long as the one before.
    std::int64_t durationAt(std::int64_t stamp) const {
        const auto& frames = film_.index.frames;
        const auto number = film_.index.frameOf(stamp + film_.container.startTicks(*film_.stream));
        if (!number || frames.size() < 2) return 0;
        const std::size_t next = std::min(*number + 1, frames.size() - 1);
        return frames[next].stamp - frames[next - 1].stamp;
    }

    Result<void> end() {
        auto encoded =
            encoder_->encode(nullptr, [this](AVPacket& packet) { return write(packet); });
        if (!encoded) return encoded;
        if (auto sound = sound_->copyUpTo(std::nullopt, output_); !sound) return sound;
        return output_.finish();
    }

    void tell(const FrameWalk& walk) {
        Diagnostics& remarks = result_.filmDiagnostics;
        remarks.insert(
            remarks.end(), film_.index.diagnostics.begin(), film_.index.diagnostics.end());
        const auto missing = static_cast<std::size_t>(film_.frames() - result_.frames);
        if (missing > 0)
            remarks.push_back(remark(
                Severity::Warning,
                "media.damaged",
                fmt::format("{} could not be decoded; the one before stays on the screen there",
                            counted(missing, "frame"))));
        else if (walk.damage() > 0)
            remarks.push_back(remark(Severity::Warning,
                                     "media.damaged",
                                     "some of the film's pictures are damaged, and are so in the "
                                     "new film"));
        if (const std::size_t others = countOthers(film_); others > 0)
            remarks.push_back(
                remark(Severity::Info,
                       "burn.left-out",
                       fmt::format("{} of the film that {} neither its picture nor its sound {} "
                                   "left out",
                                   counted(others, "stream"),
                                   others == 1 ? "is" : "are",
                                   others == 1 ? "is" : "are")));
        addBrokenLines(stage_.takenBroken(), result_.diagnostics);
        for (std::string& font : stage_.takenRemarks())
            result_.diagnostics.push_back(
                remark(Severity::Warning, "media.font-substituted", std::move(font)));
    }

    IndexedFilm& film_;
    const BurnRequest& request_;
    const Watch& watch_;
    PreviewStage& stage_;
    FilmFile& output_;
    FrameTimeline timeline_;
    std::optional<FrameShaper> shaper_;
    std::optional<PictureEncoder> encoder_;
    std::optional<KeptSound> sound_;
    AVStream* pictures_ = nullptr;  ///< Of the output.
    BurnedFilm result_;
};

class FfmpegFilmBurner final : public FilmBurner {
public:
    explicit FfmpegFilmBurner(std::optional<FilmCache> cache) : cache_(std::move(cache)) {}

    Result<BurnedFilm> burned(const BurnRequest& request, const Watch& watch) override {
        auto film = openIndexedFilm(request.film, watch.stop, cache_ ? &*cache_ : nullptr);
        if (!film) return tl::unexpected(film.error());
        auto stage = PreviewStage::open(
            {TextLook::Delivered, request.fontFolders, attachedFonts(film->container)});
        if (!stage) return tl::unexpected(stage.error());
        auto output = FilmFile::create(request.output, request.existing, request.kind);
        if (!output) return tl::unexpected(output.error());
        return Burn(*film, request, watch, **stage, *output).run();
    }

private:
    std::optional<FilmCache> cache_;
};

}  // namespace

std::unique_ptr<FilmBurner> makeFilmBurner(std::optional<FilmCache> cache) {
    return std::make_unique<FfmpegFilmBurner>(std::move(cache));
}

}  // namespace subs::media
