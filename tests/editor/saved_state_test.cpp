// SPDX-License-Identifier: MIT
#include <subs/editor/saved_state.h>

#include "catch.h"
#include "window.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QUndoStack>

using namespace subs::editor;
using namespace subs::session;

namespace {

// Two tracks in memory, and what is said of them.
struct Tracks {
    testing::Folder folder;
    Workspace workspace;
    SavedState saved{workspace};

    Tracks() {
        open("a.km.srt", testing::Window::khmer());
        open("a.en.srt", testing::Window::english());
    }
    void open(const char* name, const QByteArray& bytes) {
        const QString path = QString::fromStdString((folder.path / name).string());
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        REQUIRE(workspace.open({path}).errors.empty());
    }
    void edit(Side side, const QString& text) {
        REQUIRE(workspace.setText(side, workspace.document(side).cues.front().id, text));
        workspace.endTyping();
    }
    void save(Side side, QTime time) {
        REQUIRE(workspace.save(side));
        saved.noteSaved(side, time);
    }
};

}  // namespace

TEST_CASE("nothing is said to be saved where nothing was edited", "[editor][saved]") {
    Tracks it;
    CHECK(it.saved.state() == EditState::None);
    CHECK(it.saved.text() == "No edits yet");
}

TEST_CASE("edits are kept once each file that has some is saved", "[editor][saved]") {
    Tracks it;
    it.edit(Side::First, "ទៅ");
    it.edit(Side::Second, "Go");
    CHECK(it.saved.text() == "Edits not saved yet");
    it.save(Side::First, QTime(14, 2, 31));
    CHECK(it.saved.text() == "Edits not saved yet · file saved 14:02:31");
    it.save(Side::Second, QTime(14, 2, 35));
    CHECK(it.saved.text() == "Every edit kept · file saved 14:02:35");
    it.edit(Side::Second, "Go on");
    CHECK(it.saved.text() == "Edits not saved yet · file saved 14:02:35");
    it.workspace.undoStack().undo();
    CHECK(it.saved.text() == "Every edit kept · file saved 14:02:35");
}

TEST_CASE("edits that are undone are not said to be in a file", "[editor][saved]") {
    Tracks it;
    it.edit(Side::Second, "Go");
    it.workspace.undoStack().undo();
    CHECK(it.saved.state() == EditState::Undone);
    CHECK(it.saved.text() == "No edits to save");
}

TEST_CASE("another file has no edits and was not saved yet", "[editor][saved]") {
    Tracks it;
    it.edit(Side::Second, "Go");
    it.save(Side::Second, QTime(9, 5, 0));
    it.open("b.en.srt", testing::Window::english());
    CHECK(it.saved.text() == "No edits yet");
}

TEST_CASE("the status bar tells what is true of edits and file", "[editor][window][saved]") {
    testing::Window it;
    const auto says = [&](const QString& pattern) {
        for (const QLabel* label : it.window.findChildren<QLabel*>())
            if (QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                    .match(label->accessibleName())
                    .hasMatch())
                return true;
        return false;
    };
    CHECK(says("Nothing is open"));
    it.openPair();
    CHECK(says("No edits yet"));
    it.window.editor().box(Side::Second).setPlainText("Big sister");
    it.settle();
    CHECK(says("Edits not saved yet"));
    it.window.files().save();
    it.settle();
    CHECK(says("Every edit kept · file saved \\d\\d:\\d\\d:\\d\\d"));
    CHECK_FALSE(says("No edits yet"));
}
