// SPDX-License-Identifier: MIT
// Which of several fonts of one name a text is drawn in. A font that is drawn otherwise gets the
// name of one that the system has: what is seen tells which was taken.
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/media/burner.h>
#include <subs/media/film.h>
#include <subs/media/film_library.h>
#include <subs/media/font_file.h>
#include <subs/media/preview.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace subs;
using namespace subs::media;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kName = "Siemreap";
constexpr std::string_view kOther = "Freehand";

void put(const fs::path& path, const std::string& bytes) {
    REQUIRE(writeFileAtomically(path, bytes));
}

std::string bytesOf(const fs::path& path) {
    auto bytes = readFile(path);
    INFO(path.string());
    REQUIRE(bytes);
    return *bytes;
}

/// "Khmer OS Freehand" under the name of "Khmer OS Siemreap" (make_films.sh).
std::string disguised() {
    return bytesOf(testing::filmPath("disguised.ttf"));
}

/// The true one, of Debian's fonts-khmeros.
std::string siemreap() {
    return bytesOf(testing::outputOf("fc-match -f '%{file}' 'Khmer OS Siemreap:style=Regular'"));
}

Document textIn(std::string_view family) {
    Document document;
    document.language = "km";
    document.styles.resize(1);
    document.styles[0].fontName = "Khmer OS " + std::string(family);
    Cue cue;
    cue.id = document.newId();
    cue.end = Time::fromSeconds(10);
    cue.text.plain = "ក្រុមហ៊ុនស្ត្រីខ្មែរ";
    document.cues.push_back(cue);
    return document;
}

std::vector<std::uint8_t> drawn(const Document& document, const PreviewOptions& options = {}) {
    auto preview = Preview::open(options);
    REQUIRE(preview);
    Picture picture = blackPicture(1280, 720);
    const std::array<PreviewTrack, 1> tracks{PreviewTrack{&document, false, 1}};
    REQUIRE(preview->draw(tracks, Time::fromSeconds(1), picture));
    return picture.pixels;
}

/// As ASS files hold fonts: 3 bytes in 4 characters of 6 bits, from '!' on (SSA v4 specification,
/// appendix B).
std::string encodedForAss(const std::string& bytes) {
    std::string text;
    std::size_t column = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        unsigned value = 0;
        for (std::size_t k = 0; k < 3; ++k)
            value = value << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k <= count; ++k) {
            text += static_cast<char>('!' + (value >> (18 - 6 * k) & 63U));
            if (++column % 80 == 0) text += '\n';
        }
    }
    return text;
}

}  // namespace

TEST_CASE("fonts of the project come first, then attached ones, then those of the system",
          "[media][preview][fonts]") {
    const testing::Folder folder;
    fs::create_directory(folder.path / "fonts");
    const Document document = textIn(kName);
    const auto systems = drawn(document);
    const auto others = drawn(textIn(kOther));
    REQUIRE(systems != others);
    const std::vector<fs::path> folders{folder.path / "fonts"};
    CHECK(drawn(document, {TextLook::Delivered, folders, {}}) == systems);

    CHECK(drawn(document, {TextLook::Delivered, {}, {{"font.ttf", disguised()}}}) == others);
    put(folder.path / "fonts" / "font.ttf", disguised());
    CHECK(drawn(document, {TextLook::Delivered, folders, {}}) == others);
    put(folder.path / "fonts" / "font.ttf", siemreap());
    CHECK(drawn(document, {TextLook::Delivered, folders, {{"font.ttf", disguised()}}}) == systems);

    SECTION("other players have none of them") {
        put(folder.path / "fonts" / "font.ttf", disguised());
        CHECK(drawn(document, {TextLook::OtherPlayers, folders, {{"font.ttf", disguised()}}}) ==
              systems);
    }
}

TEST_CASE("a font that a file brings along comes before the system's and behind the project's",
          "[media][preview][fonts]") {
    const std::string file =
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n"
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, Alignment\n"
        "Style: Default,Khmer OS Siemreap,80,2\n\n"
        "[Fonts]\nfontname: font.ttf\n" +
        encodedForAss(disguised()) +
        "\n\n[Events]\nFormat: Start, End, Style, Text\n"
        "Dialogue: 0:00:00.00,0:00:10.00,Default,ក្រុមហ៊ុនស្ត្រីខ្មែរ\n";
    std::string without = file;
    without.erase(without.find("[Fonts]"), without.find("[Events]") - without.find("[Fonts]"));
    std::string other = without;
    other.replace(other.find(kName), kName.size(), kOther);
    const auto read = [](const std::string& text) {
        auto document = readDocument(text, "film.ass", {});
        REQUIRE(document);
        return std::move(document->document);
    };
    CHECK(drawn(read(file)) == drawn(read(other)));
    const testing::Folder folder;
    put(folder.path / "font.ttf", siemreap());
    CHECK(drawn(read(file), {TextLook::Delivered, {folder.path}, {}}) == drawn(read(without)));
    CHECK(drawn(read(file), {TextLook::OtherPlayers, {}, {}}) == drawn(read(without)));
}

TEST_CASE("fonts attached to a film are taken from it, and nothing else", "[media][fonts]") {
    const auto fonts = testing::openFilm("attached.mkv").attachedFonts();
    REQUIRE(fonts.size() == 1);
    CHECK(fonts[0].name == "disguised.ttf");
    CHECK(fonts[0].bytes == disguised());
    CHECK(testing::openFilm("film.mp4").attachedFonts().empty());
}

TEST_CASE("a film's own fonts are rendered and burned with", "[media][fonts][burn]") {
    const Document named = textIn(kName);
    const Document other = textIn(kOther);
    const auto rendered = [](const Document& document, TextLook look) {
        PictureRequest request;
        request.film = testing::filmPath("attached.mkv");
        request.moment = Frame{12};
        request.subtitles = &document;
        request.look = look;
        auto picture = makeFilmLibrary()->rendered(request, {});
        REQUIRE(picture);
        return picture->png;
    };
    CHECK(rendered(named, TextLook::Delivered) == rendered(other, TextLook::Delivered));
    CHECK(rendered(named, TextLook::OtherPlayers) != rendered(other, TextLook::OtherPlayers));

    const testing::Folder folder;
    const auto burned = [&](const Document& document, const char* name) {
        BurnRequest request;
        request.film = testing::filmPath("attached.mkv");
        request.output = folder.path / name;
        request.kind = ContainerKind::Matroska;
        request.subtitles = &document;
        request.quality = {0, "ultrafast"};
        REQUIRE(makeFilmBurner()->burned(request, {}));
        return testing::outputOf("ffmpeg -v error -i '" + request.output.string() +
                                 "' -frames:v 3 -f rawvideo -");
    };
    CHECK(burned(named, "a.mkv") == burned(other, "b.mkv"));
}

TEST_CASE("fonts of folders are read in the order of their names, and what cannot be is told",
          "[media][fonts]") {
    const testing::Folder folder;
    put(folder.path / "b.OTF", "b");
    put(folder.path / "a.ttf", "a");
    put(folder.path / "readme.txt", "no font");
    fs::create_directory(folder.path / "folder.ttf");
    const FontsOfFolders found = fontsIn({folder.path, "/no/such/folder"});
    REQUIRE(found.fonts.size() == 2);
    CHECK(found.fonts[0].name == "a.ttf");
    CHECK(found.fonts[1].name == "b.OTF");
    CHECK(found.fonts[1].bytes == "b");
    REQUIRE(found.remarks.size() == 2);
    CHECK(found.remarks[0].find("folder.ttf") != std::string::npos);
    CHECK(found.remarks[1].find("/no/such/folder") != std::string::npos);
}

TEST_CASE("a file that is no font but is called one is left out, and the text is drawn",
          "[media][preview][fonts]") {
    const Document document = textIn(kName);
    CHECK(drawn(document, {TextLook::Delivered, {}, {{"font.ttf", "no font at all"}}}) ==
          drawn(document));
}
