// SPDX-License-Identifier: MIT
#include <subs/editor/cue_edit.h>
#include <subs/editor/fonts.h>

#include "catch.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethodEvent>
#include <QtGui/QTextBlock>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace subs::editor;

namespace {

struct Box {
    CueEdit edit;

    explicit Box(const QString& tag = "km", const QString& text = {}) {
        edit.setLanguage(tag, tag == "km" ? "Khmer" : "English");
        edit.resize(450, 130);
        edit.show();
        edit.setFocus();
        edit.showText(text);
    }
    void type(const QString& text) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(&edit, &event);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&edit, key, modifiers);
    }
    int caret() const { return edit.textCursor().position(); }
    void caretTo(int position) {
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(position);
        edit.setTextCursor(cursor);
    }
};

double baselineOf(const CueEdit& edit, int line) {
    const QTextBlock block = edit.document()->findBlockByNumber(line);
    const QTextLine textLine = block.layout()->lineAt(0);
    return textLine.y() + textLine.ascent();
}

}  // namespace

TEST_CASE("Khmer typed by an input method arrives as it was typed", "[editor][edit][khmer]") {
    Box box;
    QSignalSpy edited(&box.edit, &CueEdit::textEdited);
    for (const char16_t* part : {u"ខ", u"្", u"ញ", u"ុ", u"ំ"})
        box.type(QString::fromUtf16(part));
    CHECK(box.edit.text() == QString("ខ្ញុំ"));
    REQUIRE(edited.size() == 5);
    CHECK(edited.back()[0].toString() == QString("ខ្ញុំ"));
}

TEST_CASE("showing a text is no edit and keeps every character", "[editor][edit]") {
    Box box("en");
    QSignalSpy edited(&box.edit, &CueEdit::textEdited);
    const QString text = QString::fromUtf16(u"a\u00A0b\u200Bc\n d ");
    box.edit.showText(text);
    CHECK(box.edit.text() == text);
    CHECK(edited.isEmpty());
    box.edit.selectAll();
    box.edit.copy();
    CHECK(QGuiApplication::clipboard()->text() == text);
}

TEST_CASE("arrows move by orthographic cluster and over line breaks", "[editor][edit][khmer]") {
    Box box("km", "ខ្មែរ\nស្ត្រី");
    box.caretTo(0);
    std::vector<int> stops;
    for (int i = 0; i < 5; ++i) {
        box.press(Qt::Key_Right);
        stops.push_back(box.caret());
    }
    CHECK(stops == std::vector<int>{4, 5, 6, 12, 12});
    stops.clear();
    for (int i = 0; i < 5; ++i) {
        box.press(Qt::Key_Left);
        stops.push_back(box.caret());
    }
    CHECK(stops == std::vector<int>{6, 5, 4, 0, 0});
    box.press(Qt::Key_Right, Qt::ShiftModifier);
    CHECK(box.edit.textCursor().selectedText() == QString("ខ្មែ"));
    box.press(Qt::Key_Right);
    CHECK(box.caret() == 4);
    CHECK_FALSE(box.edit.textCursor().hasSelection());
}

TEST_CASE("Backspace takes a typed unit and never leaves a dangling coeng",
          "[editor][edit][khmer]") {
    Box box("km", "ស្ត្រី");
    box.caretTo(6);
    QStringList steps;
    while (!box.edit.text().isEmpty()) {
        box.press(Qt::Key_Backspace);
        CHECK_FALSE(box.edit.text().endsWith(QChar(0x17D2)));
        steps << box.edit.text();
    }
    CHECK(steps == QStringList{"ស្ត្រ", "ស្ត", "ស", ""});
}

TEST_CASE("Shift and Backspace or Delete take a whole cluster", "[editor][edit][khmer]") {
    Box box("km", "ខ្មែរ");
    box.caretTo(5);
    box.press(Qt::Key_Backspace, Qt::ShiftModifier);
    CHECK(box.edit.text() == QString("ខ្មែ"));
    box.caretTo(0);
    box.press(Qt::Key_Delete);
    CHECK(box.edit.text().isEmpty());
    box.press(Qt::Key_Delete);
    box.press(Qt::Key_Backspace);
    CHECK(box.edit.text().isEmpty());
}

TEST_CASE("Backspace joins lines and takes an emoji whole", "[editor][edit]") {
    Box box("en", "a\n😀");
    box.caretTo(4);
    box.press(Qt::Key_Backspace);
    CHECK(box.edit.text() == "a\n");
    box.press(Qt::Key_Backspace);
    CHECK(box.edit.text() == "a");
}

TEST_CASE("Ctrl and arrows go by word of the segmenter", "[editor][edit][khmer]") {
    Box khmer("km", "ខ្ញុំទៅសាលា");
    khmer.caretTo(0);
    khmer.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(khmer.caret() == 5);
    khmer.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(khmer.caret() == 7);
    khmer.press(Qt::Key_Left, Qt::ControlModifier);
    CHECK(khmer.caret() == 5);
    Box english("en", "to be\nor");
    english.caretTo(0);
    english.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(english.caret() == 3);
    english.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(english.caret() == 5);
    english.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(english.caret() == 6);
    english.press(Qt::Key_Backspace, Qt::ControlModifier);
    CHECK(english.edit.text() == "to beor");
}

TEST_CASE("a double click selects a word of the segmenter", "[editor][edit][khmer]") {
    Box box("km", "ខ្ញុំទៅសាលា");
    box.caretTo(7);
    const QPoint place = box.edit.cursorRect().center() + QPoint(3, 0);
    QTest::mouseDClick(box.edit.viewport(), Qt::LeftButton, {}, place);
    CHECK(box.edit.textCursor().selectedText() == QString("សាលា"));
}

TEST_CASE("a click and vertical moves never leave the caret inside a cluster",
          "[editor][edit][khmer]") {
    Box box("km", "ស្ត្រីស្ត្រី\nab");
    for (int x = 0; x < 80; x += 5) {
        QTest::mouseClick(box.edit.viewport(), Qt::LeftButton, {}, {x, 20});
        CHECK(box.caret() % 6 == 0);
    }
    box.caretTo(14);
    box.press(Qt::Key_Up);
    CHECK(box.caret() % 6 == 0);
}

TEST_CASE("both boxes have the same base lines at a pitch of 36", "[editor][edit]") {
    Box khmer("km", "ទន្លេ\nផ្លូវ");
    Box english("en", "river\nway");
    const auto place = [](const CueEdit& edit, int line) {
        return edit.lineMiddle(edit.document()->findBlockByNumber(line));
    };
    for (const int line : {0, 1}) {
        CHECK(place(khmer.edit, line) == place(english.edit, line));
        CHECK(baselineOf(khmer.edit, line) == baselineOf(english.edit, line));
    }
    CHECK(place(khmer.edit, 1) - place(khmer.edit, 0) == 36);
}

TEST_CASE("what is too long is marked from the limit on", "[editor][edit]") {
    Box box("km", "ខ្មែរខ្មែរ");
    box.edit.setLineLimit({subs::CountUnit::Clusters, 3.0, {}, {}});
    REQUIRE(box.edit.extraSelections().size() == 1);
    CHECK(box.edit.extraSelections().front().cursor.selectedText() == QString("រ"));
    CHECK(box.edit.accessibleDescription() == "Khmer: line 1, 4 of 3 clusters, too long");
    box.press(Qt::Key_End);
    box.press(Qt::Key_Backspace);
    CHECK(box.edit.extraSelections().isEmpty());
    CHECK(box.edit.accessibleDescription() == "Khmer: line 1, 3 of 3 clusters, fits");
}

TEST_CASE("Ctrl and Shift and Space types a zero width space", "[editor][edit][khmer]") {
    Box box("km", "");
    box.press(Qt::Key_Space, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(box.edit.text() == QString(QChar(0x200B)));
}

TEST_CASE("Enter makes a line and Tab leaves the box", "[editor][edit]") {
    QWidget window;
    auto* first = new CueEdit(&window);
    auto* second = new CueEdit(&window);
    window.show();
    QApplication::setActiveWindow(&window);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Return);
    QTest::keyClick(first, Qt::Key_Tab);
    CHECK(first->text() == "\n");
    CHECK(second->hasFocus());
}

TEST_CASE("nothing of the deepest Khmer is cut in the edit box", "[editor][edit][khmer]") {
    Box box("km", "ស្ត្រី ខ្ញុំ ម្ល៉េះ ផ្លូវ\nភ្លេច ឆ្នាំ ប៉ុន្តែ");
    box.edit.clearFocus();
    const QImage picture = box.edit.viewport()->grab().toImage();
    const QFont font = khmerFont(TextSize::EditBox);
    const InkHeight ink = inkHeight(font);
    CHECK(ink.above + ink.below <= 36);
    // Between the two lines there is a row of pixels without ink: they do not run into each other.
    const auto inked = [&](int y) {
        for (int x = 0; x < 220; ++x)
            if (qGray(picture.pixel(x, y)) < 200) return true;
        return false;
    };
    int first = 0;
    while (first < picture.height() && !inked(first))
        ++first;
    CHECK(first > 0);
    bool free = false;
    for (int y = first + 20; y < first + 50; ++y)
        free = free || !inked(y);
    CHECK(free);
}
