// SPDX-License-Identifier: MIT
// Codes of colours, by the numbers of the recommendations: ITU-R BT.709-6 and BT.601-7 (bars),
// BT.2408-7 (white of graphics: 58 % of PQ, 75 % of HLG).
#include "frame_colors.h"

#include "catch.h"

#include <array>

using namespace subs::media;

namespace {

using Codes = std::array<int, 3>;
using Rgb = std::array<std::uint8_t, 3>;

constexpr Rgb kWhite{255, 255, 255};
constexpr Rgb kBlack{0, 0, 0};
constexpr Rgb kRed{255, 0, 0};
constexpr Rgb kGreen{0, 255, 0};

FrameHandle frameOf(AVPixelFormat format, AVColorSpace space, AVColorRange range) {
    FrameHandle frame(av_frame_alloc());
    frame->format = format;
    frame->width = 320;
    frame->height = 180;
    frame->colorspace = space;
    frame->color_range = range;
    return frame;
}

}  // namespace

TEST_CASE("colours of high definition have their codes", "[media][colours]") {
    const auto frame = frameOf(AV_PIX_FMT_YUV420P, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG);
    CHECK(codedColor(*frame, kWhite) == Codes{235, 128, 128});
    CHECK(codedColor(*frame, kBlack) == Codes{16, 128, 128});
    CHECK(codedColor(*frame, kRed) == Codes{63, 102, 240});
    CHECK(codedColor(*frame, kGreen) == Codes{173, 42, 26});
}

TEST_CASE("colours of standard definition have their codes, said or not", "[media][colours]") {
    const AVColorSpace space =
        GENERATE(AVCOL_SPC_SMPTE170M, AVCOL_SPC_BT470BG, AVCOL_SPC_UNSPECIFIED);
    const auto frame = frameOf(AV_PIX_FMT_YUV420P, space, AVCOL_RANGE_UNSPECIFIED);
    CHECK(codedColor(*frame, kRed) == Codes{81, 90, 240});
    CHECK(codedColor(*frame, kGreen) == Codes{145, 54, 34});
}

TEST_CASE("colours of a full range and of more bits have their codes", "[media][colours]") {
    const auto full = frameOf(AV_PIX_FMT_YUV420P, AVCOL_SPC_BT709, AVCOL_RANGE_JPEG);
    CHECK(codedColor(*full, kWhite) == Codes{255, 128, 128});
    CHECK(codedColor(*full, kBlack) == Codes{0, 128, 128});
    const auto ten = frameOf(AV_PIX_FMT_YUV420P10, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG);
    CHECK(codedColor(*ten, kWhite) == Codes{940, 512, 512});
    CHECK(codedColor(*ten, kBlack) == Codes{64, 512, 512});
}

TEST_CASE("white is not the brightest of a picture of high dynamic range", "[media][colours]") {
    const auto frame = frameOf(AV_PIX_FMT_YUV420P10, AVCOL_SPC_BT2020_NCL, AVCOL_RANGE_MPEG);
    frame->color_trc = AVCOL_TRC_SMPTE2084;
    CHECK(codedColor(*frame, kWhite)[0] == 64 + 509);  // 58.07 % of 876
    CHECK(codedColor(*frame, kBlack) == Codes{64, 512, 512});
    frame->color_trc = AVCOL_TRC_ARIB_STD_B67;
    CHECK(codedColor(*frame, kWhite) == Codes{64 + 657, 512, 512});
    CHECK(codedColor(*frame, kBlack) == Codes{64, 512, 512});
}
