// SPDX-License-Identifier: MIT
// Values of a known column or member that it cannot have: what another format does not get is told.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::parsed;

namespace {

/// What is told as dropped: how many, of how many cues, and the first.
struct Told {
    std::size_t count = 0;
    std::size_t cues = 0;
    std::string first;

    friend bool operator==(const Told&, const Told&) = default;
};

Told toldOf(const char* format, const std::string& file) {
    const Parsed read = parsed(format, file);
    if (read.unread.items.empty()) return {};
    REQUIRE(read.unread.items.size() == 1);
    const LossItem& loss = read.unread.items[0];
    CHECK(loss.feature == feature::kUnread);
    CHECK(loss.severity == LossSeverity::Dropped);
    return {loss.count, loss.cues.size(), loss.before};
}

Told ofTable(const std::string& column, const std::string& value) {
    return toldOf("csv", "start," + column + ",text\n1," + value + ",a\n");
}

Told ofMember(const std::string& member) {
    return toldOf("json", "[{\"start_ms\": 1, \"text\": \"a\", " + member + "}]");
}

}  // namespace

TEST_CASE("a value that a column cannot have is told with its cue", "[sheet]") {
    CHECK(ofTable("kind", "zz") == Told{1, 1, "kind: zz"});
    CHECK(ofTable("layer", "high") == Told{1, 1, "layer: high"});
    CHECK(ofTable("alignment", "10") == Told{1, 1, "alignment: 10"});
    CHECK(ofTable("margins", "1 2") == Told{1, 1, "margins: 1 2"});
    CHECK(ofTable("fps", "fast") == Told{1, 1, "fps: fast"});
    CHECK(ofTable("end", "later") == Told{1, 1, "end: later"});
    CHECK(ofTable("duration", "long") == Told{1, 1, "duration: long"});
    for (const char* const kind : {"", " ", "comment", "Comment", "dialogue"})
        CHECK(ofTable("kind", kind) == Told{});
    // Each of them, and both cues.
    CHECK(toldOf("tsv", "start\tkind\tlayer\ttext\n1\tx\ty\ta\n2\t\tz\tb\n") ==
          Told{3, 2, "kind: x"});
    CHECK(countOf(parsed("csv", "start,kind,text\n1,zz,a\n").diagnostics, "csv.bad-value") == 1);
}

TEST_CASE("a member of JSON of another type is told with its cue", "[json-cues]") {
    CHECK(toldOf("json", "[{\"start_ms\": 1, \"text\": [\"real\", \"words\"]}]") ==
          Told{1, 1, "text: [\"real\", \"words\"]"});
    CHECK(ofMember("\"end_ms\": \"soon\"") == Told{1, 1, "end_ms: soon"});
    CHECK(ofMember("\"layer\": \"high\", \"kind\": \"zz\"") == Told{2, 1, "layer: high"});
    CHECK(ofMember("\"speaker\": 7") == Told{1, 1, "speaker: 7"});
    CHECK(ofMember("\"alignment\": 10") == Told{1, 1, "alignment: 10"});
    CHECK(ofMember("\"margins\": [1]") == Told{1, 1, "margins: [1]"});
    CHECK(ofMember("\"settings\": {\"speaker\": 7}") == Told{1, 1, "speaker: 7"});
    CHECK(ofMember("\"settings\": {\"marginLeft\": \"x\"}") == Told{1, 1, "marginLeft: x"});
    CHECK(ofMember("\"settings\": \"top\"") == Told{1, 1, "settings: top"});
    CHECK(ofMember("\"spans\": [{\"kind\": \"color\", \"begin\": 0, \"end\": 1, \"value\": 5}]")
              .count == 1);
    CHECK(ofMember("\"end_ms\": null, \"layer\": null, \"style\": null") == Told{});
}

TEST_CASE("a member of the head of JSON of another type is told", "[json-cues]") {
    const auto head = [](const std::string& member) {
        return toldOf("json", "{" + member + ", \"cues\": [{\"start_ms\": 1, \"text\": \"a\"}]}");
    };
    CHECK(head("\"title\": 7") == Told{1, 0, "title: 7"});
    CHECK(head("\"canvas\": {\"width\": \"wide\"}").count == 1);
    CHECK(head("\"canvas\": {\"scaled_border\": 1}").count == 1);
    CHECK(head("\"styles\": [{\"name\": \"S\", \"margins\": [1, 2, \"x\"]}]").count == 1);
    CHECK(head("\"title\": null, \"styles\": []") == Told{});
}
