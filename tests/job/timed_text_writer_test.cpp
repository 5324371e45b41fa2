// SPDX-License-Identifier: MIT
// Documents as timed text of MP4. Samples are written by hand from 3GPP TS 26.245, 5.15 to 5.17.
#include "job/tracks/timed_text_writer.h"

#include <subs/format/registry.h>

#include "catch.h"
#include "job/track_packets.h"

using namespace subs;
using namespace std::string_view_literals;
using testing::losses;
using testing::packet;
using testing::textOf;
using testing::track;
using tracks::timedTextPackets;
using tracks::WrittenTimedText;
using Lines = std::vector<std::string>;

namespace {

std::string number(std::size_t value, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * static_cast<unsigned>(i)) & 0xFFU);
    return out;
}

std::string sample(std::string_view text, std::string_view boxes = {}) {
    return number(text.size(), 2) + std::string(text) + std::string(boxes);
}

/// A style of font 1, in size 16.
std::string style(std::size_t begin,
                  std::size_t end,
                  std::size_t face,
                  std::size_t color = 0xFFFFFFFF) {
    return number(begin, 2) + number(end, 2) + number(1, 2) + number(face, 1) + number(16, 1) +
           number(color, 4);
}

std::string styles(std::size_t count, std::string_view records) {
    return number(10 + records.size(), 4) + "styl" + number(count, 2) + std::string(records);
}

Document documentOf(const char* format, std::string_view text) {
    DocumentOptions options;
    options.format = format;
    return readDocument(std::string(text), {}, options).value().document;
}

WrittenTimedText written(const Document& document, const TextRoom& room = {}) {
    return timedTextPackets(document, room).value();
}

/// A document with a cue of each text, shown for a second each, one behind the other.
Document withTexts(const std::vector<std::string>& texts) {
    Document document;
    for (const std::string& text : texts) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromSeconds(static_cast<std::int64_t>(document.cues.size()));
        cue.end = cue.start + Time::fromSeconds(1);
        cue.text.plain = text;
        document.cues.push_back(std::move(cue));
    }
    return document;
}

std::string codeOf(const Document& document) {
    const auto made = timedTextPackets(document, {});
    return made ? std::string() : made.error().code;
}

}  // namespace

TEST_CASE("cues become samples, and the description tells where they are shown", "[job][tracks]") {
    const WrittenTimedText made =
        written(documentOf("srt",
                           "1\n00:00:01,000 --> 00:00:02,500\none\n\ntwo {x} a < b\n\n"
                           "2\n00:00:03,000 --> 00:00:04,000\nក\u200Bខ\n"),
                {TickRate(), 1280, 720});
    CHECK(made.cues == 2);
    CHECK(made.track.codec == TextCodec::TimedText);
    // No flags; centred, at the bottom; no background; the whole picture; font 1, no face, size 16,
    // white; one font.
    CHECK(made.track.codecPrivate ==
          "\0\0\0\0\x01\xFF\0\0\0\0\0\0\0\0\x02\xD0\x05\0"
          "\0\0\0\0\0\x01\0\x10\xFF\xFF\xFF\xFF"
          "\0\0\0\x12"
          "ftab\0\x01\0\x01\x05"
          "Arial"sv);
    CHECK(made.track.packets == std::vector{packet(1'000, 1'500, sample("one\n\ntwo {x} a < b")),
                                            packet(3'000, 1'000, sample("ក\u200Bខ"))});
    CHECK(made.track.losses.empty());
    CHECK(made.track.diagnostics.empty());
}

TEST_CASE("faces and colours become records, counted in characters", "[job][tracks]") {
    const std::string srt =
        "1\n00:00:00,000 --> 00:00:01,000\nក<b>ខគ</b><i><u><font color=\"#FF0000\">ឃ</font></u></i>\n";
    const WrittenTimedText made = written(documentOf("srt", srt));
    CHECK(made.track.packets ==
          std::vector{packet(
              0, 1'000, sample("កខគឃ", styles(2, style(1, 3, 1) + style(3, 4, 6, 0xFF0000FF))))});
    CHECK(made.track.losses.empty());
    const TrackText back =
        textOf(track(TextCodec::TimedText, made.track.codecPrivate), made.track.packets);
    CHECK(back.text == srt);
}

TEST_CASE("a letter beyond the first plane is one character", "[job][tracks]") {
    const WrittenTimedText made =
        written(documentOf("srt", "1\n00:00:00,000 --> 00:00:01,000\n😀<b>x</b>\n"));
    CHECK(made.track.packets[0].bytes == sample("😀x", styles(1, style(1, 2, 1))));
}

TEST_CASE("of colours inside of each other the inner one is seen", "[job][tracks]") {
    const WrittenTimedText made =
        written(documentOf("srt",
                           "1\n00:00:00,000 --> 00:00:01,000\n<font color=\"red\">a<font "
                           "color=\"#00FF00\">b</font>c</font>d\n"));
    CHECK(made.track.packets[0].bytes ==
          sample("abcd",
                 styles(3,
                        style(0, 1, 0, 0xFF0000FF) + style(1, 2, 0, 0x00FF00FF) +
                            style(2, 3, 0, 0xFF0000FF))));
}

TEST_CASE("cues that are shown together are one sample for as long", "[job][tracks]") {
    const WrittenTimedText made =
        written(documentOf("srt",
                           "1\n00:00:01,000 --> 00:00:02,000\n<b>above</b>\n\n"
                           "2\n00:00:00,000 --> 00:00:03,000\nនៅ<i>x</i>\n\n"
                           "3\n00:00:03,000 --> 00:00:04,000\nlast\n"));
    CHECK(made.cues == 3);
    CHECK(
        made.track.packets ==
        std::vector{
            packet(0, 1'000, sample("នៅx", styles(1, style(2, 3, 2)))),
            packet(1'000, 1'000, sample("above\nនៅx", styles(2, style(0, 5, 1) + style(8, 9, 2)))),
            packet(2'000, 1'000, sample("នៅx", styles(1, style(2, 3, 2)))),
            packet(3'000, 1'000, sample("last"))});
    CHECK(losses(made.track.losses) == Lines{"text approximated 2"});
}

TEST_CASE("times are in the ticks of the film", "[job][tracks]") {
    Document document = withTexts({"a"});
    const TickRate film(24'000);
    document.cues[0].start = film.timeOf(1001);
    document.cues[0].end = film.timeOf(25 * 1001);
    const WrittenTimedText exact = written(document, {film, 0, 0});
    CHECK(exact.track.packets[0].start == document.cues[0].start);
    CHECK(exact.track.packets[0].duration == film.timeOf(24 * 1001));
    CHECK(exact.track.losses.empty());
    const WrittenTimedText rounded = written(document);
    CHECK(rounded.track.packets[0].start == Time::fromMilliseconds(42));
    CHECK(losses(rounded.track.losses) == Lines{"time-precision info 2"});
}

TEST_CASE("what timed text does not hold of ASS is told", "[job][tracks]") {
    const WrittenTimedText made = written(documentOf(
        "ass",
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Alignment\n"
        "Style: Default,Khmer OS,20,&H0000FFFF,-1,2\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\pos(1,2)}a{\\k20}b{\\b0}c\n"
        "Dialogue: 0,0:00:03.00,0:00:04.00,Default,Dara,0,0,0,,{\\an8\\fs30}top{\\s1}gone\n"
        "Comment: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,note\n"));
    REQUIRE(made.cues == 2);
    // Yellow and bold by the style.
    CHECK(made.track.packets[0].bytes ==
          sample("abc", styles(2, style(0, 2, 1, 0xFFFF00FF) + style(2, 3, 0, 0xFFFF00FF))));
    CHECK(made.track.packets[1].bytes == sample("topgone", styles(1, style(0, 7, 1, 0xFFFF00FF))));
    const Lines told = losses(made.track.losses);
    for (const char* loss : {"styles approximated 1",
                             "canvas info 1",
                             "overrides dropped 1",
                             "karaoke dropped 1",
                             "speaker dropped 1",
                             "alignment dropped 1",
                             "font-size dropped 1",
                             "strike dropped 1",
                             "comment dropped 1"}) {
        INFO(loss);
        CHECK(std::ranges::find(told, loss) != told.end());
    }
}

TEST_CASE("no markup of another format stands in the text", "[job][tracks]") {
    const WrittenTimedText made = written(
        documentOf("vtt",
                   "WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0\n<v Dara>a &lt; <ruby>漢<rt>kan"
                   "</rt></ruby></v>\n\n00:00:03.000 --> 00:00:04.000\n<c.loud>b</c>\n"));
    REQUIRE(made.track.packets.size() == 2);
    CHECK(made.track.packets[0].bytes == sample("a < 漢(kan)"));
    CHECK(made.track.packets[1].bytes == sample("b"));
    const Lines told = losses(made.track.losses);
    CHECK(std::ranges::find(told, "class dropped 1") != told.end());
}

TEST_CASE("a cue without text is told, since an empty sample is the time between two",
          "[job][tracks]") {
    const WrittenTimedText made = written(withTexts({"a", "", " "}));
    CHECK(made.cues == 2);
    CHECK(made.track.packets ==
          std::vector{packet(0, 1'000, sample("a")), packet(2'000, 1'000, sample(" "))});
    CHECK(losses(made.track.losses) == Lines{"text dropped 1"});
}

TEST_CASE("signs that readers would stumble over are not written", "[job][tracks]") {
    Document document = withTexts({"\uFEFF\uFEFFa_b", "\uFEFF"});
    document.cues[0].text.plain[7] = '\0';
    document.cues[0].text.spans = {{SpanKind::Bold, 8, 9, ""}};
    const WrittenTimedText made = written(document);
    REQUIRE(made.track.packets.size() == 1);
    CHECK(made.track.packets[0].bytes == sample("a\uFFFDb", styles(1, style(2, 3, 1))));
    CHECK(losses(made.track.losses) == Lines{"text dropped 3", "text approximated 1"});
}

TEST_CASE("texts and times that a table cannot hold are refused, naming the cue", "[job][tracks]") {
    CHECK(codeOf(withTexts({"a", std::string(65'535, 'b')})).empty());
    const auto tooLong = timedTextPackets(withTexts({"a", std::string(65'536, 'b')}), {});
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == "track.text-too-long");
    CHECK(tooLong.error().message.find("cue 2: ") == 0);
    // Each fits, but they are shown together, with a line end between them.
    Document together = withTexts({std::string(40'000, 'a'), std::string(25'535, 'b')});
    together.cues[1].start = Time();
    CHECK(codeOf(together) == "track.text-too-long");
    Document late = withTexts({"a"});
    late.cues[0].end = Time::fromSeconds(1000 * 3600);
    CHECK(codeOf(late).empty());
    late.cues[0].end = Time::fromSeconds(1000 * 3600) + Time::fromMilliseconds(1);
    CHECK(codeOf(late) == "track.too-late");
}

TEST_CASE("many cues over one long text are refused before they fill the memory", "[job][tracks]") {
    Document document = withTexts(std::vector<std::string>(5'000, "b"));
    Cue all = document.cues[0];
    all.id = document.newId();
    all.end = Time::fromSeconds(5'000);
    all.text.plain.assign(65'000, 'a');
    document.cues.insert(document.cues.begin(), all);
    CHECK(codeOf(document) == "track.too-large");
}
