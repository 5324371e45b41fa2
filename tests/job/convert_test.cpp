// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"
#include "folder.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

using namespace subs;
namespace fs = std::filesystem;

namespace {

const std::string kSrt =
    "1\r\n00:00:01,000 --> 00:00:02,500\r\nសួស្តី <i>you</i>\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\nTwo\r\n";

const std::string kEnglish = "1\n00:00:01,000 --> 00:00:02,000\nboat\n";

ConvertOptions into(std::string_view format) {
    ConvertOptions options;
    options.format = formatNamed(format);
    return options;
}

std::string bytesOf(std::string file, const ConvertOptions& options) {
    auto result = converted(std::move(file), "a.srt", options);
    REQUIRE(result);
    return result->bytes;
}

ConvertTask task(const fs::path& input, const fs::path& output) {
    return {{input, input.filename(), std::nullopt}, std::nullopt, output};
}

}  // namespace

TEST_CASE("without an option the bytes come back as they are", "[job]") {
    for (const std::string& bytes :
         {kSrt,
          "\xEF\xBB\xBF" + kSrt + "\r\n\r\n",
          std::string("7\n00:00:01,5 -> x\n\nstray\n1\n00:00:01,000 --> 00:00:00,500\nback\n")}) {
        const auto result = converted(bytes, "film.srt", {});
        REQUIRE(result);
        CHECK(result->bytes == bytes);
        CHECK(result->from == result->to);
    }
}

TEST_CASE("a document goes into another format and says where it came from", "[job]") {
    const auto result = converted(kSrt, "film.srt", into("ass"));
    REQUIRE(result);
    CHECK(result->from == formatNamed("srt"));
    CHECK(result->to == formatNamed("ass"));
    CHECK(result->bytes.find("0:00:02.50,0:00:04.00") != std::string::npos);
    CHECK(result->cues == 2);
}

TEST_CASE("text that a damaged file may have besides what was read is told as dropped", "[job]") {
    const std::string damaged =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>\n<p begin=\"1s\" end=\"2s\">a</p>\n"
        "<p begin=\"3s\" end=\"4s\">b </span> c</p></div></body></tt>";
    const auto result = converted(damaged, "film.ttml", into("srt"));
    REQUIRE(result);
    REQUIRE(!result->losses.empty());
    const auto& items = result->losses.items;
    const auto unread = std::ranges::find(items, "unread", &LossItem::feature);
    REQUIRE(unread != items.end());
    CHECK(unread->line == 3);
    CHECK(result->losses.worst() == LossSeverity::Dropped);
    const auto kept = converted(damaged, "film.ttml", {});
    REQUIRE(kept);
    CHECK(kept->losses.empty());
    CHECK(kept->bytes == damaged);
}

TEST_CASE("rounding to frames writes midpoints and a second run changes nothing", "[job]") {
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    ConvertOptions options;
    options.writing.rounding = Rounding::Frame;
    options.frames = &frames;
    const auto once = converted(kSrt, "film.srt", options);
    REQUIRE(once);
    CHECK(
        once->bytes ==
        "1\r\n00:00:00,980 --> 00:00:02,500\r\nសួស្តី <i>you</i>\r\n\r\n2\r\n00:00:02,500 --> 00:00:03,980\r\nTwo\r\n");
    CHECK(converted(once->bytes, "film.srt", options)->bytes == once->bytes);
    options.writing.rounding = Rounding::FrameNearest;
    options.format = formatNamed("ass");
    const auto nearest = converted(kSrt, "film.srt", options);
    REQUIRE(nearest);
    CHECK(nearest->bytes.find("0:00:00.98,0:00:02.50") != std::string::npos);
}

TEST_CASE("what moves to a frame is told with its time in the source", "[job][loss]") {
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    for (const char* const format : {"itt", "ebu-stl"}) {
        CAPTURE(format);
        ConvertOptions options = into(format);
        options.writing.rounding = Rounding::Frame;
        options.frames = &frames;
        // 2.5 s is within frame 62, after which the cue ends.
        const auto done =
            converted("1\n00:00:01,000 --> 00:00:02,500\nboat\n", "film.srt", options);
        REQUIRE(done);
        const auto& losses = done->losses.items;
        const auto moved = std::ranges::find(losses, feature::kTimePrecision, &LossItem::feature);
        REQUIRE(moved != losses.end());
        CHECK(moved->count == 1);
        CHECK(moved->before == "00:00:02.500");
        CHECK(moved->after == "00:00:02:13, on the frames of the film");
    }
}

TEST_CASE("an edge that a format has no unit for names its cue", "[job]") {
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("1000").value())};
    ConvertOptions options = into("ass");
    options.writing.rounding = Rounding::Frame;
    options.frames = &frames;
    const auto result = converted("1\n00:00:00,000 --> 00:00:01,003\nx\n", "film.srt", options);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "time.no-unit-between-frames");
    CHECK(result.error().message.find("cue 1") == 0);
    CHECK(result.error().message.find("; --rounding nearest takes") != std::string::npos);
    CHECK(result.error().line == 1);
}

TEST_CASE("a file without a cue is not converted into another format", "[job]") {
    const auto result = converted("only words\n", "film.srt", into("ass"));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "convert.no-cues");
    CHECK(converted("only words\n", "film.srt", {})->bytes == "only words\n");
}

TEST_CASE("a letter that an encoding does not have is found in the file that was read",
          "[job][khmer]") {
    ConvertOptions options = into("ass");
    options.writing.encoding = "windows-1252";
    const auto result = converted(
        "1\n00:00:01,000 --> 00:00:02,000\nfine\n\n2\n00:00:02,000 --> 00:00:03,000\nso <b>ទទ</b>\n",
        "film.srt",
        options);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "charset.unrepresentable");
    CHECK(result.error().line == 7);
    CHECK(result.error().column == 7);
    CHECK(result.error().message.find("2 characters are not in windows-1252") == 0);
    CHECK(result.error().message.find("in cue 2; nothing was written") != std::string::npos);
}

TEST_CASE("a file is converted into folders that are made for it", "[job]") {
    const testing::Folder folder;
    REQUIRE(writeFileAtomically(folder.path / "a b.srt", kSrt));
    const fs::path output = folder.path / "deep" / "ខ្មែរ" / "a b.ass";
    const ConvertOutcome outcome = convertOne(task(folder.path / "a b.srt", output), into("ass"));
    CHECK_FALSE(outcome.error);
    CHECK(readFile(output).value().find("សួស្តី") != std::string::npos);
}

TEST_CASE("a file that is there is kept unless it may be replaced", "[job]") {
    const testing::Folder folder;
    REQUIRE(writeFileAtomically(folder.path / "x.srt", kSrt));
    REQUIRE(writeFileAtomically(folder.path / "x.ass", "mine"));
    ConvertOptions options = into("ass");
    CHECK(convertOne(task(folder.path / "x.srt", folder.path / "x.ass"), options).error->code ==
          "io.exists");
    CHECK(readFile(folder.path / "x.ass").value() == "mine");
    options.existing = Existing::Replace;
    CHECK_FALSE(convertOne(task(folder.path / "x.srt", folder.path / "x.ass"), options).error);
    CHECK(readFile(folder.path / "x.ass").value() != "mine");
}

TEST_CASE("one file that cannot be read does not keep the others from being done", "[job]") {
    const testing::Folder folder;
    std::vector<ConvertTask> tasks;
    for (const char* name : {"a", "missing", "b"}) {
        if (std::string(name) != "missing")
            REQUIRE(writeFileAtomically(folder.path / (std::string(name) + ".srt"), kSrt));
        tasks.push_back(task(folder.path / (std::string(name) + ".srt"),
                             folder.path / (std::string(name) + ".ass")));
    }
    std::vector<std::string> codes;
    const std::size_t finished =
        convertAll(tasks, into("ass"), {2, {}}, [&](std::size_t, const ConvertOutcome& outcome) {
            codes.push_back(outcome.error ? outcome.error->code : "");
        });
    CHECK(finished == 3);
    CHECK(codes == std::vector<std::string>{"", "io.not-found", ""});
    CHECK(fs::exists(folder.path / "b.ass"));
    CHECK_FALSE(fs::exists(folder.path / "missing.ass"));
}

TEST_CASE("a byte order mark that an encoding has not is told", "[job]") {
    const std::string text = "1\n00:00:01,000 --> 00:00:02,000\nsm\xF8r\n";
    ConvertOptions options;
    options.reading.encoding = "windows-1252";
    options.writing.bom = BomChoice::Yes;
    const auto result = converted(text, "a.srt", options);
    REQUIRE(result);
    CHECK(result->bytes == text);
    REQUIRE(!result->diagnostics.empty());
    CHECK(result->diagnostics.back().code == "convert.no-bom");
    CHECK(result->diagnostics.back().severity == Severity::Warning);
    CHECK(result->diagnostics.back().message.find("windows-1252 has no byte order mark") == 0);
    options.writing.encoding = "UTF-8";
    const auto unicode = converted(text, "a.srt", options);
    REQUIRE(unicode);
    CHECK(unicode->bytes.starts_with("\xEF\xBB\xBF"));
    for (const Diagnostic& diagnostic : unicode->diagnostics)
        CHECK(diagnostic.code != "convert.no-bom");
}

TEST_CASE("a byte order mark stays in its format", "[job]") {
    const std::string mark = "\xEF\xBB\xBF";
    const auto written = [&](const std::string& bytes, ConvertOptions options) {
        const auto result = converted(bytes, "film.srt", options);
        REQUIRE(result);
        return result->bytes;
    };
    ConvertOptions sameFormat = into("srt");
    sameFormat.writing.newline = NewlineChoice::Lf;
    CHECK(written(mark + kSrt, sameFormat).starts_with(mark));
    ConvertOptions other = into("vtt");
    CHECK(written(mark + kSrt, other).starts_with("WEBVTT"));
    other.writing.encoding = "UTF-8";
    CHECK(written(mark + kSrt, other).starts_with("WEBVTT"));
    other.writing.bom = BomChoice::Yes;
    CHECK(written(mark + kSrt, other).starts_with(mark + "WEBVTT"));
    CHECK(written(kSrt, other).starts_with(mark + "WEBVTT"));
    // UTF-16 that becomes UTF-8 anew, and UTF-16 that is asked for, which needs one.
    ConvertOptions wide = into("srt");
    wide.writing.encoding = "UTF-16LE";
    const std::string utf16 = written(kSrt, wide);
    CHECK(utf16.starts_with("\xFF\xFE"));
    ConvertOptions narrow = into("srt");
    narrow.writing.encoding = "UTF-8";
    CHECK(written(utf16, narrow) == kSrt);
    ConvertOptions wideAss = into("ass");
    wideAss.writing.encoding = "UTF-16LE";
    CHECK(written(utf16, wideAss).starts_with("\xFF\xFE"));
}

TEST_CASE("what is written in UTF-32 is read again, with a mark and without", "[job]") {
    for (const char* const encoding : {"UTF-32", "UTF-32LE", "UTF-32BE"}) {
        for (const BomChoice bom : {BomChoice::Keep, BomChoice::No}) {
            INFO(encoding);
            ConvertOptions wide = into("srt");
            wide.writing.encoding = encoding;
            wide.writing.bom = bom;
            const std::string utf32 = bytesOf(kSrt, wide);
            const bool isBig = std::string_view(encoding).ends_with("BE");
            const std::string mark(isBig ? "\0\0\xFE\xFF" : "\xFF\xFE\0\0", 4);
            CHECK(utf32.starts_with(mark) == (bom == BomChoice::Keep));
            ConvertOptions narrow = into("srt");
            narrow.writing.encoding = "UTF-8";
            CHECK(bytesOf(utf32, narrow) == kSrt);
        }
    }
}

TEST_CASE("SCC is written in ASCII, which is UTF-8, and refused in anything else", "[job][scc]") {
    const std::string boat = "1\n00:00:05,000 --> 00:00:07,000\nboat\n";
    for (const char* const encoding : {"UTF-16", "UTF-32", "windows-1252"}) {
        ConvertOptions options = into("scc");
        options.writing.encoding = encoding;
        const auto refused = converted(boat, "a.srt", options);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "format.not-utf8");
    }
    for (const char* const encoding : {"UTF-8", "ASCII"}) {
        ConvertOptions options = into("scc");
        options.writing.encoding = encoding;
        CHECK(bytesOf(boat, options).starts_with("Scenarist_SCC V1.0"));
    }
}

TEST_CASE("WebVTT, JSON and IMSC are written in UTF-8 and refused in anything else", "[job]") {
    for (const char* const format : {"vtt", "json", "ttml", "ebu-tt-d", "netflix-ttml"}) {
        for (const char* const encoding : {"windows-1252", "UTF-16LE", "UTF-16"}) {
            ConvertOptions options = into(format);
            options.writing.encoding = encoding;
            const auto refused = converted(std::string(kSrt), "a.srt", options);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == "format.not-utf8");
            CHECK(refused.error().message.find("in UTF-8") != std::string::npos);
        }
        ConvertOptions plain = into(format);
        plain.writing.encoding = "utf-8";
        CHECK(converted(std::string(kSrt), "a.srt", plain));
    }
    // A file that is in another encoding is saved as it is.
    std::string wide = "\xFF\xFE";
    for (const char letter : std::string("WEBVTT\n\n00:01.000 --> 00:02.000\nboat\n")) {
        wide += letter;
        wide += '\0';
    }
    ConvertOptions same;
    same.writing.encoding = "UTF-16LE";
    const auto kept = converted(wide, "a.vtt", same);
    REQUIRE(kept);
    CHECK(kept->bytes == wide);
    // TTML that is not of IMSC has any encoding of XML.
    const auto other = converted(
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>"
        "<p begin=\"1s\" end=\"2s\">boat</p></div></body></tt>",
        "a.ttml",
        same);
    REQUIRE(other);
    CHECK(other->bytes.starts_with("\xFF\xFE<"));
}

TEST_CASE("how a text is stored changes nothing in a file that is none, and that is told",
          "[job]") {
    const auto tells = [](const ConvertOptions& options) {
        const auto result = converted(kEnglish, "film.srt", options);
        REQUIRE(result);
        return std::ranges::any_of(result->diagnostics, [](const Diagnostic& told) {
            return told.code == "convert.no-text" && told.severity == Severity::Warning;
        });
    };
    const FrameTimeline film = FrameTimeline::constant(*parseFrameRate("25"));
    const KnownFrames frames{film};
    ConvertOptions options = into("ebu-stl");
    options.frames = &frames;
    CHECK_FALSE(tells(options));
    options.writing.encoding = "UTF-16LE";
    CHECK(tells(options));
    options.writing.encoding.clear();
    options.writing.newline = NewlineChoice::CrLf;
    CHECK(tells(options));
    options.format = formatNamed("srt");
    CHECK_FALSE(tells(options));
}

TEST_CASE("a stretch that is dropped is told with its line", "[job]") {
    const std::string text =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a\n\n[Fonts]\nfontname: x.ttf\n";
    const testing::Folder folder;
    REQUIRE(writeFileAtomically(folder.path / "a.ass", text));
    const ConvertOutcome parts =
        convertOne(task(folder.path / "a.ass", folder.path / "a.srt"), into("srt"));
    REQUIRE_FALSE(parts.error);
    const auto whole = converted(text, "a.ass", into("srt"));
    REQUIRE(whole);
    for (const LossReport* losses : {&parts.converted.losses, &whole->losses}) {
        bool isTold = false;
        for (const LossItem& loss : losses->items) {
            if (loss.feature != "raw") continue;
            isTold = true;
            CHECK(loss.line == 1);
        }
        CHECK(isTold);
    }
    const auto none = converted("junk before\n\n" + std::string(kSrt), "a.srt", into("ass"));
    REQUIRE(none);
    REQUIRE_FALSE(none->losses.items.empty());
    CHECK(none->losses.items.front().line == 1);
}

TEST_CASE("a file stays in its format where the output has an ending of it", "[job]") {
    const testing::Folder folder;
    // Endings that another format has too, which stands before it in the list.
    const std::string subViewer = "00:00:01.00,00:00:02.00\nboat\n";
    const std::string cinema =
        "<DCSubtitle Version=\"1.0\"><SubtitleID>4f3a4b5c-1111-4222-8333-944455556666</SubtitleID>"
        "<MovieTitle>Sea</MovieTitle><ReelNumber>1</ReelNumber><Language>English</Language>"
        "<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:000\" "
        "FadeUpTime=\"20\"><Text VPosition=\"8\">boat</Text></Subtitle></DCSubtitle>";
    for (const auto& [name, bytes, id] :
         {std::tuple("x.SUB", subViewer, "subviewer"), std::tuple("x.xml", cinema, "interop")}) {
        INFO(id);
        const fs::path ending = fs::path(name).extension();
        const fs::path input = folder.path / ("in" + ending.string());
        REQUIRE(writeFileAtomically(input, bytes));
        ConvertOptions options;
        options.format = formatNamed(ending.string());
        REQUIRE(options.format != formatNamed(id));
        options.choice = FormatChoice::ByEnding;
        const ConvertOutcome kept = convertOne(task(input, folder.path / name), options);
        REQUIRE_FALSE(kept.error);
        CHECK(kept.converted.to == formatNamed(id));
        CHECK(*readFile(folder.path / name) == bytes);
        options.format = formatNamed("vtt");
        const fs::path other = folder.path / (std::string(id) + ".vtt");
        CHECK(convertOne(task(input, other), options).converted.to == formatNamed("vtt"));
    }
}
