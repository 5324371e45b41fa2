// SPDX-License-Identifier: MIT
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_dock.h>
#include <subs/editor/timeline_panel.h>

#include "catch.h"
#include "lanes.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QSlider>

#include <cmath>

using namespace subs::editor;
using namespace subs::session;
using subs::Frame;
using subs::Time;
using testing::Lanes;

TEST_CASE("a click sets the playhead, and one on a cue chooses it", "[editor][timeline]") {
    Lanes it;
    QTest::mouseClick(&it.line, Qt::LeftButton, {}, it.at(it.line.waveformRect(), 2.0));
    CHECK(it.player.currentFrame() == Frame{48});
    CHECK(it.window.table().currentRow() == 0);
    QTest::mouseClick(&it.line, Qt::LeftButton, {}, it.at(it.line.cuesRect(Side::Second), 5.0));
    CHECK(it.window.table().currentRow() == 1);
    CHECK(it.player.currentFrame() == Frame{120});
    QTest::mouseDClick(&it.line, Qt::LeftButton, {}, it.at(it.line.cuesRect(Side::First), 5.0));
    CHECK(it.player.isPlaying());
    CHECK(it.player.until == Frame{143});
}

TEST_CASE("the playhead goes with a pointer that is dragged", "[editor][timeline]") {
    Lanes it;
    const QRect lane = it.line.rulerRect();
    QTest::mousePress(&it.line, Qt::LeftButton, {}, it.at(lane, 1.0));
    QTest::mouseMove(&it.line, it.at(lane, 3.0));
    CHECK(it.player.currentFrame() == Frame{72});
    CHECK(it.player.scrubs == 1);
    QTest::mouseMove(&it.line, it.at(lane, 2.5));
    QTest::mouseRelease(&it.line, Qt::LeftButton, {}, it.at(lane, 2.5));
    CHECK(it.player.currentFrame() == Frame{60});
    QTest::mouseMove(&it.line, it.at(lane, 4.0));
    CHECK(it.player.currentFrame() == Frame{60});
}

TEST_CASE("cues stand where they are, in the colours of their languages", "[editor][timeline]") {
    Lanes it;
    it.window.goToRow(2);
    const Colors& colors = Colors::of(it.line.palette());
    const QRect khmer = it.line.cuesRect(Side::First);
    const QRect english = it.line.cuesRect(Side::Second);
    const QPoint down(0, khmer.height() / 2 - 6);
    const auto colorIn = [&](const QRect& lane, double seconds) {
        return QColor(it.drawn().pixel(it.at(lane, seconds) + down));
    };
    CHECK(colorIn(khmer, 2.9) == colors[ColorRole::KhmerTint]);
    CHECK(colorIn(english, 2.9) == colors[ColorRole::EnglishTint]);
    CHECK(colorIn(khmer, 3.5) == colors[ColorRole::Panel]);
    CHECK(colorIn(khmer, 8.9) == colors[ColorRole::Selection]);
    // The chosen cue is seen under the sound as well.
    const QRect sound = it.line.waveformRect();
    const QImage picture = it.drawn();
    CHECK(QColor(picture.pixel(it.xOf(8.0), sound.top() + 2)) == colors[ColorRole::Selection]);
    CHECK(QColor(picture.pixel(it.xOf(6.5), sound.top() + 2)) == colors[ColorRole::Panel]);
}

TEST_CASE("a cue that is moved or removed is drawn so", "[editor][timeline]") {
    Lanes it;
    it.window.goToRow(0);
    const QRect lane = it.line.cuesRect(Side::First);
    REQUIRE(it.colorAt(lane, 4.02) != Colors::of(it.line.palette())[ColorRole::Panel]);
    const CuePair cues = it.cues.row(1).cues;
    REQUIRE(it.workspace.removeCues(cues));
    QTest::qWait(1);
    CHECK(it.colorAt(lane, 5.9) == Colors::of(it.line.palette())[ColorRole::Panel]);
}

TEST_CASE("an edit of a text does not paint the sound again, and one of a time does",
          "[editor][timeline]") {
    Lanes it;
    it.window.goToRow(1);
    it.drawn();
    const int before = it.sound.painted;
    const subs::CueId id = *it.cues.row(1).cues.of(Side::Second);
    REQUIRE(it.workspace.setText(Side::Second, id, "Tonight, then"));
    const QImage edited = it.drawn();
    CHECK(it.sound.painted == before);
    // What is kept is what would be painted.
    emit it.sound.changed();
    CHECK(it.drawn() == edited);
    CHECK(it.sound.painted == before + 1);
    const Time later = it.workspace.cue(Side::Second, id)->start + Time::fromMilliseconds(500);
    REQUIRE(it.workspace.setEdge(Side::Second, id, subs::Edge::Start, later));
    it.drawn();
    it.window.goToRow(0);
    it.drawn();
    CHECK(it.sound.painted > before + 1);
}

TEST_CASE("sound swings where it is loud, and is hatched where it is not known",
          "[editor][timeline]") {
    Lanes it;
    const Colors& colors = Colors::of(it.line.palette());
    const QRect lane = it.line.waveformRect();
    // A sixth of full scale at ten seconds.
    const auto swingAt = [&](double seconds) {
        const QImage picture = it.drawn();
        int high = 0;
        for (int y = lane.top(); y < lane.bottom(); ++y) {
            const QColor color(picture.pixel(it.xOf(seconds), y));
            high +=
                color == colors[ColorRole::WaveformPeak] || color == colors[ColorRole::WaveformCore]
                    ? 1
                    : 0;
        }
        return high / static_cast<double>(lane.height());
    };
    CHECK(swingAt(10) == Approx(1 / 6.0).margin(0.06));
    CHECK(swingAt(20) == Approx(2 / 6.0).margin(0.06));
    it.sound.known = Time::fromSeconds(15);
    emit it.sound.changed();
    CHECK(swingAt(10) == Approx(1 / 6.0).margin(0.06));
    CHECK(swingAt(20) == 0);
}

TEST_CASE("what is shown is wished for", "[editor][timeline]") {
    Lanes it;
    CHECK(it.sound.wished.from == it.line.scale().shown().from);
    CHECK(it.sound.wished.to == it.line.scale().shown().to);
    CHECK(it.sound.wishedColumns == it.line.waveformRect().width());
    it.turnWheel(it.at(it.line.waveformRect(), 5), -2);
    CHECK(it.line.scale().shown().from > Time());
    CHECK(it.sound.wished.from == it.line.scale().shown().from);
}

TEST_CASE("where frames are wide, every few of them has its time", "[editor][timeline]") {
    Lanes it;
    it.line.setPerSecond(600);
    const subs::FrameTimeline frames = *it.player.timeline();
    const QRect ruler = it.line.rulerRect();
    const QImage picture = it.drawn();
    const QColor mark = Colors::of(it.line.palette())[ColorRole::FieldEdge];
    const std::int64_t first = frames.frameAt(it.line.scale().shown().from).number / 4 * 4 + 8;
    std::vector<std::int64_t> marked;
    for (std::int64_t frame = first; frame < first + 8; ++frame) {
        const int x = it.xOf(frames.timeOf({frame}).seconds());
        for (const int near : {x - 1, x, x + 1})
            if (QColor(picture.pixel(near, ruler.bottom() - 4)) == mark) {
                marked.push_back(frame - first);
                break;
            }
    }
    // 25 pixels a frame: a time needs more than three frames, and 4 divide the second's 24.
    CHECK(marked == std::vector<std::int64_t>{0, 4});
}

TEST_CASE("the wheel scrolls, with Ctrl zooms, and with Shift goes from cue to cue",
          "[editor][timeline]") {
    Lanes it;
    const QPoint place = it.at(it.line.waveformRect(), 5);
    const double before = it.line.scale().perSecond();
    it.turnWheel(place, 2, Qt::ControlModifier);
    CHECK(it.line.scale().perSecond() == Approx(before * 1.25 * 1.25));
    CHECK(it.xOf(5) == Approx(place.x()).margin(1));
    it.turnWheel(place, -1, Qt::ShiftModifier);
    CHECK(it.window.table().currentRow() == 1);
    it.turnWheel(place, 1, Qt::ShiftModifier);
    CHECK(it.window.table().currentRow() == 0);
}

TEST_CASE("keys and the slider zoom, and letters are commands in the timeline too",
          "[editor][timeline]") {
    Lanes it;
    const double before = it.line.scale().perSecond();
    it.press(it.line, Qt::Key_Equal, Qt::ControlModifier);
    CHECK(it.line.scale().perSecond() == Approx(before * 1.25));
    it.press(it.window.table(), Qt::Key_Minus, Qt::ControlModifier);
    CHECK(it.line.scale().perSecond() == Approx(before));
    auto* slider = it.dock().titleBarWidget()->findChild<QSlider*>();
    REQUIRE(slider);
    slider->setValue(slider->minimum());
    CHECK(it.line.scale().perSecond() == Approx(it.line.scale().leastPerSecond()));
    slider->setValue(slider->maximum());
    CHECK(it.line.scale().perSecond() == Approx(TimelineScale::kMostPerSecond));
    it.window.goToRow(0);
    it.press(it.line, Qt::Key_Space);
    CHECK(it.player.isPlaying());
}

TEST_CASE("a cue that is chosen elsewhere is brought into view", "[editor][timeline]") {
    Lanes it;
    it.press(it.window, Qt::Key_Equal, Qt::ControlModifier);
    for (int i = 0; i < 12; ++i)
        it.press(it.line, Qt::Key_Equal, Qt::ControlModifier);
    it.window.goToRow(2);
    const double x = it.line.scale().xOf(Time::fromSeconds(7));
    CHECK(x >= 0);
    CHECK(x < it.line.scale().width());
}

TEST_CASE("the overview is the whole film, and a click goes there", "[editor][timeline]") {
    Lanes it;
    it.press(it.line, Qt::Key_Equal, Qt::ControlModifier);
    for (int i = 0; i < 6; ++i)
        it.press(it.line, Qt::Key_Equal, Qt::ControlModifier);
    const QRect lane = it.line.overviewRect();
    const double length = it.line.scale().length().seconds();
    QTest::mouseClick(
        &it.line, Qt::LeftButton, {}, {lane.left() + lane.width() / 2, lane.center().y()});
    const auto shown = it.line.scale().shown();
    CHECK((shown.from.seconds() + shown.to.seconds()) / 2 == Approx(length / 2).margin(0.1));
}

TEST_CASE("the spectrogram comes where there is room for it", "[editor][timeline]") {
    Lanes it;
    CHECK(it.line.spectrogramRect().isEmpty());
    it.window.resizeDocks({&it.dock()}, {420}, Qt::Vertical);
    QTest::qWait(10);
    REQUIRE_FALSE(it.line.spectrogramRect().isEmpty());
    CHECK(it.line.spectrogramRect().bottom() < it.line.waveformRect().top());
    CHECK(it.line.cuesRect(Side::First).height() > 50);
    // Grey 128 of 255 is the middle of the five colours.
    const QColor middle = Colors::of(it.line.palette())[ColorRole::Spectrum2];
    const QColor shown = it.colorAt(it.line.spectrogramRect(), 6.5);
    CHECK(std::abs(shown.red() - middle.red()) < 4);
    CHECK(std::abs(shown.blue() - middle.blue()) < 4);
}

TEST_CASE("the timeline is closed by a person, comes back, and is kept so", "[editor][timeline]") {
    Lanes it;
    CHECK_FALSE(it.dock().isHidden());
    it.dock().toggleViewAction()->trigger();
    CHECK(it.dock().isHidden());
    it.window.close();
    {
        MainWindow again({it.workspace,
                          it.checks,
                          it.cues,
                          it.player,
                          it.sound,
                          it.shots,
                          it.settings,
                          it.theme},
                         {});
        again.show();
        auto* dock = again.findChild<QDockWidget*>(QStringLiteral("timeline"));
        CHECK(dock->isHidden());
        again.action(QStringLiteral("reset-layout"))->trigger();
        CHECK_FALSE(dock->isHidden());
    }
}

TEST_CASE("there is no timeline where nothing is open", "[editor][timeline]") {
    testing::Window it;
    auto* dock = it.window.findChild<QDockWidget*>(QStringLiteral("timeline"));
    REQUIRE(dock);
    CHECK(dock->isHidden());
    it.openPair();
    CHECK_FALSE(dock->isHidden());
    it.window.action(QStringLiteral("close"))->trigger();
    CHECK(dock->isHidden());
}

TEST_CASE("playing repaints no lane, and turns the page where the playhead leaves it",
          "[editor][timeline]") {
    Lanes it;
    it.player.play();
    const Time from = it.line.scale().shown().from;
    it.player.seek({60});
    CHECK(it.line.scale().shown().from == from);
    const auto beyond = static_cast<std::int64_t>(it.line.scale().shown().to.seconds() * 24) + 24;
    it.player.seek({beyond});
    CHECK(it.line.scale().shown().from > from);
    it.player.pause();
    const Time page = it.line.scale().shown().from;
    it.player.seek({0});
    CHECK(it.line.scale().shown().from == page);
}

TEST_CASE("the window waits for sound that comes, and for none that does not",
          "[editor][timeline]") {
    Lanes it;
    it.sound.known = Time::fromSeconds(1);
    it.sound.grows = true;
    emit it.sound.changed();
    CHECK(it.window.pending() == QStringLiteral("the sound is not there yet"));
    it.sound.grows = false;
    CHECK(it.window.pending().isEmpty());
}

TEST_CASE("a chosen cue is drawn as that in each language, whatever its edges there",
          "[editor][timeline]") {
    Lanes it;
    it.window.goToRow(1);
    it.workspace.setLinkedTimes(LinkedTimes::Off);
    const auto id = it.cues.row(1).cues.second;
    REQUIRE(id);
    REQUIRE(it.workspace.setEdgeToFrame(Side::Second, *id, subs::Edge::End, {119}));
    QTest::qWait(1);
    const QColor chosen = Colors::of(it.line.palette())[ColorRole::Selection];
    const QImage picture = it.drawn();
    for (const Side side : subs::session::kBothSides) {
        const QRect lane = it.line.cuesRect(side);
        CHECK(QColor(picture.pixel(it.xOf(4.9), lane.bottom() - 6)) == chosen);
    }
}

TEST_CASE("the text of a cue that begins before what is shown begins with the lane",
          "[editor][timeline]") {
    Lanes it;
    it.window.goToRow(0);
    it.line.setPerSecond(400);
    const QRect lane = it.line.cuesRect(Side::Second);
    // The wheel scrolls until half of the first cue is out of view.
    while (it.line.scale().shown().from < Time::fromMilliseconds(1500))
        it.turnWheel(lane.center(), -1);
    REQUIRE(it.line.scale().shown().from < Time::fromMilliseconds(2500));
    const QImage picture = it.drawn();
    const QColor ink = Colors::of(it.line.palette())[ColorRole::Text];
    const auto hasInk = [&](int from, int to) {
        for (int x = from; x < to; ++x)
            for (int y = lane.top() + 4; y < lane.bottom() - 4; ++y)
                if (QColor(picture.pixel(x, y)).lightness() < ink.lightness() + 40) return true;
        return false;
    };
    CHECK(hasInk(lane.left() + 6, lane.left() + 16));
    CHECK_FALSE(hasInk(lane.left() + 1, lane.left() + 5));
}
