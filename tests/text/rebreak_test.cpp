// SPDX-License-Identifier: MIT
#include <subs/text/rebreak.h>

#include "catch.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <string_view>

using namespace subs;

namespace {

constexpr double kWide = std::numeric_limits<double>::infinity();

struct Options {
    double widest = kWide;
    std::size_t mostLines = 2;
    ExistingBreaks existing = ExistingBreaks::Rebreak;
    ZwspUse zwsp = ZwspUse::Keep;
    std::string language = "km";
};

Rebroken result(std::string_view text, const Options& options) {
    LineBreaker breaker(options.language);
    const JoinedLines joined = joinedLines(text, options.existing);
    CountRuler ruler(joined.text, CountUnit::Graphemes);
    return rebroken(text,
                    joined,
                    breaker,
                    ruler,
                    {.widest = options.widest, .mostLines = options.mostLines},
                    options.zwsp);
}

std::string broken(std::string_view text, const Options& options = {}) {
    return withEdits(text, result(text, options).edits);
}

}  // namespace

TEST_CASE("joining Khmer lines puts no space between words", "[text][khmer][lines]") {
    CHECK(broken("ខ្ញុំទៅ\nផ្សារ") == "ខ្ញុំទៅផ្សារ");
    CHECK(broken("សៀវភៅ\n៣ក្បាល") == "សៀវភៅ៣ក្បាល");
    CHECK(broken("សៀវភៅ\n3ក្បាល") == "សៀវភៅ3ក្បាល");
    CHECK(broken("ផ្សេង\nៗ") == "ផ្សេងៗ");
    CHECK(broken("ទៅ \n មក") == "ទៅមក");
    CHECK(broken("ទៅ\u200B\nមក") == "ទៅ\u200Bមក");
}

TEST_CASE("joining Khmer lines puts a space where a clause ends", "[text][khmer][lines]") {
    CHECK(broken("យើងរត់មិនទាន់ទេ\nពួកវាមកដល់ហើយ\nឆាប់ឡើង") == "យើងរត់មិនទាន់ទេ ពួកវាមកដល់ហើយ ឆាប់ឡើង");
    CHECK(broken("ធំណាស់\nៗ") == "ធំណាស់ៗ");
}

TEST_CASE("Khmer and Latin lines are joined as the text itself writes them",
          "[text][khmer][lines]") {
    CHECK(broken("ប្រើFacebook\nនិងម៉ាក\nTOYOTAពណ៌") == "ប្រើFacebookនិងម៉ាកTOYOTAពណ៌");
    CHECK(broken("ប្រើ Facebook\nនិង YouTube") == "ប្រើ Facebook និង YouTube");
}

TEST_CASE("very many lines of two scripts are joined in time for their number", "[text][lines]") {
    std::string text;
    for (int line = 0; line < 40'000; ++line)
        text += line % 2 == 0 ? "ក\n" : "a\n";
    const auto begin = std::chrono::steady_clock::now();
    const JoinedLines joined = joinedLines(text, ExistingBreaks::Rebreak);
    CHECK(joined.text.starts_with("ក a ក a"));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
}

TEST_CASE("an old place is found as fast behind many joins as behind few", "[text][lines]") {
    std::string text;
    for (int line = 0; line < 100'000; ++line)
        text += "a\n";
    const JoinedLines joined = joinedLines(text, ExistingBreaks::Rebreak);
    const auto begin = std::chrono::steady_clock::now();
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < joined.text.size(); at += 2)
        wrong += joined.oldPlaceOf(at) == at ? 0 : 1;
    CHECK(wrong == 0);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
}

TEST_CASE("joining puts one space where words have one between them", "[text][lines]") {
    CHECK(broken("one\ntwo", {.language = "en"}) == "one two");
    CHECK(broken("one  \n  two", {.language = "en"}) == "one two");
    CHECK(broken("one\n\ntwo", {.language = "en"}) == "one two");
    CHECK(broken("well-\nknown", {.language = "en"}) == "well-known");
    CHECK(broken("so --\nwhat", {.language = "en"}) == "so -- what");
    CHECK(broken("ទៅ។\nមក") == "ទៅ។ មក");
    CHECK(broken("ប្រើ\nFacebook") == "ប្រើ Facebook");
    CHECK(broken("东\n京", {.language = "zh"}) == "东京");
    CHECK(broken("\none\n", {.language = "en"}) == "one");
}

TEST_CASE("a spare line is spent where a name would be parted", "[text][lines]") {
    const std::string text = "come, John Smith now";
    CHECK(broken(text, {.widest = 12, .mostLines = 3, .language = "en"}) ==
          "come,\nJohn Smith\nnow");
    CHECK(broken(text, {.widest = 10, .mostLines = 2, .language = "en"}) ==
          "come, John\nSmith now");
    CHECK(broken("- Yes.\n- " + text, {.widest = 12, .mostLines = 3, .language = "en"}) ==
          "- Yes.\n- come, John\nSmith now");
}

TEST_CASE("each speaker's line stays a line, and each line of a song", "[text][lines]") {
    for (const std::string text :
         {"- Hi.\n- Hello.", "–Hi.\n–Hello.", "♪ la\n♪ li", "Hi.\n- Hello."}) {
        CAPTURE(text);
        CHECK(broken(text, {.language = "en"}) == text);
    }
    CHECK(broken("- one\ntwo\n- three", {.language = "en"}) == "- one two\n- three");
}

TEST_CASE("a speaker's long line is broken if a line is left for it", "[text][lines]") {
    const std::string text = "- aaa bbb ccc\n- ddd";
    const Rebroken two = result(text, {.widest = 8, .language = "en"});
    CHECK_FALSE(two.fits);
    CHECK(two.lines == 2);
    CHECK(broken(text, {.widest = 9, .mostLines = 3, .language = "en"}) == "- aaa\nbbb ccc\n- ddd");
}

TEST_CASE("a break takes the spaces at it away, and what it need not touch stays",
          "[text][lines]") {
    CHECK(broken("aaaa  bbbb", {.widest = 5, .language = "en"}) == "aaaa\nbbbb");
    CHECK(result("aaaa\nbbbb", {.widest = 5, .language = "en"}).edits.empty());
    CHECK(result("aaaa bbbb", {.widest = 9, .language = "en"}).edits.empty());
    CHECK(broken("aaaa bbbb\ncccc", {.widest = 9, .language = "en"}) == "aaaa\nbbbb cccc");
    CHECK(broken("ខ្ញុំទៅផ្សារ", {.widest = 3}) == "ខ្ញុំទៅ\nផ្សារ");
}

TEST_CASE("existing breaks can be kept, and only lines too wide are broken", "[text][lines]") {
    const Options keep{
        .widest = 9, .mostLines = 3, .existing = ExistingBreaks::Keep, .language = "en"};
    CHECK(broken("a\nb", keep) == "a\nb");
    CHECK(broken("a\nbbbb cccc dd", keep) == "a\nbbbb\ncccc dd");
    CHECK(broken("a \n\n b", keep) == "a \n\n b");
    CHECK(result("a\nb\nc\nd", keep).lines == 4);
}

TEST_CASE("U+200B is kept, put at places that are no line's end, or taken away",
          "[text][khmer][lines]") {
    CHECK(broken("ភា\u200Bសា ទៅ") == "ភា\u200Bសា ទៅ");
    CHECK(broken("ភា\u200Bសា ទៅ", {.zwsp = ZwspUse::Strip}) == "ភាសា ទៅ");
    CHECK(broken("ខ្ញុំទៅផ្សារ", {.zwsp = ZwspUse::Insert}) == "ខ្ញុំ\u200Bទៅ\u200Bផ្សារ");
    CHECK(broken("ខ្ញុំទៅផ្សារ", {.widest = 3, .zwsp = ZwspUse::Insert}) == "ខ្ញុំ\u200Bទៅ\nផ្សារ");
    CHECK(broken("ខ្ញុំ\u200Bទៅ ផ្សារ", {.zwsp = ZwspUse::Insert}) == "ខ្ញុំ\u200Bទៅ ផ្សារ");
    CHECK(broken("one two", {.zwsp = ZwspUse::Insert, .language = "en"}) == "one two");
    const std::string inserted = broken("ខ្ញុំទៅ\nផ្សារ", {.zwsp = ZwspUse::Insert});
    CHECK(inserted == "ខ្ញុំ\u200Bទៅ\u200Bផ្សារ");
    CHECK(broken(inserted, {.zwsp = ZwspUse::Insert}) == inserted);
    CHECK(broken(inserted, {.zwsp = ZwspUse::Strip}) == "ខ្ញុំទៅផ្សារ");
}

TEST_CASE("nothing but spaces, line breaks and U+200B ever changes", "[text][lines]") {
    const std::string strange = GENERATE("",
                                         " ",
                                         "\n\n",
                                         "\u200B\n\u200B",
                                         "\xFF\n\xFE",
                                         "្ម\nា",
                                         "a\n-\n\nb",
                                         "ខ្ញុំ \n ។",
                                         "« \n ខ្មែរ \n »");
    for (const ZwspUse zwsp : {ZwspUse::Keep, ZwspUse::Insert, ZwspUse::Strip}) {
        for (const double widest : {1.0, 4.0, kWide}) {
            std::string after = broken(strange, {.widest = widest, .zwsp = zwsp});
            std::string before = strange;
            for (std::string* text : {&after, &before}) {
                std::erase_if(*text, [](char c) { return c == ' ' || c == '\n'; });
                for (auto at = text->find("\u200B"); at != text->npos; at = text->find("\u200B"))
                    text->erase(at, 3);
            }
            CHECK(after == before);
        }
    }
}

TEST_CASE("ten thousand signs on a letter and a text without a space are soon done",
          "[text][lines]") {
    std::string marks = "ក";
    for (int i = 0; i < 10000; ++i)
        marks += "ា";
    CHECK_FALSE(result(marks, {.widest = 0.5}).fits);
    std::string words;
    while (words.size() < std::size_t{1} << 18U)
        words += "ខ្ញុំស្រឡាញ់ប្រទេសកម្ពុជា";
    CHECK_FALSE(result(words, {.widest = 20, .mostLines = 3}).fits);
}
