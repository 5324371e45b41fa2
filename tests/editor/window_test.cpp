// SPDX-License-Identifier: MIT
#include "window.h"

#include <subs/editor/elided_label.h>

#include "catch.h"

#include <QtCore/QMimeData>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtGui/QInputMethodEvent>
#include <QtGui/QUndoStack>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace subs::editor;
using namespace subs::session;
using subs::Frame;

namespace {

void typeInto(QWidget& widget, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(&widget, &event);
}

// Answers the next question box.
void answer(QMessageBox::StandardButton button) {
    QTimer::singleShot(0, [button] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(box);
        box->button(button)->click();
    });
}

}  // namespace

TEST_CASE("opened files fill table, boxes and picture", "[editor][window]") {
    testing::Window it;
    CHECK(it.window.windowTitle() == "Subs");
    it.openPair();
    REQUIRE(it.cues.rowCount() == 3);
    CHECK(it.window.table().currentRow() == 0);
    CHECK(it.window.editor().box(Side::First).text() == QString("បងនារី"));
    CHECK(it.window.editor().box(Side::Second).text() == "Sister");
    CHECK(it.player.currentFrame() == Frame{24});  // The selected cue's first frame.
    CHECK(it.window.picture().shownFrame() == Frame{24});
    CHECK(it.window.windowTitle() == "a.km.srt, a.en.srt[*] — Subs");
    CHECK_FALSE(it.window.isWindowModified());
}

TEST_CASE("Khmer typed in the box reaches table and file, and its neighbours keep their bytes",
          "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.window.goToRow(1);
    CueEdit& box = it.window.editor().box(Side::First);
    box.setFocus();
    box.moveCursor(QTextCursor::End);
    typeInto(box, "ៗ");
    CHECK(it.shown(1, FirstTextColumn) == QString("យប់នេះៗ"));
    CHECK(it.window.isWindowModified());
    it.press(box, Qt::Key_S, Qt::ControlModifier);
    it.settle();
    CHECK_FALSE(it.window.isWindowModified());
    CHECK(it.bytesOf("a.km.srt") == testing::Window::khmer().replace("យប់នេះ", "យប់នេះៗ"));
    CHECK(it.bytesOf("a.en.srt") == testing::Window::english());
}

TEST_CASE("undo and redo work from inside a box and show what they did", "[editor][window]") {
    testing::Window it;
    it.openPair();
    CueEdit& box = it.window.editor().box(Side::Second);
    box.setFocus();
    box.selectAll();
    typeInto(box, "Big sister");
    it.window.goToRow(2);
    it.press(box, Qt::Key_Z, Qt::ControlModifier);
    CHECK(it.window.table().currentRow() == 0);
    CHECK(box.text() == "Sister");
    it.press(box, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(box.text() == "Big sister");
}

TEST_CASE("in and out are set to the frame on the screen, with the partner", "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.window.goToRow(1);
    it.player.seek({100});
    it.press(it.window.table(), Qt::Key_I);
    it.player.seek({131});
    it.press(it.window.editor().box(Side::Second), Qt::Key_4, Qt::ControlModifier);
    for (const Side side : kBothSides) {
        const subs::CueId id = *it.window.editor().cueOf(side);
        CHECK(it.workspace.firstFrame(side, id) == Frame{100});
        CHECK(it.workspace.lastFrame(side, id) == Frame{131});
    }
    CHECK(it.shown(1, InColumn) == "00:00:04:04");
    it.press(it.window.table(), Qt::Key_1, Qt::ControlModifier);
    CHECK(it.player.currentFrame() == Frame{100});
    it.press(it.window.table(), Qt::Key_2, Qt::ControlModifier);
    CHECK(it.player.currentFrame() == Frame{131});
}

TEST_CASE("an in after the out is refused in words", "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.player.seek({500});
    it.press(it.window.table(), Qt::Key_I);
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.shown(0, InColumn) == "00:00:01:00");
}

TEST_CASE("frames are stepped and the cue is played by keys", "[editor][window]") {
    testing::Window it;
    it.openPair();
    QWidget& picture = it.window.picture().view();
    it.press(picture, Qt::Key_Right);
    CHECK(it.player.currentFrame() == Frame{25});
    it.press(picture, Qt::Key_Right, Qt::AltModifier);
    CHECK(it.player.currentFrame() == Frame{35});
    it.press(picture, Qt::Key_Left);
    CHECK(it.player.currentFrame() == Frame{34});
    it.press(picture, Qt::Key_Space);
    CHECK(it.player.isPlaying());
    CHECK(it.player.currentFrame() == Frame{24});
    CHECK(it.player.until == Frame{71});
    it.press(it.window.editor().box(Side::First), Qt::Key_P, Qt::ControlModifier);
    CHECK_FALSE(it.player.isPlaying());
    it.press(picture, Qt::Key_Down);
    CHECK(it.window.table().currentRow() == 1);
}

TEST_CASE("half a second beside an edge of the cue, on either side, is played by keys",
          "[editor][window]") {
    // The first cue is frames 24 to 71 of 24 a second; half a second is 12 of them.
    testing::Window it;
    it.openPair();
    QWidget& picture = it.window.picture().view();
    const auto played = [&](Qt::Key key) {
        it.press(picture, key);
        CHECK(it.player.isPlaying());
        CHECK_FALSE(it.player.again);
        return std::pair(it.player.currentFrame().number, it.player.until.value().number);
    };
    CHECK(played(Qt::Key_Q) == std::pair<std::int64_t, std::int64_t>(12, 23));
    CHECK(played(Qt::Key_W) == std::pair<std::int64_t, std::int64_t>(72, 83));
    CHECK(played(Qt::Key_E) == std::pair<std::int64_t, std::int64_t>(24, 35));
    CHECK(played(Qt::Key_D) == std::pair<std::int64_t, std::int64_t>(60, 71));
    // In a box they are letters.
    it.player.pause();
    it.press(it.window.editor().box(Side::Second), Qt::Key_Q);
    CHECK_FALSE(it.player.isPlaying());
}

TEST_CASE("no more than the cue is played of its beginning and its end, or before the film",
          "[editor][window]") {
    testing::Window it;
    it.open({it.file("a.en.srt",
                     "1\n00:00:00,000 --> 00:00:00,250\nA\n\n2\n00:00:00,250 --> "
                     "00:00:02,000\nB\n"),
             it.film()});
    QWidget& picture = it.window.picture().view();
    it.press(picture, Qt::Key_Q);
    CHECK_FALSE(it.player.isPlaying());
    it.press(picture, Qt::Key_E);
    CHECK(it.player.until == Frame{5});
    it.press(picture, Qt::Key_D);
    CHECK(it.player.currentFrame() == Frame{0});
    it.window.goToRow(1);
    it.press(picture, Qt::Key_Q);
    CHECK(it.player.currentFrame() == Frame{0});
    CHECK(it.player.until == Frame{5});
}

TEST_CASE("a cue is played again and again where that is switched on", "[editor][window]") {
    testing::Window it;
    it.openPair();
    QWidget& picture = it.window.picture().view();
    CHECK_FALSE(it.window.action(QStringLiteral("play-again"))->isChecked());
    it.press(
        it.window.editor().box(Side::First), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(it.window.action(QStringLiteral("play-again"))->isChecked());
    it.press(picture, Qt::Key_Space);
    CHECK(it.player.again == Frame{24});
    CHECK(it.player.until == Frame{71});
    it.press(picture, Qt::Key_W);
    CHECK(it.player.again == Frame{72});
    it.press(picture, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(it.window.action(QStringLiteral("play-again"))->isChecked());
    it.player.again.reset();
    it.press(picture, Qt::Key_Space);
    CHECK_FALSE(it.player.again);
}

TEST_CASE("a picture on the way to the frame says which it is", "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.player.seek({30});
    const auto isTold = [&](const char* text) {
        const auto labels = it.window.picture().findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->text() == QString::fromUtf8(text); });
    };
    CHECK(isTold("frame 30"));
    QImage picture(640, 360, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    emit it.player.pictureReady(picture, Frame{24});
    CHECK(isTold("frame 30 · picture of 24"));
    emit it.player.pictureReady(picture, Frame{30});
    CHECK(isTold("frame 30"));
}

TEST_CASE("the picture is shown as other players show it where that is switched on",
          "[editor][window]") {
    testing::Window it;
    it.openPair();
    const auto detail = [&] {
        const auto labels = it.window.findChildren<ElidedLabel*>();
        return std::ranges::any_of(labels, [](const ElidedLabel* label) {
            return label->fullText().contains(QStringLiteral("as other players show it"));
        });
    };
    QAction& action = *it.window.action(QStringLiteral("other-players"));
    CHECK_FALSE(action.isChecked());
    CHECK_FALSE(detail());
    it.press(it.window.picture().view(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(it.player.look() == subs::TextLook::OtherPlayers);
    CHECK(action.isChecked());
    CHECK(detail());
    action.trigger();
    CHECK(it.player.look() == subs::TextLook::Delivered);
    CHECK_FALSE(action.isChecked());
    CHECK_FALSE(detail());
}

TEST_CASE("the speed goes from half to twice in steps, and is shown where it is another",
          "[editor][window]") {
    testing::Window it;
    it.openPair();
    QWidget& picture = it.window.picture().view();
    const auto pressed = [&](Qt::Key key) {
        it.press(picture, key, Qt::ControlModifier | Qt::AltModifier);
        return it.player.speed();
    };
    CHECK(pressed(Qt::Key_Down) == 0.9);
    CHECK(it.window.picture().stateText().endsWith(QStringLiteral("90 % speed")));
    for (int i = 0; i < 5; ++i)
        pressed(Qt::Key_Down);
    CHECK(it.player.speed() == 0.5);
    for (int i = 0; i < 4; ++i)
        pressed(Qt::Key_Up);
    CHECK(it.player.speed() == 1);
    CHECK_FALSE(it.window.picture().stateText().contains(QStringLiteral("speed")));
    for (int i = 0; i < 5; ++i)
        pressed(Qt::Key_Up);
    CHECK(it.player.speed() == 2);
}

TEST_CASE("letters write in a box and command elsewhere, under a Khmer layout too",
          "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.player.seek({30});
    CueEdit& box = it.window.editor().box(Side::Second);
    box.setFocus();
    box.moveCursor(QTextCursor::End);
    it.press(box, Qt::Key_I);
    CHECK(box.text() == "Sisteri");
    CHECK(it.shown(0, InColumn) == "00:00:01:00");
    // The key of the letter I (code 31) gives ិ on a Khmer layout.
    QKeyEvent khmerKey(QEvent::KeyPress, 0x17B7, Qt::NoModifier, 31, 0, 0, "ិ");
    QCoreApplication::sendEvent(&it.window.table(), &khmerKey);
    QTest::qWait(1);
    CHECK(it.shown(0, InColumn) == "00:00:01:06");
}

TEST_CASE("accepting goes to the next cue and the focus stays in the box", "[editor][window]") {
    testing::Window it;
    it.openPair();
    CueEdit& box = it.window.editor().box(Side::Second);
    box.setFocus();
    it.press(box, Qt::Key_Return, Qt::ControlModifier);
    CHECK(it.window.table().currentRow() == 1);
    CHECK(box.hasFocus());
    CHECK(box.text() == "Tonight");
    it.press(box, Qt::Key_Up, Qt::ControlModifier);
    CHECK(it.window.table().currentRow() == 0);
}

TEST_CASE("cues are inserted at the playhead and deleted with their partner", "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.player.seek({240});
    it.press(it.window.table(), Qt::Key_Insert);
    REQUIRE(it.cues.rowCount() == 4);
    CHECK(it.window.table().currentRow() == 3);
    CHECK(it.shown(3, InColumn) == "00:00:10:00");
    it.press(it.window.table(), Qt::Key_Delete);
    CHECK(it.cues.rowCount() == 3);
    CHECK(it.workspace.document(Side::First).cues.size() == 3);
    it.press(it.window.table(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(it.cues.rowCount() == 4);
}

TEST_CASE("a text typed into an empty partner makes its cue", "[editor][window]") {
    testing::Window it;
    it.open({it.file("a.km.srt", testing::Window::khmer())});
    it.window.goToRow(1);
    CueEdit& box = it.window.editor().box(Side::Second);
    box.setFocus();
    for (const char* letter : {"T", "o", "o"})
        typeInto(box, letter);
    QTest::qWait(5);
    CHECK(box.text() == "Too");
    CHECK(it.shown(1, SecondTextColumn) == "Too");
    CHECK(it.window.table().currentRow() == 1);
    CHECK(it.workspace.document(Side::Second).cues.size() == 1);
}

TEST_CASE("F8 goes round the findings", "[editor][window]") {
    testing::Window it;
    QByteArray fast = testing::Window::english();
    fast.replace("Tonight", "So very many words that nobody can read them in two");
    it.open({it.file("a.en.srt", fast)});
    REQUIRE(it.window.findings().findings().rowCount() >= 1);
    it.press(it.window.table(), Qt::Key_F8);
    CHECK(it.window.table().currentRow() == 1);
    it.window.goToRow(2);
    it.press(it.window.table(), Qt::Key_F8);
    CHECK(it.window.table().currentRow() == 1);
    it.window.goToRow(2);
    it.press(it.window.table(), Qt::Key_F8, Qt::ShiftModifier);
    CHECK(it.window.table().currentRow() == 1);
}

TEST_CASE("dropped files are opened", "[editor][window]") {
    testing::Window it;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(it.file("a.km.srt", testing::Window::khmer()))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&it.window, &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&it.window, &drop);
    it.settle();
    CHECK(it.cues.rowCount() == 3);
    REQUIRE(it.settings.recentFiles().size() == 1);
}

TEST_CASE("a file that is dropped twice is opened once and the window says so",
          "[editor][window]") {
    testing::Window it;
    const QString file = it.file("a.en.srt", testing::Window::english());
    it.open({file, file});
    CHECK(it.workspace.hasTrack(Side::Second));
    CHECK_FALSE(it.workspace.hasTrack(Side::First));
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].endsWith("the other side has this file open already."));
}

TEST_CASE("a file that cannot be opened is told with its name", "[editor][window]") {
    testing::Window it;
    it.open({"/nowhere/lost.srt"});
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].contains("lost.srt"));
    CHECK(it.window.files().lastReport().errors.size() == 1);
}

TEST_CASE("remarks of the reader are told in one strip", "[editor][window]") {
    testing::Window it;
    it.open(
        {it.file("a.en.srt",
                 "1\n00:00:05,000 --> 00:00:03,000\nBackwards\n\n2\n00:00:0x,000 --> ?\nWhat\n")});
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].startsWith("a.en.srt, line"));
}

TEST_CASE("one remark more is told in the singular", "[editor][window][plurals]") {
    const QByteArray one = "1\n00:00:05,000 --> 00:00:03,000\nBackwards\n\n";
    const QByteArray two = "2\n00:00:15,000 --> 00:00:13,000\nBackwards\n\n";
    const QByteArray three = "3\n00:00:25,000 --> 00:00:23,000\nBackwards\n\n";
    testing::Window it;
    it.open({it.file("a.en.srt", one + two)});
    REQUIRE(it.window.problems().texts().size() == 1);
    INFO(it.window.problems().texts()[0].toStdString());
    CHECK(it.window.problems().texts()[0].endsWith("There is 1 more remark."));
    it.open({it.file("b.en.srt", one + two + three)});
    CHECK(it.window.problems().texts()[0].endsWith("There are 2 more remarks."));
}

TEST_CASE("a save that fails stands until it is dealt with", "[editor][window]") {
    testing::Window it;
    it.openPair();
    typeInto(it.window.editor().box(Side::Second), "x");
    const QString path = it.workspace.path(Side::Second);
    it.file("a.en.srt", "changed by somebody else");
    it.window.files().save();
    it.settle();
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].startsWith("Not saved:"));
    CHECK(it.window.isWindowModified());
    CHECK(it.bytesOf("a.en.srt") == "changed by somebody else");
    QPushButton* overwrite = nullptr;
    for (QPushButton* button : it.window.problems().findChildren<QPushButton*>())
        if (button->text() == "Overwrite it") overwrite = button;
    REQUIRE(overwrite);
    overwrite->click();
    it.settle();
    CHECK(it.window.problems().texts().isEmpty());
    CHECK(it.bytesOf("a.en.srt").contains("xSister"));
}

TEST_CASE("saving into a folder that is not there keeps edits and says so", "[editor][window]") {
    testing::Window it;
    it.openPair();
    typeInto(it.window.editor().box(Side::Second), "x");
    it.window.files().saveTo(Side::Second, "/nowhere/at/all.srt");
    it.settle();
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].contains("/nowhere/at"));
    CHECK(it.window.isWindowModified());
    it.window.files().saveTo(Side::Second,
                             QString::fromStdString((it.folder.path / "b.srt").string()));
    it.settle();
    CHECK(it.window.problems().texts().isEmpty());
    CHECK(it.bytesOf("b.srt").contains("xSister"));
}

TEST_CASE("closing with edits asks first", "[editor][window]") {
    testing::Window it;
    it.openPair();
    typeInto(it.window.editor().box(Side::Second), "x");
    answer(QMessageBox::Cancel);
    CHECK_FALSE(it.window.close());
    answer(QMessageBox::Discard);
    CHECK(it.window.close());
    CHECK(it.bytesOf("a.en.srt") == testing::Window::english());
    it.window.show();
    answer(QMessageBox::Save);
    CHECK(it.window.close());
    CHECK(it.bytesOf("a.en.srt").contains("xSister"));
}

TEST_CASE("tools that cannot be used stay visible and disabled", "[editor][window]") {
    testing::Window it;
    for (const char* id : {"save", "undo", "set-in", "play", "next-finding"}) {
        CHECK_FALSE(it.window.action(id)->isEnabled());
        CHECK(it.window.action(id)->isVisible());
    }
    it.openPair();
    CHECK(it.window.action("set-in")->isEnabled());
    CHECK_FALSE(it.window.action("save")->isEnabled());
}

TEST_CASE("the parts of the window are reached by Ctrl and F6", "[editor][window][access]") {
    testing::Window it;
    it.openPair();
    it.window.table().setFocus();
    QList<QWidget*> seen;
    for (int i = 0; i < 5; ++i) {
        seen << QApplication::focusWidget();
        it.press(*seen.back(), Qt::Key_F6, Qt::ControlModifier);
    }
    CHECK(QSet<QWidget*>(seen.begin(), seen.end()).size() == 5);
    CHECK(it.window.table().hasFocus());
    for (QWidget* widget : seen)
        CHECK_FALSE(widget->accessibleName().isEmpty());
}

TEST_CASE("the theme changes while the window is open", "[editor][window]") {
    testing::Window it;
    it.openPair();
    it.theme.fix(Shade::Dark);
    CHECK(Colors::of(it.window.palette()).shade() == Shade::Dark);
    CHECK(it.window.grab().toImage().pixelColor(700, 5).lightness() < 80);
    it.theme.fix(Shade::Light);
    CHECK(it.window.grab().toImage().pixelColor(700, 5).lightness() > 200);
}

TEST_CASE("no two actions want the same key", "[editor][window]") {
    testing::Window it;
    QSet<QKeySequence> keys;
    for (QAction* action : it.window.actions())
        for (const QKeySequence& key : action->shortcuts()) {
            INFO(key.toString().toStdString());
            CHECK_FALSE(keys.contains(key));
            keys.insert(key);
        }
    CHECK(keys.size() > 15);
}
