// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/base/utf8.h>
#include <subs/job/glossary_file.h>
#include <subs/text/script.h>

#include "catch.h"
#include "khmer_order.h"
#include "seeds/csv.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace {

const std::filesystem::path kGlossaries = SUBS_SOURCE_DIR "/seeds/glossaries";

std::vector<std::filesystem::path> glossaries() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(kGlossaries))
        if (entry.path().filename() != "README.md") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

TEST_CASE("the CSV of the tests is read by RFC 4180", "[seeds][glossary]") {
    using testing::parseCsv;
    CHECK(parseCsv("a,b\r\n1,\"2,\"\"x\"\"\"\r\n") == testing::Rows{{"a", "b"}, {"1", "2,\"x\""}});
    CHECK(parseCsv("a,\nb") == testing::Rows{{"a", ""}, {"b"}});
    CHECK(parseCsv("\"a\nb\"") == testing::Rows{{"a\nb"}});
    CHECK(parseCsv("a\"b,c").size() == 1);
    CHECK(parseCsv("\"a") == testing::Rows{{"a quote that is not closed"}});
}

TEST_CASE("Khmer order is told from disorder", "[seeds][khmer]") {
    // Reference pairs of Khmer Encoding Structure: the first of each is right.
    for (const char* right : {"ស្ត្រី", "លោក", "កុំ", "ម្យ៉ាង", "ខ្មែរ", "ព្រះ", "ប៉័ង", "ធម៌", "ក្សត្រ"})
        CHECK(testing::disorderIn(right) == "");
    CHECK(testing::disorderIn("\u179F\u17D2\u179A\u17D2\u178F\u17B8") != "");  // coeng RO first
    CHECK(testing::disorderIn("\u179B\u17C1\u17B6\u1780") != "");              // two vowels
    CHECK(testing::disorderIn("\u1780\u17C6\u17BB") != "");                    // sign before vowel
    CHECK(testing::disorderIn("\u1798\u17C9\u17D2\u1799\u17B6\u1784") !=
          "");                                               // shifter before coeng
    CHECK(testing::disorderIn("\u1780\u17D2") != "");        // nothing under the sign
    CHECK(testing::disorderIn("\u1780\u200B\u1781") != "");  // ZWSP
}

TEST_CASE("every glossary is a table of sources and targets without holes", "[seeds][glossary]") {
    REQUIRE_FALSE(glossaries().empty());
    for (const auto& path : glossaries()) {
        INFO(path);
        const auto text = subs::readFile(path);
        REQUIRE(text.has_value());
        CHECK(subs::isValidUtf8(*text));
        CHECK(text->find('\r') == std::string::npos);
        const auto rows = testing::parseCsv(*text);
        REQUIRE(rows.size() > 1);
        CHECK(rows[0] == std::vector<std::string>{"source", "target", "note"});
        std::set<std::string> sources;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            INFO("line " << i + 1);
            REQUIRE(rows[i].size() == 3);
            CHECK(rows[i][0] != "");
            CHECK(rows[i][1] != "");
            CHECK(sources.insert(rows[i][0]).second);
            for (const auto& field : rows[i])
                CHECK((field.empty() || (field.front() != ' ' && field.back() != ' ')));
        }
    }
}

TEST_CASE("Khmer in the glossaries is in canonical order, without invisible characters",
          "[seeds][glossary][khmer]") {
    for (const auto& path : glossaries()) {
        INFO(path);
        for (const auto& row : testing::parseCsv(subs::readFile(path).value()))
            for (const auto& field : row)
                CHECK(testing::disorderIn(field) == "");
    }
}

TEST_CASE("every glossary is read by the segmenter's reader", "[seeds][glossary]") {
    for (const auto& path : glossaries()) {
        INFO(path);
        const auto glossary = subs::readGlossary(path);
        REQUIRE(glossary.has_value());
        CHECK(glossary->glossary.words().contains("ព្រែកផ្កាយ"));
        for (const subs::Diagnostic& told : glossary->diagnostics)
            CHECK(told.severity == subs::Severity::Info);
    }
}

}  // namespace
