// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/media/png.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

using namespace subs;
using namespace subs::media;

TEST_CASE("a PNG holds the pixels that another program reads", "[media][png]") {
    Picture picture = blackPicture(5, 3);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        if (i % 4 != 3) picture.pixels[i] = static_cast<std::uint8_t>(i * 7);
    }
    const auto png = encodedPng(picture);
    REQUIRE(png);
    CHECK(png->substr(0, 8) == "\x89PNG\r\n\x1A\n");
    const testing::Folder folder;
    const auto file = folder.path / "a.png";
    REQUIRE(writeFileAtomically(file, *png));
    const std::string read =
        testing::outputOf("ffmpeg -v error -i '" + file.string() + "' -f rawvideo -pix_fmt bgr0 -");
    REQUIRE(read.size() == picture.pixels.size());
    int wrong = 0;
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (i % 4 != 3) wrong += static_cast<std::uint8_t>(read[i]) == picture.pixels[i] ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a picture that deflates badly still fits", "[media][png]") {
    Picture picture = blackPicture(301, 201);
    std::uint32_t state = 1;
    for (auto& byte : picture.pixels)
        byte = static_cast<std::uint8_t>((state = state * 1664525U + 1013904223U) >> 24);
    CHECK(encodedPng(picture));
}

TEST_CASE("a picture without pixels is refused", "[media][png]") {
    CHECK(encodedPng(Picture()).error().code == "media.no-picture");
}
