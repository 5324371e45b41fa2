// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_room.h"

extern "C" {
#include <libavutil/display.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace subs::media {
namespace {

constexpr std::int64_t kMilliseconds = 1000;
constexpr std::int64_t kMostTicks = 2'000'000;

TickRate rateFor(const AVStream& picture) {
    const AVRational tick = picture.time_base;
    if (tick.num != 1 || tick.den <= 0) return TickRate(kMilliseconds);
    const std::int64_t both = std::lcm(kMilliseconds, std::int64_t{tick.den});
    return TickRate(both <= kMostTicks ? both : kMilliseconds);
}

/// True of a picture that is shown turned by a quarter.
bool liesOnItsSide(const AVStream& picture) {
    std::array<std::int32_t, 9> matrix{};
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&picture, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data == nullptr || size < sizeof matrix) return false;
    std::memcpy(matrix.data(), data, sizeof matrix);
    const double degrees = std::abs(av_display_rotation_get(matrix.data()));
    return degrees > 45 && degrees < 135;
}

}  // namespace

TextRoom textRoomOf(const Container& container) {
    TextRoom room;
    AVStream* picture = pictureStreamOf(container);
    if (picture == nullptr) return room;
    room.rate = rateFor(*picture);
    const AVRational aspect =
        av_guess_sample_aspect_ratio(container.context.get(), picture, nullptr);
    const std::int64_t width = picture->codecpar->width;
    const bool isWide = aspect.num > 0 && aspect.den > 0;
    room.width = static_cast<std::int32_t>(std::clamp<std::int64_t>(
        isWide ? av_rescale(width, aspect.num, aspect.den) : width, 0, 0x7FFF));
    room.height = std::clamp(picture->codecpar->height, 0, 0x7FFF);
    if (liesOnItsSide(*picture)) std::swap(room.width, room.height);
    return room;
}

}  // namespace subs::media
