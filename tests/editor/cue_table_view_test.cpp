// SPDX-License-Identifier: MIT
#include <subs/editor/colors.h>
#include <subs/editor/cue_columns.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/fonts.h>
#include <subs/editor/row_offsets.h>
#include <subs/session/cue_roles.h>

#include "catch.h"
#include "cue_model.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

using namespace subs::editor;
using namespace subs::session;

namespace {

const QString kKhmer = QStringLiteral("យាយធ្លាប់ប្រាប់ថា");
const QString kTwoKhmer = kKhmer + "\nទន្លេនឹងភ្លេចផ្លូវ";
const QString kEnglish = QStringLiteral("Grandma said so,\nthe river will forget.");

struct Shown {
    std::unique_ptr<QStandardItemModel> model;
    CueTableView view;

    explicit Shown(std::unique_ptr<QStandardItemModel> cues) : model(std::move(cues)) {
        view.setModel(model.get());
        view.resize(940, 480);
        view.show();
        view.setFocus();
    }
};

}  // namespace

TEST_CASE("row offsets are prefix sums of any heights", "[editor][table]") {
    RowOffsets offsets;
    CHECK(offsets.total() == 0);
    CHECK(offsets.rowAt(5) == -1);
    std::vector<int> heights{33, 49, 59, 33, 10};
    const auto heightOf = [&](int row) { return heights[static_cast<std::size_t>(row)]; };
    offsets.assign(5, heightOf);
    CHECK(offsets.total() == 184);
    CHECK(offsets.rowAt(-4) == 0);
    CHECK(offsets.rowAt(32) == 0);
    CHECK(offsets.rowAt(33) == 1);
    CHECK(offsets.rowAt(140) == 2);
    CHECK(offsets.rowAt(999) == 4);
    heights = {33, 50, 40, 33, 10};
    offsets.update(1, 2, heightOf);
    CHECK(offsets.top(2) == 83);
    CHECK(offsets.top(3) == 123);
    CHECK(offsets.top(4) == 156);
    CHECK(offsets.total() == 166);
}

TEST_CASE("texts keep sixty per cent of the table when it is narrow", "[editor][table]") {
    for (const int width : {420, 560, 690, 942, 1400}) {
        CAPTURE(width);
        const CueColumns columns = CueColumns::forWidth(width, TrackColumns::Two);
        const int texts = columns[FirstTextColumn].width + columns[SecondTextColumn].width;
        if (columns.shows(DurationColumn)) CHECK(texts >= width * 0.6);
        int sum = 0;
        for (int column = 0; column < CueColumnCount; ++column)
            sum += columns[column].width;
        CHECK(sum == width);
    }
    CHECK(CueColumns::forWidth(942, TrackColumns::Two).shows(DurationColumn));
    CHECK_FALSE(CueColumns::forWidth(690, TrackColumns::Two).shows(DurationColumn));
    CHECK_FALSE(CueColumns::forWidth(942, TrackColumns::One).shows(SecondTextColumn));
}

TEST_CASE("rows are as high as the design has them", "[editor][table]") {
    CHECK(Shown(testing::cueModel(3, kKhmer, "One line")).view.visualRect({}).isEmpty());
    const auto heightWith = [](const QString& khmer, const QString& english) {
        Shown shown(testing::cueModel(3, khmer, english));
        return shown.view.visualRect(shown.model->index(1, FirstTextColumn)).height();
    };
    CHECK(heightWith(kKhmer, "One line") == 33);
    CHECK(heightWith(kKhmer, kEnglish) == 49);
    CHECK(heightWith(kTwoKhmer, kEnglish) == 59);
}

TEST_CASE("the line under a row goes through all columns where a cue goes on below",
          "[editor][table]") {
    Shown shown(testing::cueModel(3, kKhmer, "One line"));
    shown.model->setData(shown.model->index(1, FirstTextColumn), true, ContinuationRole);
    const QRect row = shown.view.visualRect(shown.model->index(0, FirstTextColumn));
    const QImage picture = shown.view.viewport()->grab().toImage();
    const QRgb hairline = Colors::of(Shade::Light)[ColorRole::Hairline].rgb();
    int missing = 0;
    for (int x = 4; x < picture.width() - 4; ++x)
        missing += picture.pixel(x, row.bottom()) == hairline ? 0 : 1;
    CHECK(missing == 0);
}

TEST_CASE("a row grows when its text gets a line", "[editor][table]") {
    Shown shown(testing::cueModel(10, kKhmer, "One line"));
    const QModelIndex text = shown.model->index(4, FirstTextColumn);
    shown.model->setData(text, 2, LineCountRole);
    CHECK(shown.view.visualRect(text).height() == 59);
    CHECK(shown.view.visualRect(shown.model->index(5, 0)).top() == 4 * 33 + 59);
}

TEST_CASE("every point of the table finds its own cell", "[editor][table]") {
    Shown shown(testing::cueModel(40, kTwoKhmer, kEnglish));
    shown.view.verticalScrollBar()->setValue(777);
    for (const int column : {NumberColumn, InColumn, FirstTextColumn, SecondSpeedColumn}) {
        const QModelIndex index = shown.model->index(15, column);
        CHECK(shown.view.indexAt(shown.view.visualRect(index).center()) == index);
    }
    CHECK_FALSE(shown.view.indexAt({10, 100000}).isValid());
}

TEST_CASE("keys move through the table and keep the row in sight", "[editor][table]") {
    Shown shown(testing::cueModel(200, kKhmer, kEnglish));
    shown.view.goToRow(0);
    const auto press = [&](Qt::Key key) { QTest::keyClick(&shown.view, key); };
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    CHECK(shown.view.currentRow() == 2);
    press(Qt::Key_Up);
    CHECK(shown.view.currentRow() == 1);
    press(Qt::Key_End);
    CHECK(shown.view.currentRow() == 199);
    const QRect last = shown.view.visualRect(shown.model->index(199, 0));
    CHECK(last.bottom() < shown.view.viewport()->height());
    press(Qt::Key_PageUp);
    CHECK(shown.view.currentRow() < 199);
    CHECK(shown.view.currentRow() > 180);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    CHECK(shown.view.currentRow() == 199);
    press(Qt::Key_Home);
    CHECK(shown.view.currentRow() == 0);
    CHECK(shown.view.selectionModel()->isRowSelected(0));
}

TEST_CASE("a click selects the whole row and a double click chooses it", "[editor][table]") {
    Shown shown(testing::cueModel(20, kKhmer, kEnglish));
    QSignalSpy chosen(&shown.view, &CueTableView::cueChosen);
    const QPoint place = shown.view.visualRect(shown.model->index(3, SecondTextColumn)).center();
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, place);
    CHECK(shown.view.currentRow() == 3);
    CHECK(shown.view.selectionModel()->selectedRows().size() == 1);
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, place);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0][0].toInt() == 3);
}

TEST_CASE("twenty thousand rows are measured and painted without visiting them to paint",
          "[editor][table]") {
    auto model = testing::cueModel(20000, kTwoKhmer, kEnglish);
    QElapsedTimer timer;
    timer.start();
    CueTableView view;
    view.setModel(model.get());
    view.resize(940, 480);
    view.show();
    view.grab();
    WARN("20,000 rows: first picture after " << timer.elapsed() << " ms");
    timer.restart();
    view.goToRow(19999);
    view.grab();
    WARN("jump to the last row and paint: " << timer.elapsed() << " ms");
    CHECK(view.currentRow() == 19999);
}

TEST_CASE("rows that come and go are measured anew", "[editor][table]") {
    Shown shown(testing::cueModel(5, kKhmer, kEnglish));
    shown.model->removeRows(1, 2);
    CHECK(shown.view.visualRect(shown.model->index(2, 0)).top() == 2 * 49);
    shown.model->insertRow(0);
    CHECK(shown.view.visualRect(shown.model->index(3, 0)).height() == 49);
    shown.model->setRowCount(0);
    CHECK_FALSE(shown.view.indexAt({10, 10}).isValid());
    shown.view.grab();
}

TEST_CASE("no ink of Khmer is cut in a row", "[editor][table][khmer]") {
    const QString words = QStringLiteral("ស្ត្រី ខ្ញុំ ម្ល៉េះ ផ្លូវ ភ្លេច ឆ្នាំ ប៉ុន្តែ");
    Shown shown(testing::cueModel(3, words, "Agjpqy"));
    shown.view.clearFocus();
    const QRect cell = shown.view.visualRect(shown.model->index(1, FirstTextColumn));
    const QImage picture = shown.view.viewport()->grab().toImage();
    // The pixels of the row alone, drawn where nothing can cut them, are all found in the table's
    // picture.
    const QFont font = khmerFont(TextSize::KhmerRow);
    const InkHeight ink = inkHeight(font);
    CHECK(ink.above + ink.below + 1 <= cell.height());
    const auto inked = [&](int y) {
        const QRgb ground = picture.pixel(cell.right() - 2, y);
        for (int x = cell.left() + 4; x < cell.right() - 4; ++x)
            if (picture.pixel(x, y) != ground) return true;
        return false;
    };
    int first = cell.top() + 1;
    while (first < cell.bottom() && !inked(first))
        ++first;
    int last = cell.bottom() - 1;
    while (last > first && !inked(last))
        --last;
    CHECK(first > cell.top());    // Free rows of pixels above ...
    CHECK(last < cell.bottom());  // ... and below: nothing ran out of the row.
    CHECK(last - first + 1 >= ink.above + ink.below - 3);  // And the whole ink is there.
}

TEST_CASE("a screen reader finds the cells of the table", "[editor][table][access]") {
    Shown shown(testing::cueModel(4, kKhmer, "One line"));
    shown.model->setData(
        shown.model->index(2, SecondTextColumn), "English: One line", Qt::AccessibleTextRole);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&shown.view);
    REQUIRE(access);
    CHECK(access->text(QAccessible::Name) == "Cues");
    REQUIRE(access->tableInterface());
    CHECK(access->tableInterface()->rowCount() == 4);
    QAccessibleInterface* cell = access->tableInterface()->cellAt(2, SecondTextColumn);
    REQUIRE(cell);
    CHECK(cell->text(QAccessible::Name) == "English: One line");
}
