// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>
#include <subs/job/move_times.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>

using namespace subs;
using testing::countOf;
using testing::has;
using testing::ms;
using testing::withReplaced;

namespace {

const std::string kDcdm =
    "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\">"
    "<Language>en</Language><EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>"
    "<Subtitle TimeIn=\"00:00:06:07\" TimeOut=\"00:00:07:13\"><Text>A</Text></Subtitle>"
    "</SubtitleList></SubtitleReel>";

const std::string kItt =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
    "ttp:timeBase=\"smpte\" ttp:frameRate=\"24\"><body><div>"
    "<p begin=\"00:00:06:07\" end=\"00:00:07:13\">A</p></div></body></tt>";

/// As `subs convert --fps RATE` does, into `format` or that of the file.
Converted convertedAt(const char* rate,
                      const std::string& text,
                      const char* name,
                      const char* format = nullptr,
                      std::optional<MoveOptions> moving = std::nullopt) {
    const KnownFrames frames{FrameTimeline::constant(*parseFrameRate(rate))};
    ConvertOptions options;
    if (format != nullptr) options.format = formatNamed(format);
    options.frames = &frames;
    options.writing.rounding = Rounding::Frame;
    options.moving = moving;
    auto result = converted(text, name, options);
    if (!result) FAIL(result.error().message);
    return *std::move(result);
}

std::string remarkIn(const Converted& result) {
    const auto found =
        std::ranges::find(result.diagnostics, std::string("convert.other-rate"), &Diagnostic::code);
    if (found == result.diagnostics.end()) return {};
    CHECK(found->severity == Severity::Warning);
    CHECK(countOf(result.diagnostics, "convert.other-rate") == 1);
    return found->message;
}

}  // namespace

TEST_CASE("a file in its own format keeps its rate, and a warning says so", "[job][time]") {
    const Converted dcdm = convertedAt("25", kDcdm, "film.xml");
    CHECK(dcdm.bytes == kDcdm);
    CHECK(dcdm.losses.empty());
    CHECK(
        remarkIn(dcdm).starts_with("the file counts 24 frames a second, and --fps says 25: in "
                                   "its own format its rate stays"));
    CHECK(has(remarkIn(dcdm), "convert it to json, and that to dcdm with --fps 25"));
    const Converted itt = convertedAt("25", kItt, "film.itt");
    CHECK(itt.bytes == kItt);
    CHECK(has(remarkIn(itt), "to itt with --fps 25"));
    CHECK(remarkIn(convertedAt("24", kDcdm, "film.xml")).empty());
    CHECK(remarkIn(convertedAt("25", kDcdm, "film.xml", "srt")).empty());
}

TEST_CASE("the way to a file of another rate that the warning tells leads there", "[job][time]") {
    const Converted json = convertedAt("25", kDcdm, "film.xml", "json");
    const Converted other = convertedAt("25", json.bytes, "film.json", "dcdm");
    CHECK(has(other.bytes, "<TimeCodeRate>25</TimeCodeRate>"));
    CHECK(remarkIn(other).empty());
}

TEST_CASE("what is moved by a time goes by the frames of its own file", "[job][time]") {
    const MoveOptions second{ShiftByTime{ms(1000)}};
    const Converted dcdm = convertedAt("25", kDcdm, "film.xml", nullptr, second);
    CHECK(dcdm.bytes == withReplaced(withReplaced(kDcdm, ":06:07", ":07:07"), ":07:13", ":08:13"));
    CHECK(!remarkIn(dcdm).empty());
    const Converted itt = convertedAt("25", kItt, "film.itt", nullptr, second);
    CHECK(itt.bytes == withReplaced(withReplaced(kItt, ":06:07", ":07:07"), ":07:13", ":08:13"));
}

TEST_CASE("frames that count over those of a file are told, and its header stays", "[job][time]") {
    const std::string text = "{1}{1}25\n{25}{50}A\n";
    const Converted same = convertedAt("50", text, "film.sub");
    CHECK(same.bytes == text);
    CHECK(has(remarkIn(same), "the file counts 25 frames a second, and --fps says 50"));
    CHECK(has(remarkIn(same), "read and written as those"));
    CHECK(has(remarkIn(same), "to microdvd, both with --fps 50"));
    const std::string table = "start frame,end frame,fps,text\n25,50,25,A\n";
    CHECK(has(remarkIn(convertedAt("50", table, "film.csv")), "to csv, both with --fps 50"));
    // Rows may have rates of their own.
    const std::string mixed = "start frame,end frame,fps,text\n25,50,25,A\n72,95,24,B\n";
    CHECK(
        has(remarkIn(convertedAt("25", mixed, "film.csv")), "the file counts 24 frames a second"));
    CHECK(
        has(remarkIn(convertedAt("24", mixed, "film.csv")), "the file counts 25 frames a second"));
    // A clock is no frame.
    const std::string clock = "start,end,fps,text\n00:00:01.000,00:00:02.000,25,A\n";
    CHECK(remarkIn(convertedAt("50", clock, "film.csv")).empty());
}

TEST_CASE("captions have one rate, and no way to another is told", "[job][time]") {
    const std::string scc =
        "Scenarist_SCC V1.0\n\n00:00:10;00\t94ae 94ae 9420 9420 9470 9470 c8e9 942f 942f\n\n"
        "00:00:12;00\t942c 942c\n";
    const Converted result = convertedAt("25", scc, "film.scc");
    CHECK(result.bytes == scc);
    CHECK(result.losses.empty());
    CHECK(has(remarkIn(result), "the file counts 30000/1001 frames a second"));
    CHECK_FALSE(has(remarkIn(result), "json"));
}
