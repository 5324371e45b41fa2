// SPDX-License-Identifier: MIT
// Pairs whose times differ, and what is timed inside of their texts. Units are those of the
// formats' pages: a millisecond, a hundredth, a tenth, a second, a frame.
#include <subs/format/registry.h>
#include <subs/job/pair_files.h>
#include <subs/job/unpair_files.h>
#include <subs/time/frame_rate.h>

#include "catch.h"
#include "job/paired_texts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace subs;
using testing::pairedOf;
using testing::partedOf;

namespace {

using Texts = std::vector<std::string>;

// Begin by less than the unit of most formats apart, overlap, touch by less than a unit, and leave
// the other alone for a while.
const std::string kKhmer =
    "1\n00:00:04,567 --> 00:00:06,569\nសួស្តី\n\n2\n00:00:08,000 --> 00:00:10,000\nទៅណា?\n\n"
    "3\n00:00:20,000 --> 00:00:22,003\nទេ\n\n4\n00:00:30,000 --> 00:00:32,000\nមួយ\n\n"
    "5\n00:00:38,000 --> 00:00:40,000\nពីរ\n";
const std::string kEnglish =
    "1\n00:00:04,570 --> 00:00:06,573\nHello\n\n2\n00:00:07,100 --> 00:00:09,200\nWhere to?\n\n"
    "3\n00:00:22,005 --> 00:00:24,000\nNo\n\n4\n00:00:30,000 --> 00:00:40,000\nOne, two\n";
const Texts kKhmerTexts{"សួស្តី", "ទៅណា?", "ទេ", "មួយ", "ពីរ"};
const Texts kEnglishTexts{"Hello", "Where to?", "No", "One, two"};

Texts textsOf(const std::string& bytes, const Format& format, const KnownFrames& frames) {
    DocumentOptions options;
    options.format = std::string(format.info().id);
    options.timeline = &frames.timeline;
    const Document document = readDocument(bytes, "a", options).value().document;
    Texts texts;
    for (const Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue && !cue.text.plain.empty())
            texts.push_back(cue.text.plain);
    return texts;
}

/// "feature severity before -> after" of each.
Texts toldOf(const LossReport& losses) {
    Texts told;
    for (const LossItem& loss : losses.items)
        told.push_back(loss.feature + " " + std::string(nameOf(loss.severity)) + " " + loss.before +
                       " -> " + loss.after);
    return told;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string ass(const std::string& text, const std::string& times = "0:00:10.00,0:00:14.00") {
    return "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
           "Format: Name, Fontname, Fontsize\nStyle: Default,Arial,20\n\n[Events]\n"
           "Format: Start, End, Style, Text\nDialogue: " +
           times + ",Default," + text + "\n";
}

std::string vtt(const std::string& text) {
    return "WEBVTT\n\n00:00:10.000 --> 00:00:14.000\n" + text + "\n";
}

}  // namespace

TEST_CASE("what is paired at times that differ can be parted again, in every format",
          "[job][pair]") {
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    for (const Format* format : formats()) {
        const std::string id(format->info().id);
        if (id == "ebu-stl" || id == "scc") continue;  // they have no Khmer letters
        for (const StackTimes times : {StackTimes::First, StackTimes::Exact}) {
            INFO(id << (times == StackTimes::Exact ? " exact" : " first"));
            PairOptions pairing;
            pairing.format = format;
            pairing.times = times;
            pairing.frames = &frames;
            UnpairOptions parting;
            parting.reading.format = id;
            parting.frames = &frames;
            const Unpaired parted = partedOf(pairedOf(kKhmer, kEnglish, pairing).bytes, parting);
            CHECK(parted.inBoth.empty());
            CHECK(textsOf(parted.bytes[0], *format, frames) == kKhmerTexts);
            CHECK(textsOf(parted.bytes[1], *format, frames) == kEnglishTexts);
        }
    }
}

TEST_CASE("exact times are cut at hundredths where the file counts them", "[job][pair]") {
    const Paired paired = pairedOf("1\n00:00:04,567 --> 00:00:06,569\nក\n",
                                   ass("one", "0:00:04.57,0:00:06.57"),
                                   {.format = formatNamed("ass"), .times = StackTimes::Exact});
    CHECK(paired.written == 1);
    CHECK(has(paired.bytes, "0:00:04.57,0:00:06.57,"));
}

TEST_CASE("exact times are cut at frames where the file counts them", "[job][pair]") {
    // Of 24 a second 4.567 and 4.570 lie behind frame 109 and before frame 110.
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("24").value())};
    PairOptions options{.format = formatNamed("itt"), .times = StackTimes::Exact};
    options.frames = &frames;
    const Paired paired = pairedOf(
        "1\n00:00:04,567 --> 00:00:06,569\nក\n", "1\n00:00:04,570 --> 00:00:06,570\na\n", options);
    CHECK(paired.written == 1);
}

TEST_CASE("a text stays while the other track is silent, and nothing is moved", "[job][pair]") {
    const Paired paired = pairedOf(
        "1\n00:00:10,000 --> 00:00:12,000\nក\n\n"
        "2\n00:00:18,000 --> 00:00:20,000\nខ\n",
        "1\n00:00:10,000 --> 00:00:20,000\na\n");
    CHECK(paired.bytes ==
          "1\n00:00:10,000 --> 00:00:12,000\nក\na\n\n2\n00:00:12,000 --> 00:00:18,000\na\n\n"
          "3\n00:00:18,000 --> 00:00:20,000\nខ\na\n");
    CHECK(paired.lost[1].empty());
    CHECK(paired.moved[1].empty());
}

TEST_CASE("an end that nobody gave is told as one, as long as convert makes it", "[job][pair]") {
    const std::string khmer =
        "1\n00:00:11,000 --> 00:00:16,000\nក\n\n2\n00:01:00,000 --> 00:01:02,000\nខ\n";
    const std::string english = "[00:10.00]one\n[01:00.00]two\n";
    const Paired exact = pairedOf(khmer, english, {.times = StackTimes::Exact});
    CHECK(has(exact.bytes, "00:00:11,000 --> 00:00:13,000\nក\none\n"));
    REQUIRE(exact.lost[1].items.size() == 1);
    CHECK(toldOf(exact.lost[1]) == Texts{"missing-end approximated no end -> 00:00:13.000"});
    CHECK(exact.lost[1].items[0].count == 2);
    // The partner's end is no end of its own either.
    const Paired first = pairedOf(khmer, english);
    CHECK(toldOf(first.lost[1]) ==
          Texts{"time approximated 00:00:10.000 --> no end -> 00:00:11.000 --> 00:00:16.000"});
    CHECK(first.lost[1].items[0].count == 2);
}

TEST_CASE("karaoke of two languages is two events at one time", "[job][pair]") {
    const std::string khmer = ass("{\\k100}មួយ {\\k150}ពីរ");
    const std::string english = ass("{\\k100}one {\\k150}two {\\k50}three");
    const Paired paired = pairedOf(khmer, english);
    CHECK(paired.written == 2);
    CHECK(has(paired.bytes, ",Default,{\\k100}មួយ {\\k150}ពីរ\n"));
    CHECK(has(paired.bytes, ",Default,{\\k100}one {\\k150}two {\\k50}three\n"));
    const auto told = std::ranges::find(paired.diagnostics[1], "pair.apart", &Diagnostic::code);
    CHECK(told != paired.diagnostics[1].end());
    CHECK(pairedOf(khmer, ass("{\\k0}{\\kt200}a")).written == 2);
    // A file that has no such times has one text, and tells it.
    const Paired srt = pairedOf(khmer, english, {.format = formatNamed("srt")});
    CHECK(srt.written == 1);
    CHECK(std::ranges::find(srt.losses.items, "karaoke", &LossItem::feature) !=
          srt.losses.items.end());
}

TEST_CASE("times inside of WebVTT stay what they are", "[job][pair]") {
    const std::string khmer = vtt("ក <00:00:13.000>ខ");
    const std::string english = vtt("eng <00:00:12.000>inner");
    const Paired paired = pairedOf(khmer, english);
    CHECK(has(paired.bytes, "\nក <00:00:13.000>ខ\n\n"));
    CHECK(has(paired.bytes, "\neng <00:00:12.000>inner\n"));
    CHECK(paired.losses.empty());
    const Paired ttml = pairedOf(khmer, english, {.format = formatNamed("ttml")});
    CHECK(has(ttml.bytes, ">eng <span begin=\"2s\">inner</span></p>"));
}

TEST_CASE("of times inside of a line of LRC those of the first stay, and the rest is told",
          "[job][pair]") {
    const Paired paired = pairedOf(
        vtt("ក <00:00:13.000>ខ"), vtt("eng <00:00:12.000>inner"), {.format = formatNamed("lrc")});
    CHECK(has(paired.bytes, "<00:13.00>ខ eng inner"));
    REQUIRE(paired.lost[1].items.size() == 1);
    CHECK(toldOf(paired.lost[1]) == Texts{"inner-time dropped 00:00:12.000 -> "});
    CHECK(paired.lost[1].items[0].line == 3);
}

TEST_CASE("a cue that is italic comes back as one from a file that makes it a style",
          "[job][pair]") {
    for (const char* const name : {"srt", "vtt", "ass", "ttml", "itt"}) {
        INFO(name);
        const Paired paired = pairedOf("1\n00:00:01,000 --> 00:00:04,000\nក\n",
                                       "1\n00:00:01,000 --> 00:00:05,000\n<i>eng</i>\n",
                                       {.format = formatNamed(name), .times = StackTimes::Exact});
        CHECK(paired.written == 2);
        CHECK(partedOf(paired.bytes).written == std::array<std::size_t, 2>{1, 1});
    }
}

TEST_CASE("a cue whose start cannot be read has no partner and stays as it is", "[job][pair]") {
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Style, Text\n";
    const std::string one = "Dialogue: 0:00:01.00,0:00:02.00,Default,One";
    const std::string two = "Dialogue: xx,0:00:04.00,Default,Two\n";
    const std::string srt = "1\n00:00:01,000 --> 00:00:03,000\nHello\n";
    for (const PairForm form : {PairForm::Stacked, PairForm::Styles}) {
        PairOptions options;
        options.form = form;
        const auto paired = pairedOf(head + one + "\n" + two, srt, options);
        CHECK(has(paired.bytes, two.substr(0, two.find("Default"))));
        if (form == PairForm::Stacked) CHECK(paired.bytes == head + one + "\\NHello\n" + two);
        CHECK(paired.alone[0] == std::vector<std::size_t>{1});
        CHECK(paired.alone[1].empty());
        const auto told = std::ranges::find(paired.diagnostics[0], "pair.alone", &Diagnostic::code);
        REQUIRE(told != paired.diagnostics[0].end());
        CHECK(told->message ==
              "cue 2 has no start that can be read, and so no partner in the other track; it "
              "stands alone");
    }
    // Nor does it where edges are put on frames, the first of which begins late.
    const KnownFrames late{
        FrameTimeline::fromTicks({20, 1000, 2000, 3000, 4000, 5000}, Fraction(1, 1000)).value()};
    PairOptions onFrames;
    onFrames.frames = &late;
    onFrames.writing.rounding = Rounding::Frame;
    CHECK(has(pairedOf(head + one + "\n" + two, srt, onFrames).bytes, two));
    // In the other file's format its start is made up, and told.
    const auto paired = pairedOf(srt, head + one + "\n" + two);
    CHECK(has(paired.bytes, "00:00:00,000 --> 00:00:04,000\nTwo\n"));
    CHECK(has(paired.bytes, "00:00:01,000 --> 00:00:03,000\nHello\nOne\n"));
    CHECK(paired.alone[1] == std::vector<std::size_t>{1});
    CHECK(std::ranges::count(paired.unread[1].items, std::string("unread"), &LossItem::feature) ==
          1);
}
