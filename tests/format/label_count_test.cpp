// SPDX-License-Identifier: MIT
#include "format/label_count.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

std::string srtNumbered(const std::string& first, const std::string& second) {
    return first + "\n00:00:01,000 --> 00:00:02,000\none\n\n" + second +
           "\n00:00:03,000 --> 00:00:04,000\ntwo\n";
}

std::string vttNumbered(const std::string& first, const std::string& second) {
    return "WEBVTT\n\n" + first + "\n00:00:01.000 --> 00:00:02.000\none\n\nNOTE by hand\n\n" +
           second + "\n00:00:03.000 --> 00:00:04.000\ntwo\n";
}

Document documentOf(const std::string& text, const char* name) {
    auto read = readDocument(text, name);
    REQUIRE(read);
    return std::move(read->document);
}

std::vector<LossItem> labelsLost(const Document& document, const char* format) {
    std::vector<LossItem> items = formatNamed(format)->plan(document, {}).items;
    std::erase_if(items, [](const LossItem& item) { return item.feature != feature::kLabel; });
    return items;
}

}  // namespace

TEST_CASE("numbers that do not count the cues are told where a format has none", "[loss]") {
    const Document numbered = documentOf(srtNumbered("105", "107"), "a.srt");
    const Document counted = documentOf(srtNumbered("1", "2"), "a.srt");
    const Document noted = documentOf(vttNumbered("1", "2"), "a.vtt");
    for (const char* format : {"ass",
                               "ssa",
                               "microdvd",
                               "subviewer1",
                               "subviewer",
                               "mpl2",
                               "sbv",
                               "tmplayer",
                               "lrc",
                               "ebu-stl",
                               "scc",
                               "ttml",
                               "ebu-tt-d",
                               "itt",
                               "netflix-ttml"}) {
        CAPTURE(format);
        if (formatNamed(format) == nullptr) {
            FAIL("no such format");
            continue;
        }
        const std::vector<LossItem> lost = labelsLost(numbered, format);
        REQUIRE(lost.size() == 1);
        CHECK(lost[0].severity == LossSeverity::Dropped);
        CHECK(lost[0].count == 2);
        CHECK(lost[0].before == "105");
        CHECK(labelsLost(counted, format).empty());
    }
    CHECK(labelsLost(noted, "ass").empty());
}

TEST_CASE("SubRip numbers cues by their ids where these are numbers that ascend", "[srt][loss]") {
    const Format& srt = *formatNamed("srt");
    const Document ascending = documentOf(vttNumbered("105", "107"), "a.vtt");
    CHECK(srt.write(ascending, {}).value() == srtNumbered("105", "107"));
    CHECK(labelsLost(ascending, "srt").empty());
    const Document zero = documentOf(vttNumbered("0", "1"), "a.vtt");
    CHECK(srt.write(zero, {}).value() == srtNumbered("0", "1"));
    for (const auto& [id, number] : {std::pair("3", "8"), {"intro", "8"}, {"12345678901", "8"}}) {
        CAPTURE(id);
        const Document document = documentOf(vttNumbered("7", id), "a.vtt");
        CHECK(srt.write(document, {}).value() == srtNumbered("7", number));
        const std::vector<LossItem> lost = labelsLost(document, "srt");
        REQUIRE(lost.size() == 1);
        CHECK(lost[0].severity == LossSeverity::Approximated);
        CHECK(lost[0].before == id);
        CHECK(lost[0].after == number);
    }
}

TEST_CASE("labels are counted over any number of cues, without the comments", "[loss]") {
    LabelCount count;
    for (int i = 1; i <= 1005; ++i) {
        Cue cue;
        cue.label = std::to_string(i);
        if (count.saysMore(cue)) FAIL(i);
    }
    Cue comment;
    comment.kind = CueKind::Comment;
    CHECK_FALSE(count.saysMore(comment));
    Cue cue;
    CHECK_FALSE(count.saysMore(cue));
    cue.label = "1007";
    CHECK_FALSE(count.saysMore(cue));
    cue.label = "1007";
    CHECK(count.saysMore(cue));
    cue.label = "01009";
    CHECK(count.saysMore(cue));
}
