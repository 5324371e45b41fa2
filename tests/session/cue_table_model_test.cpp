// SPDX-License-Identifier: MIT
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtCore/QPersistentModelIndex>
#include <QtGui/QUndoStack>
#include <QtTest/QAbstractItemModelTester>

#include <random>

using namespace subs;
using namespace subs::session;
using testing::OpenWorkspace;

namespace {

struct OpenTable : OpenWorkspace {
    Checks checks{workspace};
    CueTableModel model{workspace, checks};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    QVariant at(int row, int column, int role) const { return model.index(row, column).data(role); }
};

Time ms(std::int64_t milliseconds) {
    return Time::fromMilliseconds(milliseconds);
}

}  // namespace

TEST_CASE("linked cues stand beside each other, one row each", "[session][table]") {
    const OpenTable table;
    // 1:1, 1:2 on two rows, Khmer alone, English alone.
    REQUIRE(table.model.rowCount() == 5);
    CHECK(table.model.columnCount() == CueColumnCount);
    CHECK(table.text(0, FirstTextColumn) == QString::fromUtf8("សួស្តី"));
    CHECK(table.text(0, SecondTextColumn) == "Hello");
    CHECK(table.text(1, SecondTextColumn) == "Are you");
    CHECK(table.text(2, FirstTextColumn).isEmpty());
    CHECK(table.text(2, SecondTextColumn) == "well?");
    CHECK(table.at(2, FirstTextColumn, ContinuationRole).toBool());
    CHECK_FALSE(table.at(2, FirstTextColumn, MissingRole).toBool());
    CHECK(table.at(3, SecondTextColumn, MissingRole).toBool());
    CHECK(table.at(4, FirstTextColumn, MissingRole).toBool());
    CHECK(table.text(4, SecondTextColumn) == "Yes");
}

TEST_CASE("a row shows number, times, duration and speeds", "[session][table]") {
    const OpenTable table;
    CHECK(table.at(1, NumberColumn, Qt::DisplayRole).toInt() == 2);
    CHECK(table.text(1, InColumn) == "00:00:03.000");
    CHECK(table.text(1, OutColumn) == "00:00:05.000");
    CHECK(table.text(1, DurationColumn) == "2.00");
    CHECK(table.text(2, InColumn) == "00:00:04.000");
    // "Hello" in one second; "Are you" in 0.9.
    CHECK(table.text(0, SecondSpeedColumn) == "5.0");
    CHECK(table.text(1, SecondSpeedColumn) == "7.8");
    // សួ ស្តី: two clusters in one second.
    CHECK(table.text(0, FirstSpeedColumn) == "2.0");
    CHECK(table.text(2, FirstSpeedColumn).isEmpty());
    CHECK(table.at(0, FirstSpeedColumn, SpeedShareRole).toDouble() < 0);
    CHECK(table.at(0, FirstTextColumn, LanguageRole).toString() == "km");
    CHECK(table.at(0, FirstTextColumn, LineCountRole).toInt() == 1);
}

TEST_CASE("times are frames once the film is known", "[session][table]") {
    OpenTable table;
    table.workspace.setTimeline(FrameTimeline::constant(parseFrameRate("24").value()));
    CHECK(table.text(1, InColumn) == "00:00:03:00");
    CHECK(table.text(1, OutColumn) == "00:00:05:00");
    CHECK(table.text(1, DurationColumn) == "2.00");
    table.workspace.setTimeline(std::nullopt);
    CHECK(table.text(1, InColumn) == "00:00:03.000");
}

TEST_CASE("headers name the languages and units", "[session][table]") {
    const OpenTable table;
    const auto header = [&](int column) {
        return table.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    CHECK(header(FirstTextColumn).startsWith("Khmer"));
    CHECK(header(SecondTextColumn).startsWith("English"));
    CHECK(header(FirstSpeedColumn) == "cl/s");
    CHECK(header(SecondSpeedColumn) == "ch/s");
}

TEST_CASE("rows and their indexes stay while text is edited", "[session][table]") {
    OpenTable table;
    const QPersistentModelIndex third = table.model.index(2, SecondTextColumn);
    int moved = 0;
    int changed = 0;
    const auto count = [&] { ++moved; };
    QObject::connect(&table.model, &QAbstractItemModel::rowsInserted, count);
    QObject::connect(&table.model, &QAbstractItemModel::rowsRemoved, count);
    QObject::connect(&table.model, &QAbstractItemModel::modelReset, count);
    QObject::connect(&table.model,
                     &QAbstractItemModel::dataChanged,
                     [&](const QModelIndex& from, const QModelIndex& to) {
                         CHECK(from.row() == 2);
                         CHECK(to.row() == 2);
                         ++changed;
                     });
    REQUIRE(table.model.setData(third, "well, then?"));
    CHECK(third.data().toString() == "well, then?");
    CHECK(moved == 0);
    CHECK(changed == 1);
}

TEST_CASE("the text of a side that goes on is that of its cue", "[session][table]") {
    OpenTable table;
    REQUIRE(table.model.setText(2, Side::First, "x"));
    CHECK(table.text(1, FirstTextColumn) == "x");
    CHECK(table.model.rowCount() == 5);
}

TEST_CASE("typing where nothing is translated makes the partner in its row", "[session][table]") {
    OpenTable table;
    REQUIRE(table.model.setText(3, Side::Second, "Y"));
    REQUIRE(table.model.setText(3, Side::Second, "Yes"));
    CHECK(table.model.rowCount() == 5);
    CHECK(table.text(3, SecondTextColumn) == "Yes");
    CHECK_FALSE(table.at(3, SecondTextColumn, MissingRole).toBool());
    table.workspace.undoStack().undo();
    CHECK(table.at(3, SecondTextColumn, MissingRole).toBool());
    REQUIRE(table.model.setText(3, Side::Second, ""));
    CHECK_FALSE(table.workspace.isModified());
}

TEST_CASE("rows are found by cue and by time", "[session][table]") {
    const OpenTable table;
    CHECK(table.model.rowOf(Side::Second, table.id(Side::Second, 2)) == 2);
    CHECK(table.model.rowOf(Side::First, table.id(Side::First, 2)) == 3);
    CHECK(table.model.rowOf(Side::First, CueId{77}) == -1);
    CHECK(table.model.rowAt(ms(0)) == 0);
    CHECK(table.model.rowAt(ms(3000)) == 1);
    CHECK(table.model.rowAt(ms(4500)) == 2);
    CHECK(table.model.rowAt(ms(99'000)) == 4);
    Workspace empty;
    Checks checks(empty);
    CHECK(CueTableModel(empty, checks).rowAt(ms(0)) == -1);
}

TEST_CASE("findings are marked in their cells and in the state of the row", "[session][table]") {
    OpenTable table;
    Profile profile;
    profile.maxLineCount = 4;
    profile.maxSpeed = 2;
    profile.severities["reading-speed"] = Severity::Error;
    table.checks.setProfile(Side::Second, profile);
    REQUIRE(testing::waitFor([&] { return !table.checks.isBusy(); }));
    CHECK(table.at(0, SecondTextColumn, FindingSeverityRole).toInt() == 1);
    CHECK(table.at(0, SecondSpeedColumn, FindingSeverityRole).toInt() == 2);
    CHECK(table.at(0, StateColumn, FindingSeverityRole).toInt() == 2);
    CHECK(table.at(0, FirstTextColumn, FindingSeverityRole).toInt() == -1);
    CHECK(table.at(0, StateColumn, FindingTextRole).toString().count('\n') == 1);
    CHECK(table.at(0, StateColumn, FindingTextRole).toString().contains("English: "));
    CHECK(table.at(0, SecondSpeedColumn, SpeedShareRole).toDouble() == 2.5);
    CHECK(table.at(4, SecondTextColumn, FindingTextRole).toString().isEmpty());
    CHECK(table.at(3, StateColumn, Qt::AccessibleTextRole).toString() == "no findings");
    CHECK(table.at(3, SecondTextColumn, Qt::AccessibleTextRole).toString() == "not translated");
}

TEST_CASE("after any run of edits the rows are those of the links", "[session][table]") {
    std::mt19937 random(31);
    const auto below = [&](std::size_t limit) { return std::size_t{random()} % limit; };
    for (int round = 0; round < 10; ++round) {
        OpenTable table;
        Workspace& workspace = table.workspace;
        for (int i = 0; i < 60; ++i) {
            const Side side = below(2) == 0 ? Side::First : Side::Second;
            const auto& cues = workspace.document(side).cues;
            const Time time = ms(static_cast<std::int64_t>(below(12'000)));
            const CueId id = cues.empty() ? CueId{} : cues[below(cues.size())].id;
            switch (below(7)) {
                case 0:
                    static_cast<void>(workspace.insertCues(Sides(below(3)), time, time + ms(900)));
                    break;
                case 1:
                    static_cast<void>(workspace.setEdge(side, id, Edge::Start, time));
                    break;
                case 2:
                    static_cast<void>(workspace.setEdge(side, id, Edge::End, time));
                    break;
                case 3:
                    workspace.undoStack().undo();
                    break;
                case 4:
                    workspace.undoStack().redo();
                    break;
                case 5:
                    static_cast<void>(workspace.addPartner(otherThan(side), id, "partner"));
                    break;
                default:
                    static_cast<void>(workspace.removeCues(side == Side::First ? CuePair{id, {}}
                                                                               : CuePair{{}, id}));
            }
            const auto expected = rowsOf(
                linksByOverlap(workspace.document(Side::First), workspace.document(Side::Second)));
            REQUIRE(table.model.rowCount() == static_cast<int>(expected.size()));
            for (int row = 0; row < table.model.rowCount(); ++row) {
                REQUIRE(table.model.row(row) == expected[static_cast<std::size_t>(row)]);
                for (const Side each : kBothSides)
                    if (const auto cue = table.model.row(row).cues.of(each))
                        REQUIRE(table.model.rowOf(each, *cue) == row);
            }
        }
    }
}

TEST_CASE("opening and closing give the table other rows", "[session][table]") {
    OpenTable table;
    table.workspace.close();
    CHECK(table.model.rowCount() == 0);
    table.workspace.open({table.khmer});
    CHECK(table.model.rowCount() == 3);
}

TEST_CASE("a long table is filled in from the top while the event loop turns", "[session][table]") {
    std::string track;
    constexpr int kCues = 9000;
    for (int i = 0; i < kCues; ++i)
        track += std::to_string(i + 1) + "\n00:00:00," + std::to_string(100 + i % 900) +
                 " --> 00:00:03,000\nHi\n\n";
    OpenTable table;
    table.workspace.close();
    table.workspace.open({testing::written(table.folder, "long.en.srt", track)});
    CHECK(table.model.rowCount() < kCues);
    CHECK(table.model.isFilling());
    CHECK(table.text(0, SecondTextColumn) == "Hi");
    const CueId last = table.workspace.document(Side::Second).cues.back().id;
    CHECK(table.model.rowOf(Side::Second, last) == -1);
    REQUIRE(testing::waitFor([&] { return !table.model.isFilling(); }));
    CHECK(table.model.rowCount() == kCues);
    CHECK(table.model.rowOf(Side::Second, last) >= 0);
}

TEST_CASE("an edit while the table is being filled has all rows at once", "[session][table]") {
    std::string track;
    for (int i = 0; i < 5000; ++i)
        track += std::to_string(i + 1) + "\n00:00:01,000 --> 00:00:03,000\nHi\n\n";
    OpenTable table;
    table.workspace.close();
    table.workspace.open({testing::written(table.folder, "long.en.srt", track)});
    REQUIRE(table.workspace.removeCues({{}, table.id(Side::Second, 4000)}));
    CHECK(table.model.rowCount() == 4999);
    CHECK_FALSE(table.model.isFilling());
}

TEST_CASE("columns of times say how long their longest text is", "[session][table]") {
    OpenTable table;
    const auto widest = [&](int column) {
        return table.model.headerData(column, Qt::Horizontal, WidestTextRole).toString();
    };
    CHECK(widest(InColumn) == "00:00:10.000");
    CHECK(widest(NumberColumn) == "5");
    REQUIRE(table.workspace.setEdge(
        Side::Second, table.id(Side::Second, 3), Edge::End, Time::fromSeconds(123LL * 3600)));
    CHECK(widest(OutColumn) == "123:00:00.000");
    CHECK(widest(DurationColumn) == "442791.00");
    CHECK(widest(FirstTextColumn).isEmpty());
}

TEST_CASE("a speed that nobody reads is shown as more than 999", "[session][table]") {
    OpenTable table;
    REQUIRE(table.workspace.setText(
        Side::Second, table.id(Side::Second, 0), QString(100'000, QChar('x'))));
    CHECK(table.text(0, SecondSpeedColumn) == ">999");
}
