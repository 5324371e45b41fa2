// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/media/film.h>

#include "container.h"
#include "converter.h"
#include "film_index.h"
#include "kept_index.h"
#include "video_decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace subs::media {

struct Film::State {
    Container container;
    FilmInfo info;
    AVStream* stream = nullptr;  ///< Null without video.
    FilmIndex index;
    FrameTimeline timeline = FrameTimeline::constant({});
    bool isConstant = true;
    Diagnostics diagnostics;
    std::optional<VideoDecoder> decoder;
    std::optional<Converter> converter;
};

namespace {

std::string tag(const AVStream& stream, const char* name) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, name, nullptr, 0);
    return entry == nullptr ? std::string() : std::string(entry->value);
}

StreamInfo streamInfo(const AVStream& stream) {
    const char* kind = av_get_media_type_string(stream.codecpar->codec_type);
    return {stream.index,
            kind == nullptr ? "unknown" : kind,
            avcodec_get_name(stream.codecpar->codec_id),
            tag(stream, "language"),
            tag(stream, "title")};
}

/// The nominal rate as the container has it, where it is a rate that `FrameRate` can hold.
std::optional<FrameRate> nominalRate(const Container& container, AVStream& stream) {
    const AVRational rate = av_guess_frame_rate(container.context.get(), &stream, nullptr);
    if (rate.num <= 0 || rate.den <= 0) return std::nullopt;
    const auto known = FrameRate::fromFraction(Fraction(rate.num, rate.den));
    return known ? std::optional(*known) : std::nullopt;
}

FilmInfo infoOf(const Container& container) {
    FilmInfo info;
    const AVFormatContext& context = *container.context;
    info.container = context.iformat->name;
    for (unsigned i = 0; i < context.nb_streams; ++i)
        info.streams.push_back(streamInfo(*context.streams[i]));
    info.hasAudio = soundStreamOf(container) != nullptr;
    if (context.duration != AV_NOPTS_VALUE && context.duration > 0) {
        info.duration = timeFromTicks(context.duration, AV_TIME_BASE_Q);
    }
    if (AVStream* stream = pictureStreamOf(container)) {
        const Size size = shownSize(*stream);
        info.width = size.width;
        info.height = size.height;
        info.hasVideo = true;
        info.nominalRate = nominalRate(container, *stream);
    }
    return info;
}

Result<FrameTimeline> timelineOf(const Container& container,
                                 const AVStream& stream,
                                 const FilmIndex& index,
                                 FrameRate rate) {
    const std::int64_t start = container.startTicks(stream);
    std::vector<std::int64_t> ticks;
    ticks.reserve(index.frames.size());
    for (const IndexedFrame& frame : index.frames)
        ticks.push_back(frame.stamp - start);
    return FrameTimeline::fromTicks(
        std::move(ticks), Fraction(stream.time_base.num, stream.time_base.den), rate);
}

tl::unexpected<Error> noFrame(const std::filesystem::path& path, Frame frame, std::int64_t count) {
    const std::string why =
        count == 0
            ? "it has no picture"
            : fmt::format("it has {}, from 0", counted(static_cast<std::size_t>(count), "frame"));
    return failure("media.no-frame",
                   fmt::format("cannot show frame {} of {}: {}", frame.number, path.string(), why));
}

/// What is said of a picture stream without a frame, with the reason where it is in `known`.
Diagnostic noFrames(const Diagnostics& known) {
    const bool isCut = std::any_of(known.begin(), known.end(), [](const Diagnostic& each) {
        return each.code == "media.truncated";
    });
    return {Severity::Warning,
            0,
            0,
            "media.no-frames",
            isCut ? "the film is cut short before its first picture"
                  : "its picture stream has no frame"};
}

/// What a film without any picture tells of that; empty where it never was to have one.
std::string whyNoFrames(const Diagnostics& diagnostics) {
    const auto told =
        std::find_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& each) {
            return each.code == "media.no-frames";
        });
    return told == diagnostics.end() ? std::string() : told->message;
}

}  // namespace

Film::Film(std::unique_ptr<State> state) : state_(std::move(state)) {}
Film::Film(Film&&) noexcept = default;
Film& Film::operator=(Film&&) noexcept = default;
Film::~Film() = default;

Result<void> Film::readPictures(State& state, const FilmCache* cache) {
    AVStream& stream = *state.stream;
    auto index = keptIndex(state.container, stream, cache);
    if (!index) return tl::unexpected(index.error());
    state.index = std::move(*index);
    state.diagnostics = state.index.diagnostics;
    if (state.index.frames.empty()) {
        state.diagnostics.push_back(noFrames(state.diagnostics));
        return {};
    }
    auto timeline = timelineOf(
        state.container, stream, state.index, state.info.nominalRate.value_or(FrameRate()));
    if (!timeline) return tl::unexpected(timeline.error());
    state.timeline = std::move(*timeline);
    state.isConstant = media::isConstantRate(state.index);
    auto decoder = VideoDecoder::open(state.container, stream, state.index);
    if (!decoder) return tl::unexpected(decoder.error());
    state.decoder.emplace(std::move(*decoder));
    state.converter.emplace(stream);
    return {};
}

Result<Film> Film::open(const std::filesystem::path& path, const FilmOptions& options) {
    auto container = openContainer(path, options.stop);
    if (!container) return tl::unexpected(container.error());
    auto state = std::make_unique<State>();
    state->container = std::move(*container);
    state->info = infoOf(state->container);
    state->stream = pictureStreamOf(state->container);
    if (state->stream != nullptr) {
        if (const auto read = readPictures(*state, options.cache); !read)
            return tl::unexpected(read.error());
    }
    if (state->index.frames.empty() && !state->info.hasAudio) {
        const std::string why = whyNoFrames(state->diagnostics);
        return failure("media.unreadable",
                       fmt::format("cannot open {}: it holds no picture and no sound{}{}",
                                   path.string(),
                                   why.empty() ? "" : "; ",
                                   why));
    }
    state->container.interrupt->stop = {};
    return Film(std::move(state));
}

const FilmInfo& Film::info() const {
    return state_->info;
}
const FrameTimeline& Film::timeline() const {
    return state_->timeline;
}
bool Film::isConstantRate() const {
    return state_->isConstant;
}
std::int64_t Film::frameCount() const {
    return static_cast<std::int64_t>(state_->index.frames.size());
}
const Diagnostics& Film::diagnostics() const {
    return state_->diagnostics;
}

Result<void> Film::checkCanBeShown() const {
    const std::string why = whyNoFrames(state_->diagnostics);
    if (why.empty()) return {};
    return failure("media.no-frames",
                   fmt::format("cannot show {}: {}", state_->container.path.string(), why));
}

Result<Picture> Film::picture(Frame frame,
                              int maxWidth,
                              int maxHeight,
                              const std::stop_token& stop) {
    State& state = *state_;
    if (frame.number < 0 || frame.number >= frameCount())
        return noFrame(state.container.path, frame, frameCount());
    const std::size_t before = state.decoder->damage();
    const auto decoded = state.decoder->frame(static_cast<std::size_t>(frame.number), stop);
    if (state.decoder->damage() > before) {
        state.diagnostics.push_back(
            {Severity::Warning,
             0,
             0,
             "media.damaged",
             fmt::format("the picture is damaged near frame {}", frame.number)});
    }
    if (!decoded) return tl::unexpected(decoded.error());
    return state.converter->converted(
        **decoded, fitted({state.info.width, state.info.height}, {maxWidth, maxHeight}));
}

}  // namespace subs::media
