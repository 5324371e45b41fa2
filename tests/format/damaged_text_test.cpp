// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

Document readAs(const std::string& encoding, std::string bytes) {
    DocumentOptions options;
    options.encoding = encoding;
    auto read = readDocument(std::move(bytes), "film.srt", options);
    REQUIRE(read.has_value());
    return std::move(read->document);
}

const std::string kTimes = "1\n00:00:01,000 --> 00:00:02,000\n";

}  // namespace

TEST_CASE("bytes that are no characters become U+FFFD in another format, and are told",
          "[format][damage]") {
    const Document document = readAs("UTF-8", kTimes + "Caf\xE9 <i>a\xC2</i>\n\n");
    const auto vtt = writtenDocument(document, *formatNamed("vtt"));
    REQUIRE(vtt.has_value());
    CHECK(isValidUtf8(vtt->bytes));
    CHECK(vtt->bytes.find("Caf\uFFFD <i>a\uFFFD</i>\n") != std::string::npos);
    REQUIRE(vtt->losses.items.size() == 1);
    const LossItem& loss = vtt->losses.items[0];
    CHECK(loss.feature == feature::kDamage);
    CHECK(loss.severity == LossSeverity::Approximated);
    CHECK(loss.count == 2);
    CHECK(loss.cues.size() == 1);
    CHECK(loss.before == "E9");
    CHECK(loss.after == "\uFFFD");
}

TEST_CASE("half of a surrogate pair is one character that is none", "[format][damage]") {
    // "1", times, "x", D83D alone, "y", in UTF-16LE.
    std::string bytes;
    for (const char letter : kTimes + "x")
        bytes += {letter, '\0'};
    bytes += std::string("\x3D\xD8y\0\n\0", 6);
    const auto vtt = writtenDocument(readAs("UTF-16LE", bytes), *formatNamed("vtt"));
    REQUIRE(vtt.has_value());
    CHECK(vtt->bytes.find("\nx\uFFFDy\n") != std::string::npos);
    REQUIRE(vtt->losses.items.size() == 1);
    CHECK(vtt->losses.items[0].count == 1);
    CHECK(vtt->losses.items[0].before == "ED A0 BD");
}

TEST_CASE("bytes that are no characters stay in the file's own format", "[format][damage]") {
    const std::string bytes = kTimes + "Caf\xE9\n";
    const auto same = writtenDocument(readAs("UTF-8", bytes), *formatNamed("srt"));
    REQUIRE(same.has_value());
    CHECK(same->bytes == bytes);
    CHECK(same->losses.empty());
}

TEST_CASE("no format but its own is given bytes that are no characters", "[format][damage]") {
    const Document document = readAs("UTF-8", kTimes + "Caf\xE9 {\\an8}\xFF\n\n");
    WriteOptions options;
    const FrameTimeline frames = FrameTimeline::constant(*parseFrameRate("25"));
    options.timeline = &frames;
    for (const Format* format : formats()) {
        const bool isText = format->info().bytes == FileBytes::Text;
        if (!isText || format->info().id == "srt") continue;
        CAPTURE(format->info().id);
        const auto written = writtenDocument(document, *format, options);
        if (!written) continue;  // refused, with the cue named
        CHECK(isValidUtf8(written->bytes));
        CHECK_FALSE(written->losses.empty());
    }
}
