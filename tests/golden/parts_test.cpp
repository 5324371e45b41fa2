// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/text/newline.h>
#include <subs/time/frame_rate.h>

#include "catch.h"
#include "folder.h"
#include "golden_case.h"
#include "job/convert_parts.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

// A file converted in parts is written and reported on as one converted whole, wherever it is cut.

using namespace subs;
namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> kTargets = {
    "srt", "ass", "ssa", "vtt", "subviewer", "mpl2", "sbv"};
/// Where an end has a line of its own, which is written where the next cue begins later.
constexpr std::array<std::string_view, 3> kTargetsWithEndLines = {"subviewer1", "tmplayer", "lrc"};

std::string text(const LossReport& losses) {
    std::string lines;
    for (const LossItem& item : losses.items) {
        lines += item.feature + ' ' + std::string(nameOf(item.severity)) + ' ' +
                 std::to_string(item.count) + " at " + std::to_string(item.line) + ' ' +
                 item.before + " -> " + item.after + ':';
        for (const CueId cue : item.cues)
            lines += ' ' + std::to_string(cue.value);
        lines += '\n';
    }
    return lines;
}

std::string text(const Diagnostics& diagnostics) {
    std::string lines;
    for (const Diagnostic& diagnostic : diagnostics)
        lines += std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column) + ' ' +
                 diagnostic.code + ' ' + diagnostic.message + '\n';
    return lines;
}

/// True where `file` could be converted in parts; then both ways must agree.
bool agrees(const fs::path& file, const ConvertOptions& options, const PartsOptions& parts) {
    const testing::Folder folder;
    const fs::path output = folder.path / "out";
    const auto tried = convertedInParts(file, output, options, parts);
    REQUIRE(tried);
    const std::optional<Converted>& inParts = *tried;
    if (!inParts) {
        CHECK_FALSE(fs::exists(output));
        return false;
    }
    const auto whole = converted(testing::bytesOf(file), file, options);
    REQUIRE(whole);
    CHECK(testing::bytesOf(output) == whole->bytes);
    CHECK(text(inParts->losses) == text(whole->losses));
    CHECK(text(inParts->diagnostics) == text(whole->diagnostics));
    CHECK(inParts->cues == whole->cues);
    CHECK(inParts->from == whole->from);
    return true;
}

/// How many of the conversions of `file` to `targets` could be done in parts.
int conversionsInParts(const fs::path& file,
                       const PartsOptions& parts,
                       std::span<const std::string_view> targets = kTargets) {
    int count = 0;
    for (const std::string_view target : targets) {
        CAPTURE(target);
        ConvertOptions options;
        options.format = formatNamed(target);
        options.reading.language = "en";  // so few cues as a part has here would each tell another
        count += agrees(file, options, parts) ? 1 : 0;
    }
    return count;
}

/// Some cues more than the longest part has that a test cuts.
constexpr int kCues = 150;

/// Cues in two languages, with markup, an odd time and a cue without text here and there.
std::string longSubRip(std::string_view newline) {
    std::string film;
    for (int i = 1; i <= kCues; ++i) {
        const std::string minute = std::to_string(10 + i / 60);
        const std::string second = std::to_string(10 + i % 40);
        film.append(std::to_string(i)).append(newline);
        film += "00:" + minute + ':' + second + ",123 --> 00:" + minute + ':' + second + ",9";
        film.append(i % 50 == 0 ? "9" : "99").append(newline);
        if (i % 70 != 0) film.append(i % 3 == 0 ? "ទន្លេសាប" : "<i>The</i> river").append(newline);
        if (i % 11 == 0) film.append("{\\an8}- Two \\N lines").append(newline);
        film.append(newline);
    }
    return film;
}

}  // namespace

namespace {

/// How many golden files go from one format into another in parts of the usual size, counted by
/// hand: all but those that are not plain UTF-8 (of SubRip 14, of ASS 4, of SSA 1), have line ends
/// of two kinds (2, 1, 0) or no cue (3, 1, 0), might be in another format by their beginning (9, 1,
/// 0), or say what is not read and told of all cues together (0, 0, 1). Between ASS and SSA more is
/// kept than parts could.
struct GoldenCount {
    std::string_view from;
    std::string_view to;
    int usual;
};
constexpr std::array<GoldenCount, 6> kGoldenCounts = {{{"srt", "ass", 51},
                                                       {"srt", "ssa", 51},
                                                       {"srt", "vtt", 51},
                                                       {"ass", "srt", 48},
                                                       {"ass", "vtt", 48},
                                                       {"ssa", "srt", 9}}};

int goldenInParts(const GoldenCount& count, std::size_t size) {
    ConvertOptions options;
    options.format = formatNamed(count.to);
    int done = 0;
    for (const testing::GoldenCase& golden : testing::goldenCases(std::string(count.from))) {
        CAPTURE(golden.name);
        done += agrees(golden.file, options, {FileThreads::Two, size}) ? 1 : 0;
    }
    return done;
}

}  // namespace

TEST_CASE("golden files come out of parts as they come out whole", "[golden]") {
    for (const GoldenCount& count : kGoldenCounts) {
        CAPTURE(count.from, count.to);
        CHECK(goldenInParts(count, kUsualPartSize) >= count.usual);
        // Where a part is shorter than a cue, what stands between cues can need the whole.
        for (const std::size_t size : {std::size_t{1}, std::size_t{90}})
            CHECK(goldenInParts(count, size) * 2 > count.usual);
    }
}

TEST_CASE("a long file comes out of parts as it comes out whole", "[golden]") {
    const testing::Folder folder;
    for (const std::string_view newline : {"\n", "\r\n"}) {
        const fs::path srt = folder.path / "film.srt";
        const fs::path ass = folder.path / "film.ass";
        REQUIRE(writeFileAtomically(srt, longSubRip(newline)));
        ConvertOptions options;
        options.format = formatNamed("ass");
        REQUIRE(writeFileAtomically(ass, converted(longSubRip(newline), srt, options)->bytes));
        for (const FileThreads threads : {FileThreads::One, FileThreads::Two}) {
            for (const std::size_t size : {300U, 1024U, 5000U, 1U << 20U}) {
                CAPTURE(size);
                CHECK(conversionsInParts(srt, {threads, size}) == 6);
                CHECK(conversionsInParts(srt, {threads, size}, kTargetsWithEndLines) == 3);
                CHECK(conversionsInParts(ass, {threads, size}) == 5);
            }
        }
    }
}

namespace {

/// Cues with what only WebVTT has, and a note, a bad cue and stray text here and there.
std::string longWebVtt(std::string_view newline) {
    std::string film =
        "WEBVTT - The river\n\nSTYLE\n::cue(.gold) { color: #ffcc00 }\n\nREGION\nid:low\n";
    for (int i = 1; i <= kCues; ++i) {
        const std::string time = std::to_string(10 + i / 60) + ':' + std::to_string(10 + i % 40);
        film += i % 40 == 0 ? "\nNOTE here\nand on\n" : "";
        film += i % 70 == 0 ? "\n00:0x.000 --> 00:01.000\nbad\n" : "";
        film += i % 90 == 0 ? "\n\nSTYLE\ntoo late\n" : "";
        film += i % 4 == 0 ? "\nid-" + std::to_string(i) + '\n' : "\n";
        film += time + ".123 --> " + time + ".999";
        film += i % 5 == 0 ? " line:0 region:low\n" : "\n";
        film += i % 3 == 0 ? "ទន្លេ<c.gold>សាប</c>\n" : "<v Dara>The <i>river</i></v>\n";
        film += i % 11 == 0 ? "<ruby>a<rt>b</rt></ruby> &amp; <00:12:01.250>on\n" : "";
    }
    return withNewlines(film, newline == "\n" ? Newline::Lf : Newline::CrLf);
}

}  // namespace

TEST_CASE("golden WebVTT files come out of parts of the usual size", "[golden][vtt]") {
    // All but the one without the signature, and the one whose line ends are CR alone.
    CHECK(goldenInParts({"vtt", "srt", 3}, kUsualPartSize) >= 3);
}

TEST_CASE("a long WebVTT file comes out of parts as it comes out whole", "[golden][vtt]") {
    const testing::Folder folder;
    const fs::path vtt = folder.path / "film.vtt";
    for (const std::string_view newline : {"\n", "\r\n"}) {
        REQUIRE(writeFileAtomically(vtt, longWebVtt(newline)));
        for (const FileThreads threads : {FileThreads::One, FileThreads::Two}) {
            for (const std::size_t size : {1024U, 5000U, 1U << 20U}) {
                CAPTURE(size);
                CHECK(conversionsInParts(vtt, {threads, size}) == 6);
                // A part that begins with a note does not tell when its first cue does.
                CHECK(conversionsInParts(vtt, {threads, size}, kTargetsWithEndLines) <= 3);
            }
        }
    }
}

TEST_CASE("long files of lines come out of parts as they come out whole", "[golden][lines]") {
    const testing::Folder folder;
    for (const std::string_view format :
         {"subviewer", "mpl2", "sbv", "subviewer1", "tmplayer", "lrc"}) {
        CAPTURE(format);
        const bool isTarget = std::ranges::find(kTargets, format) != kTargets.end();
        ConvertOptions options;
        options.format = formatNamed(format);
        const fs::path file = folder.path / format;
        const auto film = converted(longSubRip("\n"), "film.srt", options);
        REQUIRE(film);
        REQUIRE(writeFileAtomically(file, film->bytes + "\nstray\n"));
        for (const std::size_t size : {300U, 5000U, 1U << 20U}) {
            CAPTURE(size);
            const PartsOptions parts{FileThreads::Two, size};
            CHECK(conversionsInParts(file, parts) == (isTarget ? 6 : 7));
            CHECK(conversionsInParts(file, parts, kTargetsWithEndLines) == (isTarget ? 3 : 2));
        }
    }
}

namespace {

/// A song whose header moves all of it, with ends, lines that are sung again and times of words.
std::string longSong() {
    std::string song = "[ti:The river]\n[offset:-250]\n";
    for (int i = 10; i < 10 + kCues; ++i) {
        const std::string time =
            "[" + std::to_string(10 + i / 60) + ":" + std::to_string(10 + i % 40);
        song += i % 7 == 0 ? time + ".10]" : "";
        song += time + ".50]ទន្លេ" + (i % 5 == 0 ? "<11:10.00>សាប" : "") + "\n";
        song += i % 3 == 0 ? time + ".90]\n" : "";
        song += i % 50 == 0 ? "stray\n[by:Dara]\n\n" : "";
    }
    return song;
}

/// Cues without ends, some of them without a text.
std::string longTmplayer() {
    std::string film;
    for (int i = 0; i < kCues; ++i) {
        const std::string second = std::to_string(10 + i % 45);
        film += "00:0" + std::to_string(i / 45) + ":" + second + ":";
        film += i % 8 == 3 ? "\n" : i % 9 == 0 ? "One|ពីរ\n" : "ទន្លេ\n";
    }
    return film;
}

std::string longMicroDvd(std::string_view head) {
    std::string film(head);
    for (int i = 1; i <= kCues; ++i) {
        film += "{" + std::to_string(i * 50) + "}{";
        film += i % 6 == 0 ? "}" : std::to_string(i * 50 + 40) + "}";
        film += i % 4 == 0 ? "{y:i}One|ពីរ\n" : "ទន្លេ\n";
        film += i % 60 == 0 ? "{1}{1}25\n{DEFAULT}{c:$0000ff}\n" : "";
    }
    return film;
}

}  // namespace

TEST_CASE("what a header says holds for all parts", "[golden][lines]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film";
    for (const std::string& film : {longSong(),
                                    longTmplayer(),
                                    longMicroDvd("{1}{1}23.976\n"),
                                    longMicroDvd("\n{1}{1}29,97\n")}) {
        REQUIRE(writeFileAtomically(file, film));
        for (const std::size_t size : {100U, 1024U}) {
            CAPTURE(film.substr(0, 30), size);
            // Parts shorter than three cues are not enough for each of what is written.
            CHECK(conversionsInParts(file, {FileThreads::Two, size}) >= (size > 100 ? 7 : 5));
            CHECK(conversionsInParts(file, {FileThreads::Two, size}, kTargetsWithEndLines) >= 2);
        }
    }
}

TEST_CASE("a header that may be cut off is left to be read whole", "[golden][lines]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film";
    ConvertOptions options;
    options.format = formatNamed("srt");
    options.reading.format = "lrc";
    const std::string text = "[00:01.00]a\n[00:02.00]b\n";
    // The beginning of the file, by which it is judged, ends inside of the number.
    const std::string before(65526, 'x');
    REQUIRE(writeFileAtomically(file, before + "\n[offset:5000]\n" + text));
    CHECK_FALSE(agrees(file, options, {FileThreads::One, 1024}));
    REQUIRE(writeFileAtomically(file, "[offset:5000]\n" + text));
    CHECK(agrees(file, options, {FileThreads::One, 10}));
}

TEST_CASE("frames that are asked for stand over a header in parts too", "[golden][lines]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.sub";
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    ConvertOptions options;
    options.reading.language = "km";
    options.frames = &frames;
    options.format = formatNamed("srt");
    for (const std::string_view head : {"{1}{1}23.976\n", ""}) {
        REQUIRE(writeFileAtomically(file, longMicroDvd(head)));
        CHECK(agrees(file, options, {FileThreads::Two, 300}));
    }
    options.frames = nullptr;  // and of the second film nobody knows the rate
    const auto tried = convertedInParts(file, folder.path / "out", options, {});
    REQUIRE(tried);
    CHECK_FALSE(*tried);
    const fs::path srt = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(srt, longSubRip("\n")));
    options.frames = &frames;
    options.format = formatNamed("microdvd");
    CHECK(agrees(srt, options, {FileThreads::Two, 300}));
}

TEST_CASE("a byte order mark is left behind in parts too", "[golden]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(file, "\xEF\xBB\xBF" + longSubRip("\n")));
    ConvertOptions options;
    options.format = formatNamed("vtt");
    options.reading.language = "en";
    for (const BomChoice bom : {BomChoice::Keep, BomChoice::Yes, BomChoice::No}) {
        options.writing.bom = bom;
        CHECK(agrees(file, options, {FileThreads::Two, 300}));
    }
}

TEST_CASE("a colour that stands in no class before is written whole", "[golden][vtt]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.srt";
    ConvertOptions options;
    options.format = formatNamed("vtt");
    const std::string times = "1\n00:00:01,000 --> 00:00:02,000\n";
    std::string film;
    for (int i = 0; i < 50; ++i)
        film += times + "<font color=\"#33cc99\">river</font>\n\n";
    REQUIRE(writeFileAtomically(file, film));
    CHECK(agrees(file, options, {FileThreads::Two, 200}));
    film += times + "<font color=\"#33cc98\">river</font>\n\n";
    REQUIRE(writeFileAtomically(file, film));
    CHECK_FALSE(agrees(file, options, {FileThreads::Two, 200}));
}

TEST_CASE("a file of drawings alone is not written as an empty one in parts", "[golden]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.ass";
    REQUIRE(writeFileAtomically(file,
                                "[Script Info]\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,"
                                "Default,,0,0,0,,{\\p1}m 5 5 l 60 5\n"));
    for (const std::string_view target : {"srt", "vtt"}) {
        ConvertOptions options;
        options.format = formatNamed(target);
        const auto tried = convertedInParts(file, folder.path / "out", options, {});
        REQUIRE(tried);
        CHECK_FALSE(*tried);
        CHECK_FALSE(fs::exists(folder.path / "out"));
    }
}

TEST_CASE("what needs the whole file is left to be written whole", "[golden]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.srt";
    ConvertOptions options;
    options.format = formatNamed("ass");
    const std::string cue = "1\n00:00:01,000 --> 00:00:02,000\n";
    std::string english;
    for (int i = 0; i < 50; ++i)
        english += cue + "river\n\n";
    const std::array<std::string, 4> films = {
        english + cue + "ទន្លេ\n\n",       // another style, behind the beginning
        english + cue + "\xFF\n\n",       // not UTF-8
        english + cue + "river\r\n\r\n",  // mixed line ends
        english + cue + std::string("a\0b\n\n", 5),
    };
    for (const std::string& film : films) {
        REQUIRE(writeFileAtomically(file, film));
        CHECK_FALSE(agrees(file, options, {FileThreads::Two, 200}));
    }
    REQUIRE(writeFileAtomically(file, english));
    CHECK(agrees(file, options, {FileThreads::Two, 200}));
}

namespace {

/// SSA that says first of all which language it was told.
class Telling : public Format {
public:
    const FormatInfo& info() const override { return ssa_.info(); }
    Probe probe(std::string_view text) const override { return ssa_.probe(text); }
    Parsed read(Origin origin, const ReadOptions& options) const override {
        return ssa_.read(std::move(origin), options);
    }
    std::string markupOf(const Document& document, const Cue& cue) const override {
        return ssa_.markupOf(document, cue);
    }
    std::unique_ptr<PartWriter> partWriter(const WriteOptions&) const override {
        struct Writer : PartWriter {
            bool begin(std::string& out, const Document& first, LossReport&) override {
                out += '<' + first.language + '>';
                return true;
            }
            bool append(std::string&, const DocumentPart&, LossReport&) override { return true; }
        };
        return std::make_unique<Writer>();
    }

private:
    LossReport planLowered(const Document&, const WriteOptions&) const override { return {}; }
    Result<std::string> writeLowered(const Document& document, const WriteOptions&) const override {
        return '<' + document.language + '>';
    }

    const Format& ssa_ = *formatNamed("ssa");
};

}  // namespace

TEST_CASE("a language that later parts tell is that of the whole file", "[golden]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.srt";
    const Telling format;
    ConvertOptions options;
    options.format = &format;
    const std::string times = "1\n00:00:01,000 --> 00:00:02,000\n";
    std::string film = times + "Take\n\n" + times + "a boat\n\n";
    REQUIRE(writeFileAtomically(file, film));
    CHECK(agrees(file, options, {FileThreads::One, 1}));
    for (int i = 0; i < 20; ++i)
        film += times + "ទន្លេសាប\n\n";
    REQUIRE(writeFileAtomically(file, film));
    CHECK_FALSE(agrees(file, options, {FileThreads::One, 1}));
    options.reading.language = "nl";
    CHECK(agrees(file, options, {FileThreads::One, 1}));
}

TEST_CASE("a language that was named decides the styles of a file in parts too", "[golden]") {
    const testing::Folder folder;
    const fs::path file = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(file, "1\n00:00:01,000 --> 00:00:02,000\n1, 2, 3\n"));
    ConvertOptions options;
    options.format = formatNamed("ass");
    options.reading.language = "km";
    CHECK(agrees(file, options, {FileThreads::One, kUsualPartSize}));
}

TEST_CASE("what comes out of a pipe is read once and whole", "[golden]") {
    const testing::Folder folder;
    const fs::path pipe = folder.path / "pipe";
    const fs::path output = folder.path / "out.ass";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const std::string film = "31\n00:00:01,000 --> 00:00:02,000\nriver\n";
    std::jthread writer([&] { std::ofstream(pipe) << film; });
    ConvertOptions options;
    options.format = formatNamed("ass");
    const ConvertOutcome outcome =
        convertOne({{pipe, pipe.filename(), std::nullopt}, std::nullopt, output}, options);
    CHECK_FALSE(outcome.error);
    CHECK(outcome.converted.diagnostics.empty());
    CHECK(testing::bytesOf(output) == converted(film, pipe, options)->bytes);
}
