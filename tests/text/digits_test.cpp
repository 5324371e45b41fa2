// SPDX-License-Identifier: MIT
#include <subs/text/digits.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

std::string khmer(std::string_view text) {
    return withDigits(text, DigitSystem::Khmer).text;
}
std::string latin(std::string_view text) {
    return withDigits(text, DigitSystem::Latin).text;
}

/// "២០ khmer running, 5 latin name"
std::string told(std::string_view text) {
    constexpr const char* kDigits[] = {"khmer", "latin", "mixed"};
    constexpr const char* kRoles[] = {"running", "timecode", "name", "foreign"};
    std::string all;
    for (const WrittenNumber& number : numbersIn(text)) {
        if (!all.empty()) all += ", ";
        all += std::string(text.substr(number.begin, number.end - number.begin)) + ' ' +
               kDigits[static_cast<int>(number.digits)] + ' ' +
               kRoles[static_cast<int>(number.role)];
    }
    return all;
}

}  // namespace

TEST_CASE("numbers are found with their digits and what they are for", "[text][khmer][digits]") {
    CHECK(told("").empty());
    CHECK(told("ខ្មែរ").empty());
    CHECK(told("ឆ្នាំ២០២៤") == "២០២៤ khmer running");
    CHECK(told("ខ 2០, ៣0។") == "2០ mixed running, ៣0 mixed running");
    CHECK(told("ម៉ោង ១០:30 ដល់ ១១") == "១០:30 mixed running, ១១ khmer running");
    CHECK(told("ខ 1,234.5 ឬ ១.២៣៤,៥.") == "1,234.5 latin running, ១.២៣៤,៥ khmer running");
    CHECK(told("ខ 12/05-2024") == "12 latin running, 05 latin running, 2024 latin running");
    CHECK(told("៣០% ៥០០៛ $5") == "៣០ khmer running, ៥០០ khmer running, 5 latin running");
    // Numbers of other scripts, lunar symbols and ៰ are none.
    CHECK(told("ខ ๑๒ ௧ \u19E3 \u17F0").empty());
}

TEST_CASE("names, times and lines of other scripts are told apart", "[text][khmer][digits]") {
    CHECK(told("យន្តហោះ A320 និង MP3, 4K") == "320 latin name, 3 latin name, 4 latin name");
    CHECK(told("ទិញ iPhone 15 ថ្លៃ 900") == "15 latin name, 900 latin running");
    CHECK(told("មើល https://a.kh/v/12?x=5 ទៅ") == "12 latin name, 5 latin name");
    CHECK(told("ខ COVID-19") == "19 latin name");
    CHECK(told("ខ 1.2.3 និង 192.168.0.1 និង 1.234.567") ==
          "1.2.3 latin name, 192.168.0.1 latin name, 1.234.567 latin running");
    CHECK(told("ខ 00:01:02,500 និង 1:02.5 និង 10:30") ==
          "00:01:02,500 latin timecode, 1:02.5 latin timecode, 10:30 latin running");
    CHECK(told("Room 12\nបន្ទប់ 12\n7") == "12 latin foreign, 12 latin running, 7 latin running");
    CHECK(told("Room 12\n7") == "12 latin foreign, 7 latin foreign");
    CHECK(told("1985") == "1985 latin running");
}

TEST_CASE("numbers go whole into the other digits", "[text][khmer][digits]") {
    CHECK(khmer("ឆ្នាំ 2024 និង 2០") == "ឆ្នាំ ២០២៤ និង ២០");
    CHECK(khmer("ខ 0123456789") == "ខ ០១២៣៤៥៦៧៨៩");
    CHECK(khmer("ម៉ោង 10:30, 1,234.5") == "ម៉ោង ១០:៣០, ១,២៣៤.៥");
    const char* kept = "A320 និង iPhone 15 ម៉ោង 00:01:02,500 កំណែ 1.2.3\nRoom 12";
    CHECK(khmer(kept) == kept);
    CHECK(latin("ឆ្នាំ ២០២៤ និង 2០, ០១២៣៤៥៦៧៨៩") == "ឆ្នាំ 2024 និង 20, 0123456789");
    CHECK(latin("iPhone ១៥ ០០:០១:០២,៥០០") == "iPhone 15 00:01:02,500");
    const Normalised two = withDigits("ក 1 ខ 23", DigitSystem::Khmer);
    REQUIRE(two.edits.size() == 2);
    CHECK(two.edits[0].begin == 4);
    CHECK(two.edits[1].replacement == "២៣");
    CHECK(khmer("3្។ ខ") == "3្។ ខ");
}

TEST_CASE("a text's numbers are counted by their digits", "[text][khmer][digits]") {
    CHECK(digitCounts("ខ ១ ២ 3 A4 ៥6") == DigitCounts{2, 1, 1});
    CHECK(digitCounts("Room 5") == DigitCounts{});
}

TEST_CASE("group and decimal marks are told, and changed when asked", "[text][khmer][digits]") {
    const auto is = [](const char* number, NumberMarks marks) {
        INFO(number);
        CHECK(marksOf(number) == marks);
    };
    is("1234", NumberMarks::None);
    is("១០:៣០", NumberMarks::None);
    is("1,234,567.89", NumberMarks::English);
    is("1,234,567", NumberMarks::English);
    is("1,234.5", NumberMarks::English);
    is("12.5", NumberMarks::English);
    is("១.២៣៤.៥៦៧,៨៩១", NumberMarks::Khmer);  // CLDR, as the reference has it
    is("1.234.567", NumberMarks::Khmer);
    is("១២,៥", NumberMarks::Khmer);
    is("0,500", NumberMarks::Khmer);
    is("0.500", NumberMarks::English);
    is("1,234", NumberMarks::Unclear);
    is("1.234", NumberMarks::Unclear);
    is("1.2.3", NumberMarks::Unclear);
    is("1.2,3.4", NumberMarks::Unclear);
    is("", NumberMarks::None);
    const auto english = [](const char* text) {
        return withNumberMarks(text, NumberMarks::English).text;
    };
    const auto byKhmer = [](const char* text) {
        return withNumberMarks(text, NumberMarks::Khmer).text;
    };
    CHECK(english("ខ ១.២៣៤.៥៦៧,៨៩១ 1,234 12.5") == "ខ ១,២៣៤,៥៦៧.៨៩១ 1,234 12.5");
    CHECK(byKhmer("ខ 1,234.5 1.2.3 A1.5") == "ខ 1.234,5 1.2.3 A1.5");
    CHECK(withNumberMarks("ខ 12.5", NumberMarks::None).edits.empty());
}

TEST_CASE("numbers in damaged and endless texts are read in one pass", "[text][digits]") {
    CHECK(khmer("ខ\xFF 5\xE1\x9F") == "ខ\xFF ៥\xE1\x9F");
    const std::string digits = "ខ" + std::string(1'000'000, '7');
    CHECK(khmer(digits).size() == 3 + 3'000'000);
    std::string marks = "ខ";
    for (int i = 0; i < 100'000; ++i)
        marks += "1.2,";
    CHECK(khmer(marks).size() == marks.size() + 2 * 200'000);
    CHECK(numbersIn(std::string(100'000, ' ')).empty());
}
