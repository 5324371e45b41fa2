// SPDX-License-Identifier: GPL-3.0-or-later
#include "film_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace subs::media {
namespace {

constexpr int kBufferBytes = 1 << 18;

}  // namespace

void FilmFile::OutputCloser::operator()(AVFormatContext* context) const {
    if (context->pb != nullptr) {
        av_freep(static_cast<void*>(&context->pb->buffer));
        avio_context_free(&context->pb);
    }
    avformat_free_context(context);
}

FilmFile::FilmFile(std::filesystem::path path, std::unique_ptr<Sink> sink)
    : path_(std::move(path)), sink_(std::move(sink)) {}

Result<FilmFile> FilmFile::create(const std::filesystem::path& path,
                                  Existing existing,
                                  ContainerKind kind) {
    silenceFfmpeg();
    auto writer = FileWriter::create(path, {.existing = existing});
    if (!writer) return tl::unexpected(writer.error());
    FilmFile file(path, std::make_unique<Sink>(Sink{*std::move(writer), 0, 0, std::nullopt}));
    if (!file.openOutput(kind)) return tl::unexpected(file.errorOf(AVERROR(ENOMEM)));
    return file;
}

bool FilmFile::openOutput(ContainerKind kind) {
    AVFormatContext* context = nullptr;
    const char* const muxer = kind == ContainerKind::Mp4 ? "mp4" : "matroska";
    if (avformat_alloc_output_context2(&context, nullptr, muxer, nullptr) < 0) return false;
    context_.reset(context);
    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kBufferBytes));
    if (buffer == nullptr) return false;
#if LIBAVFORMAT_VERSION_MAJOR < 61
    const auto write = [](void* sink, std::uint8_t* bytes, int size) {
        return writeBytes(sink, bytes, size);
    };
#else
    const auto write = writeBytes;
#endif
    context->pb = avio_alloc_context(buffer, kBufferBytes, 1, sink_.get(), nullptr, write, seek);
    if (context->pb == nullptr) av_free(buffer);
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    return context->pb != nullptr;
}

int FilmFile::writeBytes(void* opaque, const std::uint8_t* bytes, int size) {
    Sink& sink = *static_cast<Sink*>(opaque);
    if (sink.error) return AVERROR(EIO);
    const std::string_view text(reinterpret_cast<const char*>(bytes),
                                static_cast<std::size_t>(size));
    if (const auto written = sink.file.writeAt(static_cast<std::uint64_t>(sink.at), text);
        !written) {
        sink.error = written.error();
        return AVERROR(EIO);
    }
    sink.at += size;
    sink.size = std::max(sink.size, sink.at);
    return size;
}

std::int64_t FilmFile::seek(void* opaque, std::int64_t offset, int whence) {
    Sink& sink = *static_cast<Sink*>(opaque);
    if ((whence & AVSEEK_SIZE) != 0) return sink.size;
    if (whence == SEEK_CUR) offset += sink.at;
    if (whence == SEEK_END) offset += sink.size;
    if (offset < 0) return AVERROR(EINVAL);
    return sink.at = offset;
}

Error FilmFile::errorOf(int ffmpegError) const {
    if (sink_->error) return *sink_->error;
    return {
        "mux.refused",
        fmt::format("cannot write {}: FFmpeg refuses what is to be in it ({}); nothing was "
                    "written",
                    path_.string(),
                    ffmpegError == AVERROR_INVALIDDATA ? "invalid data" : reasonOf(ffmpegError))};
}

Result<void> FilmFile::begin() {
    AVDictionary* options = nullptr;
    // Of Matroska: dispositions as they are, so that no track becomes default by itself.
    av_dict_set(&options, "default_mode", "passthrough", 0);
    const int begun = avformat_write_header(context_.get(), &options);
    av_dict_free(&options);
    return begun < 0 ? Result<void>(tl::unexpected(errorOf(begun))) : Result<void>();
}

Result<void> FilmFile::write(AVPacket& packet) {
    const int written = av_interleaved_write_frame(context_.get(), &packet);
    if (written < 0 || sink_->error) return tl::unexpected(errorOf(written));
    return {};
}

Result<void> FilmFile::finish() {
    const int ended = av_write_trailer(context_.get());
    avio_flush(context_->pb);
    if (ended < 0 || sink_->error) return tl::unexpected(errorOf(ended));
    return sink_->file.finish();
}

}  // namespace subs::media
