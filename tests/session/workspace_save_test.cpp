// SPDX-License-Identifier: MIT
#include <subs/session/workspace.h>

#include "as_nobody.h"
#include "catch.h"
#include "session_fixture.h"

#include <QtGui/QUndoStack>

#include <algorithm>
#include <fstream>

using namespace subs;
using namespace subs::session;
using testing::contentOf;
using testing::Folder;
using testing::OpenWorkspace;
using testing::written;

TEST_CASE("saving writes the edited cue and leaves every other byte", "[session][save]") {
    OpenWorkspace open;
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 1), "Are you all"));
    REQUIRE(open.workspace.save(Side::Second));
    std::string expected(testing::kEnglish);
    expected.replace(expected.find("Are you"), 7, "Are you all");
    CHECK(contentOf(open.english) == expected);
    CHECK(contentOf(open.khmer) == testing::kKhmer);
}

TEST_CASE("the other track is not written when one is saved", "[session][save]") {
    OpenWorkspace open;
    REQUIRE(open.workspace.setText(Side::First, open.id(Side::First, 0), "ជម្រាបសួរ"));
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "Good day"));
    REQUIRE(open.workspace.save(Side::Second));
    CHECK(contentOf(open.khmer) == testing::kKhmer);
    CHECK(open.workspace.isModified(Side::First));
    CHECK_FALSE(open.workspace.isModified(Side::Second));
}

TEST_CASE("a track is modified where it differs from its file, over undo, redo and saving",
          "[session][save]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    int told = 0;
    QObject::connect(&workspace, &Workspace::stateChanged, [&] { ++told; });
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 0), "A"));
    CHECK(told == 1);
    CHECK(workspace.isModified(Side::Second));
    CHECK_FALSE(workspace.isModified(Side::First));
    workspace.undoStack().undo();
    CHECK_FALSE(workspace.isModified());
    workspace.undoStack().redo();
    CHECK(workspace.isModified());
    REQUIRE(workspace.save(Side::Second));
    CHECK_FALSE(workspace.isModified());
    workspace.undoStack().undo();
    CHECK(workspace.isModified());
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 0), "B"));
    workspace.undoStack().undo();
    CHECK(workspace.isModified());
}

TEST_CASE("typing after a save is a step of its own", "[session][save]") {
    OpenWorkspace open;
    const CueId id = open.id(Side::Second, 0);
    REQUIRE(open.workspace.setText(Side::Second, id, "Hello t"));
    REQUIRE(open.workspace.save(Side::Second));
    REQUIRE(open.workspace.setText(Side::Second, id, "Hello there"));
    open.workspace.undoStack().undo();
    CHECK(open.cue(Side::Second, 0).text.plain == "Hello t");
    CHECK_FALSE(open.workspace.isModified());
}

TEST_CASE("a save that fails says why and leaves the old file and the edits", "[session][save]") {
    OpenWorkspace open;
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "New"));
    const QString nowhere = QString::fromStdString((open.folder.path / "gone" / "a.srt").string());
    const auto saved = open.workspace.saveAs(Side::Second, nowhere);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().message.find("a.srt") != std::string::npos);
    CHECK(open.workspace.path(Side::Second) == open.english);
    CHECK(open.workspace.isModified(Side::Second));
    CHECK(contentOf(open.english) == testing::kEnglish);
    CHECK(open.cue(Side::Second, 0).text.plain == "New");
}

TEST_CASE("a file that another program changed is not overwritten unasked", "[session][save]") {
    OpenWorkspace open;
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "Mine"));
    const std::string theirs = "1\n00:00:01,000 --> 00:00:02,000\nTheirs\n\n";
    written(open.folder, "film.en.srt", theirs);
    const auto refused = open.workspace.save(Side::Second);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "session.changed-on-disk");
    CHECK(contentOf(open.english) == theirs);
    REQUIRE(open.workspace.save(Side::Second, {ChangedOnDisk::Overwrite}));
    CHECK(contentOf(open.english).find("Mine") != std::string::npos);
    CHECK(open.workspace.save(Side::Second));
}

TEST_CASE("a file that was only touched is saved", "[session][save]") {
    OpenWorkspace open;
    written(open.folder, "film.en.srt", testing::kEnglish);
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "Mine"));
    CHECK(open.workspace.save(Side::Second));
}

TEST_CASE("saving again after a save finds the file unchanged", "[session][save]") {
    OpenWorkspace open;
    for (const char* text : {"one", "two", "three"}) {
        REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), text));
        REQUIRE(open.workspace.save(Side::Second));
        CHECK(contentOf(open.english).find(text) != std::string::npos);
    }
}

TEST_CASE("saving under another ending converts and stays with the new file", "[session][save]") {
    OpenWorkspace open;
    const QString target = QString::fromStdString((open.folder.path / "film.en.ass").string());
    REQUIRE(open.workspace.lossesOf(Side::Second, target));
    const auto saved = open.workspace.saveAs(Side::Second, target);
    REQUIRE(saved);
    CHECK(saved->path == target);
    CHECK(open.workspace.path(Side::Second) == target);
    CHECK(open.workspace.format(Side::Second)->info().id == "ass");
    CHECK(contentOf(open.english) == testing::kEnglish);
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "After"));
    REQUIRE(open.workspace.save(Side::Second));
    Workspace again;
    again.open({target});
    CHECK(again.document(Side::Second).cues.size() == 4);
    CHECK(again.document(Side::Second).cues[0].text.plain == "After");
}

TEST_CASE("what a file has beyond its document is told lost where it is saved as another",
          "[session][save]") {
    OpenWorkspace open;
    const std::filesystem::path name = open.folder.path / "film.fr.ttml";
    std::ofstream(name) << "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"fr\" "
                           "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\"><body><div><p "
                           "begin=\"1s\" end=\"2s\" tts:textOutline=\"2px\">bateau</p></div>"
                           "</body></tt>";
    Workspace workspace;
    workspace.open({QString::fromStdString(name.string())});
    const Side side = workspace.hasTrack(Side::First) ? Side::First : Side::Second;
    const auto tells = [](const LossReport& losses) {
        return std::ranges::any_of(losses.items,
                                   [](const LossItem& loss) { return loss.feature == "outline"; });
    };
    const auto target = [&](const char* file) {
        return QString::fromStdString((open.folder.path / file).string());
    };
    CHECK(tells(*workspace.lossesOf(side, target("film.fr.srt"))));
    CHECK_FALSE(tells(*workspace.lossesOf(side, target("copy.fr.ttml"))));
    const auto copy = workspace.saveAs(side, target("copy.fr.ttml"));
    REQUIRE(copy);
    CHECK_FALSE(tells(copy->losses));
    const auto saved = workspace.saveAs(side, target("film.fr.srt"));
    REQUIRE(saved);
    CHECK(tells(saved->losses));
}

TEST_CASE("what cannot be saved is refused in plain words", "[session][save]") {
    OpenWorkspace open;
    const auto unknown = open.workspace.saveAs(Side::First, open.khmer + ".xyz");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "format.unknown");
    CHECK_FALSE(open.workspace.lossesOf(Side::First, "film"));
    const auto other = open.workspace.saveAs(Side::First, open.english);
    REQUIRE_FALSE(other);
    CHECK(other.error().code == "session.other-track");
    Workspace empty;
    CHECK(empty.save(Side::First).error().code == "session.no-track");
    CHECK(empty.saveAs(Side::First, "a.srt").error().code == "session.no-track");
    REQUIRE(empty.insertCues(Sides::First, Time(), Time::fromSeconds(1)));
    CHECK(empty.save(Side::First).error().code == "session.no-file");
}

TEST_CASE("a file that went away is written anew", "[session][save]") {
    OpenWorkspace open;
    std::filesystem::remove(open.folder.path / "film.en.srt");
    REQUIRE(open.workspace.save(Side::Second));
    CHECK(contentOf(open.english) == testing::kEnglish);
}

TEST_CASE("edits made while a worker saves stay edits", "[session][save]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 0), "first"));
    const auto job = workspace.saveJob(Side::Second);
    REQUIRE(job);
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 3), "second"));
    REQUIRE(workspace.finishSave(*job, runSaveJob(*job)));
    CHECK(workspace.isModified(Side::Second));
    CHECK(contentOf(open.english).find("first") != std::string::npos);
    CHECK(contentOf(open.english).find("second") == std::string::npos);
    workspace.undoStack().undo();
    CHECK_FALSE(workspace.isModified(Side::Second));
}

TEST_CASE("a save that ends after another track was opened leaves that one alone",
          "[session][save]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 0), "edited"));
    const auto job = workspace.saveJob(Side::Second);
    REQUIRE(job);
    const QString other = written(open.folder, "other.en.srt", testing::kEnglish);
    workspace.open({other});
    REQUIRE(workspace.setText(Side::Second, open.id(Side::Second, 0), "new"));
    REQUIRE(workspace.finishSave(*job, runSaveJob(*job)));
    CHECK(workspace.path(Side::Second) == other);
    CHECK(workspace.isModified(Side::Second));
    CHECK(contentOf(open.english).find("edited") != std::string::npos);
}

TEST_CASE("the last cue can be deleted and the file saved", "[session][save]") {
    const Folder folder;
    const QString path =
        written(folder, "one.en.srt", "1\n00:00:01,000 --> 00:00:02,000\nOnly\n\n");
    Workspace workspace;
    workspace.open({path});
    const CueId only = workspace.document(Side::Second).cues.at(0).id;
    REQUIRE(workspace.removeCues({{}, only}));
    REQUIRE(workspace.save(Side::Second));
    CHECK(contentOf(path).find("Only") == std::string::npos);
    CHECK_FALSE(workspace.isModified());
    workspace.undoStack().undo();
    REQUIRE(workspace.save(Side::Second));
    CHECK(contentOf(path).find("Only") != std::string::npos);
}

TEST_CASE("a read-only track refuses every edit and saves a copy that takes them",
          "[session][save][read-only]") {
    OpenWorkspace open;
    testing::forbidWriting(open.folder.path);
    Workspace workspace;
    {
        const testing::AsNobody nobody;
        workspace.open({open.english});
        REQUIRE(workspace.isReadOnly(Side::Second));
    }
    const CueId id = workspace.document(Side::Second).cues.at(0).id;
    const Document before = workspace.document(Side::Second);
    const auto refused = [](const auto& result) {
        return !result && result.error().code == "session.read-only" &&
               result.error().message.find("film.en.srt") != std::string::npos;
    };
    CHECK(refused(workspace.setText(Side::Second, id, "x")));
    CHECK(refused(workspace.setEdge(Side::Second, id, Edge::End, Time::fromSeconds(8))));
    CHECK(refused(workspace.removeCues({{}, id})));
    CHECK(refused(workspace.insertCues(Sides::Second, Time(), Time::fromSeconds(1))));
    CHECK(workspace.document(Side::Second).cues == before.cues);
    CHECK_FALSE(workspace.undoStack().canUndo());
    testing::allowWriting(open.folder.path);
    REQUIRE(workspace.saveAs(Side::Second,
                             QString::fromStdString((open.folder.path / "copy.srt").string())));
    CHECK_FALSE(workspace.isReadOnly(Side::Second));
    CHECK(workspace.setText(Side::Second, id, "x"));
}

TEST_CASE("a file that may be written again is found by looking again", "[session][read-only]") {
    OpenWorkspace open;
    testing::forbidWriting(open.folder.path);
    Workspace workspace;
    {
        const testing::AsNobody nobody;
        workspace.open({open.khmer});
    }
    int told = 0;
    QObject::connect(&workspace, &Workspace::stateChanged, [&] { ++told; });
    CHECK(workspace.isReadOnly(Side::First));
    testing::allowWriting(open.folder.path);
    std::filesystem::permissions(open.khmer.toStdString(), std::filesystem::perms::owner_all);
    workspace.lookAgain();
    CHECK_FALSE(workspace.isReadOnly(Side::First));
    CHECK(told == 1);
}
