// SPDX-License-Identifier: MIT
#include <subs/editor/cue_columns.h>
#include <subs/editor/elided_label.h>
#include <subs/editor/finding_delegate.h>
#include <subs/editor/fonts.h>
#include <subs/editor/line_limit.h>
#include <subs/editor/options.h>
#include <subs/editor/screenshot.h>
#include <subs/editor/text_line.h>

#include "catch.h"
#include "window.h"

#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStatusBar>

using namespace subs::editor;
using namespace subs::session;

TEST_CASE("a label that is too narrow ends in an ellipsis at a cluster's edge",
          "[editor][narrow]") {
    ElidedLabel label(interfaceFont(TextSize::Normal), "text");
    const QString khmer = QStringLiteral("ស្ត្រីខ្មែរស្ត្រីខ្មែរស្ត្រីខ្មែរ");
    label.show();
    label.setFullText(khmer);
    label.resize(label.sizeHint());
    CHECK(label.text() == khmer);
    CHECK(label.toolTip().isEmpty());
    label.resize(label.sizeHint().width() / 2, 20);
    CHECK(label.text().endsWith(QStringLiteral("…")));
    const auto kept = static_cast<int>(label.text().size()) - 1;
    CHECK(clusterBoundaryAt(khmer, kept) == kept);
    CHECK(label.toolTip() == khmer);
    CHECK(label.accessibleName() == khmer);
}

TEST_CASE("a line of a hundred thousand letters is elided like a short one", "[editor][narrow]") {
    const QFont font = interfaceFont(TextSize::Normal);
    const QString shown = elided(QString(100'000, QChar('i')), font, 200);
    CHECK(shown.endsWith(QStringLiteral("…")));
    CHECK(lineWidth(shown, font) <= 200);
    CHECK(lineWidth(shown, font) > 180);
    CHECK(shown == elided(QString(200, QChar('i')), font, 200));
}

TEST_CASE("times of a hundred hours and more have room in their column", "[editor][narrow]") {
    testing::Window it;
    it.open({it.file("a.en.srt", "1\n123:45:01,000 --> 123:45:03,000\nLate\n")});
    const QString in = it.shown(0, InColumn);
    CHECK(in == "123:45:01.000");
    const int wide = it.window.table().columns()[InColumn].width;
    CHECK(wide >= lineWidth(in, interfaceFont(TextSize::Normal)) + 16);
    it.open({it.file("b.en.srt", testing::Window::english())});
    CHECK(it.window.table().columns()[InColumn].width < wide);
}

TEST_CASE("what is far over the limit still fits beside its line", "[editor][narrow]") {
    LineRuler ruler;
    ruler.setLimit({subs::CountUnit::Graphemes, 42.0, {}, {}});
    CHECK(ruler.shortText(ruler.counted(QString(100'000, QChar('i')))) == ">999 / 42");
    ruler.setLimit({subs::CountUnit::Graphemes, {}, 20.0, "Noto Sans"});
    CHECK(ruler.shortText(ruler.counted(QString(100'000, QChar('i')))) == ">999 / 20.0");
}

TEST_CASE("a line's width stands beside its limit as a count does", "[editor][narrow]") {
    LineRuler ruler;
    ruler.setLimit({subs::CountUnit::Graphemes, 42.0, {}, {}});
    CHECK(ruler.shortText(ruler.counted(u"river")) == "5 / 42");
    CHECK(ruler.measureName() == "characters");
    // Three figures of Noto Sans are 3 × 572 thousandths of an em wide.
    ruler.setLimit({subs::CountUnit::Clusters, {}, 1.7, "Noto Sans"});
    CHECK(ruler.shortText(ruler.counted(u"000")) == "1.8 / 1.7");
    CHECK(ruler.spokenText(ruler.counted(u"000")) == "1.8 of 1.7 em wide, too long");
    CHECK(ruler.shortText(ruler.counted(u"00")) == "1.1 / 1.7");
    CHECK(ruler.spokenText(ruler.counted(u"00")) == "1.1 of 1.7 em wide, fits");
    CHECK(ruler.counted(u"000").surplusFrom == 2);
    // Over by less than what is shown.
    ruler.setLimit({subs::CountUnit::Clusters, {}, 1.71, "Noto Sans"});
    CHECK(ruler.shortText(ruler.counted(u"000")) == "1.8 / 1.7");
}

TEST_CASE("a picture smaller than the window needs is refused with what it needs",
          "[editor][narrow]") {
    testing::Window it;
    Options options;
    options.size = {800, 600};
    options.screenshot = QString::fromStdString((it.folder.path / "window.png").string());
    const auto written = writeScreenshot(
        it.window,
        {it.workspace, it.checks, it.cues, it.player, it.sound, it.shots, it.settings, it.theme},
        options);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "screenshot.size");
    CHECK(written.error().message == "--size 800x600 is less than the window needs: 1180x720");
    CHECK_FALSE(QFile::exists(*options.screenshot));
}

TEST_CASE("one of a unit is named in the singular", "[editor][narrow][plurals]") {
    LineRuler ruler;
    ruler.setLimit({subs::CountUnit::Clusters, {}, {}, {}});
    CHECK(ruler.spokenText(ruler.counted(u"កី")) == "1 cluster");
    CHECK(ruler.spokenText(ruler.counted(u"")) == "0 clusters");
    ruler.setLimit({subs::CountUnit::Graphemes, 1.0, {}, {}});
    CHECK(ruler.spokenText(ruler.counted(u"ab")) == "2 of 1 character, too long");
    ruler.setLimit({subs::CountUnit::Graphemes, 2.0, {}, {}});
    CHECK(ruler.spokenText(ruler.counted(u"a")) == "1 of 2 characters, fits");
}

TEST_CASE("in the smallest window no line of a box is cut or scrolls sideways",
          "[editor][narrow][khmer]") {
    testing::Window it;
    QByteArray khmer = testing::Window::khmer();
    khmer.replace("បងនារី", "មានគោមប្រាំពីរ អណ្តែតបញ្ច្រាសទឹក។");
    QByteArray english = testing::Window::english();
    english.replace("Sister", "Seven lanterns, floating upstream.");
    it.open({it.file("a.km.srt", khmer), it.file("a.en.srt", english)});
    it.window.resize(1180, 720);
    QTest::qWait(1);
    for (const Side side : kBothSides) {
        CueEdit& box = it.window.editor().box(side);
        box.viewport()->grab();
        const QTextLayout& line = *box.document()->firstBlock().layout();
        CHECK(line.lineCount() == 2);
        for (int i = 0; i < line.lineCount(); ++i)
            CHECK(line.lineAt(i).x() + line.lineAt(i).naturalTextWidth() <=
                  box.viewport()->width());
        CHECK(box.horizontalScrollBar()->maximum() == 0);
        CHECK_FALSE(box.verticalScrollBar()->isVisible());
    }
}

TEST_CASE("the columns of a finding fill its row, and where it is narrow some stand under others",
          "[editor][narrow]") {
    for (const int width : {440, 464, 520, 636, 900}) {
        CAPTURE(width);
        const FindingColumns columns = FindingColumns::forWidth(width, {96, 84, 90});
        CHECK(columns.isStacked == (width < 600));
        int sum = 0;
        for (const auto& span : columns.spans)
            sum += span.width;
        CHECK(sum == width);
        CHECK(columns[FindingColumn::Rule].width >= 160);
        CHECK((columns[FindingColumn::Language].width == 0) == columns.isStacked);
    }
}

TEST_CASE("the smallest window is taken as it is and its labels stay apart", "[editor][narrow]") {
    testing::Window it;
    it.openPair();
    it.window.resize(1180, 720);
    QTest::qWait(1);
    CHECK(it.window.size() == QSize(1180, 720));
    CHECK(it.window.minimumSizeHint().width() <= 1180);
    CHECK(it.window.minimumSizeHint().height() <= 720);
    CHECK_FALSE(it.window.table().columns().shows(DurationColumn));
    int right = 0;
    for (const ElidedLabel* label : it.window.statusBar()->findChildren<ElidedLabel*>()) {
        CAPTURE(label->fullText().toStdString());
        CHECK(label->geometry().left() >= right);
        right = label->geometry().right();
        CHECK((label->text() == label->fullText() || label->text().endsWith(QStringLiteral("…"))));
    }
    CHECK(right <= it.window.width());
}
