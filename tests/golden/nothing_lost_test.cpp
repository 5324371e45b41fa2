// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>

#include "catch.h"
#include "golden_case.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

// What holds of every pair of formats.

using namespace subs;
using testing::GoldenCase;
using testing::goldenCases;

namespace {

const FrameTimeline& film() {
    static const FrameTimeline kFilm = FrameTimeline::constant(*parseFrameRate("25"));
    return kFilm;
}

DocumentOptions withFrames(DocumentOptions options) {
    options.timeline = &film();
    return options;
}

WriteOptions onFrames() {
    WriteOptions options;
    options.timeline = &film();
    return options;
}

Document readBack(const std::string& bytes, const Format& format) {
    DocumentOptions options;
    options.format = format.info().id;
    auto read = readDocument(bytes, "out", withFrames(options));
    REQUIRE(read);
    return std::move(read->document);
}

std::size_t shownCues(const Document& document) {
    return static_cast<std::size_t>(std::ranges::count_if(
        document.cues, [](const Cue& cue) { return cue.kind == CueKind::Dialogue; }));
}

/// The cues that a report tells of.
std::set<std::uint32_t> cuesNamed(const LossReport& losses) {
    std::set<std::uint32_t> cues;
    for (const LossItem& loss : losses.items)
        if (loss.severity >= LossSeverity::Approximated)
            for (const CueId cue : loss.cues)
                cues.insert(cue.value);
    return cues;
}

/// What a viewer reads, how often each.
std::multiset<std::string> textsOf(const Document& document) {
    std::multiset<std::string> texts;
    for (const Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue) texts.insert(cue.text.plain);
    return texts;
}

/// A cue of another format.
Document documentOfOneCue() {
    Document document;
    document.format = "elsewhere";
    document.language = "en";
    Cue cue;
    cue.id = document.newId();
    cue.start = Time::fromMilliseconds(1003);
    cue.end = Time::fromMilliseconds(2020);
    cue.text.plain = "Line 0";
    document.cues.push_back(std::move(cue));
    return document;
}

}  // namespace

TEST_CASE("no golden file comes out of any format with fewer cues than the report tells of",
          "[golden][losses]") {
    for (const Format* target : formats()) {
        for (const GoldenCase& golden : goldenCases()) {
            if (golden.mustFail()) continue;
            CAPTURE(target->info().id, golden.name);
            const auto read = readDocument(testing::bytesOf(golden.file),
                                           golden.file.filename().string(),
                                           withFrames(golden.options()));
            if (!read || read->format == target) continue;
            const auto written = writtenDocument(read->document, *target, onFrames());
            if (!written) continue;  // refused, with the cue or the reason named
            const Document again = readBack(written->bytes, *target);
            CHECK(shownCues(again) + cuesNamed(written->losses).size() >=
                  shownCues(read->document));
        }
    }
}

TEST_CASE("a text that no report tells of is read back from every format as it was",
          "[golden][losses]") {
    for (const Format* target : formats()) {
        for (const GoldenCase& golden : goldenCases()) {
            if (golden.mustFail()) continue;
            const auto read = readDocument(testing::bytesOf(golden.file),
                                           golden.file.filename().string(),
                                           withFrames(golden.options()));
            if (!read || read->format == target) continue;
            const auto written = writtenDocument(read->document, *target, onFrames());
            if (!written) continue;
            const std::set<std::uint32_t> named = cuesNamed(written->losses);
            std::multiset<std::string> found = textsOf(readBack(written->bytes, *target));
            for (const Cue& cue : read->document.cues) {
                if (cue.kind != CueKind::Dialogue || named.contains(cue.id.value)) continue;
                CAPTURE(target->info().id, golden.name, cue.id.value, cue.text.plain);
                const auto same = found.find(cue.text.plain);
                CHECK(same != found.end());
                if (same != found.end()) found.erase(same);
            }
        }
    }
}

TEST_CASE("a new file of one cue is known by its content in every format", "[golden][losses]") {
    const Document document = documentOfOneCue();
    for (const Format* target : formats()) {
        CAPTURE(target->info().id);
        const auto written = writtenDocument(document, *target, onFrames());
        REQUIRE(written);
        const auto again = readDocument(written->bytes, "wrong.txt", withFrames({}));
        REQUIRE(again);
        CHECK(again->format->info().id == target->info().id);
        CHECK(again->document.cues.size() == 1);
    }
}
