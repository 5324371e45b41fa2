// SPDX-License-Identifier: MIT
#include <subs/text/line_break.h>
#include <subs/text/segment.h>

#include "catch.h"
#include "text/parted.h"

#include <string>

using namespace subs;

namespace {

Segmenter segmenterWith(std::initializer_list<std::string_view> terms) {
    SegmentOptions options;
    for (const std::string_view term : terms)
        options.glossary.add(term);
    return Segmenter(options);
}

}  // namespace

TEST_CASE("a glossary parts a name from what stands beside it", "[text][khmer]") {
    // shared/reference/khmer.md, 9.1: with the name in the glossary also ឈ្មោះ|មឿន.
    // មឿន itself is in our list of usual names.
    const std::string text = "គាត់ឈ្មោះឡឿងវ៉ុញទៅ";
    Segmenter segmenter = segmenterWith({"ឡឿងវ៉ុញ"});
    CHECK(testing::parted(text, segmenter.lineBreaks(text)) == "គាត់|ឈ្មោះ|ឡឿងវ៉ុញ|ទៅ");
    CHECK(testing::parted(text, segmenter.wordBoundaries(text)) == "គាត់|ឈ្មោះ|ឡឿងវ៉ុញ|ទៅ");
}

TEST_CASE("a name of the glossary stays whole though its parts are words", "[text][khmer]") {
    const std::string text = "លោកមាសសុខជាបានមក";
    Segmenter segmenter = segmenterWith({"មាសសុខជា"});
    CHECK(testing::parted(text, segmenter.lineBreaks(text)) == "លោក|មាសសុខជា|បាន|មក");
}

TEST_CASE("a name of the glossary is not found inside a longer word", "[text][khmer]") {
    const std::string text = "គាត់សប្បាយណាស់";
    Segmenter segmenter = segmenterWith({"បាយ", "សប្ប"});
    CHECK(testing::parted(text, segmenter.wordBoundaries(text)) == "គាត់|សប្បាយ|ណាស់");
}

TEST_CASE("each stretch of Khmer in a term is a word, however its DA is written", "[text][khmer]") {
    Glossary glossary;
    CHECK(glossary.add("ភូមិ ព្រែកផ្ដៅ (Prek)"));
    CHECK(glossary.words() == std::set<std::string, std::less<>>{"ភូមិ", "ព្រែកផ្ដៅ"});
    const std::string text = "ទៅព្រែកផ្តៅវិញ";  // the subscript TA in place of DA
    Segmenter segmenter = segmenterWith({"ព្រែកផ្ដៅ"});
    CHECK(testing::parted(text, segmenter.lineBreaks(text)) == "ទៅ|ព្រែកផ្តៅ|វិញ");
}

TEST_CASE("what is not Khmer, or a single cluster, is no word of a glossary", "[text]") {
    Glossary glossary;
    for (const std::string_view term : {"", "Visal", "ជា", "12", "\xFF\xE1", "\u200B", "្"}) {
        CAPTURE(term);
        CHECK_FALSE(glossary.add(term));
    }
    CHECK(glossary.empty());
}

TEST_CASE("an author's U+200B and U+2060 outrank the glossary", "[text][khmer]") {
    Segmenter segmenter = segmenterWith({"ព្រែកផ្កាយ"});
    const std::string hinted = "ទៅព្រែក\u200Bផ្កាយវិញ";
    CHECK(testing::parted(hinted, segmenter.lineBreaks(hinted)) == "ទៅ|ព្រែក\u200B|ផ្កាយ|វិញ");
    const std::string joined = "ទៅ\u2060ព្រែកផ្កាយ";
    CHECK(testing::parted(joined, segmenter.lineBreaks(joined)) == joined);
}

TEST_CASE("left to the author, Khmer ends only at U+200B, spaces and signs", "[text][khmer]") {
    Segmenter segmenter({.engine = KhmerEngine::Author});
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"ខ្ញុំទៅ\u200Bផ្ទះវិញ", "ខ្ញុំទៅ\u200B|ផ្ទះវិញ"},
        {"ខ្ញុំទៅ ផ្ទះវិញ", "ខ្ញុំទៅ |ផ្ទះវិញ"},
        {"ទៅផ្ទះ។ខ្ញុំទៅ", "ទៅផ្ទះ។|ខ្ញុំទៅ"},
        {"ប្រើFacebookនិង", "ប្រើ|Facebook|និង"},
    }));
    CHECK(testing::parted(text, segmenter.lineBreaks(text)) == expected);
}

TEST_CASE("a glossary knows which words go on from which", "[text][khmer]") {
    Glossary glossary;
    CHECK(glossary.add("លី សុភា"));
    CHECK(glossary.add("ព្រែក\u200Bផ្ដៅ; គង់ មាស"));
    CHECK(glossary.goesOn("ឪពុករបស់លី", "សុភា"));
    CHECK(glossary.goesOn("ព្រែក", "ផ្ដៅ"));
    CHECK_FALSE(glossary.goesOn("ផ្ដៅ", "គង់"));  // two terms
    CHECK_FALSE(glossary.goesOn("ឪពុក", "សុភា"));
    CHECK_FALSE(glossary.goesOn("លី", "មាស"));
    CHECK_FALSE(Glossary().goesOn("លី", "សុភា"));
}

TEST_CASE("a line ends between the parts of a name of the glossary only in need",
          "[text][khmer][lines]") {
    const std::string line = "ខ្ញុំឃើញលី សុភា មកពីតាកែវ";
    const auto gradeBefore = [&](LineBreaker breaker, std::string_view next) {
        for (const LineBreak& place : breaker.breaks(line))
            if (place.next == line.find(next)) return place.grade;
        FAIL("no place before " << next);
        return BreakGrade::Best;
    };
    Glossary glossary;
    REQUIRE(glossary.add("លី សុភា"));
    CHECK(gradeBefore(LineBreaker("km"), "សុភា") == BreakGrade::Best);
    CHECK(gradeBefore(LineBreaker({.glossary = glossary}), "សុភា") == BreakGrade::Bad);
    CHECK(gradeBefore(LineBreaker({.glossary = glossary}), "មកពី") == BreakGrade::Best);
}
