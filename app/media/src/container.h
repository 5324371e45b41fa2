// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/time/time.h>

#include "ffmpeg.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace subs::media {

/// What FFmpeg asks while it reads; lives as long as the container.
struct Interrupt {
    std::stop_token stop;
};

/// An open media file. The interrupt is declared first, so that it outlives the context that asks
/// it.
struct Container {
    std::filesystem::path path;
    std::unique_ptr<Interrupt> interrupt;
    FormatContext context;

    /// Film time 0 in FFmpeg's microseconds: the container's start time, 0 where it has none.
    std::int64_t startMicroseconds() const;
    /// Film time 0 in the ticks of `stream`, rounded as ffmpeg rounds the offset that it takes off
    /// all stamps.
    std::int64_t startTicks(const AVStream& stream) const;
};

/// What a file has to hold to be opened: pictures or sound, or text of MP4 and Matroska alone too.
enum class Holding : std::uint8_t { Film, Text };

/// Opens `path` and reads what its streams are, with FFmpeg's bounds on probing. `stop` ends this
/// and all later reading with "media.cancelled". Only plain files are opened, and nothing that they
/// refer to.
Result<Container> openContainer(const std::filesystem::path& path,
                                std::stop_token stop,
                                Holding holding = Holding::Film);

/// The film's picture: the default or first video stream that is neither cover art nor a thumbnail;
/// null if none.
AVStream* pictureStreamOf(const Container& container);
/// The default or first sound stream; null if none.
AVStream* soundStreamOf(const Container& container);

/// An open decoder for `stream`. `threads` as FFmpeg has it, 0: as it likes.
Result<CodecContext> openDecoder(const Container& container, const AVStream& stream, int threads);

/// From now on only packets of `stream` are read.
void keepOnly(Container& container, const AVStream& stream);
/// Goes to the file's beginning, by bytes where there are no times to seek by.
void seekToStart(Container& container, const AVStream& stream);

/// Ticks of `timeBase` to the nearest flick.
Time timeFromTicks(std::int64_t ticks, AVRational timeBase);

/// The last tick of `timeBase` at or before `time`.
std::int64_t ticksAt(Time time, AVRational timeBase);

/// The error of a read or decode that stopped: "media.cancelled" or "media.unreadable", naming the
/// file.
Error mediaError(const Container& container, int ffmpegError);

}  // namespace subs::media
