// SPDX-License-Identifier: MIT
// The formats of lines: MicroDVD, SubViewer 1 and 2, MPL2, TMPlayer, LRC and SBV.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/edited.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace subs;
using testing::changed;
using testing::countOf;
using testing::documentOf;
using testing::lossOf;
using testing::ms;
using testing::parsed;
using testing::written;

namespace {

Cue cueAt(Document& document, std::int64_t start, std::int64_t end, std::string text) {
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(start);
    cue.end = ms(end);
    cue.text.plain = std::move(text);
    return cue;
}

/// Two cues of another format, the second of which begins where the first ends.
Document twoCues() {
    Document document;
    document.format = "elsewhere";
    document.cues.push_back(cueAt(document, 1000, 2500, "Where is\nthe boat?"));
    document.cues.push_back(cueAt(document, 2500, 4000, "ទូក"));
    return document;
}

Document withText(std::string text) {
    Document document;
    document.format = "elsewhere";
    document.cues.push_back(cueAt(document, 1000, 2000, std::move(text)));
    return document;
}

FrameTimeline at(const char* rate) {
    return FrameTimeline::constant(*parseFrameRate(rate));
}

std::string inMicroDvd(const Document& document, const char* rate, Rounding rounding) {
    const FrameTimeline timeline = at(rate);
    WriteOptions options;
    options.timeline = &timeline;
    options.rounding = rounding;
    return written(document, "microdvd", options);
}

std::string lossesOf(const Document& document, std::string_view format) {
    std::string features;
    for (const LossItem& item : formatNamed(format)->plan(document, {}).items)
        features += item.feature + ' ' + std::string(nameOf(item.severity)) + '\n';
    return features;
}

}  // namespace

TEST_CASE("a new file of each format of lines", "[lines]") {
    CHECK(written(twoCues(), "subviewer") ==
          "[INFORMATION]\n[TITLE]\n[AUTHOR]\n[END INFORMATION]\n[SUBTITLE]\n"
          "[COLF]&HFFFFFF,[STYLE]no,[SIZE]18,[FONT]Arial\n"
          "00:00:01.00,00:00:02.50\nWhere is[br]the boat?\n\n00:00:02.50,00:00:04.00\nទូក\n");
    CHECK(written(twoCues(), "subviewer1") ==
          "[TITLE]\n\n[AUTHOR]\n\n[BEGIN]\n******** START SCRIPT ********\n"
          "[00:00:01]\nWhere is|the boat?\n\n[00:00:03]\nទូក\n[00:00:04]\n");
    CHECK(written(twoCues(), "mpl2") == "[10][25]Where is|the boat?\n[25][40]ទូក\n");
    CHECK(written(twoCues(), "tmplayer") ==
          "00:00:01:Where is|the boat?\n00:00:03:ទូក\n00:00:04:\n");
    CHECK(written(twoCues(), "lrc") == "[00:01.00]Where is the boat?\n[00:02.50]ទូក\n[00:04.00]\n");
    CHECK(written(twoCues(), "sbv") ==
          "0:00:01.000,0:00:02.500\nWhere is\nthe boat?\n\n0:00:02.500,0:00:04.000\nទូក\n");
    CHECK(inMicroDvd(twoCues(), "25", Rounding::Nearest) ==
          "{1}{1}25\n{25}{62}Where is|the boat?\n{63}{99}ទូក\n");
}

TEST_CASE("an end that nothing says is written in a line of its own", "[lines]") {
    Document document = twoCues();
    document.cues[1].start = ms(3000);
    CHECK(written(document, "lrc") ==
          "[00:01.00]Where is the boat?\n[00:02.50]\n[00:03.00]ទូក\n[00:04.00]\n");
    CHECK(lossesOf(document, "lrc") == "text approximated\n");
    // One that begins before the end would be ended by it.
    document.cues[1].start = ms(2000);
    CHECK(written(document, "lrc") == "[00:01.00]Where is the boat?\n[00:02.00]ទូក\n[00:04.00]\n");
    CHECK(lossesOf(document, "lrc") == "missing-end approximated\ntext approximated\n");
    // Longer than a cue without an end is taken to last.
    document.cues[0].start = ms(0);
    document.cues[0].end = document.cues[1].start = ms(3500);
    CHECK(written(document, "lrc") ==
          "[00:00.00]Where is the boat?\n[00:03.50]\n[00:03.50]ទូក\n[00:04.00]\n");
}

TEST_CASE("a cue without a text is not taken for the end of another", "[lines]") {
    Document document = twoCues();
    document.cues[0].end.reset();
    document.cues[1].text.plain.clear();
    document.cues[1].end.reset();
    for (const char* const format : {"lrc", "tmplayer"}) {
        INFO(format);
        CHECK(documentOf(format, written(document, format)).cues.size() == 2);
    }
    const std::string file = "[00:01.00]\n[00:02.00]\n";
    CHECK(changed("lrc", file, [](Document& edited) { edited.cues[0].text.plain = "x"; }) ==
          "[00:01.00]x\n[00:02.00]\u2060\n");
}

TEST_CASE("an empty cue behind a line of several times stays a cue", "[lines]") {
    const std::string file = "[00:12.00][00:40.00]Oh\n[02:03][02:04]\n";
    const Document document = documentOf("lrc", file);
    REQUIRE(document.cues.size() == 4);
    CHECK(written(document, "lrc") == file);
    CHECK(changed("lrc", file, [](Document& edited) { edited.cues[3].text.plain = "!"; }) ==
          "[00:12.00][00:40.00]Oh\n[02:03.00]\u2060\n[02:04]!\n");
}

TEST_CASE("what would be markup or times is kept text", "[lines]") {
    for (const auto& [format, text] :
         std::vector<std::pair<const char*, const char*>>{{"mpl2", "/usr"},
                                                          {"mpl2", "a\n_b"},
                                                          {"tmplayer", "1 --> 2"},
                                                          {"lrc", "[00:01.00] <00:02.00>"},
                                                          {"sbv", "a\n\n0:00:01.000,0:00:02.000"},
                                                          {"sbv", "0:00:01.000,0:00:02.000"},
                                                          {"sbv", "a [br] b"},
                                                          {"subviewer", "00:00:01.00,00:00:02.00"},
                                                          {"subviewer1", "[00:00:01]"}}) {
        INFO(format << ' ' << text);
        const Document document = withText(text);
        CHECK(lossesOf(document, format) == "text approximated\n");
        const Document again = documentOf(format, written(document, format));
        REQUIRE(again.cues.size() == 1);
        std::string plain = again.cues[0].text.plain;
        for (std::size_t joiner = plain.find("\u2060"); joiner != std::string::npos;
             joiner = plain.find("\u2060"))
            plain.erase(joiner, 3);
        CHECK(plain == text);
    }
    CHECK(written(withText("a|b"), "mpl2") == "[10][20]a\u00A6b\n");
    CHECK(lossesOf(withText("a|b"), "mpl2") == "text approximated\n");
    CHECK(inMicroDvd(withText("/a\n{y:i}b\n{c}"), "25", Rounding::Nearest) ==
          "{1}{1}25\n{25}{49}\u2060/a|\u2060{y:i}b|{c}\n");
}

TEST_CASE("a line of LRC before the song begins is kept, not shown, and told", "[lrc]") {
    const std::string file = "[by:me]\n[00:01.00]one\n[-00:07.00]neg\n[-1:00]x\n[-by:me]\n";
    const Parsed read = parsed("lrc", file);
    REQUIRE(read.document.cues.size() == 1);
    CHECK(written(read.document, "lrc") == file);
    REQUIRE(countOf(read.diagnostics, "lrc.negative-time") == 1);
    CHECK(countOf(read.diagnostics, "lrc.stray-text") == 0);
    const Diagnostic& told = read.diagnostics.at(0);
    CHECK(told.code == "lrc.negative-time");
    CHECK(told.severity == Severity::Warning);
    CHECK(told.line == 3);
    CHECK(told.message.find("not shown") != std::string::npos);
    CHECK(told.message.find("[-00:07.00]neg") != std::string::npos);
}

TEST_CASE("an edited line is written anew and no other", "[lines]") {
    const std::string lrc = "[ti:x]\n[00:01.00][00:05.00]Oh\n[00:07.5]a\n[00:09]\n";
    const auto edited = [&](void (*change)(Document&)) { return changed("lrc", lrc, change); };
    CHECK(edited([](Document&) {}) == lrc);
    CHECK(edited([](Document& document) { document.cues[0].start = ms(1500); }) ==
          "[ti:x]\n[00:01.50]Oh\n[00:05.00]Oh\n[00:07.5]a\n[00:09]\n");
    CHECK(edited([](Document& document) { document.cues[1].text.plain = "Ah"; }) ==
          "[ti:x]\n[00:01.00]Oh\n[00:05.00]Ah\n[00:07.5]a\n[00:09]\n");
    CHECK(edited([](Document& document) { document.cues.erase(document.cues.begin() + 1); }) ==
          "[ti:x]\n[00:01.00]Oh\n[00:07.5]a\n[00:09]\n");
    CHECK(edited([](Document& document) { document.cues[2].end = ms(10000); }) ==
          "[ti:x]\n[00:01.00][00:05.00]Oh\n[00:07.5]a\n[00:10.00]\n");
    CHECK(edited([](Document& document) { document.cues[2].end.reset(); }) ==
          "[ti:x]\n[00:01.00][00:05.00]Oh\n[00:07.5]a\n");
    CHECK(changed("mpl2", "[10][]/one\n[20][30]two", [](Document& document) {
              document.cues[0].end = ms(1700);
              document.cues[1].text.plain = "three";
          }) == "[10][17]/one\n[20][30]three");
    CHECK(changed("tmplayer", "00:00:01=one", [](Document& document) {
              document.cues[0].end = ms(3000);
          }) == "00:00:01=one\n00:00:03=\n");
    CHECK(changed("sbv", "0:00:01.000,0:00:02.000", [](Document& document) {
              document.cues[0].text.plain = "one";
          }) == "0:00:01.000,0:00:02.000\none\n");
    CHECK(changed("microdvd", "{1}{1}25\n{25}{49}{Y:i}{H:1}one|two\n", [](Document& document) {
              document.cues[0].text = withPlain(document.cues[0].text, "one\nthree");
              document.cues[0].end = ms(3000);
          }) == "{1}{1}25\n{25}{74}{H:1}{Y:i}one|three\n");
}

TEST_CASE("MicroDVD counts whole frames by the rule that is asked for", "[lines][microdvd]") {
    Document document = withText("x");
    document.cues[0].start = ms(1010);
    document.cues[0].end = ms(1990);
    // At 25 a frame is 40 ms: 1010 lies in frame 25, 1990 in frame 49.
    CHECK(inMicroDvd(document, "25", Rounding::Nearest) == "{1}{1}25\n{25}{49}x\n");
    CHECK(inMicroDvd(document, "25", Rounding::Floor) == "{1}{1}25\n{25}{48}x\n");
    CHECK(inMicroDvd(document, "25", Rounding::Frame) == "{1}{1}25\n{26}{49}x\n");
    // 1001 s are 24000 frames of 24000/1001.
    document.cues[0].start = ms(1001000);
    document.cues[0].end = ms(2002000);
    CHECK(inMicroDvd(document, "23.976", Rounding::Frame) == "{1}{1}23.976\n{24000}{47999}x\n");
    CHECK(inMicroDvd(document, "29.97", Rounding::Nearest).starts_with("{1}{1}29.97\n{30000}"));
}

TEST_CASE("equal edges of MicroDVD stay equal", "[lines][microdvd]") {
    Document document;
    document.format = "elsewhere";
    for (std::int64_t i = 0; i < 500; ++i)
        document.cues.push_back(cueAt(document, i * 1337, (i + 1) * 1337, "x"));
    for (const Rounding rounding :
         {Rounding::Nearest, Rounding::Floor, Rounding::Frame, Rounding::FrameNearest}) {
        const Document again = documentOf("microdvd", inMicroDvd(document, "23.976", rounding));
        REQUIRE(again.cues.size() == document.cues.size());
        for (std::size_t i = 0; i + 1 < again.cues.size(); ++i)
            REQUIRE(again.cues[i].end == again.cues[i + 1].start);
    }
}

TEST_CASE("the rate of MicroDVD is told or asked for, and never guessed", "[lines][microdvd]") {
    const Format& format = *formatNamed("microdvd");
    const auto text = format.write(withText("x"), {});
    REQUIRE_FALSE(text);
    CHECK(text.error().code == "time.no-timeline");
    const FrameTimeline asked = at("25");
    const auto read = [&](std::string file) {
        DocumentOptions options;
        options.timeline = &asked;
        return readDocument(std::move(file), "x.sub", options).value();
    };
    const ReadDocument without = read("{25}{49}x\n");
    REQUIRE(without.document.cues.size() == 1);
    CHECK(without.document.cues[0].start == ms(1000));
    CHECK(without.diagnostics.empty());
    const ReadDocument other = read("{1}{1}23.976\n{25}{49}x\n");
    CHECK(other.document.cues[0].start == ms(1000));
    REQUIRE(other.diagnostics.size() == 1);
    CHECK(other.diagnostics[0].code == "microdvd.other-rate");
    CHECK(formatNamed("sub") == &format);
}

TEST_CASE("looks of whole lines are kept, those of words are told", "[lines]") {
    Document document = withText("one two\nthree");
    document.cues[0].text.spans = {{SpanKind::Italic, 0, 13, ""}, {SpanKind::Bold, 8, 13, ""}};
    CHECK(written(document, "mpl2") == "[10][20]/one two|\\/three\n");
    CHECK(lossesOf(document, "mpl2").empty());
    CHECK(inMicroDvd(document, "25", Rounding::Nearest) ==
          "{1}{1}25\n{25}{49}{Y:i}one two|{y:b}three\n");
    document.cues[0].text.spans = {{SpanKind::Italic, 0, 3, ""},
                                   {SpanKind::Color, 0, 7, "#FF0000"}};
    CHECK(written(document, "mpl2") == "[10][20]one two|three\n");
    CHECK(lossesOf(document, "mpl2") == "italic approximated\ncolor dropped\n");
    CHECK(inMicroDvd(document, "25", Rounding::Nearest) ==
          "{1}{1}25\n{25}{49}{c:$0000FF}one two|three\n");
    CHECK(lossesOf(document, "sbv") == "italic dropped\ncolor dropped\n");
}

TEST_CASE("times of a coarse grid are told", "[lines]") {
    Document document = withText("x");
    document.cues[0].start = ms(1040);
    CHECK(lossesOf(document, "mpl2") == "time-precision approximated\n");
    CHECK(lossesOf(document, "lrc").empty());
    document.cues[0].start = ms(1004);
    CHECK(lossesOf(document, "lrc") == "time-precision info\n");
}

TEST_CASE("times too large to be worked with are kept as written", "[lines]") {
    const std::string nines(30, '9');
    for (const auto& [format, file] : std::vector<std::pair<const char*, std::string>>{
             {"microdvd", "{1}{1}25\n{" + nines + "}{1}x\n"},
             {"mpl2", "[" + nines + "][1]x\n"},
             {"lrc", "[offset:9]\n[" + nines + ":00.00]x\n"},
             {"tmplayer", nines + ":00:00:x\n"},
             {"sbv", nines + ":00:00.000,0:00:00.000\nx\n"}}) {
        INFO(format);
        const Parsed parsed = testing::parsed(format, file);
        REQUIRE(parsed.document.cues.size() == 1);
        CHECK(testing::countOf(parsed.diagnostics, std::string(format) + ".time-too-large") == 1);
        CHECK(written(parsed.document, format) == file);
        CHECK(lossesOf(parsed.document, format).empty());
    }
}

TEST_CASE("an offset of LRC moves no time that is too large to be worked with", "[lines]") {
    // Both lines are at the largest time. Given a text the first one ends there too, not 22 ms
    // before, where it would be a line of its own.
    Document document = documentOf("lrc", "[offset:-22]\n[5552777750:00]\n[555577750:05]\n");
    REQUIRE(document.cues.size() == 2);
    document.cues[0].text.plain = "!";
    CHECK(documentOf("lrc", written(document, "lrc")).cues.size() == 2);
}

TEST_CASE("word times of LRC go there and back", "[lines]") {
    const std::string file = "[offset:500]\n[00:12.00]<00:12.00>one <00:12.50>two\n";
    const Document document = documentOf("lrc", file);
    CHECK(document.cues[0].text.spans[1].value == "00:00:12.000");
    CHECK(written(detached(document), "lrc") == "[00:11.50]<00:11.50>one <00:12.00>two\n");
    // A time inside of a WebVTT cue is later than its start.
    CHECK(written(document, "vtt").find("\none <00:00:12.000>two") != std::string::npos);
    CHECK(lossesOf(document, "vtt").find("inner-time") == std::string::npos);
}

TEST_CASE("LRC has no word time before the song begins", "[lines]") {
    Document document = withText("so la");
    document.cues[0].text.spans = {{SpanKind::InnerTime, 3, 3, "-00:00:00.500"}};
    CHECK(written(document, "lrc") == "[00:01.00]so <00:00.00>la\n[00:02.00]\n");
    CHECK(lossesOf(document, "lrc") == "inner-time approximated\n");
    document.cues[0].text.spans[0].value = "soon";
    CHECK(written(document, "lrc") == "[00:01.00]so la\n[00:02.00]\n");
    CHECK(lossesOf(document, "lrc") == "inner-time dropped\n");
}

TEST_CASE("formats of lines are told apart by their content", "[lines]") {
    for (const auto& [id, text] : std::vector<std::pair<const char*, const char*>>{
             {"microdvd", "{1}{1}25\n{25}{49}x\n"},
             {"microdvd", "{25}{49}x\n"},
             {"subviewer", "[INFORMATION]\n[SUBTITLE]\n00:00:01.000,00:00:02.000\nx\n"},
             {"subviewer", "00:00:01.00,00:00:02.00\nx\n"},
             {"subviewer1", "[00:00:01]\nx\n[00:00:02]\n"},
             {"mpl2", "[10][20]x\n"},
             {"tmplayer", "00:00:01:x\n"},
             {"lrc", "[ti:x]\n[00:01.00]x\n"},
             {"sbv", "0:00:01.000,0:00:02.000\nx\n"},
             {"srt", "1\n00:00:01:000 --> 00:00:02:000\nx\n"},
             {"srt", "1\n00:00:01,000 --> 00:00:02,000\n[10][20]x\n"}}) {
        INFO(id << ' ' << text);
        const auto found = recognised(text, "wrong.txt");
        REQUIRE(found);
        CHECK(found->format->info().id == id);
    }
    const auto prose = recognised("One line.\n10:30:00: the news\nAnd\nmore\nof\nit\n", "x.txt");
    CHECK((!prose || prose->probe.score < 50));
}

TEST_CASE("a cue that ends before it begins stays one cue where ends have lines of their own",
          "[format][lines]") {
    Document document;
    for (const auto& [start, end] : {std::pair{5000, 2000}, std::pair{8000, 9000}}) {
        Cue& cue = document.cues.emplace_back();
        cue.id = document.newId();
        cue.start = ms(start);
        cue.end = ms(end);
        cue.text.plain = "boat";
    }
    for (const char* const format : {"lrc", "tmplayer", "subviewer1"}) {
        INFO(format);
        const LossReport losses = formatNamed(format)->plan(document, {});
        const LossItem* loss = lossOf(losses, feature::kMissingEnd);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Approximated);
        CHECK(loss->cues == std::vector<CueId>{CueId{1}});
        const std::string text = written(document, format);
        INFO(text);
        const Document again = documentOf(format, text);
        REQUIRE(again.cues.size() == 2);
        CHECK(again.cues[0].start == ms(5000));
        CHECK(again.cues[1].end == ms(9000));
        // The same in a file of the format.
        Document own = again;
        own.cues[1].end = ms(7000);
        CHECK(documentOf(format, written(own, format)).cues.size() == 2);
        CHECK(lossOf(formatNamed(format)->plan(own, {}), feature::kMissingEnd));
    }
}
