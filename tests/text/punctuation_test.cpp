// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/punctuation.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

std::string tidy(std::string_view text) {
    return withTidySpaces(text).text;
}

/// "colon :@6, line-start ៗ@0"
std::string told(std::string_view text) {
    constexpr const char* kNames[] = {"colon", "final", "start", "stop", "repeated"};
    std::string all;
    for (const PunctuationIssue& issue : punctuationIssuesIn(text)) {
        if (!all.empty()) all += ", ";
        all += std::string(kNames[static_cast<int>(issue.kind)]) + ' ' +
               std::string(text.substr(issue.begin, issue.end - issue.begin)) + '@' +
               std::to_string(issue.begin);
    }
    return all;
}

std::string alikes(std::string_view text) {
    std::string all;
    for (const LookAlike& one : lookAlikesIn(text)) {
        if (!all.empty()) all += ", ";
        all += std::string(text.substr(one.begin, one.end - one.begin));
        if (one.meant != 0) {
            all += " for ";
            appendUtf8(all, one.meant);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("spaces of Khmer lines are put in order", "[text][khmer][punctuation]") {
    CHECK(tidy("ខ្មែរ  ជា") == "ខ្មែរ ជា");
    CHECK(tidy("ខ្មែរ\tជា\u00A0 ក") == "ខ្មែរ ជា ក");
    CHECK(tidy("ខ្មែរ \nជា\t\r\n ក ") == "ខ្មែរ\nជា\r\n ក");
    CHECK(tidy("ទៅ ? មក !") == "ទៅ? មក!");
    CHECK(tidy("«ទៅ » (មក ) “ក ”") == "«ទៅ» (មក) “ក”");
    CHECK(tidy("ទៅ ។") == "ទៅ ។");  // a question of style
    CHECK(tidy("ផ្សេង ៗ") == "ផ្សេង ៗ");
    CHECK(tidy("- ? ខ") == "- ? ខ");  // behind no word
    CHECK(tidy("Is  it ? \nខ  ក") == "Is  it ? \nខ ក");
    CHECK(tidy("\u00A0\u00A0ខ") == "\u00A0\u00A0ខ");  // what a line begins with
    CHECK(tidy("ខ\xFF  ក") == "ខ\xFF ក");
    CHECK(tidy("").empty());
}

TEST_CASE("an ellipsis is written in one way", "[text][punctuation]") {
    const auto character = [](const char* text) {
        return withEllipsis(text, Ellipsis::Character).text;
    };
    const auto dots = [](const char* text) { return withEllipsis(text, Ellipsis::Dots).text; };
    CHECK(character("...") == "…");
    CHECK(character("ទៅ... មក...") == "ទៅ… មក…");
    CHECK(character(".. ....") == ".. ....");
    CHECK(dots("ទៅ… មក") == "ទៅ... មក");
    CHECK(dots("...") == "...");
}

TEST_CASE("there is a space at marks of Khmer or none, as asked", "[text][khmer][punctuation]") {
    const auto with = SpaceAtMark::With;
    const auto without = SpaceAtMark::Without;
    CHECK(withSpaceBeforeRepetition("ផ្សេងៗ ខ", with).text == "ផ្សេង ៗ ខ");
    CHECK(withSpaceBeforeRepetition("ផ្សេង ៗ ខ", without).text == "ផ្សេងៗ ខ");
    CHECK(withSpaceBeforeRepetition("ផ្សេង  ៗ", with).text == "ផ្សេង ៗ");
    CHECK(withSpaceBeforeRepetition("ក\nៗ", without).text == "ក\nៗ");
    CHECK(withSpaceBeforeStop("ទៅ។ មក ៕", with).text == "ទៅ ។ មក ៕");
    CHECK(withSpaceBeforeStop("ទៅ ។ មក ៕", without).text == "ទៅ។ មក៕");
    CHECK(withSpaceBeforeStop("ផ្លែ។ល។ ១៥។", with).text == "ផ្លែ។ល។ ១៥ ។");
    CHECK(withSpaceBeforeStop("១៥្។", with).text == "១៥្។");
    CHECK(withSpaceAfterStop("ទៅ។មក។", with).text == "ទៅ។ មក។");
    CHECK(withSpaceAfterStop("ទៅ។ មក។ «ក»", without).text == "ទៅ។មក។«ក»");
    CHECK(withSpaceAfterStop("«ទៅ។»ក។\nខ", with).text == "«ទៅ។»ក។\nខ");
    CHECK(withSpaceAfterStop("ផ្លែ។ល។ក", with).text == "ផ្លែ។ល។ក");
}

TEST_CASE("a Latin colon behind Khmer is found where a sentence breaks off",
          "[text][khmer][punctuation]") {
    CHECK(told("ស្រី:") == "colon :@12");
    CHECK(told("ស្រី: ទៅ") == "colon :@12");
    CHECK(told("គាត់ថា:«ទៅ»") == "colon :@18");
    CHECK(told("ម៉ោង១០:៣០").empty());
    CHECK(told("ម៉ោង 10: ទៅ").empty());
    CHECK(told("ស្រី៖ ទៅ").empty());
    CHECK(told("Man: go").empty());
}

TEST_CASE("a final that no word has is found", "[text][khmer][punctuation]") {
    CHECK(told("ស្រីៈ ទៅ") == "final ៈ@12");  // ៖ was meant
    CHECK(told("គណះកម្មការ") == "final ះ@6");
    CHECK(told("គណៈកម្មការ សិល្បៈ ផ្ទះនេះ").empty());
    CHECK(told("ថាៈ «ទៅ»") == "final ៈ@6");
    CHECK(told("ថាៈ").empty());  // a list has it as a word
    CHECK(told("ប៊ុនធឿនៈ «ទៅ»") == "final ៈ@21");
    CHECK(told("ហេៈ! អ្ហាៈ ស្វៈ ប្រៈតិ").empty());  // cries, and syllables of Pali
    CHECK(told("ព្រះសង្ឃ").empty());
    CHECK(told("ឈ្មោះអ្វី").empty());
}

TEST_CASE("what no line begins with is found", "[text][khmer][punctuation]") {
    CHECK(told("ផ្សេង\nៗ គ្នា") == "start ៗ@16");
    CHECK(told("។ ទៅ") == "start ។@0");
    CHECK(told("ទៅ\r\n\u200B ៕ ខ") == "start ៕@12");
    CHECK(told("? ទៅ\n! មក") == "start ?@0, start !@9");
    CHECK(told("ទៅ ៗ ។").empty());
    CHECK(told("ទៅ\n។") == "start ។@7");
    CHECK(told("?\nទៅ").empty());  // a line without Khmer
}

TEST_CASE("a Latin full stop behind a Khmer sentence is found", "[text][khmer][punctuation]") {
    CHECK(told("ខ្ញុំទៅ.") == "stop .@21");
    CHECK(told("ខ្ញុំទៅ. គាត់មក") == "stop .@21");
    CHECK(told("«ខ្ញុំទៅ.»") == "stop .@23");
    CHECK(told("«ខ្ញុំទៅ».") == "stop .@25");
    CHECK(told("ផ្សេងៗ.") == "stop .@18");
    for (const char* right :
         {"គ.ម. ទៅ", "លោក ស. វណ្ណា", "ខ្ញុំទៅ...", "១. ទៅ", "ទៅ A.", "www.ខ្មែរ.com"}) {
        INFO(right);
        CHECK(told(right).empty());
    }
}

TEST_CASE("one mark twice is found", "[text][khmer][punctuation]") {
    CHECK(told("ទៅ។។") == "repeated ។។@6");
    CHECK(told("ទៅ?? មក!!!") == "repeated ??@6, repeated !!!@15");
    CHECK(told("ទៅ.. មក....") == "repeated ..@6, repeated ....@15");
    CHECK(told("ទៅ?! មក... ។ល។ ផុតៗៗ --").empty());
    CHECK(told("What??").empty());
}

TEST_CASE("characters that only look like Khmer are found", "[text][khmer][punctuation]") {
    CHECK(alikes("១o ឆ្នាំ ២៥OO") == "o for ០, O for ០, O for ០");
    CHECK(alikes("ขខ្មែរ") == "ข");
    CHECK(alikes("កីក\u0E35").substr(0, 3) == "\u0E35");
    CHECK(alikes("ផ្សេងๆ") == "ๆ for ៗ");
    CHECK(alikes("២๐ ៥໐") == "๐ for ០, ໐ for ០");
    CHECK(alikes("ខ\u030A ខ° ខ˚ ក\u0E4D") == "\u030A for ំ, ° for ំ, ˚ for ំ, \u0E4D for ំ");
    CHECK(alikes("ទៅ।") == "। for ។");
    for (const char* right : {"៣៨°C", "៥ok", "Oខ", "ภาษาខ្មែរ ไทย", "ភាសា ไ", "១២ o'clock", "ខ é"}) {
        INFO(right);
        CHECK(alikes(right).empty());
    }
}

TEST_CASE("punctuation of damaged and endless texts is judged in one pass", "[text][punctuation]") {
    std::string finals = "ក";
    for (int i = 0; i < 300'000; ++i)
        finals += "ះ";
    CHECK(punctuationIssuesIn(finals).size() < 300'001);
    std::string stops = "ក";
    for (int i = 0; i < 100'000; ++i)
        stops += "»ក.";
    CHECK(punctuationIssuesIn(stops).size() < 300'001);
    std::string spaces = "ក" + std::string(1'000'000, ' ') + "ខ";
    CHECK(tidy(spaces) == "ក ខ");
    CHECK(told("ខ\xFF:\xE1\x9F") == "");
    CHECK(lookAlikesIn("១" + std::string(1'000'000, 'o')).size() == 1'000'000);
}
