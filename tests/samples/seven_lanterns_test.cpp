// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/model/links.h>
#include <subs/time/frame_rule.h>

#include "catch.h"
#include "samples/cue_table.h"

#include <algorithm>
#include <filesystem>

namespace {

const std::filesystem::path kSamples = SUBS_SOURCE_DIR "/samples";

subs::ReadDocument track(const std::string& language, const std::string& format) {
    return subs::openDocument(kSamples / ("seven-lanterns." + language + "." + format)).value();
}

subs::FrameTimeline filmTimeline() {
    return subs::FrameTimeline::constant(subs::parseFrameRate("24000/1001").value());
}

TEST_CASE("the tracks of the sample are read without a remark", "[samples]") {
    const std::string language = GENERATE("km", "en");
    const std::string format = GENERATE("srt", "ass");
    INFO(language << " " << format);
    const auto read = track(language, format);
    CHECK(read.format->info().id == format);
    CHECK(read.diagnostics.empty());
    CHECK(read.document.language == language);
    CHECK(read.document.cues.size() == 26);
}

TEST_CASE("the cues of the sample say what the table says, on its frames", "[samples][time]") {
    const std::string language = GENERATE("km", "en");
    const std::string format = GENERATE("srt", "ass");
    const auto read = track(language, format);
    const auto table = testing::tableCues(language);
    const auto timeline = filmTimeline();
    REQUIRE(read.document.cues.size() == table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& cue = read.document.cues[i];
        INFO(language << " " << format << " cue " << i + 1);
        CHECK(timeline.startFrameAt(cue.start).number == table[i].first);
        REQUIRE(cue.end.has_value());
        CHECK(timeline.endFrameAt(*cue.end).number == table[i].last);
        CHECK(cue.text.plain == table[i].text);
        if (format == "ass") CHECK(cue.style == table[i].style);
        if (format == "ass") CHECK(cue.speaker == table[i].speaker);
    }
}

TEST_CASE("the times of the sample are the middles between frames", "[samples][time]") {
    const std::string language = GENERATE("km", "en");
    const std::string format = GENERATE("srt", "ass");
    const auto read = track(language, format);
    const auto table = testing::tableCues(language);
    const auto timeline = filmTimeline();
    const auto unit = read.format->info().unit;
    const auto written = [&](std::int64_t frame, subs::Edge edge) {
        return subs::unitsForFrame(timeline, subs::Frame{frame}, edge, unit).value() *
               unit.flicks();
    };
    REQUIRE(read.document.cues.size() == table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        INFO(language << " " << format << " cue " << i + 1);
        CHECK(read.document.cues[i].start.flicks() == written(table[i].first, subs::Edge::Start));
        CHECK(read.document.cues[i].end->flicks() == written(table[i].last, subs::Edge::End));
    }
}

TEST_CASE("the two tracks of the sample are linked one to one but for two", "[samples][links]") {
    const std::string format = GENERATE("srt", "ass");
    const auto links =
        subs::linksByOverlap(track("km", format).document, track("en", format).document);
    const auto count = [&](std::size_t khmer, std::size_t english) {
        return std::count_if(links.begin(), links.end(), [&](const subs::Link& link) {
            return link.first.size() == khmer && link.second.size() == english;
        });
    };
    CHECK(links.size() == 25);
    CHECK(count(1, 1) == 23);
    CHECK(count(1, 2) == 1);
    CHECK(count(2, 1) == 1);
}

TEST_CASE("every style that the sample names is in its script", "[samples][styles]") {
    const std::string language = GENERATE("km", "en");
    const auto read = track(language, "ass");
    CHECK(read.document.styles.size() == 2);
    for (const auto& cue : read.document.cues) {
        const auto* style = subs::styleOf(read.document, cue);
        REQUIRE(style != nullptr);
        CHECK(style->fontName == subs::defaultStyleFor(language).fontName);
        CHECK(style->fontSize == subs::defaultStyleFor(language).fontSize);
    }
}

}  // namespace
