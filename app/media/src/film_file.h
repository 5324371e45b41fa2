// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/job/container_port.h>

#include "ffmpeg.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace subs::media {

/// A film that FFmpeg writes: it takes its place when it is complete, or never.
class FilmFile {
public:
    static Result<FilmFile> create(const std::filesystem::path& path,
                                   Existing existing,
                                   ContainerKind kind);

    /// To be given its streams, chapters and tags before `begin`.
    AVFormatContext& context() { return *context_; }

    /// Writes the head. Error "mux.refused".
    Result<void> begin();
    /// Puts `packet` in its place among those of the other streams. It is taken over: blank behind.
    Result<void> write(AVPacket& packet);
    /// Writes what is left and puts the file in its place.
    Result<void> finish();

private:
    /// Where FFmpeg's bytes go.
    struct Sink {
        FileWriter file;
        std::int64_t at = 0;
        std::int64_t size = 0;
        std::optional<Error> error;  ///< The first, which FFmpeg has no words for.
    };
    struct OutputCloser {
        void operator()(AVFormatContext* context) const;
    };

    FilmFile(std::filesystem::path path, std::unique_ptr<Sink> sink);
    Error errorOf(int ffmpegError) const;
    static int writeBytes(void* sink, const std::uint8_t* bytes, int size);
    static std::int64_t seek(void* sink, std::int64_t offset, int whence);
    bool openOutput(ContainerKind kind);

    std::filesystem::path path_;
    std::unique_ptr<Sink> sink_;  ///< Before the context, which writes to it.
    std::unique_ptr<AVFormatContext, OutputCloser> context_;
};

}  // namespace subs::media
