// SPDX-License-Identifier: MIT
#include "shots/sketch.h"

#include "catch.h"
#include "shots/blend_window.h"
#include "shots/fade_search.h"
#include "shots/sketcher.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <random>
#include <vector>

using namespace subs::media;

namespace {

Sketch noise(unsigned seed) {
    std::mt19937 random(seed);
    Sketch sketch;
    for (auto& sample : sketch.luma)
        sample = static_cast<std::uint8_t>(16 + random() % 220);
    sketch.blue.fill(128);
    sketch.red.fill(128);
    return sketch;
}

Sketch flat(std::uint8_t luma, std::uint8_t blue = 128, std::uint8_t red = 128) {
    Sketch sketch;
    sketch.luma.fill(luma);
    sketch.blue.fill(blue);
    sketch.red.fill(red);
    return sketch;
}

/// Moved by that many samples; edges are drawn out.
Sketch shifted(const Sketch& sketch, int dx, int dy) {
    Sketch moved = sketch;
    for (int y = 0; y < Sketch::kHeight; ++y)
        for (int x = 0; x < Sketch::kWidth; ++x)
            moved.luma[static_cast<std::size_t>(y * Sketch::kWidth + x)] =
                sketch.luma[static_cast<std::size_t>(std::clamp(y + dy, 0, Sketch::kHeight - 1) *
                                                         Sketch::kWidth +
                                                     std::clamp(x + dx, 0, Sketch::kWidth - 1))];
    return moved;
}

FrameHandle frameOf(AVPixelFormat format, int width, int height) {
    FrameHandle frame(av_frame_alloc());
    frame->format = format;
    frame->width = width;
    frame->height = height;
    REQUIRE(av_frame_get_buffer(frame.get(), 0) >= 0);
    return frame;
}

}  // namespace

TEST_CASE("shades lie from 0 to 1 apart, in steps that a little light does not jump",
          "[media][shots]") {
    const auto apart = [](const Sketch& a, const Sketch& b) {
        return shadeDistance(shadeCounts(a), shadeCounts(b));
    };
    CHECK(apart(noise(1), noise(1)) == 0);
    CHECK(apart(flat(40), flat(200)) == 1);
    CHECK(apart(flat(100), flat(101)) == Approx(1.0 / 16));
    // Of colour alone: half of it, as one plane of two changes.
    CHECK(apart(flat(100, 128, 128), flat(100, 128, 180)) == Approx(0.25));
}

TEST_CASE("what moved within reach is put back, what changed is not", "[media][shots]") {
    const Sketch sketch = noise(2);
    const Sketch moved = shifted(sketch, 5, -3);
    CHECK(plainDifference(sketch, moved) > 40);
    CHECK(movedDifference(sketch, moved) == 0);
    CHECK(movedDifference(flat(50), flat(80)) == 30);
    CHECK(plainDifference(flat(50), flat(80)) == 30);
    CHECK(movedDifference(sketch, noise(3)) > 20);
}

TEST_CASE("a mixture of two frames is told with its share", "[media][shots]") {
    BlendWindow window;
    const Sketch a = noise(4);
    const Sketch b = noise(5);
    Sketch mixed = a;
    for (std::size_t i = 0; i < mixed.luma.size(); ++i)
        mixed.luma[i] = static_cast<std::uint8_t>((3 * a.luma[i] + b.luma[i] + 2) / 4);
    for (const Sketch& each : {a, mixed, b, noise(6), flat(100), flat(110)})
        window.add(each);
    CHECK(window.mixture(1, 0, 2).share == Approx(0.25).margin(0.01));
    CHECK(window.mixture(1, 0, 2).rest < 1);
    CHECK(window.mixture(3, 0, 2).rest > 100);
    CHECK(window.correlation(0, 0) == Approx(1));
    CHECK(std::abs(window.correlation(0, 2)) < 0.2);
    CHECK(window.covariance(4, 4) == Approx(0).margin(1e-6));
    CHECK(window.meanLuma(5) == 110);
    // Luma is 288 of the 432 samples.
    CHECK(window.distance(4, 5) == Approx(100.0 * 288 / 432));
}

TEST_CASE("the window forgets what is long past", "[media][shots]") {
    BlendWindow window;
    for (int frame = 0; frame < 200; ++frame)
        window.add(flat(static_cast<std::uint8_t>(frame)));
    CHECK(window.end() == 200);
    CHECK(window.begin() == 200 - BlendWindow::kFrames);
    CHECK(window.meanLuma(window.begin()) == 200 - BlendWindow::kFrames);
}

TEST_CASE("a fade is a straight way to black or from it", "[media][shots]") {
    FadeSearch search;
    std::vector<Fade> fades;
    const auto next = [&](double part) {
        if (const auto fade = search.next({40 * part, 16 + 90 * part})) fades.push_back(*fade);
    };
    for (int frame = 0; frame < 20; ++frame)
        next(1);
    for (int frame = 0; frame < 12; ++frame)
        next(1 - (frame + 1) / 12.0);  // 20 to 31, which is black
    for (int frame = 0; frame < 8; ++frame)
        next(0);
    for (int frame = 0; frame < 10; ++frame)
        next((frame + 1) / 11.0);  // 40 to 49
    for (int frame = 0; frame < 20; ++frame)
        next(1);
    REQUIRE(fades.size() == 2);
    CHECK_FALSE(fades[0].isIn);
    CHECK(fades[0].from == 20);
    CHECK(fades[0].to == 31);
    CHECK(fades[1].isIn);
    CHECK(fades[1].from == 40);
    CHECK(fades[1].to == 49);
}

TEST_CASE("a film that ends when it is black has faded out, and a long dark is no fade",
          "[media][shots]") {
    FadeSearch search;
    std::optional<Fade> told;
    for (int frame = 0; frame < 20; ++frame)
        REQUIRE_FALSE(search.next({40, 106}));
    for (int left = 11; left >= 0; --left)
        if (const auto fade = search.next({40 * left / 12.0, 16 + 90 * left / 12.0})) told = fade;
    if (const auto fade = search.finish()) told = fade;
    REQUIRE(told);
    CHECK_FALSE(told->isIn);
    CHECK(told->from == 20);
    CHECK(told->to == 31);

    FadeSearch dark;
    for (int frame = 0; frame < 400; ++frame)
        CHECK_FALSE(dark.next({0.1, frame < 10 ? 16.0 : 17.5}));
    for (int frame = 0; frame < 200; ++frame)
        CHECK_FALSE(dark.next({30, 90}));
    CHECK_FALSE(dark.finish());
}

TEST_CASE("the sketch of a frame is the mean of its parts in each format", "[media][shots]") {
    const auto format = GENERATE(AV_PIX_FMT_YUV420P,
                                 AV_PIX_FMT_YUV444P,
                                 AV_PIX_FMT_YUV422P10,
                                 AV_PIX_FMT_NV12,
                                 AV_PIX_FMT_YUYV422,
                                 AV_PIX_FMT_GRAY8,
                                 AV_PIX_FMT_GRAY16);
    // Odd sizes, some smaller than a sketch.
    const auto [width, height] = GENERATE(table<int, int>({{1920, 1080}, {334, 180}, {40, 18}}));
    INFO(av_get_pix_fmt_name(format) << " " << width);
    // Left black, right white, made of the plain format by libswscale.
    const FrameHandle plain = frameOf(AV_PIX_FMT_YUV444P, width, height);
    for (int y = 0; y < height; ++y) {
        for (int plane = 0; plane < 3; ++plane)
            std::fill_n(
                plain->data[plane] + y * plain->linesize[plane], width, plane == 0 ? 16 : 128);
        std::fill_n(plain->data[0] + y * plain->linesize[0] + width / 2, width - width / 2, 235);
    }
    const FrameHandle frame = frameOf(format, width, height);
    const Scaler scaler(sws_getContext(width,
                                       height,
                                       AV_PIX_FMT_YUV444P,
                                       width,
                                       height,
                                       format,
                                       SWS_POINT,
                                       nullptr,
                                       nullptr,
                                       nullptr));
    sws_scale(scaler.get(), plain->data, plain->linesize, 0, height, frame->data, frame->linesize);
    const bool isFull = format == AV_PIX_FMT_GRAY8 || format == AV_PIX_FMT_GRAY16;
    Sketcher sketcher;
    Sketch sketch;
    REQUIRE(sketcher.draw(*frame, sketch));
    CHECK(std::abs(sketch.luma[Sketch::kWidth * 5 + 3] - (isFull ? 0 : 16)) <= 1);
    CHECK(std::abs(sketch.luma[Sketch::kWidth * 5 + 60] - (isFull ? 255 : 235)) <= 1);
    // libswscale shrinks some formats no more exactly than that.
    CHECK(std::abs(sketch.blue[100] - 128) <= 3);
    CHECK(std::abs(sketch.red[100] - 128) <= 3);
}
