// SPDX-License-Identifier: MIT
#include <subs/text/segment.h>
#include <subs/text/skeleton.h>

#include "catch.h"
#include "text/khmer_text.h"

#include <string>
#include <utility>
#include <vector>

using namespace subs;
using testing::ofCodes;

namespace {

bool looksAs(std::string_view a, std::string_view b) {
    return skeleton(a) == skeleton(b);
}

}  // namespace

TEST_CASE("what looks the same has one skeleton", "[text][khmer][skeleton]") {
    // The pairs of the reference, section 6, of which ICU finds the first alone.
    CHECK(looksAs(ofCodes("17A3"), ofCodes("17A2")));
    CHECK(looksAs("ស្រ្តី", "ស្ត្រី"));
    CHECK(looksAs("ម្ដង", "ម្តង"));
    CHECK(looksAs("លេាក", "លោក"));
    CHECK(looksAs("ស៊ី", "សុី"));
    CHECK(looksAs("ស្រីៈ", "ស្រី:"));
    CHECK(looksAs("ខ្ញុំ\u200Bទៅ", "ខ្ញុំទៅ"));
    CHECK(looksAs("ខ ក", "ខ\u00A0ក"));
    CHECK(looksAs("១០០", "១០o"));
    CHECK(looksAs("កំ", "ក\u030A"));
    CHECK(looksAs("e\u0301", "\u00E9"));
}

TEST_CASE("what looks different has another skeleton", "[text][khmer][skeleton]") {
    for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{
             {"ឲ្យ", "ឱ្យ"}, {"ក", "ខ"}, {"A", "a"}, {"ស្រី៖", "ស្រី:"}, {"ដ", "ត"}, {"១o", "១៥"}}) {
        INFO(a << " and " << b);
        CHECK_FALSE(looksAs(a, b));
    }
    CHECK(skeleton("").empty());
    CHECK(skeleton("\xFFក") == "\xFFក");
    CHECK(skeleton(skeleton("សុីៈ ១o\u200B")) == skeleton("សុីៈ ១o\u200B"));
}

TEST_CASE("words that are spelt now so and now so are found", "[text][khmer][skeleton]") {
    Segmenter segmenter("km");
    const std::vector<std::string_view> texts = {
        "ម្ដងទៀត", "ឲ្យខ្ញុំ", "ម្តងទៀត ម្ដងទៀត", "ធ្វើឱ្យ ឱ្យ", "ផ្ដល់ ផ្ដល់", "ដូច្នេះ"};
    const std::vector<Variants> found = inconsistentVariants(texts, segmenter);
    REQUIRE(found.size() == 2);
    REQUIRE(found[0].size() == 2);
    CHECK(found[0][0].count == 2);
    CHECK(found[0][0].text == 0);
    CHECK(found[0][1].word.find("ម្តង") == 0);
    CHECK(found[0][1].count == 1);
    CHECK(found[0][1].text == 2);
    CHECK(found[0][1].begin == 0);
    CHECK(found[1][0].word == "ឱ្យ");
    CHECK(found[1][0].count == 2);
    CHECK(found[1][1].word == "ឲ្យ");
    CHECK(inconsistentVariants({}, segmenter).empty());
}
