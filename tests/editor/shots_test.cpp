// SPDX-License-Identifier: MIT
// Cuts in the window: drawn, looked for, put, moved and taken away, read from lists.
#include <subs/editor/elided_label.h>
#include <subs/editor/problem_area.h>
#include <subs/editor/shot_flow.h>
#include <subs/editor/timeline_shots.h>

#include "catch.h"
#include "lanes.h"

#include <QtGui/QPainter>
#include <QtGui/QUndoStack>

using namespace subs::editor;
using namespace subs::session;
using subs::Frame;
using subs::Time;
using testing::Lanes;

namespace {

/// Rows of the lanes below the ruler that have the colour of a cut at `seconds`.
int cutRowsAt(Lanes& it, double seconds) {
    const QImage picture = it.drawn();
    const QColor cut = Colors::of(it.line.palette())[ColorRole::ShotCut];
    const int x = it.xOf(seconds);
    int rows = 0;
    for (int y = it.line.rulerRect().bottom(); y < picture.height(); ++y)
        rows += QColor(picture.pixel(x, y)) == cut ? 1 : 0;
    return rows;
}

}  // namespace

TEST_CASE("cuts are dashed lines over all lanes", "[editor][timeline][shots]") {
    Lanes it;
    it.line.setPerSecond(48);
    const int height = it.line.height() - it.line.rulerRect().bottom();
    CHECK(cutRowsAt(it, 3.5) == 0);
    it.search.known.cuts = {Frame{84}};  // at 3.5 s
    it.search.set(ShotsState::Found);
    CHECK(cutRowsAt(it, 3.5) > height / 2);
    CHECK(cutRowsAt(it, 3.4) == 0);
}

TEST_CASE("cuts are told by how wide a frame is", "[editor][timeline][shots]") {
    TimelineScale scale;
    scale.setWidth(1000);
    scale.setLength(Time::fromSeconds(4 * 3600));
    const std::optional<subs::FrameTimeline> frames =
        subs::FrameTimeline::constant(*subs::FrameRate::fromFraction(subs::Fraction(24)));
    const Colors& colors = Colors::of(QApplication::palette());
    const auto rowsAt = [&](double perFrame) {
        scale.setPerSecond(24 * perFrame, 0);
        QImage image(1000, 100, QImage::Format_RGB32);
        image.fill(colors[ColorRole::Panel]);
        QPainter painter(&image);
        const subs::Shots shots{{Frame{100}}, {}};
        paintShots(painter, image.rect(), 20, {shots, {}, {}}, {scale, colors, frames, {}, {}});
        painter.end();
        const int x = static_cast<int>(scale.xOf(frames->timeOf({100})));
        int rows = 0;
        for (int y = 0; y < image.height(); ++y)
            rows += QColor(image.pixel(x, y)) == colors[ColorRole::ShotCut] ? 1 : 0;
        return rows;
    };
    CHECK(rowsAt(0.5) > 40);
    CHECK(rowsAt(0.25) == 7);
    CHECK(rowsAt(0.04) == 0);
}

TEST_CASE("one goes from cut to cut", "[editor][timeline][shots]") {
    Lanes it;
    CHECK_FALSE(it.window.action(QStringLiteral("next-cut"))->isEnabled());
    it.search.known.cuts = {Frame{24}, Frame{96}, Frame{240}};
    it.search.set(ShotsState::Found);
    const auto go = [&](const char* id) {
        it.window.action(QString::fromLatin1(id))->trigger();
        return it.player.currentFrame();
    };
    it.player.seek({30});
    CHECK(go("next-cut") == Frame{96});
    CHECK(go("next-cut") == Frame{240});
    CHECK(go("next-cut") == Frame{240});
    CHECK(go("previous-cut") == Frame{96});
    CHECK(go("previous-cut") == Frame{24});
    CHECK(go("previous-cut") == Frame{24});
    it.line.setFocus();
    QTest::keyClick(&it.line, Qt::Key_Right, Qt::ShiftModifier);
    CHECK(it.player.currentFrame() == Frame{96});
}

TEST_CASE("shots are looked for when a person asks, who may stop it", "[editor][timeline][shots]") {
    Lanes it;
    QAction& find = *it.window.action(QStringLiteral("find-shots"));
    REQUIRE(find.isEnabled());
    CHECK(find.text() == QStringLiteral("Fin&d Shots"));
    const auto says = [&](const QString& text) {
        for (const auto* label : it.dock().findChildren<ElidedLabel*>())
            if (label->isVisible() && label->fullText() == text) return true;
        return false;
    };
    find.trigger();
    CHECK(it.search.state() == ShotsState::Finding);
    CHECK(find.text() == QStringLiteral("Stop Fin&ding Shots"));
    it.search.known.cuts = {Frame{24}};
    it.search.done = 0.385;
    it.search.set(ShotsState::Finding);
    CHECK(says(QStringLiteral("1 cut so far, 38 %")));
    find.trigger();
    CHECK(it.search.state() == ShotsState::Unknown);
    it.search.known.cuts = {Frame{24}, Frame{48}};
    it.search.set(ShotsState::Found);
    CHECK(says(QStringLiteral("2 cuts")));
    CHECK_FALSE(find.isEnabled());
    it.search.why = QStringLiteral("it has no picture");
    it.search.set(ShotsState::Failed);
    CHECK(says(QStringLiteral("No cuts: it has no picture")));
}

namespace {

using Cuts = std::vector<Frame>;

/// Cuts at frames 24, 96 and 240, which is at seconds 1, 4 and 10.
struct Cutting : Lanes {
    Cutting() {
        line.setPerSecond(48);
        search.known.cuts = {Frame{24}, Frame{96}, Frame{240}};
        search.set(ShotsState::Found);
    }
    const Cuts& cuts() const { return shots.shots().cuts; }
    QAction& action(const char* id) const { return *window.action(QString::fromLatin1(id)); }
    QPoint inRuler(double seconds) const { return at(line.rulerRect(), seconds); }
    void undo() { action("undo").trigger(); }
    bool panelSays(const QString& text) {
        for (const auto* label : dock().findChildren<ElidedLabel*>())
            if (label->isVisible() && label->fullText() == text) return true;
        return false;
    }
    /// What the strips say when the list is read.
    QString readList(const QByteArray& bytes) {
        window.shots().read(file(QStringLiteral("list.txt"), bytes));
        REQUIRE(QTest::qWaitFor([&] { return !window.shots().isBusy(); }, 10'000));
        return window.problems().texts().join(QLatin1Char('\n'));
    }
};

}  // namespace

TEST_CASE("a key puts a cut at the playhead, and takes it away", "[editor][shots]") {
    Cutting it;
    it.player.seek({60});
    CHECK(it.action("toggle-cut").text() == QStringLiteral("Add Cut &Here"));
    it.line.setFocus();
    it.press(it.line, Qt::Key_X);
    CHECK(it.cuts() == Cuts{{24}, {60}, {96}, {240}});
    CHECK(it.action("toggle-cut").text() == QStringLiteral("Remove Cut &Here"));
    CHECK(it.panelSays(QStringLiteral("4 cuts, 1 by hand")));
    it.player.seek({96});
    it.press(it.line, Qt::Key_X);
    CHECK(it.cuts() == Cuts{{24}, {60}, {240}});
    it.undo();
    it.undo();
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
    it.player.seek({0});
    CHECK_FALSE(it.action("toggle-cut").isEnabled());
    CHECK_FALSE(it.workspace.isModified());
}

TEST_CASE("keys move the cut at the playhead, which goes with it", "[editor][shots]") {
    Cutting it;
    it.player.seek({97});
    CHECK_FALSE(it.action("cut-later").isEnabled());
    it.player.seek({96});
    it.line.setFocus();
    it.press(it.line, Qt::Key_Right, Qt::ShiftModifier | Qt::AltModifier);
    it.press(it.line, Qt::Key_Right, Qt::ShiftModifier | Qt::AltModifier);
    CHECK(it.cuts() == Cuts{{24}, {98}, {240}});
    CHECK(it.player.currentFrame() == Frame{98});
    it.press(it.line, Qt::Key_Left, Qt::ShiftModifier | Qt::AltModifier);
    CHECK(it.cuts() == Cuts{{24}, {97}, {240}});
    it.player.seek({23999});
    it.action("toggle-cut").trigger();
    it.action("cut-later").trigger();
    CHECK(it.cuts().back() == Frame{23999});
}

TEST_CASE("a cut is dragged along the ruler, the picture with it", "[editor][shots]") {
    Cutting it;
    QTest::mouseMove(&it.line, it.inRuler(4.0));
    CHECK(it.line.cursor().shape() == Qt::SplitHCursor);
    QTest::mousePress(&it.line, Qt::LeftButton, {}, it.inRuler(4.0));
    CHECK(it.player.currentFrame() == Frame{96});
    QTest::mouseMove(&it.line, it.inRuler(4.5));
    CHECK(it.player.currentFrame() == Frame{108});
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
    QTest::mouseMove(&it.line, it.inRuler(5.0));
    QTest::mouseRelease(&it.line, Qt::LeftButton, {}, it.inRuler(5.0));
    CHECK(it.cuts() == Cuts{{24}, {120}, {240}});
    CHECK(it.workspace.undoStack().count() == 1);
    QTest::mouseMove(&it.line, it.inRuler(7.0));
    CHECK(it.player.currentFrame() == Frame{120});
    CHECK(it.line.cursor().shape() != Qt::SplitHCursor);
    it.undo();
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
}

TEST_CASE("a dragged cut shows where it is and where it was", "[editor][shots]") {
    Cutting it;
    QTest::mousePress(&it.line, Qt::LeftButton, {}, it.inRuler(4.0));
    QTest::mouseMove(&it.line, it.inRuler(5.0));
    const QImage picture = it.drawn();
    const Colors& colors = Colors::of(it.line.palette());
    const auto rowsOf = [&](double seconds, ColorRole role) {
        int rows = 0;
        for (int y = it.line.rulerRect().bottom() + 8; y < it.line.height() - 1; ++y)
            rows += QColor(picture.pixel(it.xOf(seconds) - 1, y)) == colors[role] ||
                            QColor(picture.pixel(it.xOf(seconds), y)) == colors[role]
                        ? 1
                        : 0;
        return rows;
    };
    CHECK(rowsOf(4.0, ColorRole::ShotCut) > it.line.height() / 6);
    CHECK(rowsOf(4.5, ColorRole::ShotCut) == 0);
    QTest::mouseRelease(&it.line, Qt::LeftButton, {}, it.inRuler(5.0));
}

TEST_CASE("Esc takes a drag back, and a click moves nothing", "[editor][shots]") {
    Cutting it;
    QTest::mousePress(&it.line, Qt::LeftButton, {}, it.inRuler(4.0));
    QTest::mouseMove(&it.line, it.inRuler(5.0));
    it.press(it.line, Qt::Key_Escape);
    CHECK(it.player.currentFrame() == Frame{96});
    QTest::mouseMove(&it.line, it.inRuler(6.0));
    QTest::mouseRelease(&it.line, Qt::LeftButton, {}, it.inRuler(6.0));
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
    // A hand that trembles by a frame.
    QTest::mousePress(&it.line, Qt::LeftButton, {}, it.inRuler(4.0));
    QTest::mouseMove(&it.line, it.inRuler(4.0) + QPoint(2, 0));
    QTest::mouseRelease(&it.line, Qt::LeftButton, {}, it.inRuler(4.0) + QPoint(2, 0));
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
    CHECK(it.workspace.undoStack().count() == 0);
}

TEST_CASE("the right button means the cut, or the frame, that it is pressed on",
          "[editor][shots]") {
    Cutting it;
    QTest::mousePress(&it.line, Qt::RightButton, {}, it.inRuler(4.0) + QPoint(2, 0));
    CHECK(it.player.currentFrame() == Frame{96});
    QTest::mouseRelease(&it.line, Qt::RightButton, {}, it.inRuler(4.0) + QPoint(2, 0));
    QTest::mousePress(&it.line, Qt::RightButton, {}, it.at(it.line.waveformRect(), 6.0));
    CHECK(it.player.currentFrame() == Frame{144});
    QTest::mouseRelease(&it.line, Qt::RightButton, {}, it.at(it.line.waveformRect(), 6.0));
    CHECK(it.line.actions().contains(&it.action("toggle-cut")));
}

TEST_CASE("cuts by hand are solid lines", "[editor][shots]") {
    Cutting it;
    it.shots.addCut({84});  // at 3.5 s
    const int height = it.line.height() - it.line.rulerRect().bottom();
    CHECK(cutRowsAt(it, 3.5) > height - 8);
    CHECK(cutRowsAt(it, 4.0) < height - 8);
}

TEST_CASE("a list of another program takes the place of what was found", "[editor][shots]") {
    Cutting it;
    it.shots.addCut({60});
    const QString said = it.readList("# keyframe format v1\nfps 0\n0\n30\nx\n90\n30000\n");
    CHECK(it.cuts() == Cuts{{30}, {60}, {90}, {30000}});
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("3 cuts from list.txt")));
    CHECK(said.contains(QStringLiteral("1 of them lies behind the film's last frame")));
    CHECK(said.contains(QStringLiteral("Line 5: ")));
    CHECK(it.panelSays(QStringLiteral("4 cuts from list.txt, 1 by hand")));
    QAction& find = it.action("find-shots");
    REQUIRE(find.isEnabled());
    find.trigger();
    it.search.set(ShotsState::Found);
    CHECK(it.cuts() == Cuts{{24}, {60}, {96}, {240}});
    it.undo();
    CHECK(it.cuts() == Cuts{{30}, {60}, {90}, {30000}});
}

TEST_CASE("what is no list of cuts changes nothing, and that is said", "[editor][shots]") {
    Cutting it;
    const QString unknown = QStringLiteral(
        "list.txt was not read: It is in no format of shot changes that is known here.");
    CHECK(it.readList(QByteArray("\0\1\2 nothing", 11)) == unknown);
    CHECK(it.readList({}) == unknown);
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
    CHECK(it.readList("# keyframe format v1\nfps 0\n0\n") ==
          QStringLiteral("There is no cut in list.txt; nothing was changed."));
    it.window.shots().read(QStringLiteral("/nowhere/list.txt"));
    REQUIRE(QTest::qWaitFor([&] { return !it.window.shots().isBusy(); }, 10'000));
    CHECK(
        it.window.problems().texts().join(QString()).contains(QStringLiteral("/nowhere/list.txt")));
    CHECK(it.cuts() == Cuts{{24}, {96}, {240}});
}

TEST_CASE("cuts are written for other programs", "[editor][shots]") {
    Cutting it;
    it.shots.addCut({60});
    it.window.shots().write(QString::fromStdString((it.folder.path / "out.json").string()));
    REQUIRE(QTest::qWaitFor([&] { return !it.window.shots().isBusy(); }, 10'000));
    CHECK(it.bytesOf(QStringLiteral("out.json")) ==
          R"({"frames":24000,"rate":"24","cuts":[24,60,96,240],"transitions":[]})"
          "\n");
    CHECK(
        it.window.problems().texts().contains(QStringLiteral("4 cuts were written to out.json.")));
    it.window.shots().write(QStringLiteral("/nowhere/out.json"));
    REQUIRE(QTest::qWaitFor([&] { return !it.window.shots().isBusy(); }, 10'000));
    CHECK(it.window.problems().texts().join(QString()).contains(QStringLiteral("/nowhere")));
}

TEST_CASE("that a person's cuts are not kept stays said until they are", "[editor][shots]") {
    Cutting it;
    it.store.problem = QStringLiteral("the disk is full");
    it.shots.addCut({60});
    const QString text = QStringLiteral(
        "Your cuts are not kept: The disk is full. They are here as long as the film is open.");
    CHECK(it.window.problems().texts().contains(text));
    it.store.problem.clear();
    it.shots.keepAgain();
    CHECK_FALSE(it.window.problems().texts().contains(text));
    CHECK(it.store.works[it.workspace.filmPath()].added.cuts == Cuts{{60}});
}
