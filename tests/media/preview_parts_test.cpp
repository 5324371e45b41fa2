// SPDX-License-Identifier: MIT
#include "blend.h"
#include "catch.h"
#include "event_window.h"
#include "font_messages.h"

#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;

namespace {

Cue cue(std::int64_t startSeconds, std::int64_t endSeconds, const std::string& text) {
    Cue made;
    made.start = Time::fromSeconds(startSeconds);
    made.end = Time::fromSeconds(endSeconds);
    made.text.plain = text;
    return made;
}

/// A 2 × 1 image of libass at a place.
ASS_Image image(unsigned char* bitmap, std::uint32_t color, int x, int y) {
    ASS_Image made{};
    made.w = 2;
    made.h = 1;
    made.stride = 2;
    made.bitmap = bitmap;
    made.color = color;
    made.dst_x = x;
    made.dst_y = y;
    return made;
}

}  // namespace

TEST_CASE("an image is laid over the picture by its cover and colour", "[media][preview]") {
    Picture picture = blackPicture(4, 2);
    unsigned char bitmap[] = {255, 128};
    const ASS_Image over = image(bitmap, 0xFF804000, 1, 1);  // red FF, green 80, blue 40, opaque
    blend(&over, picture);
    const std::vector<std::uint8_t> row(picture.pixels.begin() + 16, picture.pixels.end());
    CHECK(row == std::vector<std::uint8_t>{
                     0, 0, 0, 255, 0x40, 0x80, 0xFF, 255, 0x20, 0x40, 0x80, 255, 0, 0, 0, 255});
    CHECK(std::vector<std::uint8_t>(picture.pixels.begin(), picture.pixels.begin() + 16) ==
          blackPicture(4, 1).pixels);
}

TEST_CASE("a half transparent image covers by half", "[media][preview]") {
    Picture picture = blackPicture(2, 1);
    unsigned char bitmap[] = {255, 0};
    const ASS_Image over = image(bitmap, 0xFFFFFF80, 0, 0);  // 128 of 255 transparent
    blend(&over, picture);
    CHECK(picture.pixels == std::vector<std::uint8_t>{127, 127, 127, 255, 0, 0, 0, 255});
}

TEST_CASE("what lies outside of the picture is left out", "[media][preview]") {
    Picture picture = blackPicture(2, 1);
    unsigned char bitmap[] = {255, 255};
    for (const auto& [x, y] : {std::pair{-1, 0}, {1, 0}, {0, 1}, {0, -1}, {5, 5}}) {
        const ASS_Image over = image(bitmap, 0xFFFFFF00, x, y);
        blend(&over, picture);
    }
    CHECK(picture.pixels == std::vector<std::uint8_t>(8, 255));
}

TEST_CASE("only the cues near a time are taken", "[media][preview]") {
    Document document;
    document.cues = {cue(0, 2, "a"), cue(100, 102, "b"), cue(70, 200, "c"), cue(5000, 5001, "d")};
    document.cues.push_back(cue(100, 102, "comment"));
    document.cues.back().kind = CueKind::Comment;
    document.cues.push_back(cue(102, 100, "backwards"));
    const EventWindow window = windowAround(Time::fromSeconds(101));
    CHECK(window == EventWindow{Time::fromSeconds(60), Time::fromSeconds(150)});
    const auto cues = cuesIn(document, window);
    REQUIRE(cues.size() == 2);
    CHECK(cues[0].text.plain == "b");
    CHECK(cues[1].text.plain == "c");
    CHECK(windowAround(Time::fromSeconds(-1)) ==
          EventWindow{Time::fromSeconds(-60), Time::fromSeconds(30)});
}

TEST_CASE("a skeleton has everything of the file but its cues", "[media][preview]") {
    auto origin = std::make_shared<Origin>();
    origin->text = "[head]\ncue 1\n\nstyle\ncue 2\ntail\n";
    origin->pieces = {{0, PieceKind::Raw},
                      {7, PieceKind::Cue},
                      {13, PieceKind::Separator},
                      {14, PieceKind::Style},
                      {20, PieceKind::Cue},
                      {26, PieceKind::Section}};
    Document document;
    document.format = "ass";
    document.origin = origin;
    document.styles.resize(1);
    document.styles[0].piece.index = 3;
    document.cues = {cue(1, 2, "x")};
    const Document skeleton = skeletonOf(document);
    CHECK(skeleton.cues.empty());
    CHECK(skeleton.origin->text == "[head]\nstyle\ntail\n");
    REQUIRE(skeleton.styles.size() == 1);
    CHECK(skeleton.origin->stretch(skeleton.styles[0].piece.index) == "style\n");
    CHECK(sameSkeleton(document, document));
    Document other = document;
    other.styles[0].bold = true;
    CHECK_FALSE(sameSkeleton(document, other));
}

TEST_CASE("messages of libass tell which fonts were replaced", "[media][preview]") {
    // Recorded from libass 0.17.1.
    CHECK(
        fontRemark(
            "fontselect: (Arial, 400, 0) -> /usr/share/fonts/truetype/khmeros/KhmerOS.ttf, 0, KhmerOS") ==
        "Arial: KhmerOS is shown instead, for some or all letters");
    CHECK_FALSE(fontRemark(
        "fontselect: (Khmer OS Battambang, 400, 0) -> /usr/share/fonts/KhmerOSbattambang.ttf, 0, KhmerOSbattambang"));
    CHECK_FALSE(fontRemark(
        "fontselect: (Noto Sans, 700, 0) -> /usr/share/fonts/NotoSans-Bold.ttf, 0, NotoSans-Bold"));
    CHECK_FALSE(fontRemark(
        "fontselect: (Noto Sans Khmer Bold, 400, 0) -> /x/NotoSansKhmer-Bold.ttf, 0, NotoSansKhmer-Bold"));
    CHECK(fontRemark(
        "fontselect: (Noto Sans, 400, 0) -> /x/NotoSansKhmer-Regular.ttf, 0, NotoSansKhmer-Regular"));
    CHECK(
        fontRemark(
            "fontselect: failed to find any fallback with glyph 0x6F22 for font: (Noto Sans, 400, 0)") ==
        "no font here has the character U+6F22");
    CHECK_FALSE(fontRemark("Using font provider fontconfig"));
    CHECK_FALSE(fontRemark("fontselect: "));
}

TEST_CASE("a remark is told once", "[media][preview]") {
    FontMessages messages;
    messages.add("fontselect: (A, 400, 0) -> /b.ttf, 0, B");
    messages.add("fontselect: (A, 400, 0) -> /b.ttf, 0, B");
    CHECK(messages.taken().size() == 1);
    CHECK(messages.taken().empty());
}
