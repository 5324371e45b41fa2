// SPDX-License-Identifier: MIT
#include "catch.h"
#include "golden/golden_case.h"

#include <array>

using nlohmann::json;
using testing::bytesOf;
using testing::GoldenCase;
using testing::goldenCases;

namespace {

json spansOf(const subs::Cue& cue) {
    constexpr std::array kNames = {"bold",
                                   "italic",
                                   "underline",
                                   "strike",
                                   "color",
                                   "font",
                                   "font-size",
                                   "karaoke",
                                   "comment",
                                   "drawing",
                                   "opaque",
                                   "voice",
                                   "class",
                                   "language",
                                   "ruby",
                                   "ruby-text",
                                   "inner-time"};
    json spans = json::array();
    for (const subs::Span& span : cue.text.spans) {
        spans.push_back(
            {kNames.at(static_cast<std::size_t>(span.kind)), span.begin, span.end, span.value});
    }
    return spans;
}

json millisecondsOf(std::optional<subs::Time> time) {
    if (!time) return nullptr;
    const bool whole = time->flicks() % subs::Time::kPerMillisecond == 0;
    if (whole) return time->floorMilliseconds();
    return static_cast<double>(time->flicks()) / static_cast<double>(subs::Time::kPerMillisecond);
}

json jsonOf(const subs::ReadDocument& read, const subs::Cue& cue) {
    return {{"start_ms", millisecondsOf(cue.start)},
            {"end_ms", millisecondsOf(cue.end)},
            {"text", cue.text.plain},
            {"markup", read.format->markupOf(read.document, cue)},
            {"label", cue.label},
            {"settings", cue.settings},
            {"style", cue.style},
            {"speaker", cue.speaker},
            {"effect", cue.effect},
            {"layer", cue.layer},
            {"kind", cue.kind == subs::CueKind::Comment ? "comment" : "dialogue"},
            {"alignment", cue.alignment ? json(static_cast<int>(*cue.alignment)) : json()},
            {"spans", spansOf(cue)}};
}

json jsonOf(const subs::ReadDocument& read) {
    const subs::Origin& origin = *read.document.origin;
    json found = {{"format", read.format->info().id},
                  {"encoding", origin.encoding.name},
                  {"bom", origin.encoding.bom == subs::Bom::Yes},
                  {"newline", nameOf(origin.newline)},
                  {"language", read.document.language},
                  {"count", read.document.cues.size()},
                  {"styles", json::array()},
                  {"diagnostics", json::array()}};
    for (const subs::Style& style : read.document.styles)
        found["styles"].push_back(style.name);
    for (const subs::Diagnostic& diagnostic : read.diagnostics) {
        found["diagnostics"].push_back(diagnostic.code + "@" + std::to_string(diagnostic.line));
    }
    return found;
}

void checkCues(const json& expected, const subs::ReadDocument& read) {
    REQUIRE(read.document.cues.size() >= expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO("cue " << i + 1);
        const json found = jsonOf(read, read.document.cues[i]);
        for (const auto& [key, value] : expected[i].items()) {
            INFO(key);
            REQUIRE(found.contains(key));
            CHECK(found[key].dump() == value.dump());
        }
    }
}

void checkExpected(const json& expected, const subs::ReadDocument& read) {
    const json found = jsonOf(read);
    for (const auto& [key, value] : expected.items()) {
        if (key == "ask") continue;
        INFO(key);
        if (key == "cues") {
            checkCues(value, read);
            continue;
        }
        REQUIRE(found.contains(key));
        CHECK(found[key].dump() == value.dump());
    }
}

void checkReversible(const subs::ReadDocument& read, const std::string& bytes) {
    const auto written = subs::writtenDocument(read.document, *read.format);
    REQUIRE(written);
    CHECK(written->bytes == bytes);
    CHECK(written->losses.empty());
}

}  // namespace

TEST_CASE("golden files come back byte for byte, read as their folder says", "[golden]") {
    for (const GoldenCase& golden : goldenCases()) {
        INFO(golden.name);
        const auto read = subs::openDocument(golden.file, golden.options());
        if (golden.mustFail()) {
            REQUIRE_FALSE(read);
            CHECK(read.error().code == golden.expected["error"].get<std::string>());
            CHECK(read.error().message.find(golden.file.string()) != std::string::npos);
            continue;
        }
        REQUIRE(read);
        checkReversible(*read, bytesOf(golden.file));
        if (!golden.expected.is_null()) checkExpected(golden.expected, *read);
    }
}

TEST_CASE("there are as many odd files as were promised", "[golden]") {
    CHECK(goldenCases("srt").size() >= 45);
    CHECK(goldenCases("ass").size() + goldenCases("ssa").size() >= 60);
}
