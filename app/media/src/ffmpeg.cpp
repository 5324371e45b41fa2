// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpeg.h"

#include <array>
#include <cerrno>
#include <cstdarg>

namespace subs::media {
namespace {

void dropMessage(void*, int, const char*, std::va_list) {}

}  // namespace

std::string reasonOf(int ffmpegError) {
    switch (ffmpegError) {
        case AVERROR(ENOENT):
            return "there is no such file or folder";
        case AVERROR(EACCES):
        case AVERROR(EPERM):
            return "you are not allowed to";
        case AVERROR(ENOMEM):
            return "there is not enough memory";
        case AVERROR_EOF:
        case AVERROR_INVALIDDATA:
            return "it is not a media file, or it was cut off before its tables";
        case AVERROR_DECODER_NOT_FOUND:
            return "FFmpeg has no decoder for it here";
        default:
            break;
    }
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(ffmpegError, text.data(), text.size());
    return text.data();
}

void silenceFfmpeg() {
    av_log_set_callback(dropMessage);
}

}  // namespace subs::media
