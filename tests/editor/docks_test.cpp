// SPDX-License-Identifier: MIT
// The docks around the cue table: as designed, as a person puts them, and back.
#include <subs/editor/sealed_bytes.h>
#include <subs/editor/work_area.h>

#include "catch.h"
#include "window.h"

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMessageBox>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace subs::editor;
using namespace subs::session;

namespace {

QDockWidget& dock(const WorkArea& area, const char* id) {
    auto* found = area.findChild<QDockWidget*>(QString::fromLatin1(id));
    REQUIRE(found);
    return *found;
}

struct Docks : testing::Window {
    WorkArea& area = window.area();

    Docks() { openPair(); }
    QDockWidget& dock(const char* id) const { return ::dock(window_().area(), id); }
    Session session() { return {workspace, checks, cues, player, sound, shots, settings, theme}; }
    bool isAsDesigned() const {
        WorkArea& it = window_().area();
        return it.dockWidgetArea(&dock("texts")) == Qt::BottomDockWidgetArea &&
               it.dockWidgetArea(&dock("picture")) == Qt::RightDockWidgetArea &&
               it.dockWidgetArea(&dock("findings")) == Qt::RightDockWidgetArea &&
               dock("picture").y() < dock("findings").y() && !dock("texts").isHidden() &&
               !dock("picture").isHidden() && !dock("findings").isHidden() &&
               it.arrangement().isEmpty();
    }
    // Drags the edge that is `by` pixels right of the table.
    void dragEdge(int by) {
        const QRect table = area.centralWidget()->geometry();
        const QPoint edge(table.right() + 4, table.center().y());
        QTest::mousePress(&area, Qt::LeftButton, {}, edge);
        QTest::mouseMove(&area, edge + QPoint(by / 2, 0));
        QTest::mouseMove(&area, edge + QPoint(by, 0));
        QTest::qWait(20);
        QTest::mouseRelease(&area, Qt::LeftButton, {}, edge + QPoint(by, 0));
        QTest::qWait(20);
    }

private:
    MainWindow& window_() const { return const_cast<MainWindow&>(window); }
};

}  // namespace

TEST_CASE("docks share the room as designed at every size", "[editor][docks]") {
    Docks it;
    for (const QSize size : {QSize(1600, 1000), QSize(1180, 720), QSize(1400, 900)}) {
        CAPTURE(size.width());
        it.window.resize(size);
        QTest::qWait(1);
        const QRect table = it.area.centralWidget()->geometry();
        const QRect picture = it.dock("picture").geometry();
        const QRect texts = it.dock("texts").geometry();
        CHECK(it.isAsDesigned());
        CHECK(picture.left() - table.right() - 1 == 6);
        CHECK(texts.top() - table.bottom() - 1 == 6);
        CHECK(it.dock("findings").y() - picture.bottom() - 1 == 6);
        CHECK(it.dock("findings").height() >= 140);
        CHECK(texts.width() == table.width());
        const int most = static_cast<int>(std::lround(it.area.contentsRect().height() * 0.45));
        const int wanted = size.width() < 1600 ? 264 : 228;
        if (wanted <= most)
            CHECK(texts.height() == wanted);
        else
            CHECK(std::abs(texts.height() - most) <= 4);
        // The picture fills its view, 16 : 9 as the film is, as far as the findings leave room.
        if (it.dock("findings").height() < 150) continue;
        const QSize view = it.window.picture().view().size();
        CHECK(std::abs(view.width() * 9 - view.height() * 16) <= 16);
    }
}

TEST_CASE("an edge that was dragged stays where it is and comes back in the next run",
          "[editor][docks]") {
    Docks it;
    const int before = it.dock("picture").width();
    it.dragEdge(-100);
    CHECK(it.dock("picture").width() == before + 100);
    it.window.resize(1500, 900);
    QTest::qWait(1);
    CHECK(it.dock("picture").width() == before + 100);
    CHECK(it.window.close());
    CHECK_FALSE(it.settings.windowState().isEmpty());
    WorkArea again(it.session());
    again.resize(it.area.size());
    again.restoreArrangement(it.settings.windowState());
    again.show();
    QTest::qWait(20);
    CHECK(dock(again, "picture").width() == before + 100);
    CHECK_FALSE(again.arrangement().isEmpty());
}

TEST_CASE("docks that were moved and closed come back so and reset puts them back",
          "[editor][docks]") {
    Docks it;
    it.area.addDockWidget(Qt::LeftDockWidgetArea, &it.dock("findings"));
    it.dock("picture").toggleViewAction()->trigger();
    CHECK(it.window.close());
    Docks next;
    next.area.restoreArrangement(it.settings.windowState());
    QTest::qWait(20);
    CHECK(next.area.dockWidgetArea(&next.dock("findings")) == Qt::LeftDockWidgetArea);
    CHECK(next.dock("picture").isHidden());
    next.window.action("reset-layout")->trigger();
    QTest::qWait(20);
    CHECK(next.isAsDesigned());
    CHECK(next.window.close());
    CHECK(next.settings.windowState().isEmpty());
}

TEST_CASE("a saved arrangement that fits no more leaves the docks as designed", "[editor][docks]") {
    Docks it;
    it.area.addDockWidget(Qt::LeftDockWidgetArea, &it.dock("findings"));
    const QByteArray good = sealed(it.area.saveState(WorkArea::kVersion));
    const QByteArray other = sealed(it.area.saveState(WorkArea::kVersion + 1));
    std::vector<QByteArray> damaged{other, "no arrangement", QByteArray(300, '\xff')};
    for (qsizetype size = 1; size < good.size(); size += 7)
        damaged.push_back(good.left(size));
    for (const QByteArray& bytes : damaged) {
        CAPTURE(bytes.size());
        it.area.resetArrangement();
        it.area.restoreArrangement(bytes);
        QTest::qWait(1);
        CHECK(it.isAsDesigned());
    }
    it.area.restoreArrangement(good);
    CHECK_FALSE(it.isAsDesigned());
}

TEST_CASE("a dock that an older arrangement does not know stands beside the others",
          "[editor][docks]") {
    Docks it;
    QMainWindow older;
    for (const char* id : {"texts", "picture"}) {
        auto* known = new QDockWidget(&older);
        known->setObjectName(QString::fromLatin1(id));
        older.addDockWidget(Qt::LeftDockWidgetArea, known);
    }
    it.area.restoreArrangement(sealed(older.saveState(WorkArea::kVersion)));
    QTest::qWait(20);
    CHECK(it.area.dockWidgetArea(&it.dock("texts")) == Qt::LeftDockWidgetArea);
    CHECK(it.dock("findings").isVisible());
}

TEST_CASE("writing in a cue brings the closed boxes back", "[editor][docks]") {
    Docks it;
    it.dock("texts").toggleViewAction()->trigger();
    CHECK_FALSE(it.window.editor().isVisible());
    it.press(it.window.table(), Qt::Key_F2);
    CHECK(it.window.editor().isVisible());
    CHECK(it.window.editor().box(Side::Second).hasFocus());
}

TEST_CASE("a dock that floats goes and comes with its page", "[editor][docks]") {
    Docks it;
    it.dock("findings").setFloating(true);
    QTest::qWait(1);
    CHECK(it.dock("findings").isVisible());
    it.window.action("close")->trigger();
    it.settle();
    CHECK_FALSE(it.dock("findings").isVisible());
    CHECK_FALSE(it.area.arrangement().isEmpty());
    it.openPair();
    CHECK(it.dock("findings").isVisible());
    CHECK(it.dock("findings").isFloating());
    it.window.action("reset-layout")->trigger();
    CHECK(it.isAsDesigned());
}

TEST_CASE("every dock has a name and a switch in the menu", "[editor][docks][access]") {
    Docks it;
    REQUIRE(it.area.switches().size() == 3);
    for (const QAction* action : it.area.switches()) {
        CHECK_FALSE(action->text().isEmpty());
        CHECK(action->isChecked());
    }
    for (const char* id : {"texts", "picture", "findings"})
        CHECK(it.dock(id).titleBarWidget()->height() == 29);
}
