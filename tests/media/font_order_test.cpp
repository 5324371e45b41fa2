// SPDX-License-Identifier: MIT
// Which of several fonts of one name a text is drawn in. A font that is drawn otherwise gets the
// name of one that the system has: what is seen tells which was taken.
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/media/film.h>
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

// Names of one length, in a font's tables as bytes and as UTF-16.
constexpr std::string_view kName = "Siemreap";
constexpr std::string_view kOther = "Freehand";

void put(const fs::path& path, const std::string& bytes) {
    REQUIRE(writeFileAtomically(path, bytes));
}

std::string wide(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += {'\0', c};
    return result;
}

void replaceAll(std::string& bytes, const std::string& from, const std::string& to) {
    for (std::size_t at = bytes.find(from); at != bytes.npos; at = bytes.find(from, at + 1))
        bytes.replace(at, from.size(), to);
}

/// The font file of a family that Debian's fonts-khmeros has.
std::string fontOf(const std::string& family) {
    const std::string path =
        testing::outputOf("fc-match -f '%{file}' 'Khmer OS " + family + ":style=Regular'");
    auto bytes = readFile(path);
    INFO(path);
    REQUIRE(bytes);
    return *bytes;
}

/// "Khmer OS Freehand" under the name of "Khmer OS Siemreap".
std::string disguised() {
    std::string bytes = fontOf(std::string(kOther));
    replaceAll(bytes, std::string(kOther), std::string(kName));
    replaceAll(bytes, wide(kOther), wide(kName));
    return bytes;
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
    put(folder.path / "fonts" / "font.ttf", fontOf(std::string(kName)));
    CHECK(drawn(document, {TextLook::Delivered, folders, {{"font.ttf", disguised()}}}) == systems);

    SECTION("other players have none of them") {
        put(folder.path / "fonts" / "font.ttf", disguised());
        CHECK(drawn(document, {TextLook::OtherPlayers, folders, {{"font.ttf", disguised()}}}) ==
              systems);
    }
}

TEST_CASE("a font that a file brings along comes before the system's of its name",
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
    replaceAll(other, "Siemreap", "Freehand");
    const auto read = [](const std::string& text) {
        auto document = readDocument(text, "film.ass", {});
        REQUIRE(document);
        return std::move(document->document);
    };
    CHECK(drawn(read(file)) == drawn(read(other)));
    CHECK(drawn(read(file), {TextLook::OtherPlayers, {}, {}}) == drawn(read(without)));
}

TEST_CASE("fonts attached to a film are taken from it", "[media][fonts]") {
    const testing::Folder folder;
    const std::string bytes = fontOf(std::string(kName));
    put(folder.path / "font.ttf", bytes);
    put(folder.path / "notes.txt", "no font");
    testing::outputOf("cd '" + folder.path.string() + "' && ffmpeg -v error -i '" +
                      testing::filmPath("film.mp4").string() +
                      "' -t 1 -c copy -attach font.ttf -metadata:s:t:0 mimetype=font/ttf "
                      "-attach notes.txt -metadata:s:t:1 mimetype=text/plain with.mkv");
    auto film = Film::open(folder.path / "with.mkv");
    REQUIRE(film);
    const auto fonts = film->attachedFonts();
    REQUIRE(fonts.size() == 1);
    CHECK(fonts[0].name == "font.ttf");
    CHECK(fonts[0].bytes == bytes);
    CHECK(testing::openFilm("film.mp4").attachedFonts().empty());
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
