// SPDX-License-Identifier: MIT
#include <subs/editor/cue_header.h>

#include "catch.h"
#include "session/as_nobody.h"
#include "window.h"

#include <QtGui/QInputMethodEvent>
#include <QtWidgets/QPushButton>

using namespace subs::editor;
using namespace subs::session;

namespace {

QPushButton* buttonIn(const QWidget& widget, const QString& text) {
    for (QPushButton* button : widget.findChildren<QPushButton*>())
        if (button->text() == text && !button->isHidden()) return button;
    return nullptr;
}

/// English cue 1 is in row 3, behind Khmer cues that have no English beside them, and is too fast.
void openFastAtEnd(testing::Window& it) {
    it.open({it.file("a.km.srt", testing::Window::khmer()),
             it.file("a.en.srt",
                     "1\n00:00:07,000 --> 00:00:09,000\nSo very many words that nobody can read "
                     "them in two\n")});
}

}  // namespace

TEST_CASE("a font that is missing is a state of its own", "[editor][window][states]") {
    testing::Window it;
    it.open(
        {it.file("a.en.ass",
                 "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, "
                 "Fontsize\nStyle: Default,Arial,40\nStyle: Sign,Brill,40\n\n[Events]\nFormat: "
                 "Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,One\n"
                 "Dialogue: 0,0:00:03.00,0:00:04.00,Sign,Two\n"),
         it.film()});
    it.window.problems().clear("read-save-second");
    emit it.player.message({PlayerTopic::Font, "", "Brill", "Khmer OS Battambang"});
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(
        it.window.problems().texts()[0] ==
        "The film's style asks for a font that is not here (Brill). Shown in Khmer OS Battambang; "
        "widths may differ.");
    CHECK_FALSE(buttonIn(it.window.problems(), "Choose another film…"));
    QPushButton* show = buttonIn(it.window.problems(), "Show cue");
    REQUIRE(show);
    show->click();
    CHECK(it.window.table().currentRow() == 1);
    emit it.player.message({PlayerTopic::Font, "", "Brill", "Khmer OS Battambang"});
    CHECK(it.window.problems().texts().isEmpty());
}

TEST_CASE("several missing fonts share one strip and another film clears it",
          "[editor][window][states]") {
    testing::Window it;
    it.openPair();
    for (const char* font : {"Brill", "Calluna"})
        emit it.player.message({PlayerTopic::Font, "", font, "Noto Sans"});
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].contains("fonts that are not here (Brill, Calluna)"));
    it.open({it.file("b.mp4", it.bytesOf("a.mp4"))});
    CHECK(it.window.problems().texts().isEmpty());
}

TEST_CASE("each side's column has its language's colour with and without tracks",
          "[editor][window][states]") {
    testing::Window it;
    auto* header = it.window.table().findChild<CueHeader*>();
    REQUIRE(header);
    const auto swatchesAre = [&](int khmer, int english) {
        const QImage shown = header->grab().toImage();
        int teal = 0;
        int violet = 0;
        for (int x = 0; x < shown.width(); ++x) {
            teal += shown.pixelColor(x, shown.height() / 2) == QColor(0x0B6E69) ? 1 : 0;
            violet += shown.pixelColor(x, shown.height() / 2) == QColor(0x6A3FA0) ? 1 : 0;
        }
        CHECK((teal > 0) == (khmer > 0));
        CHECK((violet > 0) == (english > 0));
    };
    it.open({it.film()});
    swatchesAre(1, 1);
    it.open({it.file("a.en.srt", testing::Window::english())});
    swatchesAre(1, 1);
    it.open({it.file("b.en.srt", testing::Window::english()),
             it.file("c.en.srt", testing::Window::english())});
    swatchesAre(0, 2);
}

TEST_CASE("a film that is missing is told where its picture would be", "[editor][window][states]") {
    testing::Window it;
    it.player.fails = true;
    it.open({it.file("a.km.srt", testing::Window::khmer()), "/nowhere/seven-lanterns.mp4"});
    CHECK(it.cues.rowCount() == 3);
    CHECK(it.window.picture().view().remark() == "seven-lanterns.mp4 is not here");
    CHECK(it.window.picture().view().accessibleDescription().contains("/nowhere"));
    CHECK(it.window.picture().view().deed().text() == "Find film…");
    CHECK(it.window.picture().view().deed().isVisible());
    CHECK(it.window.problems().texts().isEmpty());
    CHECK(it.window.picture().stateText() == "The film is not here");
    it.player.fails = false;
    it.open({it.film()});
    CHECK_FALSE(it.window.picture().view().deed().isVisible());
}

TEST_CASE("a film that was open before is missed with its length", "[editor][window][states]") {
    testing::Window it;
    const QString film = it.film();
    it.open({film});
    it.window.action("close")->trigger();
    REQUIRE(QFile::remove(film));
    it.player.fails = true;
    it.open({film});
    // 24,000 frames at 24 a second.
    CHECK(it.window.picture().view().accessibleDescription().contains(", 00:16:40 long."));
    CHECK(it.window.picture().view().accessibleDescription().contains("a.mp4 is not here"));
}

TEST_CASE("a film that cannot be shown says why with two ways on", "[editor][window][states]") {
    testing::Window it;
    it.player.fails = true;
    it.open({it.film()});
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(buttonIn(it.window.problems(), "Choose another film…"));
    QPushButton* again = buttonIn(it.window.problems(), "Try again");
    REQUIRE(again);
    it.player.fails = false;
    again->click();
    it.settle();
    CHECK(it.player.state() == PlayerState::Paused);
}

TEST_CASE("a film whose picture begins late is told with what that means for its text",
          "[editor][window][states]") {
    testing::Window it;
    // 25 frames a second: half a frame is 20 ms.
    it.player.frames =
        subs::FrameTimeline::fromTicks({20, 60, 100}, subs::Fraction(1, 1000)).value();
    it.openPair();
    CHECK(it.window.problems().texts().isEmpty());
    it.player.frames =
        subs::FrameTimeline::fromTicks({1300, 1340, 1380}, subs::Fraction(1, 1000)).value();
    it.open({it.file("late.mp4", it.bytesOf("a.mp4"))});
    CHECK(it.window.problems().texts() ==
          QStringList{"The picture begins at 00:00:01.300 of the film. Timecodes are counted from "
                      "its first frame, and text made for it fits this file only."});
    it.player.frames = subs::FrameTimeline::constant({});
    it.open({it.file("b.mp4", it.bytesOf("a.mp4"))});
    CHECK(it.window.problems().texts().isEmpty());
}

TEST_CASE("a film without a picture shows the time and sets edges by it",
          "[editor][window][states]") {
    testing::Window it;
    it.player.size = {};
    it.openPair();
    CHECK(it.shown(0, InColumn) == "00:00:01.000");
    it.window.goToRow(1);
    CHECK(it.player.currentFrame() == subs::Frame{96});
    it.player.seek({102});
    QStringList labels;
    for (const QLabel* label : it.window.picture().findChildren<QLabel*>())
        labels << label->text();
    CHECK(labels.contains("00:00:04.250"));
    CHECK(labels.contains("no picture"));
    CHECK(labels.filter("frame").isEmpty());
    it.press(it.window.table(), Qt::Key_I);
    CHECK(it.shown(1, InColumn) == "00:00:04.250");
    it.player.seek({120});
    it.press(it.window.table(), Qt::Key_O);
    CHECK(it.shown(1, OutColumn) == "00:00:05.000");
    it.press(it.window.table(), Qt::Key_2, Qt::ControlModifier);
    CHECK(it.player.currentFrame() == subs::Frame{120});
    CHECK(it.window.picture().stateText() == "a.mp4 · sound only");
}

TEST_CASE("a read-only track is locked and keys that edit say why not",
          "[editor][window][states]") {
    testing::Window it;
    const QString khmer = it.file("a.km.srt", testing::Window::khmer());
    const QString english = it.file("a.en.srt", testing::Window::english());
    testing::forbidWriting(it.folder.path);
    {
        const testing::AsNobody nobody;
        it.open({english});
    }
    CueEdit& box = it.window.editor().box(Side::Second);
    REQUIRE(it.window.problems().texts().size() == 1);
    CHECK(it.window.problems().texts()[0].startsWith("a.en.srt is read-only"));
    CHECK(buttonIn(it.window.problems(), "Save a copy…"));
    CHECK(box.isReadOnly());
    CHECK(box.accessibleName() == "English text, read-only");
    box.setFocus();
    for (const Qt::Key key : {Qt::Key_X, Qt::Key_Backspace, Qt::Key_Return, Qt::Key_Delete}) {
        it.window.problems().clear("refused");
        it.press(box, key);
        CHECK(box.text() == "Sister");
        REQUIRE(it.window.problems().texts().size() == 2);
        CHECK(it.window.problems().texts()[1] == "A.en.srt is read-only: save a copy to edit it.");
    }
    it.window.problems().clear("refused");
    it.press(it.window.table(), Qt::Key_Delete);
    CHECK(it.cues.rowCount() == 3);
    CHECK(it.window.problems().texts().size() == 2);
    box.selectAll();
    it.press(box, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == "Sister");

    testing::allowWriting(it.folder.path);
    it.window.files().saveTo(Side::Second,
                             QString::fromStdString((it.folder.path / "copy.srt").string()));
    it.settle();
    CHECK_FALSE(box.isReadOnly());
    CHECK(it.window.problems().texts().filter("read-only: another").isEmpty());
}

TEST_CASE("while files are read the table says so and nothing stands in the way",
          "[editor][window][states]") {
    testing::Window it;
    it.window.files().open({it.file("a.km.srt", testing::Window::khmer())});
    CHECK(it.window.table().isVisible());
    CHECK(it.window.table().emptyText() == "Reading a.km.srt…");
    CHECK(QApplication::activeModalWidget() == nullptr);
    it.settle();
    CHECK(it.cues.rowCount() == 3);
    it.window.files().open({"/nowhere/at/all.srt"});
    it.settle();
    CHECK(it.cues.rowCount() == 3);
}

TEST_CASE("of two files opened at once the last is shown", "[editor][window][states]") {
    testing::Window it;
    it.window.files().open({it.file("a.en.srt", testing::Window::english())});
    it.window.files().open({it.file("b.en.srt", "1\n00:00:01,000 --> 00:00:03,000\nOther\n")});
    it.settle();
    CHECK(it.cues.rowCount() == 1);
    CHECK(it.shown(0, SecondTextColumn) == "Other");
}

TEST_CASE("a track without findings says under which rules", "[editor][window][states]") {
    testing::Window it;
    it.open({it.file("a.en.srt", testing::Window::english())});
    QStringList labels;
    for (const QLabel* label : it.window.findings().findChildren<QLabel*>())
        if (label->isVisible()) labels << label->text();
    CHECK(labels.filter("No findings under ").size() == 1);
}

TEST_CASE("the last cue is deleted and saved in the window", "[editor][window][states]") {
    testing::Window it;
    it.open({it.file("one.en.srt", "1\n00:00:01,000 --> 00:00:03,000\nOnly\n")});
    it.press(it.window.table(), Qt::Key_Delete);
    CHECK(it.cues.rowCount() == 0);
    CHECK(it.window.table().emptyText() == "There are no cues. Insert makes one.");
    it.press(it.window.table(), Qt::Key_S, Qt::ControlModifier);
    it.settle();
    CHECK(it.window.problems().texts().isEmpty());
    CHECK_FALSE(it.bytesOf("one.en.srt").contains("Only"));
    CHECK_FALSE(it.window.isWindowModified());
}

TEST_CASE("a finding shows cue, time, language, rule, what was measured and the limit",
          "[editor][window][findings]") {
    testing::Window it;
    QByteArray fast = testing::Window::english();
    fast.replace("Tonight", "So very many words that nobody can read them in two");
    it.open({it.file("a.en.srt", fast)});
    const FindingsModel& findings = it.window.findings().findings();
    int place = -1;
    for (int row = 0; row < findings.rowCount(); ++row)
        if (findings.index(row).data(FindingsModel::RuleRole) == "Reading speed") place = row;
    REQUIRE(place >= 0);
    const QModelIndex speed = findings.index(place);
    CHECK(speed.data(FindingsModel::TimeRole) == "00:00:04.000");
    CHECK(speed.data(FindingsModel::LanguageRole) == "en");
    // 51 characters in two seconds.
    CHECK(speed.data(FindingsModel::MeasuredRole).toString() == u"25.5\u00A0ch/s");
    CHECK(speed.data(FindingsModel::LimitRole).toString() == u"≤\u00A020\u00A0ch/s");
    const QString spoken = speed.data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"Cue 2", "00:00:04.000", "English", "warning", "Reading speed"})
        CHECK(spoken.contains(part));
}

TEST_CASE("a finding names its cue by the number in its own track", "[editor][window][findings]") {
    testing::Window it;
    openFastAtEnd(it);
    const FindingsModel& findings = it.window.findings().findings();
    QModelIndex english;
    for (int row = 0; row < findings.rowCount(); ++row)
        if (findings.index(row).data(FindingsModel::LanguageRole) == "en" &&
            findings.index(row).data(FindingsModel::RuleRole) == "Reading speed")
            english = findings.index(row);
    REQUIRE(english.isValid());
    CHECK(english.data(FindingsModel::RowRole) == 2);
    CHECK(english.data(FindingsModel::NumberRole) == 1);
    CHECK(english.data(Qt::AccessibleTextRole).toString().startsWith("Cue 1 at 00:00:07.000"));
}

TEST_CASE("a finding that stays is shown with its cue's new number", "[editor][window][findings]") {
    testing::Window it;
    openFastAtEnd(it);
    const FindingsModel& findings = it.window.findings().findings();
    const auto englishNumber = [&] {
        for (int row = findings.rowCount() - 1; row >= 0; --row)
            if (findings.index(row).data(FindingsModel::LanguageRole) == "en")
                return findings.index(row).data(FindingsModel::NumberRole).toInt();
        return 0;
    };
    CHECK(englishNumber() == 1);
    int shown = 0;
    const auto look = [&] { shown = englishNumber(); };
    QObject::connect(&findings, &QAbstractItemModel::dataChanged, look);
    QObject::connect(&findings, &QAbstractItemModel::modelReset, look);
    // Into a row that is there: the first Khmer cue gets its English text.
    const subs::CueId khmer = it.workspace.document(Side::First).cues[0].id;
    REQUIRE(it.workspace.addPartner(Side::Second, khmer, QStringLiteral("Yes.")));
    it.settle();
    CHECK(shown == 2);
}
