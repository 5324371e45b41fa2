// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/job/json.h>

#include "catch.h"
#include "format/edited.h"
#include "format/read.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::documentOf;
using testing::lossOf;
using testing::ms;
using testing::parsed;
using testing::written;

namespace {

const std::string kFile = R"({
  "format": "subs-json",
  "version": 1,
  "film": "The Boat",
  "cues": [
    {"id": "1", "start_ms": 1000, "end_ms": 2500.5, "text": "Where is\nthe boat?", "mine": [1, {"a": 2}]},
    {"start_ms": 3000, "end_ms": null, "text": "ទូក"}
  ]
}
)";

std::string changed(const std::string& file, void (*change)(Document&)) {
    return testing::changed("json", file, change);
}

/// What is said first of `file`, "code@line:column".
std::string remarkOn(const std::string& file) {
    const Diagnostics diagnostics = parsed("json", file).diagnostics;
    for (const Diagnostic& one : diagnostics)
        if (one.severity == Severity::Error)
            return one.code + '@' + std::to_string(one.line) + ':' + std::to_string(one.column);
    return diagnostics.empty() ? "" : diagnostics[0].code;
}

Document fullDocument() {
    Document document;
    document.format = "elsewhere";
    document.language = "km";
    document.title = "The \"Boat\"\\";
    document.canvas = Canvas{1280, 720, WrapStyle::None, false};
    Style style;
    style.name = "Sign";
    style.primary = {1, 2, 3, 4};
    style.fontSize = 48.5;
    style.bold = true;
    style.border = BorderStyle::OpaqueBox;
    style.alignment = Alignment::TopLeft;
    document.styles = {style, Style()};
    Cue cue;
    cue.id = document.newId();
    cue.label = "intro";
    cue.start = Time::fromFlicks(-7);
    cue.end = Time::fromFlicks(705'600'001);
    cue.text.plain = "ទូក <b> \x01 \"x\"\\";
    cue.text.spans = {{SpanKind::Italic, 0, 9, ""},
                      {SpanKind::Color, 3, 6, "#FFCC00"},
                      {SpanKind::Karaoke, 9, 9, "\\k30"}};
    cue.kind = CueKind::Comment;
    cue.alignment = Alignment::MiddleRight;
    cue.layer = -3;
    cue.margins = {1, 2, 3};
    cue.style = "Sign";
    cue.speaker = "Dara";
    cue.effect = "Banner";
    cue.settings = "X1:1";
    document.cues = {cue};
    return document;
}

}  // namespace

TEST_CASE("JSON keeps all that a document is", "[json-cues]") {
    const Document document = fullDocument();
    CHECK(formatNamed("json")->plan(document, {}).empty());
    const std::string text = written(document, "json");
    // Another reader of JSON reads it too.
    const auto other = nlohmann::json::parse(text);
    CHECK(other["cues"][0]["text"] == document.cues[0].text.plain);
    CHECK(other["cues"][0]["spans"][0]["end"] == 3);
    CHECK(other["title"] == document.title);
    Document again = documentOf("json", text);
    REQUIRE(again.cues.size() == 1);
    again.cues[0].piece = {};
    CHECK(again.cues[0] == document.cues[0]);
    CHECK(again.styles == document.styles);
    CHECK(again.canvas == document.canvas);
    CHECK(again.title == document.title);
    CHECK(again.language == "km");
}

TEST_CASE("a JSON file is saved with what was edited alone", "[json-cues]") {
    CHECK(changed(kFile, [](Document&) {}) == kFile);
    CHECK(changed(kFile, [](Document& document) {
              document.cues[0].text.plain = "Here.";
              document.cues[0].speaker = "Dara";
          }) == R"({
  "format": "subs-json",
  "version": 1,
  "film": "The Boat",
  "cues": [
    {"id": "1", "start_ms": 1000, "end_ms": 2500.5, "text": "Here.", "mine": [1, {"a": 2}], "speaker": "Dara"},
    {"start_ms": 3000, "end_ms": null, "text": "ទូក"}
  ]
}
)");
    CHECK(changed(kFile, [](Document& document) { document.cues.pop_back(); }) == R"({
  "format": "subs-json",
  "version": 1,
  "film": "The Boat",
  "cues": [
    {"id": "1", "start_ms": 1000, "end_ms": 2500.5, "text": "Where is\nthe boat?", "mine": [1, {"a": 2}]}
  ]
}
)");
    CHECK(changed(kFile, [](Document& document) {
              document.cues.erase(document.cues.begin());
              document.title = "Film";
          }) == R"({"title": "Film", 
  "format": "subs-json",
  "version": 1,
  "film": "The Boat",
  "cues": [
    {"start_ms": 3000, "end_ms": null, "text": "ទូក"}
  ]
}
)");
    const auto other = nlohmann::json::parse(changed(kFile, [](Document& document) {
        Cue added = document.cues[0];
        added.id = document.newId();
        added.piece = {};
        document.cues.insert(document.cues.begin(), added);
        std::swap(document.cues[1], document.cues[2]);
    }));
    REQUIRE(other["cues"].size() == 3);
    CHECK(other["cues"][1]["start_ms"] == 3000);
    CHECK(other["cues"][2]["mine"][0] == 1);
    CHECK(changed("{\"cues\": []}", [](Document& document) {
              Cue cue;
              cue.id = document.newId();
              cue.start = ms(1);
              document.cues = {cue};
          }) == "{\"cues\": [{\"start_ms\": 1, \"end_ms\": null, \"text\": \"\"}]}");
}

TEST_CASE("a list of cues alone, and what dump writes, are read too", "[json-cues]") {
    const Document list =
        documentOf("json", "[{\"start_ms\":1,\"text\":\"a\"},{\"start_ms\":2e3}]");
    REQUIRE(list.cues.size() == 2);
    CHECK(list.cues[1].start == ms(2000));
    auto read =
        readDocument("1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\n{\\an8}Hi\n", "a.srt");
    REQUIRE(read);
    const Document dumped = documentOf("json", dumpJson(*read));
    REQUIRE(dumped.cues.size() == 1);
    CHECK(dumped.cues[0].text.plain == "Hi");
    CHECK(dumped.cues[0].alignment == Alignment::TopCentre);
    CHECK(dumped.cues[0].settings == "X1:1 X2:2 Y1:3 Y2:4");
    CHECK(dumped.cues[0].end == ms(2000));
    CHECK(dumped.language == "en");
}

TEST_CASE("what is wrong with a JSON file is said with its place", "[json-cues]") {
    CHECK(remarkOn("{\"cues\": [{\"start_ms\": 1} {}]}") == "json.damaged@1:27");
    CHECK(remarkOn("{\"cues\": [\n{\"start_ms\": 1, \"text\": \"a\nb\"}]}") == "json.damaged@2:27");
    CHECK(remarkOn("{\"cues\": [{\"start_ms\": 01}]}") == "json.damaged@1:25");
    CHECK(remarkOn("{\"cues\": [{\"start_ms\": 1},]}") == "json.damaged@1:27");
    CHECK(remarkOn("{\"cues\": []} x") == "json.damaged@1:14");
    CHECK(remarkOn("{\"start_ms\": []}") == "json.no-list@1:0");
    CHECK(remarkOn("{\"cues\": [{\"text\": \"a\"}]}") == "json.no-cues");
    CHECK(countOf(parsed("json", "[{\"start_ms\": \"soon\"}, 7]").diagnostics, "json.no-start") ==
          1);
    CHECK(countOf(parsed("json", "[{\"start_ms\": \"soon\"}, 7]").diagnostics, "json.no-object") ==
          1);
    CHECK(countOf(parsed("json", "[{\"start_ms\": 1, \"text\": 7}]").diagnostics,
                  "json.bad-member") == 1);
    CHECK(countOf(parsed("json", "{\"version\": 2, \"cues\": []}").diagnostics, "json.version") ==
          1);
    // What stands before the damage is read, and nothing is lost.
    const std::string cut = kFile.substr(0, kFile.size() - 30);
    const Document document = documentOf("json", cut);
    CHECK(document.cues.size() == 1);
    CHECK(written(document, "json") == cut);
}

TEST_CASE("escapes of JSON are read, surrogates in pairs", "[json-cues]") {
    const Document document =
        documentOf("json", R"([{"start_ms": 1, "text": "\u1791\ud83d\ude00\/\b\u0000!"}])");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.plain == std::string("ទ\xF0\x9F\x98\x80/\b\0!", 11));
}

// RFC 8259 §8.2: "\uDEAD" alone is no character.
TEST_CASE("half of a surrogate pair in JSON is U+FFFD wherever it stands, and told",
          "[json-cues][damage]") {
    const std::string file = R"({"title": "T\udc00", "styles": [{"name": "S\ud800"}], "cues": [
        {"start_ms": 1, "text": "a\ud800 \ud83d\ude00\ude00 \\\ud800", "speaker": "\udbff\u0041",
         "id": "\udfff", "style": "S\ud800", "effect": "\ud800\ud800",
         "spans": [{"kind": "voice", "begin": 1, "end": 2, "value": "V\ud800"}]}]})";
    const Parsed read = parsed("json", file);
    const Document& document = read.document;
    REQUIRE(document.cues.size() == 1);
    const Cue& cue = document.cues[0];
    // The last is a backslash and half of a pair.
    CHECK(cue.text.plain == "a\uFFFD \U0001F600\uFFFD \\\uFFFD");
    CHECK(cue.speaker == "\uFFFDA");
    CHECK(cue.label == "\uFFFD");
    CHECK(cue.style == "S\uFFFD");
    CHECK(cue.effect == "\uFFFD\uFFFD");
    // One character, as Python counts.
    CHECK(cue.text.spans == std::vector<Span>{{SpanKind::Voice, 1, 4, "V\uFFFD"}});
    CHECK(document.title == "T\uFFFD");
    CHECK(document.styles.at(0).name == "S\uFFFD");
    CHECK(countOf(read.diagnostics, "json.half-pair") == 1);
    const LossItem* const loss = lossOf(read.unread, feature::kDamage);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    // Two of the head, three of the text, and speaker, id, style, two of the effect, the voice.
    CHECK(loss->count == 11);
    CHECK(loss->cues == std::vector<CueId>{cue.id});
    CHECK(loss->before == "\\udc00");
    CHECK(loss->after == "\uFFFD");
    CHECK(written(document, "json") == file);
    CHECK(isValidUtf8(written(document, "srt")));
}

TEST_CASE("a backslash before \"ud800\" in JSON is no half of a pair", "[json-cues][damage]") {
    const Parsed read = parsed("json", R"([{"start_ms": 1, "text": "\\ud800"}])");
    CHECK(read.document.cues.at(0).text.plain == "\\ud800");
    CHECK_FALSE(lossOf(read.unread, feature::kDamage));
}

TEST_CASE("hostile JSON is read in one pass", "[json-cues][hostile]") {
    for (const std::string& file : std::vector<std::string>{
             std::string(100000, '['),
             "[" + std::string(100000, '{'),
             "[{\"start_ms\": 1, \"x\": " + std::string(100000, '[') + std::string(100000, ']') +
                 "}]",
             "[{\"start_ms\": " + std::string(100000, '9') + "}]",
             "[{\"start_ms\": -1e999}, {\"start_ms\": 1e-999}, {\"start_ms\": 1e999}]",
             "[{\"start_ms\": 1, \"text\": \"" + std::string(100000, '\\') + "\"}]",
             std::string("{\"cues\": [\0]}", 13),
             std::string(100000, '"')}) {
        const Document document = documentOf("json", file);
        CHECK(written(document, "json") == file);
    }
}

TEST_CASE("of two members of one name in JSON the last counts, and the other is told",
          "[json-cues][loss]") {
    const std::string file = R"({"cues": [
  {"start_ms": 1000, "text": "same", "text": "same"},
  {"start_ms": 2000,
   "text": "lost", "style": "A", "style": null, "text": "read"}
]})";
    const Parsed read = parsed("json", file);
    REQUIRE(read.document.cues.size() == 2);
    CHECK(read.document.cues[1].text.plain == "read");
    REQUIRE(countOf(read.diagnostics, "json.repeated-member") == 1);
    const Diagnostic& told = read.diagnostics[0];
    CHECK(told.severity == Severity::Warning);
    CHECK(told.line == 4);
    CHECK(told.column == 29);
    CHECK(testing::has(told.message, "style: A"));
    const LossItem* loss = lossOf(read.unread, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->count == 2);
    CHECK(loss->cues == std::vector<CueId>{{2}});
    CHECK(written(read.document, "json") == file);
}

TEST_CASE("what is no colour in JSON is not read as one, and comes home", "[json-cues][loss]") {
    const auto file = [](const std::string& color) {
        return R"({"cues": [{"start_ms": 1000, "text": "ab", "spans": [{"kind": "color", )"
               R"("begin": 0, "end": 1, "value": ")" +
               color + "\"}]}]}";
    };
    for (const std::string bad : {"notacolor", "#12345", "#GG0000", "#11223344556"}) {
        INFO(bad);
        const Parsed read = parsed("json", file(bad));
        CHECK(read.document.cues[0].text.spans.empty());
        CHECK(countOf(read.diagnostics, "json.bad-member") == 1);
        CHECK(lossOf(read.unread, feature::kUnread));
        CHECK(written(read.document, "json") == file(bad));
        Document edited = read.document;
        edited.cues[0].start = ms(2000);
        CHECK(testing::has(written(edited, "json"), bad));
    }
    for (const auto& [typed, read] : {std::pair{"#ff00cc", "#ff00cc"},
                                      {"#FF00CC80", "#FF00CC80"},
                                      {"teal", "#008080"},
                                      {"", ""}}) {
        const Parsed good = parsed("json", file(typed));
        REQUIRE(good.document.cues[0].text.spans.size() == 1);
        CHECK(good.document.cues[0].text.spans[0].value == read);
        CHECK(countOf(good.diagnostics, "json.bad-member") == 0);
    }
}

TEST_CASE("of two lists of cues in JSON the last is read, and the other told with its cues",
          "[json-cues][loss]") {
    const std::string file = R"({"cues": [{"start_ms": 1000, "text": "One"},
                   {"start_ms": 2000, "text": "Two"}], "title": "T",
"cues": [{"start_ms": 5000, "text": "Late"}], "film": 7})";
    const Parsed read = parsed("json", file);
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].text.plain == "Late");
    REQUIRE(countOf(read.diagnostics, "json.repeated-member") == 1);
    CHECK(read.diagnostics[0].severity == Severity::Warning);
    CHECK(read.diagnostics[0].line == 1);
    CHECK(read.diagnostics[0].column == 10);
    CHECK(testing::has(read.diagnostics[0].message, "2 cues"));
    const LossItem* const loss = lossOf(read.unread, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->count == 2);
    CHECK(loss->line == 1);
    CHECK(written(read.document, "json") == file);
    Document edited = read.document;
    edited.cues[0].text.plain = "Later";
    edited.title = "U";
    CHECK(written(edited, "json") == R"({"cues": [{"start_ms": 1000, "text": "One"},
                   {"start_ms": 2000, "text": "Two"}], "title": "U",
"cues": [{"start_ms": 5000, "text": "Later"}], "film": 7})");
}

TEST_CASE("an empty list of cues in JSON is none beside another", "[json-cues]") {
    for (const std::string file : {R"({"cues": [], "cues": [{"start_ms": 5}]})",
                                   R"({"cues": [{"start_ms": 5}], "cues": []})"}) {
        const Parsed read = parsed("json", file);
        REQUIRE(read.document.cues.size() == 1);
        CHECK(countOf(read.diagnostics, "json.repeated-member") == 0);
        CHECK_FALSE(lossOf(read.unread, feature::kUnread));
        CHECK(written(read.document, "json") == file);
    }
}

TEST_CASE("a list of cues in JSON that is damaged at once leaves the one before it",
          "[json-cues][hostile]") {
    const std::string file = R"({"cues": [{"start_ms": 5}], "cues": [{"start_ms" 6}, 7]})";
    const Parsed read = parsed("json", file);
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].start == ms(5));
    CHECK(countOf(read.diagnostics, "json.damaged") == 1);
    CHECK(lossOf(read.unread, feature::kUnread));
    CHECK(written(read.document, "json") == file);
}

TEST_CASE("members of a whole JSON file that stand there again are told", "[json-cues][loss]") {
    const std::string file = R"({"language": "en", "title": "A",
 "language": "km", "title": "A", "cues": 7, "cues": [{"start_ms": 1}]})";
    const Parsed read = parsed("json", file);
    CHECK(read.document.language == "km");
    REQUIRE(countOf(read.diagnostics, "json.repeated-member") == 2);
    CHECK(read.diagnostics[0].line == 1);
    CHECK(read.diagnostics[0].column == 14);
    CHECK(testing::has(read.diagnostics[0].message, "language: en"));
    CHECK(testing::has(read.diagnostics[1].message, "cues: 7"));
    const LossItem* const loss = lossOf(read.unread, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->count == 2);
    // Those that said the same still do.
    Document edited = read.document;
    edited.title = "B";
    CHECK(written(edited, "json") == R"({"language": "en", "title": "B",
 "language": "km", "title": "B", "cues": 7, "cues": [{"start_ms": 1}]})");
}

TEST_CASE("of two members of one name in JSON the one that counts is edited", "[json-cues]") {
    const std::string file =
        R"([{"start_ms": null, "start_ms": 1000, "end_ms": 3000, "start_ms": 1500, "text": "a", )"
        R"("text": "b", "end_ms": 3000}])";
    CHECK(changed(file,
                  [](Document& document) {
                      document.cues[0].start = ms(2500);
                      document.cues[0].end = ms(4000);
                      document.cues[0].text.plain = "c";
                  }) ==
          R"([{"start_ms": null, "start_ms": 1000, "end_ms": 4000, "start_ms": 2500, "text": "a", )"
          R"("text": "c", "end_ms": 4000}])");
}

TEST_CASE("members of spans and styles in JSON that stand there again are told",
          "[json-cues][loss]") {
    const std::string file = R"({"styles": [{"name": "S", "size": 7,
 "name": "T", "size": "big"}], "cues": [{"start_ms": 1, "text": "ab",
 "spans": [{"kind": "bold", "begin": 0, "end": 1}, {"kind": "bold", "kind": "italic", "begin": 0, "end": 1}]}]})";
    const Parsed read = parsed("json", file);
    REQUIRE(read.document.styles.size() == 1);
    CHECK(read.document.styles[0].name == "T");
    CHECK(read.document.styles[0].fontSize == Style().fontSize);
    CHECK(read.document.cues.at(0).text.spans ==
          std::vector<Span>{{SpanKind::Bold, 0, 1, ""}, {SpanKind::Italic, 0, 1, ""}});
    std::string told;
    for (const Diagnostic& one : read.diagnostics)
        if (one.code == "json.repeated-member")
            told += std::to_string(one.line) + ':' + std::to_string(one.column) + ' ' +
                    one.message.substr(one.message.rfind("used: ") + 6) + '\n';
    CHECK(told == "1:22 name: S\n1:35 size: 7\n3:61 kind: bold\n");
    CHECK(written(read.document, "json") == file);
}
