// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/media/film.h>

#include "attached_fonts.h"
#include "container.h"
#include "converter.h"
#include "film_index.h"
#include "frame_colors.h"
#include "growing_index.h"
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
    Diagnostics diagnostics;              ///< First those of the index.
    std::size_t ofIndex = 0;              ///< How many these are.
    std::optional<GrowingIndex> growing;  ///< While the index is not whole.
    std::optional<VideoDecoder> decoder;
    std::optional<Converter> converter;

    Result<void> readPictures(const FilmOptions& options);
    Result<void> adopt(FilmIndex known);
    Size sizeWithin(int maxWidth, int maxHeight) const;
    Result<Picture> pictureOf(const Result<const AVFrame*>& decoded,
                              std::size_t damageBefore,
                              const std::string& where,
                              Size size);
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
        info.nominalRate = nominalRateOf(container, *stream);
    }
    return info;
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

/// The whole index, or as much of it as is read in the time that there is.
Result<void> Film::State::readPictures(const FilmOptions& options) {
    auto shelf = FilmShelf::of(container.path, options.cache);
    if (!shelf) return tl::unexpected(shelf.error());
    KeptIndex kept(std::move(*shelf), *stream);
    if (!options.indexTime) {
        auto whole = kept.findOrRead(container, *stream);
        if (!whole) return tl::unexpected(whole.error());
        return adopt(std::move(*whole));
    }
    if (auto known = kept.find()) return adopt(std::move(*known));
    auto begun = GrowingIndex::begin(container, *stream, std::move(kept));
    if (!begun) return tl::unexpected(begun.error());
    growing.emplace(std::move(*begun));
    auto known = growing->readOn(*options.indexTime, options.stop);
    if (!known) return tl::unexpected(known.error());
    if (growing->isComplete()) growing.reset();
    return adopt(known->value_or(FilmIndex()));
}

/// Takes an index with the frames of the one before, and more.
Result<void> Film::State::adopt(FilmIndex known) {
    const bool countsAnew = known.hasStamps != index.hasStamps;
    index = std::move(known);
    diagnostics.erase(diagnostics.begin(),
                      diagnostics.begin() + static_cast<std::ptrdiff_t>(ofIndex));
    Diagnostics told = index.diagnostics;
    if (index.frames.empty() && !growing) told.push_back(noFrames(told));
    ofIndex = told.size();
    diagnostics.insert(diagnostics.begin(), told.begin(), told.end());
    if (!converter) converter.emplace(*stream);
    if (!index.frames.empty()) {
        auto frames = timelineOf(container, *stream, index, info.nominalRate.value_or(FrameRate()));
        if (!frames) return tl::unexpected(frames.error());
        timeline = std::move(*frames);
        isConstant = media::isConstantRate(index);
    }
    if ((decoder && !countsAnew) || (index.frames.empty() && !growing)) return {};
    auto opened = VideoDecoder::open(container, *stream, index);
    if (!opened) return tl::unexpected(opened.error());
    decoder.emplace(std::move(*opened));
    return {};
}

Size Film::State::sizeWithin(int maxWidth, int maxHeight) const {
    return fitted({info.width, info.height}, {maxWidth, maxHeight});
}

/// What the decoder gave, as a picture; damage that it met since is told.
Result<Picture> Film::State::pictureOf(const Result<const AVFrame*>& decoded,
                                       std::size_t damageBefore,
                                       const std::string& where,
                                       Size size) {
    if (decoder->damage() > damageBefore)
        diagnostics.push_back(
            {Severity::Warning, 0, 0, "media.damaged", "the picture is damaged near " + where});
    if (!decoded) return tl::unexpected(decoded.error());
    return converter->converted(**decoded, size);
}

Film::Film(std::unique_ptr<State> state) : state_(std::move(state)) {}
Film::Film(Film&&) noexcept = default;
Film& Film::operator=(Film&&) noexcept = default;
Film::~Film() = default;

Result<Film> Film::open(const std::filesystem::path& path, const FilmOptions& options) {
    auto container = openContainer(path, options.stop);
    if (!container) return tl::unexpected(container.error());
    auto state = std::make_unique<State>();
    state->container = std::move(*container);
    state->info = infoOf(state->container);
    state->stream = pictureStreamOf(state->container);
    if (state->stream != nullptr) {
        if (const auto read = state->readPictures(options); !read)
            return tl::unexpected(read.error());
        if (isHighDynamicRange(state->stream->codecpar->color_trc))
            state->diagnostics.push_back(
                {Severity::Info,
                 0,
                 0,
                 "media.high-dynamic-range",
                 "its pictures have a high dynamic range, which is brought into that of the screen "
                 "to look at them"});
    }
    if (state->index.frames.empty() && !state->growing && !state->info.hasAudio) {
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
std::vector<FontFile> Film::attachedFonts() const {
    return media::attachedFonts(state_->container);
}

Result<void> Film::checkCanBeShown() const {
    const std::string why = whyNoFrames(state_->diagnostics);
    if (why.empty()) return {};
    return failure("media.no-frames",
                   fmt::format("cannot show {}: {}", state_->container.path.string(), why));
}

bool Film::isComplete() const {
    return !state_->growing;
}

double Film::indexedShare() const {
    return state_->growing ? state_->growing->share() : 1;
}

Result<void> Film::readOn(std::chrono::microseconds most, const std::stop_token& stop) {
    if (!state_->growing) return {};
    auto known = state_->growing->readOn(most, stop);
    if (!known) return tl::unexpected(known.error());
    if (state_->growing->isComplete()) state_->growing.reset();
    return *known ? state_->adopt(std::move(**known)) : Result<void>();
}

Result<Picture> Film::picture(Frame frame,
                              int maxWidth,
                              int maxHeight,
                              const std::stop_token& stop) {
    State& state = *state_;
    if (frame.number < 0 || frame.number >= frameCount())
        return noFrame(state.container.path, frame, frameCount());
    const std::size_t before = state.decoder->damage();
    return state.pictureOf(state.decoder->frame(static_cast<std::size_t>(frame.number), stop),
                           before,
                           fmt::format("frame {}", frame.number),
                           state.sizeWithin(maxWidth, maxHeight));
}

std::optional<Frame> Film::soonerFrame(Frame frame) const {
    if (frame.number < 0 || frame.number >= frameCount()) return std::nullopt;
    const auto key = state_->decoder->keyOnTheWayTo(static_cast<std::size_t>(frame.number));
    if (!key) return std::nullopt;
    return Frame{static_cast<std::int64_t>(*key)};
}

Result<Picture> Film::pictureAt(Time time,
                                int maxWidth,
                                int maxHeight,
                                const std::stop_token& stop) {
    State& state = *state_;
    const Frame frame = state.timeline.frameAt(time);
    const bool isKnown = frame.number + 1 < frameCount() || isComplete();
    if (isKnown || !state.index.hasStamps)
        return picture(Frame{std::clamp<std::int64_t>(frame.number, 0, frameCount() - 1)},
                       maxWidth,
                       maxHeight,
                       stop);
    const std::int64_t stamp =
        state.container.startTicks(*state.stream) + ticksAt(time, state.stream->time_base);
    const std::size_t before = state.decoder->damage();
    return state.pictureOf(state.decoder->frameAtStamp(stamp, stop),
                           before,
                           fmt::format("{:.3f} s", time.seconds()),
                           state.sizeWithin(maxWidth, maxHeight));
}

}  // namespace subs::media
