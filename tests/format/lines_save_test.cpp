// SPDX-License-Identifier: MIT
// What stays as it is in a file of lines, and where what is new in it stands.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/edited.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::changed;
using testing::documentOf;
using testing::lossOf;
using testing::ms;
using testing::written;

namespace {

void moveBySecond(Document& document) {
    for (Cue& cue : document.cues) {
        cue.start += ms(1000);
        if (cue.end) *cue.end += ms(1000);
    }
}

}  // namespace

TEST_CASE("lines of TMPlayer that are moved keep their numbers and signs",
          "[format][lines][tmplayer]") {
    CHECK(changed("tmplayer", "00:00:06,1:f\n00:00:06,2:g\n", moveBySecond) ==
          "00:00:07,1:f\n00:00:07,2:g\n");
    CHECK(changed("tmplayer", "00:00:06=f\n00:00:08=\n00:00:09,1=g", moveBySecond) ==
          "00:00:07=f\n00:00:09=\n00:00:10,1=g");
    // What is new in a file has its sign.
    CHECK(changed("tmplayer", "00:00:06=f\n", [](Document& document) {
              document.cues[0].end = ms(8000);
          }) == "00:00:06=f\n00:00:08=\n");
    CHECK(changed("tmplayer", "00:00:06=f\n", [](Document& document) {
              Cue cue = document.cues[0];
              cue.id = document.newId();
              cue.piece = {};
              cue.start = ms(9000);
              document.cues.push_back(cue);
          }) == "00:00:06=f\n00:00:09=f\n");
    CHECK(written(detached(documentOf("tmplayer", "00:00:06=f\n")), "tmplayer") == "00:00:06:f\n");
}

TEST_CASE("numbers of lines of TMPlayer are told where another format has none",
          "[format][lines][tmplayer]") {
    const Parsed parsed =
        testing::parsed("tmplayer", "00:00:05:e\n00:00:06,1:f\n00:00:06,2:g\n00:00:08=h\n");
    REQUIRE(parsed.unread.items.size() == 1);
    const LossItem& loss = parsed.unread.items[0];
    CHECK(loss.feature == feature::kLabel);
    CHECK(loss.severity == LossSeverity::Approximated);
    CHECK(loss.cues == std::vector<CueId>{CueId{2}, CueId{3}});
    CHECK(loss.before == "1");
}

TEST_CASE("an end that a line of its own gets leaves what stands around its time",
          "[format][lines]") {
    CHECK(changed("subviewer1", "[00:00:02]\none\n[00:00:04]  \n\n", moveBySecond) ==
          "[00:00:03]\none\n[00:00:05]  \n\n");
    CHECK(changed("lrc", "[00:02.00]one\n[00:04.00] ", moveBySecond) ==
          "[00:03.00]one\n[00:05.00] ");
}

TEST_CASE("a cue without a text that gets an end stays one cue", "[format][lines][subviewer]") {
    const auto endAtTen = [](Document& document) { document.cues[0].end = ms(10'000); };
    CHECK(changed("subviewer1", "[00:00:09]\n\n[00:00:12]\nthree\n", endAtTen) ==
          "[00:00:09]\n\u2060\n[00:00:10]\n\n[00:00:12]\nthree\n");
    CHECK(changed("subviewer1", "[00:00:09]", endAtTen) == "[00:00:09]\n\u2060\n[00:00:10]\n");
    CHECK(changed("tmplayer", "00:00:09:\n00:00:12:three\n", endAtTen) ==
          "00:00:09:\u2060\n00:00:10:\n00:00:12:three\n");
    CHECK(changed("lrc", "[00:09.00]\n[00:12.00]three\n", endAtTen) ==
          "[00:09.00]\u2060\n[00:10.00]\n[00:12.00]three\n");
    for (const char* const file : {"[00:00:09]\n\n[00:00:12]\nthree\n", "[00:00:09]"}) {
        Document document = documentOf("subviewer1", file);
        const std::size_t count = document.cues.size();
        CHECK(lossOf(formatNamed("subviewer1")->plan(document, {}), feature::kText) == nullptr);
        endAtTen(document);
        const LossReport losses = formatNamed("subviewer1")->plan(document, {});
        REQUIRE(lossOf(losses, feature::kText));
        CHECK(lossOf(losses, feature::kText)->after == "U+2060, which no eye sees");
        const Document again = documentOf("subviewer1", written(document, "subviewer1"));
        REQUIRE(again.cues.size() == count);
        CHECK(again.cues[0].start == ms(9000));
        CHECK(again.cues[0].end == ms(10'000));
    }
}

TEST_CASE("lines without letters are a text where a bar stands between them", "[format][lines]") {
    const Document document =
        documentOf("subviewer1", "[00:00:10]\n |\n[00:00:12]\n\n[00:00:20]\none\n");
    REQUIRE(document.cues[0].text.plain == " \n");
    REQUIRE(document.cues[0].end == ms(12'000));
    CHECK(formatNamed("subviewer1")->plan(document, {}).empty());
}
