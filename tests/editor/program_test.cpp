// SPDX-License-Identifier: MIT
#include <subs/editor/options.h>

#include "catch.h"
#include "folder.h"

#include <QtCore/QProcess>
#include <QtCore/QSet>
#include <QtGui/QImage>

using namespace subs::editor;

namespace {

struct Run {
    int status = -1;
    QString out;
    QString err;
};

Run run(const QStringList& arguments, const QString& platform = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    if (!platform.isEmpty()) environment.insert("QT_QPA_PLATFORM", platform);
    process.setProcessEnvironment(environment);
    process.start(SUBS_EDITOR_PROGRAM, arguments);
    REQUIRE(process.waitForFinished(60'000));
    return {process.exitCode(),
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString sample(const char* ending) {
    return QString(SUBS_SOURCE_DIR "/samples/seven-lanterns") + ending;
}

std::string errorOf(const QStringList& arguments) {
    const auto options = parseOptions(arguments);
    return options ? "" : options.error().message;
}

}  // namespace

TEST_CASE("options are read in any order", "[editor][program]") {
    const auto options = parseOptions({"a.mp4",
                                       "--size=1180x720",
                                       "--theme",
                                       "dark",
                                       "--cue",
                                       "3",
                                       "b.srt",
                                       "--frame",
                                       "0",
                                       "--zoom",
                                       "0.5",
                                       "--",
                                       "--c.srt"});
    REQUIRE(options);
    CHECK(options->files == QStringList{"a.mp4", "b.srt", "--c.srt"});
    CHECK(options->size == QSize(1180, 720));
    CHECK(options->theme == Shade::Dark);
    CHECK(options->cue == 3);
    CHECK(options->frame == 0);
    CHECK(options->zoom == 0.5);
    CHECK_FALSE(options->screenshot);
}

TEST_CASE("options that make no sense are named", "[editor][program]") {
    CHECK(errorOf({"--screnshot", "a.png"}) ==
          "there is no option --screnshot; the nearest is --screenshot");
    CHECK(errorOf({"--screenshot", "film.srt"}) ==
          "--screenshot wants the name of a PNG file, not \"film.srt\"");
    CHECK(errorOf({"--size", "big"}) ==
          "--size wants WIDTHxHEIGHT from 1180x720 to 8000x8000, not \"big\"");
    for (const char* size : {"1179x720", "1180x719", "8001x720", "1180x8001", "800x600"})
        CHECK(errorOf({"--size", size}) ==
              std::string("--size wants WIDTHxHEIGHT from 1180x720 to 8000x8000, not \"") + size +
                  "\"");
    for (const char* size : {"1180x720", "8000x8000", "1180×8000"})
        CHECK(errorOf({"--size", QString::fromUtf8(size)}) == "");
    CHECK(errorOf({"--theme", "pink"}) == "--theme wants light or dark, not \"pink\"");
    CHECK(errorOf({"--cue", "0"}) == "--cue wants a whole number from 1 on, not \"0\"");
    CHECK(errorOf({"--frame", "-1"}) == "--frame wants a whole number from 0 on, not \"-1\"");
    for (const char* zoom : {"0", "-1", "nan", "inf", "101", "wide"})
        CHECK(errorOf({"--zoom", zoom}) ==
              std::string("--zoom wants a number of pixels above 0, up to 100, not \"") + zoom +
                  "\"");
    CHECK(errorOf({"--cue"}) == "--cue wants a value, not \"\"");
}

TEST_CASE("help and version need no display", "[editor][program]") {
    const Run help = run({"--help"});
    CHECK(help.status == 0);
    CHECK(help.out.contains("--screenshot"));
    CHECK(run({"--version"}).out.startsWith("subs-editor "));
    const Run wrong = run({"--frob"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.startsWith("subs-editor: there is no option --frob"));
}

TEST_CASE("without a display the program says what it can do", "[editor][program]") {
    const Run none = run({});
    CHECK(none.status == 2);
    CHECK(
        none.err ==
        "subs-editor: there is no display here; --screenshot FILE.png writes a picture of the window\n");
}

TEST_CASE("a timeline of frames needs a film", "[editor][program]") {
    testing::Folder folder;
    const QString file = QString::fromStdString((folder.path / "window.png").string());
    const Run shot = run({"--screenshot", file, "--zoom", "8", sample(".en.srt")});
    CHECK(shot.status == 2);
    CHECK(shot.err == "subs-editor: --zoom needs a film: without one there are no frames\n");
}

TEST_CASE("a screenshot of the sample shows film and texts", "[editor][program]") {
    testing::Folder folder;
    const QString file = QString::fromStdString((folder.path / "window.png").string());
    const Run shot = run({"--screenshot",
                          file,
                          "--size",
                          "1200x760",
                          "--cue",
                          "4",
                          sample(".mp4"),
                          sample(".km.srt"),
                          sample(".en.srt")});
    CHECK(shot.err.toStdString() == "");
    REQUIRE(shot.status == 0);
    const QImage image(file);
    REQUIRE(image.size() == QSize(1200, 760));
    // The film is there: the upper right holds many colours, not the grey surround alone.
    QSet<QRgb> colors;
    for (int y = 120; y < 300; y += 3)
        for (int x = 760; x < 1150; x += 3)
            colors.insert(image.pixel(x, y));
    CHECK(colors.size() > 300);
}

TEST_CASE("a screenshot that cannot be what was asked for ends with status 2",
          "[editor][program]") {
    testing::Folder folder;
    const QString file = QString::fromStdString((folder.path / "window.png").string());
    const Run cue = run({"--screenshot", file, "--cue", "999", sample(".km.srt")});
    CHECK(cue.status == 2);
    CHECK(cue.err.startsWith("subs-editor: there is no cue 999; the table has "));
    const Run frame = run({"--screenshot", file, "--frame", "99999", sample(".mp4")});
    CHECK(frame.status == 2);
    CHECK(frame.err.startsWith("subs-editor: there is no frame 99999; the film has 1920"));
    const Run lost = run({"--screenshot", file, "/nowhere/lost.srt"});
    CHECK(lost.status == 2);
    CHECK(lost.err.contains("/nowhere/lost.srt"));
    const Run film = run({"--screenshot", file, "/nowhere/lost.mp4", sample(".km.srt")});
    CHECK(film.status == 2);
    CHECK(film.err.contains("/nowhere/lost.mp4 does not exist"));
    const Run unwritable = run({"--screenshot", "/nowhere/at/all.png", sample(".km.srt")});
    CHECK(unwritable.status == 2);
    CHECK(unwritable.err.contains("/nowhere/at"));
}
