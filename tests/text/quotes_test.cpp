// SPDX-License-Identifier: MIT
#include <subs/text/quotes.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

/// "unclosed “@0": what has no partner, and its byte.
std::string told(std::string_view text) {
    std::string all;
    for (const BalanceIssue& issue : unbalancedIn(text)) {
        if (!all.empty()) all += ", ";
        all += issue.kind == BalanceKind::Unclosed ? "unclosed " : "unopened ";
        all += std::string(text.substr(issue.begin, issue.end - issue.begin)) + '@' +
               std::to_string(issue.begin);
    }
    return all;
}

std::string curly(std::string_view text) {
    return withQuotes(text, QuoteStyle::Curly).text;
}
std::string guillemets(std::string_view text) {
    return withQuotes(text, QuoteStyle::Guillemets).text;
}
std::string straight(std::string_view text) {
    return withQuotes(text, QuoteStyle::Straight).text;
}

}  // namespace

TEST_CASE("quotes and brackets without a partner are found", "[text][khmer][quotes]") {
    for (const char* right : {"",
                              "គាត់ថា “ទៅ”។",
                              "គាត់ថា៖«ខ្ញុំទៅ»។",
                              "គាត់ថា\"ទៅ\"ហើយ",
                              "\"ទៅ\" \"មក\"",
                              "\" ទៅ \"",
                              "“គាត់ថា ‘ទៅ’ មែន”",
                              "« គាត់ថា “ទៅ” »",
                              "(ក [ខ {គ} ] )",
                              "„Geh“ (ក)",
                              "១) ទៅ\n២) មក",
                              "ក) ទៅ",
                              ":) ល្អ :-)",
                              "អេក្រង់ 15\" ធំ"}) {
        INFO(right);
        CHECK(told(right).empty());
    }
    CHECK(told("“ទៅ") == "unclosed “@0");
    CHECK(told("ទៅ”") == "unopened ”@6");
    CHECK(told("ទៅ»") == "unopened »@6");
    CHECK(told("\"ទៅ") == "unclosed \"@0");
    CHECK(told("ទៅ\"") == "unopened \"@6");
    CHECK(told("(ទៅ") == "unclosed (@0");
    CHECK(told("ទៅនោះ)") == "unopened )@15");
    CHECK(told("“ទៅ (ក” មក)") == "unclosed (@10, unopened )@24");
    CHECK(told("“ទៅ»") == "unclosed “@0, unopened »@9");
    CHECK(told("‘ទៅ") == "unclosed ‘@0");
}

TEST_CASE("apostrophes are no quotes", "[text][quotes]") {
    for (const char* text :
         {"don't", "don’t go, it’s", "the dogs' bed", "'cause", "‘90s", "rock ’n’ roll"}) {
        INFO(text);
        CHECK(told(text).empty());
        CHECK(guillemets(text) == text);
        CHECK(curly(text) == text);
    }
    CHECK(curly("\"I don't,\" he said.") == "“I don't,” he said.");
}

TEST_CASE("quotes may close in a later text", "[text][khmer][quotes]") {
    const std::vector<std::string_view> cues = {"គាត់ថា “ខ្ញុំ", "“នឹងទៅ", "ហើយ”។", "(ក", "មក»", "គេ)"};
    const auto issues = unbalancedIn(cues);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0] == BalanceIssue{BalanceKind::Unopened, 4, 6, 8});
    CHECK(unbalancedIn(std::vector<std::string_view>{"“ក", "ខ"}).size() == 1);
    CHECK(unbalancedIn(std::vector<std::string_view>{"\"ក", "\"ខ\""}).empty());
    CHECK(unbalancedIn(std::vector<std::string_view>{}).empty());
}

TEST_CASE("quotations are marked in one style", "[text][khmer][quotes]") {
    CHECK(curly("គាត់ថា «ទៅ»។") == "គាត់ថា “ទៅ”។");
    CHECK(curly("គាត់ថា\"ទៅ\"ហើយ") == "គាត់ថា“ទៅ”ហើយ");
    CHECK(curly("«គាត់ថា “ទៅ” មែន»") == "“គាត់ថា ‘ទៅ’ មែន”");
    CHECK(curly("„Geh“ ‹ខ›") == "“Geh” ‘ខ’");
    CHECK(curly("'គាត់ថា \"ទៅ\"'") == "‘គាត់ថា “ទៅ”’");
    CHECK(guillemets("“គាត់ថា ‘ទៅ’ មែន”") == "«គាត់ថា “ទៅ” មែន»");
    CHECK(guillemets("‘ទៅ’") == "«ទៅ»");
    CHECK(straight("“គាត់ថា ‘ទៅ’ មែន”") == "\"គាត់ថា 'ទៅ' មែន\"");
    CHECK(straight("(«ទៅ»)") == "(\"ទៅ\")");
    // What opens in this cue and closes in another one.
    CHECK(guillemets("គាត់ថា “ទៅ") == "គាត់ថា «ទៅ");
    CHECK(guillemets("ហើយ\"។") == "ហើយ»។");
    CHECK(curly("អេក្រង់ 15\" ធំ") == "អេក្រង់ 15\" ធំ");
    const Normalised result = withQuotes("ក«ខ»", QuoteStyle::Curly);
    REQUIRE(result.edits.size() == 2);
    CHECK(result.edits[0] == TextEdit{3, 5, "“"});
}

TEST_CASE("styles of quotes are counted and a mixture is found", "[text][khmer][quotes]") {
    CHECK(quoteCounts("«ក» “ខ ‘គ’” \"ឃ\" \"ង\"") == QuoteCounts{1, 1, 2});
    CHECK(quoteCounts("«ក “ខ”» ‘គ’") == QuoteCounts{0, 1, 0});
    CHECK(mixedQuotesIn("«ក» «ខ “គ”»").empty());
    const auto mixed = mixedQuotesIn("«ក» “ខ”");
    REQUIRE(mixed.size() == 1);
    CHECK(mixed[0] == MixedQuote{8, 11});
    CHECK(mixedQuotesIn("“ក\"").size() == 1);
}

TEST_CASE("ten thousand marks are paired in one pass", "[text][quotes]") {
    std::string text;
    for (int i = 0; i < 30'000; ++i)
        text += "([“";
    for (int i = 0; i < 30'000; ++i)
        text += ")";
    CHECK(unbalancedIn(text).size() == 60'000);
    const std::string quotes(100'000, '"');
    CHECK(straight(quotes) == quotes);
    CHECK(curly(quotes).size() == 300'000);
    CHECK(told("\xFF“\xE1\x9E") == "unclosed “@1");
}
