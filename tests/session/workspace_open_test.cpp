// SPDX-License-Identifier: MIT
#include <subs/session/workspace.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtCore/QFile>
#include <QtGui/QUndoStack>

#include <algorithm>
#include <vector>

using namespace subs;
using namespace subs::session;
using testing::Folder;
using testing::written;

TEST_CASE("a film and two languages find their places in any order", "[session][open]") {
    const Folder folder;
    std::vector<QString> files{written(folder, "a.srt", testing::kKhmer),
                               written(folder, "b.srt", testing::kEnglish),
                               written(folder, "c.bin", testing::mp4Head())};
    const QString khmer = files[0];
    const QString english = files[1];
    const QString film = files[2];
    std::sort(files.begin(), files.end());
    do {
        Workspace workspace;
        const OpenReport report = workspace.open(QStringList(files.begin(), files.end()));
        CHECK(report.errors.empty());
        CHECK(report.film);
        CHECK(report.tracks.size() == 2);
        CHECK(workspace.path(Side::First) == khmer);
        CHECK(workspace.path(Side::Second) == english);
        CHECK(workspace.filmPath() == film);
        CHECK(workspace.language(Side::First) == "km");
        CHECK(workspace.language(Side::Second) == "en");
    } while (std::next_permutation(files.begin(), files.end()));
}

TEST_CASE("one subtitle file is enough", "[session][open]") {
    const Folder folder;
    Workspace workspace;
    CHECK(workspace.isEmpty());
    workspace.open({written(folder, "only.srt", testing::kEnglish)});
    CHECK_FALSE(workspace.hasTrack(Side::First));
    CHECK(workspace.document(Side::Second).cues.size() == 4);
    CHECK(workspace.format(Side::Second)->info().id == "srt");
    CHECK_FALSE(workspace.isModified());
    workspace.open({written(folder, "later.srt", testing::kKhmer)});
    CHECK(workspace.document(Side::First).cues.size() == 3);
    CHECK(workspace.document(Side::Second).cues.size() == 4);
}

TEST_CASE("a second language that is neither Khmer nor English takes the free side",
          "[session][open]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.srt", testing::kEnglish)});
    workspace.open({written(folder, "b.srt", "1\n00:00:01,000 --> 00:00:02,000\nสวัสดี\n\n")});
    CHECK(workspace.language(Side::First) == "th");
    CHECK(workspace.language(Side::Second) == "en");
}

TEST_CASE("a file without letters is known by its name", "[session][open]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "film.km.srt", "1\n00:00:01,000 --> 00:00:02,000\n...\n\n")});
    CHECK(workspace.hasTrack(Side::First));
}

TEST_CASE("a film is known by its ending where its bytes say nothing", "[session][open]") {
    const Folder folder;
    const OpenedFiles files = readFiles({written(folder, "film.mkv", "")});
    CHECK(files.film.has_value());
    CHECK(files.errors.empty());
}

TEST_CASE("a text that begins like a container is no film", "[session][open]") {
    const Folder folder;
    const OpenedFiles files =
        readFiles({written(folder, "a.srt", "RIFF\n\n1\n00:00:01,000 --> 00:00:02,000\nHi\n\n")});
    CHECK_FALSE(files.film.has_value());
    CHECK(files.tracks.size() == 1);
}

TEST_CASE("files that cannot be opened are named and the others are opened", "[session][open]") {
    const Folder folder;
    const QString third = written(folder, "third.srt", testing::kEnglish);
    const QString missing = QString::fromStdString((folder.path / "missing.srt").string());
    const QString binary =
        written(folder, "b.dat", std::string("\x01\x02\x00\x03\xFF\x00\x00\x07", 8));
    const QString place = QString::fromStdString(folder.path.string());
    Workspace workspace;
    const OpenReport report = workspace.open({missing,
                                              place,
                                              written(folder, "km.srt", testing::kKhmer),
                                              binary,
                                              written(folder, "en.srt", testing::kEnglish),
                                              third,
                                              written(folder, "1.mp4", testing::mp4Head()),
                                              written(folder, "2.mp4", testing::mp4Head())});
    CHECK(report.tracks.size() == 2);
    CHECK(report.film);
    REQUIRE(report.errors.size() == 5);
    const std::vector<std::string> codes{"io.not-found",
                                         "io.is-folder",
                                         "format.binary",
                                         "session.too-many-tracks",
                                         "session.too-many-films"};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        INFO(report.errors[i].error.message);
        CHECK(report.errors[i].error.code == codes[i]);
        CHECK(report.errors[i].error.message.find(report.errors[i].path.toStdString()) !=
              std::string::npos);
    }
}

TEST_CASE("opening what is damaged gives the cues and the remarks", "[session][open]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.srt", "1\n00:00:05,000 --> 00:00:02,000\nBackwards\n\n")});
    CHECK(workspace.document(Side::Second).cues.size() == 1);
    REQUIRE_FALSE(workspace.diagnostics(Side::Second).empty());
    CHECK(workspace.diagnostics(Side::Second).front().line == 2);
}

TEST_CASE("opening over edits is foretold", "[session][open]") {
    testing::OpenWorkspace open;
    const OpenedFiles files = readFiles({written(open.folder, "other.srt", testing::kEnglish)});
    CHECK_FALSE(open.workspace.wouldLoseEdits(files));
    REQUIRE(open.workspace.setText(Side::First, open.id(Side::First, 0), "x"));
    CHECK_FALSE(open.workspace.wouldLoseEdits(files));
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "x"));
    CHECK(open.workspace.wouldLoseEdits(files));
    open.workspace.adopt(files);
    CHECK(open.workspace.isModified(Side::First));
    CHECK_FALSE(open.workspace.isModified(Side::Second));
}

TEST_CASE("a track that is replaced loses its history and the other keeps its own",
          "[session][open][undo]") {
    testing::OpenWorkspace open;
    Workspace& workspace = open.workspace;
    const CueId khmer = open.id(Side::First, 0);
    REQUIRE(workspace.setText(Side::First, khmer, "ក"));
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 0), "x"));
    REQUIRE(workspace.setEdge(Side::First, khmer, Edge::End, Time::fromMilliseconds(1500)));
    REQUIRE(open.cue(Side::Second, 0).end == Time::fromMilliseconds(1500));
    workspace.undoStack().undo();
    workspace.adopt(readFiles({written(open.folder, "other.srt", testing::kEnglish)}));
    CHECK_FALSE(workspace.isModified(Side::Second));
    CHECK(workspace.isModified(Side::First));

    workspace.undoStack().redo();
    CHECK(open.cue(Side::First, 0).end == Time::fromMilliseconds(1500));
    CHECK(open.cue(Side::Second, 0).end == Time::fromMilliseconds(2000));
    while (workspace.undoStack().canUndo())
        workspace.undoStack().undo();
    CHECK(workspace.undoStack().count() == 2);
    CHECK_FALSE(workspace.isModified());
    CHECK(open.cue(Side::Second, 0).text.plain == "Hello");
}

TEST_CASE("a file that is named twice is opened once", "[session][open]") {
    const Folder folder;
    const QString file = written(folder, "a.srt", testing::kEnglish);
    const QString link = QString::fromStdString((folder.path / "link.srt").string());
    REQUIRE(QFile::link(file, link));
    for (const QString& again : {file, link}) {
        Workspace workspace;
        const OpenReport report = workspace.open({file, again});
        CHECK(report.tracks == std::vector{Side::Second});
        CHECK_FALSE(workspace.hasTrack(Side::First));
        REQUIRE(report.errors.size() == 1);
        CHECK(report.errors[0].path == again);
        CHECK(report.errors[0].error.code == "session.open-already");
        CHECK(report.errors[0].error.message ==
              again.toStdString() + " was not opened: the other side has this file open already");
        REQUIRE(workspace.setText(Side::Second, workspace.document(Side::Second).cues[0].id, "x"));
        CHECK(workspace.save(Side::Second));
    }
}

TEST_CASE("a file that the other side has open is refused and the side keeps its own",
          "[session][open]") {
    const Folder folder;
    const std::string thai = "1\n00:00:01,000 --> 00:00:02,000\nสวัสดี\n\n";
    const QString file = written(folder, "b.srt", thai);
    const QString link = QString::fromStdString((folder.path / "link.srt").string());
    REQUIRE(QFile::link(file, link));
    Workspace workspace;
    workspace.open({file, written(folder, "c.srt", thai)});
    REQUIRE(workspace.path(Side::First) == file);
    REQUIRE(workspace.setText(Side::Second, workspace.document(Side::Second).cues[0].id, "x"));
    for (const QString& again : {file, link}) {
        const OpenedFiles files = readFiles({again}, workspace.beside());
        CHECK_FALSE(workspace.wouldLoseEdits(files));
        const OpenReport report = workspace.adopt(files);
        CHECK(report.tracks.empty());
        REQUIRE(report.errors.size() == 1);
        CHECK(report.errors[0].error.code == "session.open-already");
    }
    CHECK(workspace.isModified(Side::Second));
    CHECK(workspace.undoStack().canUndo());
}

TEST_CASE("a file that is open is read again on its own side", "[session][open]") {
    testing::OpenWorkspace open;
    const OpenReport report = open.workspace.open({open.english});
    CHECK(report.errors.empty());
    CHECK(report.tracks == std::vector{Side::Second});
}

TEST_CASE("opening a film leaves every edit undoable", "[session][open][undo]") {
    testing::OpenWorkspace open;
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "x"));
    open.workspace.open({written(open.folder, "film.mp4", testing::mp4Head())});
    REQUIRE(open.workspace.undoStack().canUndo());
    open.workspace.undoStack().undo();
    CHECK_FALSE(open.workspace.isModified());
}

TEST_CASE("links made while reading are those made afterwards", "[session][open]") {
    testing::OpenWorkspace open;
    const QString other =
        written(open.folder, "other.en.srt", "1\n00:00:01,000 --> 00:00:05,000\nAll of it\n\n");
    const OpenedFiles files = readFiles({other}, open.workspace.beside());
    REQUIRE(files.links);
    open.workspace.adopt(files);
    CHECK(open.workspace.links() == linksByOverlap(open.workspace.document(Side::First),
                                                   open.workspace.document(Side::Second)));
}

TEST_CASE("links made while reading are dropped where the other track was edited meanwhile",
          "[session][open]") {
    testing::OpenWorkspace open;
    const OpenedFiles files = readFiles({written(open.folder, "other.en.srt", testing::kEnglish)},
                                        open.workspace.beside());
    REQUIRE(open.workspace.removeCues({open.id(Side::First, 0), {}}));
    open.workspace.adopt(files);
    CHECK(open.workspace.links() == linksByOverlap(open.workspace.document(Side::First),
                                                   open.workspace.document(Side::Second)));
}

TEST_CASE("reading that is not wanted any more ends", "[session][open]") {
    testing::OpenWorkspace open;
    std::stop_source stop;
    stop.request_stop();
    const OpenedFiles files = readFiles({open.khmer, open.english}, {}, stop.get_token());
    CHECK(files.tracks.empty());
    CHECK(files.errors.empty());
}

TEST_CASE("a film that is not there is a film all the same, unless one is open",
          "[session][open]") {
    const Folder folder;
    Workspace workspace;
    OpenReport report = workspace.open({"/nowhere/lost.mkv"});
    CHECK(report.film);
    CHECK(report.errors.empty());
    CHECK(workspace.isFilmMissing());
    CHECK(workspace.filmPath() == "/nowhere/lost.mkv");
    const QString film = written(folder, "there.mp4", testing::mp4Head());
    workspace.open({film});
    CHECK_FALSE(workspace.isFilmMissing());
    report = workspace.open({"/nowhere/lost.mkv"});
    CHECK_FALSE(report.film);
    CHECK(report.errors.size() == 1);
    CHECK(workspace.filmPath() == film);
}

TEST_CASE("closing leaves nothing open", "[session][open]") {
    testing::OpenWorkspace open;
    open.workspace.close();
    CHECK(open.workspace.isEmpty());
    CHECK(open.workspace.document(Side::First).cues.empty());
    CHECK(open.workspace.links().empty());
    CHECK_FALSE(open.workspace.setText(Side::First, CueId{1}, "x"));
}
