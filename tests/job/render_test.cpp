// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/render.h>

#include "catch.h"
#include "folder.h"
#include "job/fake_films.h"

using namespace subs;

TEST_CASE("a picture is asked for by frame of a film and by time without one", "[job]") {
    testing::FakeFilms films;
    RenderOptions options;
    options.film = "film.mkv";
    options.moment = Frame{12};
    CHECK(renderedPicture(films, options)->png == "film.mkv frame 12, no cues");
    options.film.clear();
    CHECK(renderedPicture(films, options).error().code == "render.no-rate");
    options.rate = parseFrameRate("25").value();
    CHECK(renderedPicture(films, options)->png == " flicks 338688000, no cues");
}

TEST_CASE("fonts of a project lie in folders beside its files", "[job][fonts]") {
    const testing::Folder folder;
    std::filesystem::create_directories(folder.path / "fonts");
    std::filesystem::create_directories(folder.path / "film" / "Fonts");
    REQUIRE(writeFileAtomically(folder.path / "other-fonts", "no folder"));
    const std::filesystem::path root = std::filesystem::canonical(folder.path);
    const std::vector<std::filesystem::path> found = fontFoldersBeside(
        {folder.path / "a.srt", folder.path / "b.srt", folder.path / "film" / "film.mkv", "", "-"});
    REQUIRE(found.size() == 2);
    CHECK(found[0] == root / "fonts");
    CHECK(found[1] == root / "film" / "Fonts");
    CHECK(fontFoldersBeside({folder.path / "none" / "a.srt"}).empty());
}

TEST_CASE("a picture is drawn for whom it is asked for, with the project's fonts", "[job][fonts]") {
    struct Films : testing::FakeFilms {
        Result<RenderedPicture> rendered(const PictureRequest& request, std::stop_token) override {
            look = request.look;
            folders = request.fontFolders;
            return RenderedPicture{};
        }
        TextLook look = TextLook::OtherPlayers;
        std::vector<std::filesystem::path> folders;
    };
    const testing::Folder folder;
    std::filesystem::create_directories(folder.path / "fonts");
    Films films;
    RenderOptions options;
    options.film = folder.path / "film.mkv";
    options.moment = Frame{12};
    REQUIRE(renderedPicture(films, options));
    CHECK(films.look == TextLook::Delivered);
    CHECK(films.folders.size() == 1);
    options.look = TextLook::OtherPlayers;
    REQUIRE(renderedPicture(films, options));
    CHECK(films.look == TextLook::OtherPlayers);
}

TEST_CASE("a picture is drawn with a document and the remarks of reading it", "[job]") {
    const testing::Folder folder;
    const auto file = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(file, "1\n00:00:02,000 --> 00:00:01,000\nback\n"));
    testing::FakeFilms films;
    RenderOptions options;
    options.film = "film.mkv";
    options.subtitles = file;
    const auto picture = renderedPicture(films, options);
    REQUIRE(picture);
    CHECK(picture->png.find("1 cues") != std::string::npos);
    CHECK(picture->diagnostics.size() == 1);
    options.subtitles = folder.path / "none.srt";
    CHECK(renderedPicture(films, options).error().code == "io.not-found");
    CHECK(renderedPicture(films, options).error().file == options.subtitles->string());
    options.subtitles = "-";
    options.subtitleBytes =
        "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:02,000 --> 00:00:03,000\ny\n";
    CHECK(renderedPicture(films, options)->png.find("2 cues") != std::string::npos);
}
