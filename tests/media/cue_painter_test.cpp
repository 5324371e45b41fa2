// SPDX-License-Identifier: MIT
// Cues as pictures of their own, held against the same cues drawn into a frame.
#include <subs/base/file.h>
#include <subs/media/cue_painter.h>
#include <subs/media/preview.h>

#include "catch.h"
#include "folder.h"
#include "ink.h"
#include "test_films.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace subs;
using namespace subs::media;

namespace {

constexpr int kWidth = 1998;
constexpr int kHeight = 1080;
constexpr std::uint8_t kGrey = 120;

Cue cueOf(std::int64_t start, std::int64_t end, const std::string& text) {
    Cue cue;
    cue.start = Time::fromSeconds(start);
    cue.end = Time::fromSeconds(end);
    cue.text.plain = text;
    return cue;
}

Document documentOf(std::vector<Cue> cues, const std::string& language) {
    Document document;
    document.language = language;
    document.cues = std::move(cues);
    for (Cue& cue : document.cues)
        cue.id = document.newId();
    return document;
}

/// In the order in which they come.
struct Painted {
    std::vector<std::size_t> places;
    std::vector<CuePicture> pictures;
};

Painted paintedOf(const Document& document) {
    Painted painted;
    const auto take = [&](std::size_t index, const CuePicture& picture) -> Result<void> {
        painted.places.push_back(index);
        painted.pictures.push_back(picture);
        return {};
    };
    const auto done = makeCuePainter()->paint({&document, kWidth, kHeight}, take, {});
    INFO((done ? std::string() : done.error().message));
    REQUIRE(done);
    return painted;
}

CuePicture pictureOf(const std::string& text, const std::string& language) {
    const Painted painted = paintedOf(documentOf({cueOf(1, 3, text)}, language));
    REQUIRE(painted.pictures.size() == 1);
    return painted.pictures.front();
}

Picture greyFrame() {
    Picture frame = blackPicture(kWidth, kHeight);
    for (std::size_t i = 0; i < frame.pixels.size(); ++i)
        if (i % 4 != 3) frame.pixels[i] = kGrey;
    return frame;
}

const std::uint8_t* pixelOf(const CuePicture& picture, int x, int y) {
    return picture.pixels.data() + (static_cast<std::ptrdiff_t>(y) * picture.box.width + x) * 4;
}

/// As a server lays a picture over a frame.
void layOver(const CuePicture& picture, Picture& frame) {
    for (int y = 0; y < picture.box.height; ++y) {
        for (int x = 0; x < picture.box.width; ++x) {
            const std::uint8_t* from = pixelOf(picture, x, y);
            std::uint8_t* to = frame.pixels.data() +
                               static_cast<std::size_t>(picture.box.top + y) * frame.stride() +
                               static_cast<std::size_t>(picture.box.left + x) * 4;
            for (std::size_t i = 0; i < 3; ++i)  // red, green, blue over blue, green, red
                to[2 - i] = static_cast<std::uint8_t>(
                    (from[i] * from[3] + to[2 - i] * (255 - from[3]) + 127) / 255);
        }
    }
}

int largestDifference(const Picture& a, const Picture& b) {
    REQUIRE(a.pixels.size() == b.pixels.size());
    int largest = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        largest = std::max(largest, std::abs(a.pixels[i] - b.pixels[i]));
    return largest;
}

/// How many pixels of the picture's edges can be seen: of the left, right, top and bottom one.
std::array<int, 4> seenAtEdges(const CuePicture& picture) {
    std::array<int, 4> seen{};
    for (int y = 0; y < picture.box.height; ++y) {
        seen[0] += pixelOf(picture, 0, y)[3] > 0 ? 1 : 0;
        seen[1] += pixelOf(picture, picture.box.width - 1, y)[3] > 0 ? 1 : 0;
    }
    for (int x = 0; x < picture.box.width; ++x) {
        seen[2] += pixelOf(picture, x, 0)[3] > 0 ? 1 : 0;
        seen[3] += pixelOf(picture, x, picture.box.height - 1)[3] > 0 ? 1 : 0;
    }
    return seen;
}

}  // namespace

TEST_CASE("a picture over a frame is what a player draws there", "[media][pictures][khmer]") {
    const auto [text, language] =
        GENERATE(std::pair("ក្រុមហ៊ុនស្ត្រីខ្មែរ\nទៅផ្សារទិញត្រីប៉ៅអឺ", "km"),
                 std::pair("The boat is gone,\nand so is the crew.", "en"),
                 std::pair("ជំរាបសួរ Sophea?", "km"));
    CAPTURE(text);
    const Document document = documentOf({cueOf(1, 3, text)}, language);
    const Painted painted = paintedOf(document);
    REQUIRE(painted.pictures.size() == 1);
    const CuePicture& picture = painted.pictures.front();
    Picture ours = greyFrame();
    layOver(picture, ours);
    Picture players = greyFrame();
    auto preview = Preview::open();
    REQUIRE(preview);
    const std::array<PreviewTrack, 1> tracks{PreviewTrack{&document}};
    REQUIRE(preview->draw(tracks, Time::fromSeconds(2), players));
    // Whatever lies outside of the box would differ by far more: nothing is cut off. Each layer of
    // the player's way is rounded by itself.
    CHECK(largestDifference(ours, players) <= 3);
    CHECK(picture.pixels.size() == static_cast<std::size_t>(picture.box.width) *
                                       static_cast<std::size_t>(picture.box.height) * 4);
    for (const int seen : seenAtEdges(picture))
        CHECK(seen > 0);
    CHECK(picture.box.left > 0);
    CHECK(picture.box.right() < kWidth);
    CHECK(picture.box.bottom() < kHeight);
}

TEST_CASE("a coeng is below its letter, not beside it", "[media][pictures][khmer]") {
    const CuePicture letter = pictureOf("ក", "km");
    const CuePicture stack = pictureOf("ក្ក", "km");
    const CuePicture row = pictureOf("កក", "km");
    CHECK(stack.box.height > letter.box.height);
    CHECK(stack.box.width < letter.box.width + 10);
    CHECK(row.box.width > stack.box.width + 10);
}

TEST_CASE("cues that are shown together are stacked, and keep their places", "[media][pictures]") {
    const Painted painted = paintedOf(
        documentOf({cueOf(3, 9, "second"), cueOf(1, 4, "first"), cueOf(9, 12, "alone")}, "en"));
    CHECK(painted.places == std::vector<std::size_t>{1, 0, 2});
    REQUIRE(painted.pictures.size() == 3);
    const PixelBox first = painted.pictures[0].box;
    // Its middle is at 6 s, when the first is gone.
    const PixelBox second = painted.pictures[1].box;
    const PixelBox alone = painted.pictures[2].box;
    CHECK(second.bottom() <= first.top + 20);
    CHECK(std::abs(alone.bottom() - first.bottom()) < 20);
}

TEST_CASE("a cue is painted as in the middle of its time, and notes are not", "[media][pictures]") {
    Cue faded = cueOf(1, 3, "faded");
    faded.text.spans = {{SpanKind::Opaque, 0, 0, "\\fad(500,500)"}};
    Cue note = cueOf(1, 3, "note");
    note.kind = CueKind::Comment;
    Document document = documentOf({faded, note, cueOf(4, 5, " ")}, "en");
    document.format = "ass";
    const Painted painted = paintedOf(document);
    REQUIRE(painted.places == std::vector<std::size_t>{0, 2});
    std::uint8_t most = 0;
    const CuePicture& picture = painted.pictures[0];
    for (std::size_t i = 3; i < picture.pixels.size(); i += 4)
        most = std::max(most, picture.pixels[i]);
    CHECK(most == 255);
    CHECK(painted.pictures[1].box.isEmpty());
    CHECK(makeCuePainter()->encoded(painted.pictures[1]).error().code == "media.no-picture");
}

TEST_CASE("painting ends when it is told to, and with the first error", "[media][pictures]") {
    const Document document = documentOf({cueOf(1, 3, "a"), cueOf(4, 5, "b")}, "en");
    int taken = 0;
    const auto take = [&](std::size_t, const CuePicture&) -> Result<void> {
        ++taken;
        return failure("io.full", "full");
    };
    const auto painter = makeCuePainter();
    CHECK(painter->paint({&document, kWidth, kHeight}, take, {}).error().code == "io.full");
    CHECK(taken == 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK(painter->paint({&document, kWidth, kHeight}, take, stop.get_token()).error().code ==
          "media.cancelled");
    CHECK(taken == 1);
}

TEST_CASE("images are laid over each other with straight alpha", "[media][pictures]") {
    std::array<unsigned char, 6> cover{0, 128, 0, 0, 255, 0};  // two rows of three
    ASS_Image below{};
    below.w = 3;
    below.h = 2;
    below.stride = 3;
    below.bitmap = cover.data();
    below.color = 0xFF000000;  // red
    below.dst_x = 10;
    below.dst_y = 20;
    const CuePicture alone = inkOf(&below, {100, 100});
    CHECK(alone.box == PixelBox{11, 20, 1, 2});
    CHECK(alone.pixels == std::vector<std::uint8_t>{255, 0, 0, 128, 255, 0, 0, 255});
    ASS_Image above = below;
    above.color = 0x0000FF80;  // blue of 127 / 255
    below.next = &above;
    // 128/255 · 127/255 covers 1/4 of the upper pixel: 0.25 + 0.502 · 0.75 = 0.6265, of which blue
    // are 0.25 / 0.6265; of the lower pixel 127 parts of 255.
    const CuePicture both = inkOf(&below, {100, 100});
    CHECK(both.pixels == std::vector<std::uint8_t>{153, 0, 102, 160, 128, 0, 127, 255});
    // What lies beyond the canvas is not there.
    CHECK(inkOf(&below, {100, 21}).box == PixelBox{11, 20, 1, 1});
    CHECK(inkOf(&below, {11, 100}).box.isEmpty());
    CHECK(inkOf(nullptr, {100, 100}).box.isEmpty());
}

TEST_CASE("a picture's PNG holds its pixels and their opacity", "[media][pictures][png]") {
    const CuePicture picture = pictureOf("ខ្មែរ", "km");
    const auto png = makeCuePainter()->encoded(picture);
    REQUIRE(png);
    CHECK(makeCuePainter()->encoded(picture) == png);
    const testing::Folder folder;
    const auto file = folder.path / "a.png";
    REQUIRE(writeFileAtomically(file, *png));
    const std::string read =
        testing::outputOf("ffmpeg -v error -i '" + file.string() + "' -f rawvideo -pix_fmt rgba -");
    CHECK(std::vector<std::uint8_t>(read.begin(), read.end()) == picture.pixels);
}
