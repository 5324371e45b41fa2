// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "timing/shot_files/reader.h"

#include <algorithm>
#include <array>

// Statistics that an encoder writes in its first pass: a line for each frame, with the kind that it
// chose.
namespace subs::shot_files {
namespace {

enum class FrameKind { None, Key, Other };

FrameKind kindOf(char letter) {
    switch (letter) {
        case 'i':
        case 'I':
            return FrameKind::Key;
        case 'p':
        case 'P':
        case 'b':
        case 'B':
            return FrameKind::Other;
        default:
            return FrameKind::None;
    }
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::ranges::any_of(beginnings,
                               [&](std::string_view each) { return text.starts_with(each); });
}

/// Counts lines that are of frames; other lines are what an encoder says beside.
template <class Kind>
Result<void> readCounted(std::string_view text, ShotReading& reading, const Kind& kindIn) {
    std::int64_t frame = 0;
    LineReader lines(text);
    lines.next();
    while (lines.next()) {
        const FrameKind kind = kindIn(lines.line());
        if (kind == FrameKind::Key) reading.cut(frame);
        if (kind != FrameKind::None) ++frame;
    }
    return {};
}

bool isXvid(std::string_view text) {
    return startsWithAny(text,
                         {"# XviD 2pass stat file",
                          "# ffmpeg 2-pass log file, using xvid codec",
                          "# avconv 2-pass log file, using xvid codec"});
}

Result<void> readXvid(std::string_view text, ShotReading& reading) {
    return readCounted(text, reading, [](std::string_view line) {
        return line.empty() ? FrameKind::None : kindOf(line.front());
    });
}

bool isDivx(std::string_view text) {
    return text.starts_with("##map version");
}

/// The letter may stand anywhere in a line.
Result<void> readDivx(std::string_view text, ShotReading& reading) {
    return readCounted(text, reading, [](std::string_view line) {
        for (const char letter : {'I', 'P', 'B'})
            if (line.find(letter) != std::string_view::npos) return kindOf(letter);
        return FrameKind::None;
    });
}

/// x264 says with which options it ran; FFmpeg's own encoders begin at once.
bool isX264(std::string_view text) {
    const std::string_view line = firstLine(text);
    return line.starts_with("#options:") || (line.starts_with("in:") && valueOf(line, "type:"));
}

/// "in:12 out:15 type:I ...": the frame's number as it is shown, and its kind: a letter, or with
/// FFmpeg's own encoders the number of it (libavutil/avutil.h, AVPictureType: 1 is I).
Result<void> readX264(std::string_view text, ShotReading& reading) {
    for (LineReader lines(text); lines.next();) {
        const auto kind = valueOf(lines.line(), "type:");
        if (!kind) continue;
        const auto frame = frameNumberIn(valueOf(lines.line(), "in:").value_or(""));
        const bool isKey =
            *kind == "1" || kindOf(kind->empty() ? ' ' : kind->front()) == FrameKind::Key;
        if (!frame)
            reading.warn(lines.number(),
                         "shots.bad-line",
                         "this line does not say which frame it is about; left out");
        else if (isKey)
            reading.cut(*frame);
    }
    return {};
}

}  // namespace

const ShotFileReader kXvidReader = {{"xvid", "XviD first-pass statistics"}, isXvid, readXvid};
const ShotFileReader kDivxReader = {{"divx", "DivX first-pass statistics"}, isDivx, readDivx};
const ShotFileReader kX264Reader = {
    {"x264", "x264 and FFmpeg first-pass statistics"}, isX264, readX264};

}  // namespace subs::shot_files
