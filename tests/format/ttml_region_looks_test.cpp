// SPDX-License-Identifier: MIT
// What regions say besides the ninth of the picture where their text is: TTML2 §10.2 and §11.1.
#include <subs/format/features.h>
#include <subs/format/unread.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <string_view>
#include <vector>

using namespace testing;
using namespace subs;

namespace {

/// A text in a region with `attributes`.
std::string fileWith(const std::string& attributes) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
           "xml:lang=\"en\"><head><layout><region xml:id=\"r\" " +
           attributes +
           "/></layout></head><body region=\"r\"><div>"
           "<p begin=\"1s\" end=\"2s\">boat</p></div></body></tt>";
}

LossReport unreadOf(const std::string& attributes) {
    return parsed("ttml", fileWith(attributes)).unread;
}

/// Of a text held to the top or the bottom of a region as wide as the picture, from `top` % on.
LossReport unreadAt(int top, int height, std::string_view displayAlign) {
    return unreadOf("tts:origin=\"0% " + std::to_string(top) + "%\" tts:extent=\"100% " +
                    std::to_string(height) + "%\" tts:displayAlign=\"" + std::string(displayAlign) +
                    "\"");
}

/// `before` of the loss of `feature` and that severity; empty where there is none.
std::string lost(const LossReport& report, std::string_view feature, LossSeverity severity) {
    for (const LossItem& item : report.items)
        if (item.feature == feature && item.severity == severity) return item.before;
    return {};
}

}  // namespace

TEST_CASE("rows near an edge of the picture are told without alarm", "[ttml][loss]") {
    const auto near = [](int top, int height, std::string_view displayAlign) {
        return lost(unreadAt(top, height, displayAlign), feature::kRegion, LossSeverity::Info);
    };
    CHECK(near(14, 20, "before") == "text from 14 % of the height on");
    CHECK(near(0, 86, "after") == "text down to 86 % of the height");
    CHECK(near(5, 90, "after") == "text down to 95 % of the height");
    // With a margin of their own these are the same place in ASS.
    LossReport losses;
    addUnread(unreadAt(14, 20, "before"), formatNamed("ass")->info(), losses);
    CHECK(losses.empty());
    addUnread(unreadAt(14, 20, "before"), formatNamed("ebu-tt-d")->info(), losses);
    CHECK(lossOf(losses, feature::kRegion));
}

TEST_CASE("rows of usual regions, and those of new files, are not told", "[ttml][loss]") {
    CHECK(unreadAt(10, 80, "before").empty());
    CHECK(unreadAt(10, 80, "after").empty());
    CHECK(unreadAt(0, 100, "after").empty());
    CHECK(unreadAt(0, 15, "before").empty());
    CHECK(unreadAt(85, 15, "after").empty());
    CHECK(unreadAt(80, 12, "after").empty());
    // A box for two lines, which may fill it.
    CHECK(unreadAt(80, 15, "before").empty());
    Document document = documentOf("srt", "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}boat\n");
    for (const std::string_view id : {"ttml", "ebu-tt-d", "itt", "netflix-ttml"}) {
        CAPTURE(id);
        const LossReport unread = parsed(id, written(document, id)).unread;
        CHECK(lost(unread, feature::kRegion, LossSeverity::Info).empty());
        CHECK(lost(unread, feature::kCoordinates, LossSeverity::Info).empty());
        CHECK_FALSE(lossOf(unread, feature::kBackground));
    }
}

TEST_CASE("the background of a region is told: others have it behind letters", "[ttml][loss]") {
    CHECK(lost(unreadOf("tts:backgroundColor=\"red\""),
               feature::kBackground,
               LossSeverity::Approximated) == "of the region: tts:backgroundColor=\"red\"");
    for (const char* const clear : {"transparent", "#00000000", "rgba(1,2,3,0)"})
        CHECK_FALSE(lossOf(unreadOf(std::string("tts:backgroundColor=\"") + clear + "\""),
                           feature::kBackground));
}

TEST_CASE("the order of regions and what becomes of text beyond them are told", "[ttml][loss]") {
    CHECK(lost(unreadOf("tts:zIndex=\"3\""), feature::kLayer, LossSeverity::Dropped) ==
          "tts:zIndex=\"3\"");
    CHECK(lost(unreadOf("tts:overflow=\"visible\""),
               feature::kRegion,
               LossSeverity::Approximated) == "tts:overflow=\"visible\"");
    CHECK(unreadOf("tts:zIndex=\"auto\"").empty());
    CHECK(unreadOf("tts:zIndex=\"0\"").empty());
    CHECK(unreadOf("tts:overflow=\"hidden\"").empty());
}
