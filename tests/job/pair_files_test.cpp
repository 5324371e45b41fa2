// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/job/json.h>
#include <subs/job/pair_files.h>
#include <subs/job/unpair_files.h>
#include <subs/text/charset.h>
#include <subs/time/frame_rate.h>

#include "catch.h"
#include "job/paired_texts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;
using nlohmann::json;
using testing::pairedOf;
using testing::partedOf;

namespace {

using Texts = std::vector<std::string>;
using Places = std::vector<std::size_t>;

const std::string kKhmer =
    "1\n00:00:01,000 --> 00:00:03,000\nសួស្តី\n\n2\n00:00:04,000 --> 00:00:06,000\n<i>ទៅណា?</i>\n";
const std::string kEnglish =
    "1\n00:00:01,200 --> 00:00:03,000\nHello\n\n2\n00:00:04,000 --> 00:00:06,000\nWhere to?\n\n"
    "3\n00:00:09,500 --> 00:00:10,500\nBye\n";

PairTask taskOf(const std::string& first, const std::string& second) {
    return {{InputFile{"a.km.srt", "a.km.srt", std::nullopt},
             InputFile{"a.en.srt", "a.en.srt", std::nullopt}},
            {first, second}};
}

std::string errorOf(const std::string& bytes, const UnpairOptions& options = {}) {
    UnpairTask task;
    task.input = {"a.srt", "a.srt", std::nullopt};
    task.bytes = bytes;
    const UnpairOutcome outcome = unpairOne(task, options);
    return outcome.error ? outcome.error->code : "";
}

/// "code:line" of each.
Texts codesOf(const Diagnostics& diagnostics) {
    Texts codes;
    for (const Diagnostic& diagnostic : diagnostics)
        codes.push_back(diagnostic.code + ":" + std::to_string(diagnostic.line));
    return codes;
}

Document readAs(const std::string& bytes, const Format& format, const KnownFrames& frames) {
    DocumentOptions options;
    options.format = std::string(format.info().id);
    options.timeline = &frames.timeline;
    return readDocument(bytes, "a", options).value().document;
}

Texts textsOf(const Document& document) {
    Texts texts;
    for (const Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue) texts.push_back(cue.text.plain);
    return texts;
}

Document documentOf(const Texts& texts, const std::string& language) {
    Document document;
    document.language = language;
    std::int64_t start = 1;
    for (const std::string& text : texts) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromSeconds(start);
        cue.end = Time::fromSeconds(start + 2);
        cue.text.plain = text;
        document.cues.push_back(std::move(cue));
        start += 3;
    }
    return document;
}

}  // namespace

TEST_CASE("two files become one, each text with its partner's", "[job][pair]") {
    const Paired paired = pairedOf(kKhmer, kEnglish);
    CHECK(paired.bytes ==
          "1\n00:00:01,000 --> 00:00:03,000\nសួស្តី\nHello\n\n"
          "2\n00:00:04,000 --> 00:00:06,000\n<i>ទៅណា?</i>\nWhere to?\n\n"
          "3\n00:00:09,500 --> 00:00:10,500\nBye\n");
    CHECK(paired.alone[0].empty());
    CHECK(paired.alone[1] == Places{2});
    CHECK(paired.moved[1] == Places{0});
    CHECK(paired.losses.empty());
}

TEST_CASE("what has no partner is named with its cue and its time", "[job][pair]") {
    const Paired paired = pairedOf(kKhmer, kEnglish);
    CHECK(paired.diagnostics[0].empty());
    REQUIRE(codesOf(paired.diagnostics[1]) == Texts{"pair.alone:9"});
    CHECK(paired.diagnostics[1][0].severity == Severity::Warning);
    CHECK(paired.diagnostics[1][0].message ==
          "cue 3 (\"3\") at 00:00:09.500 has no partner in the other track; it stands alone");
}

TEST_CASE("times that are moved are a loss of the file that they were of", "[job][pair]") {
    const Paired paired = pairedOf(kKhmer, kEnglish);
    REQUIRE(paired.lost[1].items.size() == 1);
    const LossItem& moved = paired.lost[1].items[0];
    CHECK(moved.feature == "time");
    CHECK(moved.severity == LossSeverity::Approximated);
    CHECK(moved.count == 1);
    CHECK(moved.cues == std::vector<CueId>{CueId{1}});
    CHECK(moved.line == 1);
    CHECK(moved.before == "00:00:01.200 --> 00:00:03.000");
    CHECK(moved.after == "00:00:01.000 --> 00:00:03.000");
    CHECK(paired.lost[0].empty());
    const Paired second = pairedOf(kKhmer, kEnglish, {.times = StackTimes::Second});
    REQUIRE(second.lost[0].items.size() == 1);
    CHECK(second.lost[0].items[0].after == "00:00:01.200 --> 00:00:03.000");
    CHECK(second.lost[1].empty());
    CHECK(pairedOf(kKhmer, kEnglish, {.times = StackTimes::Exact}).lost[1].empty());
    PairOptions styles;
    styles.format = formatNamed("ass");
    styles.form = PairForm::Styles;
    CHECK(pairedOf(kKhmer, kEnglish, styles).lost[1].empty());
    styles.times = StackTimes::First;
    CHECK(pairedOf(kKhmer, kEnglish, styles).lost[1].items.size() == 1);
}

TEST_CASE("what a cue of the second looked like and has not any more is a loss", "[job][pair]") {
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize\nStyle: Default,Arial,20\nStyle: Sign,Arial,30\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, MarginV, Effect, Text\n";
    const std::string khmer = head + "Dialogue: 0,0:00:01.00,0:00:03.00,Default,0,,សួស្តី\n";
    const std::string english =
        head + "Dialogue: 2,0:00:01.00,0:00:03.00,Sign,50,Banner;20,{\\an8}Hello\n";
    const Paired paired = pairedOf(khmer, english);
    Texts lost;
    for (const LossItem& loss : paired.lost[1].items)
        lost.push_back(loss.feature + " " + std::string(nameOf(loss.severity)) + " " + loss.before);
    CHECK(lost == Texts{"styles approximated Sign",
                        "alignment approximated 8",
                        "margins dropped 0, 0, 50",
                        "layer dropped 2",
                        "effect dropped Banner;20"});
    CHECK(pairedOf(khmer, khmer).lost[1].empty());
}

TEST_CASE("the second can stand above, and rule the times", "[job][pair]") {
    const Paired paired =
        pairedOf(kKhmer, kEnglish, {.place = SecondPlace::Above, .times = StackTimes::Second});
    CHECK(paired.bytes.starts_with("1\n00:00:01,200 --> 00:00:03,000\nHello\nសួស្តី\n\n2\n"));
}

TEST_CASE("exact times keep each language at its own", "[job][pair]") {
    CHECK(pairedOf(kKhmer, kEnglish, {.times = StackTimes::Exact})
              .bytes.starts_with("1\n00:00:01,000 --> 00:00:01,200\nសួស្តី\n\n"
                                 "2\n00:00:01,200 --> 00:00:03,000\nសួស្តី\nHello\n\n3\n"));
}

TEST_CASE("times of the second that change the order of an XML file's elements lose no cue",
          "[job][pair]") {
    PairOptions options;
    options.times = StackTimes::Second;
    options.format = formatNamed("ttml");
    const Paired paired = pairedOf(
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>\n"
        "<p begin=\"14.5s\" dur=\"2s\">A</p>\n</div><div xml:lang=\"km\">\n"
        "<p begin=\"15s\" dur=\"2.5s\">B</p>\n</div></body></tt>\n",
        "1\n00:00:15,500 --> 00:00:17,000\nb1\n",
        options);
    CHECK(codesOf(paired.diagnostics[0]) == Texts{"convert.new-file:0", "pair.alone:4"});
    const auto read = readDocument(paired.bytes, "a");
    REQUIRE(read);
    CHECK(read->diagnostics.empty());
    REQUIRE(read->document.cues.size() == 2);
    CHECK(read->document.cues[0].text.plain == "B");
    CHECK(read->document.cues[0].start == Time::fromSeconds(15));
    CHECK(read->document.cues[1].text.plain == "A\nb1");
    CHECK(read->document.cues[1].start == Time::fromMilliseconds(15'500));
}

TEST_CASE("a number or a name of a cue of the second that is not kept is told", "[job][pair]") {
    const auto lostOf = [](const std::string& first, const std::string& second) {
        Texts labels;
        const Paired paired = pairedOf(first, second);
        for (const LossItem& loss : paired.lost[1].items)
            if (loss.feature == feature::kLabel) labels.push_back(loss.before);
        return labels;
    };
    const auto cue = [](const std::string& label, int at) {
        const std::string second = "00:00:0" + std::to_string(at) + ",000";
        const std::string next = "00:00:0" + std::to_string(at + 1) + ",000";
        return label + "\n" + second + " --> " + next + "\na\n\n";
    };
    CHECK(lostOf(cue("41", 1), cue("77", 5)) == Texts{"77"});
    CHECK(lostOf(cue("1", 1), cue("1", 1) + cue("2", 5)).empty());
    // The cue of both has it.
    CHECK(lostOf(cue("A1", 1), cue("A1", 1)).empty());
}

TEST_CASE("two styles in ASS, the second at the top", "[job][pair]") {
    const Paired paired = pairedOf(
        kKhmer,
        kEnglish,
        {.format = formatNamed("ass"), .form = PairForm::Styles, .place = SecondPlace::Top});
    CHECK(paired.bytes.find("Style: km,Khmer OS Battambang,") != std::string::npos);
    CHECK(paired.bytes.find("Style: en,Noto Sans,") != std::string::npos);
    CHECK(paired.bytes.find("Dialogue: 0,0:00:01.00,0:00:03.00,km,,0,0,0,,សួស្តី") !=
          std::string::npos);
    CHECK(paired.bytes.find("Dialogue: 0,0:00:01.20,0:00:03.00,en,,0,0,0,,Hello") !=
          std::string::npos);
    CHECK(paired.alone[1] == Places{2});
    const Unpaired parted =
        partedOf(paired.bytes, {.formats = {formatNamed("srt"), formatNamed("srt")}});
    CHECK(parted.by == UnpairBy::Script);
    CHECK(parted.languages == std::array<std::string, 2>{"km", "en"});
    CHECK(textsOf(readDocument(parted.bytes[1], "a.srt").value().document) ==
          Texts{"Hello", "Where to?", "Bye"});
}

TEST_CASE("styles take the times of the track that is kept to, where asked", "[job][pair]") {
    const Paired paired = pairedOf(
        kKhmer,
        kEnglish,
        {.format = formatNamed("ass"), .form = PairForm::Styles, .times = StackTimes::First});
    CHECK(paired.bytes.find("Dialogue: 0,0:00:01.00,0:00:03.00,en,,0,0,0,,Hello") !=
          std::string::npos);
    CHECK(paired.moved[1] == Places{0});
}

TEST_CASE("a track that is late as a whole is told", "[job][pair]") {
    std::string first;
    std::string second;
    for (const int second0 : {1, 4, 8, 11, 17, 20}) {
        const auto cue = [&](const std::string& fraction, const std::string& text) {
            const std::string at = (second0 < 10 ? "0" : "") + std::to_string(second0);
            return "00:00:" + at + "," + fraction + "00 --> 00:00:" + at + ",900\n" + text + "\n\n";
        };
        first += cue("0", "ក");
        second += cue("4", "a");
    }
    const Paired paired = pairedOf(first, second);
    const auto told = std::ranges::find(paired.diagnostics[1], "pair.shifted", &Diagnostic::code);
    REQUIRE(told != paired.diagnostics[1].end());
    CHECK(told->message ==
          "its cues begin 0.40 s later than those of the first track; subs shift --by -0.40s puts "
          "that right");
}

TEST_CASE("letters that the first file's encoding has not make it UTF-8", "[job][pair]") {
    const std::string french =
        "1\n00:00:01,000 --> 00:00:03,000\n\xE9t\xE9 l\xE0-bas, o\xF9 \xE7"
        "a?\n";
    const Paired paired = pairedOf(french, kKhmer);
    CHECK(paired.bytes.find("été là-bas, où ça?\nសួស្តី") != std::string::npos);
}

TEST_CASE("the first file's header, notes and line ends stay", "[job][pair]") {
    const std::string first =
        "WEBVTT - ក\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE a\r\n\r\n"
        "00:01.000 --> 00:03.000 line:10%\r\nសួស្តី\r\n";
    const Paired paired = pairedOf(first, kEnglish);
    CHECK(
        paired.bytes ==
        "WEBVTT - ក\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE a\r\n\r\n"
        "00:01.000 --> 00:03.000 line:10%\r\nសួស្តី\r\nHello\r\n\r\n"
        "00:00:04.000 --> 00:00:06.000\r\nWhere to?\r\n\r\n00:00:09.500 --> 00:00:10.500\r\nBye\r\n");
}

TEST_CASE("a file without a cue is named, and nothing is written", "[job][pair]") {
    const PairOutcome outcome = pairOne(taskOf(kKhmer, "WEBVTT\n\nNOTE nothing\n"), {});
    REQUIRE(outcome.error);
    CHECK(outcome.error->code == "pair.no-cues");
    CHECK(outcome.error->file == "a.en.srt");
}

TEST_CASE("what is paired can be parted again, in every format", "[job][pair]") {
    const Texts khmer = {"សួស្តី", "ទៅណា?\nទៅផ្ទះ", "ទេ"};
    const Texts english = {"Hello", "Where to?", "No,\nI am not"};
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    WriteOptions writing;
    writing.timeline = &frames.timeline;
    for (const Format* format : formats()) {
        const std::string id(format->info().id);
        INFO(id);
        const auto bytesOf = [&](const Texts& texts, const std::string& language) {
            return writtenDocument(documentOf(texts, language), *format, writing).value().bytes;
        };
        if (const auto file = writtenDocument(documentOf(khmer, "km"), *format, writing); !file) {
            CHECK((id == "ebu-stl" || id == "scc"));  // they have no Khmer letters
            continue;
        }
        const bool isOneLine = id == "lrc";  // a text has no line breaks
        PairOptions pairing;
        pairing.reading.format = id;
        pairing.frames = &frames;
        const Paired paired = pairedOf(bytesOf(khmer, "km"), bytesOf(english, "en"), pairing);
        CHECK(paired.alone == std::array<Places, 2>{});
        UnpairOptions parting;
        parting.reading.format = id;
        parting.frames = &frames;
        const Unpaired parted = partedOf(paired.bytes, parting);
        CHECK(parted.inBoth.empty());
        const auto lined = [&](Texts texts) {
            if (isOneLine)
                for (std::string& text : texts)
                    std::ranges::replace(text, '\n', ' ');
            return texts;
        };
        CHECK(textsOf(readAs(parted.bytes[0], *format, frames)) == lined(khmer));
        CHECK(textsOf(readAs(parted.bytes[1], *format, frames)) == lined(english));
    }
}

TEST_CASE("a file that is parted keeps what is not a cue", "[job][pair]") {
    const std::string both =
        "WEBVTT\n\nNOTE a\n\n1\n00:01.000 --> 00:03.000 line:10%\n<b>ក</b>\na &amp; b\n\n"
        "2\n00:04.000 --> 00:05.000\nc\n";
    const Unpaired parted = partedOf(both);
    // A cue whose tags went with the other language is written anew.
    CHECK(parted.bytes[0] ==
          "WEBVTT\n\nNOTE a\n\n1\n00:01.000 --> 00:03.000 line:10%\n<b>ក</b>\n\n");
    CHECK(parted.bytes[1] ==
          "WEBVTT\n\nNOTE a\n\n1\n00:00:01.000 --> 00:00:03.000 line:10%\na &amp; b\n\n"
          "2\n00:04.000 --> 00:05.000\nc\n");
}

TEST_CASE("a cue that does not tell its language is in both, and named", "[job][pair]") {
    const Unpaired parted = partedOf(
        "1\n00:00:01,000 --> 00:00:03,000\nក\na\n\n2\n00:00:04,000 --> 00:00:05,000\n1999\n");
    CHECK(parted.inBoth == Places{1});
    REQUIRE(codesOf(parted.diagnostics) == Texts{"unpair.unclear:6"});
    CHECK(parted.diagnostics[0].message ==
          "cue 2 (\"2\") at 00:00:04.000 does not tell which language it is in; it is in both");
    for (const std::string& bytes : parted.bytes)
        CHECK(bytes.find("1999") != std::string::npos);
}

TEST_CASE("two languages of one script are parted by style, row or halves", "[job][pair]") {
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Alignment\n"
        "Style: Default,Arial,2\nStyle: Top,Arial,8\n\n[Events]\nFormat: Start, End, Style, Text\n";
    const std::string styled = head +
                               "Dialogue: 0:00:01.00,0:00:02.00,Default,oui\n"
                               "Dialogue: 0:00:01.00,0:00:02.00,Top,yes\n";
    const Unpaired byStyles = partedOf(styled);
    CHECK(byStyles.by == UnpairBy::Style);
    CHECK(byStyles.bytes[0].find("oui") != std::string::npos);
    CHECK(byStyles.bytes[0].find("yes") == std::string::npos);
    CHECK(byStyles.bytes[1].find("yes") != std::string::npos);
    CHECK(partedOf(styled, {.by = UnpairBy::Row}).bytes == byStyles.bytes);
    CHECK(partedOf(styled, {.secondStyles = {"Default"}}).bytes[0].find("yes") !=
          std::string::npos);
    const Unpaired byRows = partedOf(head +
                                     "Dialogue: 0:00:01.00,0:00:02.00,Default,oui\n"
                                     "Dialogue: 0:00:01.00,0:00:02.00,Default,{\\an8}yes\n");
    CHECK(byRows.by == UnpairBy::Row);
    CHECK(byRows.bytes[0].find("yes") == std::string::npos);
    const std::string stacked = "1\n00:00:01,000 --> 00:00:02,000\noui\nyes\n";
    CHECK(errorOf(stacked) == "unpair.one-language");
    const Unpaired byHalves = partedOf(stacked, {.by = UnpairBy::Half});
    CHECK(byHalves.bytes[1] == "1\n00:00:01,000 --> 00:00:02,000\nyes\n");
}

TEST_CASE("what is in one language is not parted", "[job][pair]") {
    CHECK(errorOf(kKhmer) == "unpair.one-language");
    CHECK(errorOf(kKhmer, {.by = UnpairBy::Script, .languages = {"km", "en"}}) ==
          "unpair.one-language");
    CHECK(errorOf("") == "unpair.one-language");
    CHECK(errorOf(kEnglish, {.by = UnpairBy::Style}) == "unpair.one-language");
}

TEST_CASE("a language without a cue is named and nothing is written", "[job][pair]") {
    UnpairTask task;
    task.input = {"film.srt", "film.srt", std::nullopt};
    task.bytes = kKhmer + "\n3\n00:00:07,000 --> 00:00:08,000\n\n";
    UnpairOptions options;
    options.by = UnpairBy::Style;
    options.languages = {"km", "en"};
    options.secondStyles = {"English"};
    const UnpairOutcome outcome = unpairOne(task, options);
    REQUIRE(outcome.error);
    CHECK(outcome.error->code == "unpair.no-cues");
    CHECK(outcome.error->file == "film.srt");
    CHECK(outcome.error->message ==
          "parted by style, no cue is in the second language (en); nothing was written");
    options.secondStyles = {"Default", ""};
    task.bytes = kKhmer;
    const UnpairOutcome other = unpairOne(task, options);
    REQUIRE(other.error);
    CHECK(other.error->code == "unpair.no-cues");
    CHECK(other.error->message ==
          "parted by style, no cue is in the first language (km); nothing was written");
}

TEST_CASE("what a file holds and its format alone keeps is told", "[job][pair]") {
    const std::string unit =
        "<unit id=\"1\"><notes><note>of the crew</note></notes><mda:metadata>"
        "<mda:metaGroup category=\"subs\"><mda:meta type=\"start\">00:00:01.000</mda:meta>"
        "<mda:meta type=\"end\">00:00:03.000</mda:meta></mda:metaGroup></mda:metadata>"
        "<segment><source xml:space=\"preserve\">Hello</source></segment></unit>";
    const std::string xliff =
        "<xliff version=\"2.1\" srcLang=\"en\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
        "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">\n<file id=\"f\">\n" +
        unit + "\n</file></xliff>\n";
    const Paired paired = pairedOf(kKhmer, xliff);
    CHECK(paired.unread[0].empty());
    REQUIRE(paired.unread[1].items.size() == 1);
    CHECK(paired.unread[1].items[0].feature == "note");
    CHECK(paired.unread[1].items[0].before == "of the crew");
    CHECK(paired.unread[1].items[0].line == 3);
    const json told = json::parse(pairingJson(pairOne(taskOf(kKhmer, xliff), {}), "a", "b", "c"));
    CHECK(told["second"]["unread"][0]["feature"] == "note");
    // The first file is not kept in its format where each language gets a field of its own.
    CHECK(pairedOf(xliff, kKhmer).unread[0].items.size() == 1);
    CHECK(pairedOf(xliff, kKhmer, {.format = formatNamed("srt")}).unread[0].items.size() == 1);
    const std::string noted = "WEBVTT\n\nNOTE a\n\n00:01.000 --> 00:03.000\nHello\n";
    CHECK(pairedOf(noted, kKhmer).unread[0].empty());
    std::string both = xliff;
    both.replace(both.find("Hello"), 5, "Hello\nសួស្តី");
    UnpairOptions parting;
    CHECK(partedOf(both, parting).unread.empty());
    parting.formats = {formatNamed("srt"), formatNamed("srt")};
    const Unpaired parted = partedOf(both, parting);
    REQUIRE(parted.unread.items.size() == 1);
    CHECK(parted.unread.items[0].line == 3);
}

TEST_CASE("what became of pairs and parts is told as JSON", "[job][pair]") {
    const PairOutcome paired = pairOne(taskOf(kKhmer, kEnglish), {});
    const json told = json::parse(pairingJson(paired, "a.km.srt", "a.en.srt", "a.srt"));
    CHECK(told["second"]["alone"] == json::array({3}));
    CHECK(told["second"]["moved"] == json::array({1}));
    CHECK(told["first"]["cues"] == 2);
    CHECK(told["cues"] == 3);
    CHECK(told["to"] == "srt");
    CHECK(told["error"].is_null());
    UnpairTask task;
    task.input = {"a.srt", "a.srt", std::nullopt};
    task.bytes = paired.paired.bytes;
    const json parted = json::parse(partingJson(unpairOne(task, {}), "a.srt"));
    CHECK(parted["by"] == "script");
    CHECK(parted["first"]["language"] == "km");
    CHECK(parted["second"]["cues"] == 3);
    CHECK(parted["in_both"] == json::array());
}
