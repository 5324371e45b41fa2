// SPDX-License-Identifier: MIT
// Lines that are wider than their box.
#include <subs/editor/colors.h>
#include <subs/editor/cue_edit.h>
#include <subs/editor/text_line.h>
#include <subs/text/segment.h>

#include "catch.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QInputMethodEvent>
#include <QtGui/QTextBlock>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace subs::editor;

namespace {

const QString kKhmer = QStringLiteral("បើគោមទីប្រាំពីររលត់ តើព្រលឹងរបស់តានឹងរកផ្លូវមកផ្ទះវិញដោយរបៀបណា?");
const QString kEnglish =
    QStringLiteral("If the seventh one goes out, how will Grandpa find his way?");

struct Box {
    CueEdit edit;

    Box(const QString& tag, const QString& text, int width) {
        edit.setLanguage(tag, tag);
        edit.setLineLimit({subs::CountUnit::Graphemes, 42.0, {}, {}});
        edit.resize(width, 220);
        edit.show();
        edit.setFocus();
        edit.showText(text);
        edit.viewport()->grab();
    }
    QTextLayout& line(int number) const {
        return *edit.document()->findBlockByNumber(number).layout();
    }
    std::vector<int> rowEnds(int number) const {
        std::vector<int> ends;
        for (int i = 0; i < line(number).lineCount(); ++i)
            ends.push_back(line(number).lineAt(i).textStart() +
                           line(number).lineAt(i).textLength());
        return ends;
    }
    void caretTo(int position) {
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(position);
        edit.setTextCursor(cursor);
    }
};

double widthOf(const QTextLine& row) {
    return row.x() + row.naturalTextWidth();
}

bool holds(const std::vector<int>& places, int place) {
    return std::ranges::binary_search(places, place);
}

}  // namespace

TEST_CASE("a line wider than its box goes on in the next row and stays one line",
          "[editor][edit][rows][khmer]") {
    Box box("km", kKhmer, 330);
    CHECK(box.line(0).lineCount() > 1);
    CHECK(box.edit.blockCount() == 1);
    CHECK(box.edit.text() == kKhmer);
    box.edit.selectAll();
    CHECK(box.edit.textCursor().selectedText() == kKhmer);
    box.edit.resize(900, 220);
    CHECK(box.rowEnds(0) == std::vector<int>{static_cast<int>(kKhmer.size())});
}

TEST_CASE("at every width each row fits and ends where its language may break",
          "[editor][edit][rows][khmer]") {
    for (const auto& [tag, text] : {std::pair{"km", kKhmer}, std::pair{"en", kEnglish}}) {
        Box box(tag, text, 500);
        subs::Segmenter segmenter(tag);
        const std::vector<int> words = lineBreaks(text, segmenter);
        const std::vector<int> clusters = clusterEnds(text);
        for (int width = 500; width >= 120; width -= 7) {
            CAPTURE(tag, width);
            box.edit.resize(width, 220);
            box.edit.viewport()->grab();
            CHECK(box.edit.horizontalScrollBar()->maximum() == 0);
            CHECK(box.rowEnds(0).back() == text.size());
            int from = 0;
            for (int i = 0; i < box.line(0).lineCount(); ++i) {
                const QTextLine row = box.line(0).lineAt(i);
                CHECK(widthOf(row) <= box.edit.viewport()->width());
                const int end = box.rowEnds(0)[static_cast<std::size_t>(i)];
                const bool hasBreak = std::ranges::any_of(
                    words, [&](int place) { return place > from && place < end; });
                if (end < text.size())
                    CHECK((holds(words, end) || (!hasBreak && holds(clusters, end))));
                from = end;
            }
        }
    }
}

TEST_CASE("a word wider than the box is divided at a cluster's edge",
          "[editor][edit][rows][khmer]") {
    QString word;
    while (word.size() < 120)
        word += QString::fromUtf16(u"ស្ត្រី\u2060");
    Box box("km", word, 240);
    CHECK(box.line(0).lineCount() > 2);
    for (const int end : box.rowEnds(0))
        CHECK(clusterBoundaryAt(word, end) == end);
}

TEST_CASE("a row that goes on is told from a line of its own", "[editor][edit][rows]") {
    Box box("en", kEnglish + "\nNo.", 330);
    const QTextLayout& first = box.line(0);
    REQUIRE(first.lineCount() > 1);
    CHECK(first.lineAt(1).x() > first.lineAt(0).x() + 10);
    CHECK(box.line(1).lineAt(0).x() == first.lineAt(0).x());
    box.edit.clearFocus();
    const QImage picture = box.edit.viewport()->grab().toImage();
    const auto inkBefore = [&](int row) {
        int dark = 0;
        for (int y = row * 36; y < row * 36 + 36; ++y)
            for (int x = 8; x < static_cast<int>(first.lineAt(1).x()); ++x)
                dark += qGray(picture.pixel(x, y + 8)) < 160 ? 1 : 0;
        return dark;
    };
    CHECK(inkBefore(1) > 5);
    const int lineBelow = first.lineCount();
    const int middle = box.edit.lineMiddle(box.edit.document()->findBlockByNumber(1));
    CHECK(middle ==
          box.edit.lineMiddle(box.edit.document()->findBlockByNumber(0)) + 36 * lineBelow);
}

TEST_CASE("caret and mouse go through the rows of a line and Home and End to its edges",
          "[editor][edit][rows]") {
    Box box("en", kEnglish, 330);
    const int second = box.rowEnds(0).front();
    REQUIRE(second < kEnglish.size());
    box.caretTo(second + 2);
    const QRect place = box.edit.cursorRect();
    CHECK(place.top() >= 36);
    box.caretTo(0);
    QTest::mouseClick(box.edit.viewport(), Qt::LeftButton, {}, place.center());
    CHECK(box.edit.textCursor().position() == second + 2);
    QTest::keyClick(&box.edit, Qt::Key_Up);
    CHECK(box.edit.textCursor().position() < second);
    QTest::keyClick(&box.edit, Qt::Key_Down);
    QTest::keyClick(&box.edit, Qt::Key_Home);
    CHECK(box.edit.textCursor().position() == 0);
    QTest::keyClick(&box.edit, Qt::Key_End, Qt::ShiftModifier);
    CHECK(box.edit.textCursor().selectedText() == kEnglish);
}

TEST_CASE("rows below the box are reached by the caret and its scroll bar",
          "[editor][edit][rows]") {
    Box box("en", kEnglish + "\n" + kEnglish, 240);
    box.edit.resize(240, 124);
    QTest::keyClick(&box.edit, Qt::Key_End, Qt::ControlModifier);
    CHECK(box.edit.verticalScrollBar()->maximum() > 0);
    CHECK(box.edit.viewport()->rect().contains(box.edit.cursorRect().center()));
}

TEST_CASE("what an input method composes goes on in the next row too",
          "[editor][edit][rows][khmer]") {
    Box box("km", kKhmer.left(19), 330);
    REQUIRE(box.line(0).lineCount() == 1);
    box.caretTo(19);
    QInputMethodEvent composing(kKhmer.mid(19), {});
    QCoreApplication::sendEvent(&box.edit, &composing);
    box.edit.viewport()->grab();
    CHECK(box.line(0).lineCount() > 1);
    CHECK(box.edit.text() == kKhmer.left(19));
    QInputMethodEvent done;
    QCoreApplication::sendEvent(&box.edit, &done);
    box.edit.viewport()->grab();
    CHECK(box.line(0).lineCount() == 1);
}

TEST_CASE("a hundred thousand letters in one line are laid out at once",
          "[editor][edit][rows][khmer]") {
#ifdef __OPTIMIZE__
    constexpr int kMost = 1500;
#else
    constexpr int kMost = 15'000;
#endif
    QString text;
    while (text.size() < 100'000)
        text += kKhmer;
    QElapsedTimer clock;
    clock.start();
    Box box("km", text, 330);
    CHECK(clock.elapsed() < kMost);
    CHECK(box.line(0).lineCount() > 2000);
    CHECK(box.rowEnds(0).back() == text.size());
}
