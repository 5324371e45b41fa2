// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/media/film.h>
#include <subs/media/preview.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

using namespace subs;
using namespace subs::media;

namespace {

const std::string kKhmerLine1 = "ក្រុមហ៊ុនស្ត្រីខ្មែរ";
const std::string kKhmerLine2 = "ទៅផ្សារទិញត្រីប៉ៅអឺ";

Cue cueOf(Time start, Time end, const std::string& text) {
    Cue cue;
    cue.start = start;
    cue.end = end;
    cue.text.plain = text;
    return cue;
}

Document documentOf(std::vector<Cue> cues, const std::string& language) {
    Document document;
    document.language = language;
    document.cues = std::move(cues);
    for (Cue& cue : document.cues)
        cue.id = document.newId();
    return document;
}

Document oneCue(const std::string& text, const std::string& language) {
    return documentOf({cueOf(Time::fromSeconds(1), Time::fromSeconds(2), text)}, language);
}

Picture drawn(Preview& preview,
              const std::vector<PreviewTrack>& tracks,
              Time time,
              int width = 1920,
              int height = 1080) {
    Picture picture = blackPicture(width, height);
    const auto result = preview.draw(tracks, time, picture);
    INFO((result ? std::string() : result.error().message));
    REQUIRE(result);
    return picture;
}

Picture drawn(const Document& document, Time time, int width = 1920, int height = 1080) {
    auto preview = Preview::open();
    REQUIRE(preview);
    return drawn(*preview, {PreviewTrack{&document}}, time, width, height);
}

/// Rows, from the top, that hold white letters.
std::vector<bool> inkRows(const Picture& picture) {
    std::vector<bool> rows(static_cast<std::size_t>(picture.height));
    for (std::size_t y = 0; y < rows.size(); ++y) {
        const auto row = picture.pixels.begin() + static_cast<std::ptrdiff_t>(y * picture.stride());
        for (int x = 0; x < picture.width; ++x)
            rows[y] = rows[y] || row[x * 4 + 1] > 100;
    }
    return rows;
}

bool hasInk(const Picture& picture) {
    const auto rows = inkRows(picture);
    return std::find(rows.begin(), rows.end(), true) != rows.end();
}

/// The first row with ink and the row behind the last.
std::pair<std::ptrdiff_t, std::ptrdiff_t> inkExtent(const Picture& picture) {
    const auto rows = inkRows(picture);
    const auto first = std::find(rows.begin(), rows.end(), true);
    const auto last = std::find(rows.rbegin(), rows.rend(), true);
    return {first - rows.begin(), rows.rend() - last};
}

/// A cue of two lines with the letters of one of them made transparent.
Document withHidden(const std::string& first, const std::string& second, bool hidesFirst) {
    Document document = oneCue(first + "\n" + second, "km");
    const auto middle = static_cast<std::uint32_t>(first.size());
    const auto end = static_cast<std::uint32_t>(first.size() + 1 + second.size());
    const Span span = hidesFirst ? Span{SpanKind::Color, 0, middle, "#FFFFFF00"}
                                 : Span{SpanKind::Color, middle + 1, end, "#FFFFFF00"};
    document.cues[0].text.spans.push_back(span);
    return document;
}

bool touchesAnEdge(const Picture& picture) {
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const bool isEdge =
                y == 0 || x == 0 || y == picture.height - 1 || x == picture.width - 1;
            const auto at =
                static_cast<std::size_t>(y) * picture.stride() + static_cast<std::size_t>(x) * 4;
            if (isEdge && picture.pixels[at + 1] != 0) return true;
        }
    }
    return false;
}

double centreOfInk(const Picture& picture) {
    const auto rows = inkRows(picture);
    double sum = 0;
    double count = 0;
    for (std::size_t y = 0; y < rows.size(); ++y) {
        if (!rows[y]) continue;
        sum += static_cast<double>(y);
        ++count;
    }
    return sum / count;
}

double threadSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Document manyCues(int count) {
    std::vector<Cue> cues;
    for (int i = 0; i < count; ++i) {
        const Time start = Time::fromMilliseconds(std::int64_t{i} * 2000);
        cues.push_back(
            cueOf(start, start + Time::fromMilliseconds(1800), kKhmerLine1 + std::to_string(i)));
    }
    return documentOf(std::move(cues), "km");
}

/// Seconds of computing for 60 frames that follow each other, in the first minute of the document.
double costOfDrawing(const Document& document, std::uint64_t revision) {
    auto preview = Preview::open();
    REQUIRE(preview);
    const std::vector<PreviewTrack> tracks{{&document, false, revision}};
    drawn(*preview, tracks, Time::fromMilliseconds(500), 640, 360);
    Picture picture = blackPicture(640, 360);
    const double before = threadSeconds();
    for (int i = 0; i < 60; ++i)
        REQUIRE(preview->draw(tracks, Time::fromMilliseconds(500 + i * 42), picture));
    return threadSeconds() - before;
}

}  // namespace

TEST_CASE("two Khmer lines are inside the picture and do not touch", "[media][preview][khmer]") {
    const auto [width, height] =
        GENERATE(table<int, int>({{1920, 1080}, {1280, 720}, {640, 360}, {720, 576}}));
    INFO(width << " x " << height);
    const Time time = Time::fromMilliseconds(1500);
    const Picture both = drawn(oneCue(kKhmerLine1 + "\n" + kKhmerLine2, "km"), time, width, height);
    CHECK_FALSE(touchesAnEdge(both));
    const auto upper =
        inkExtent(drawn(withHidden(kKhmerLine1, kKhmerLine2, false), time, width, height));
    const auto lower =
        inkExtent(drawn(withHidden(kKhmerLine1, kKhmerLine2, true), time, width, height));
    CHECK(upper.first > height / 2);
    CHECK(upper.second <= lower.first);
    CHECK(inkExtent(both) == std::pair(upper.first, lower.second));
}

TEST_CASE("a document without styles is shown in the fonts of its language",
          "[media][preview][khmer]") {
    auto preview = Preview::open();
    REQUIRE(preview);
    const Document khmer = oneCue(kKhmerLine1, "km");
    const Document english = oneCue("Where are we going?", "en");
    CHECK(hasInk(drawn(*preview, {PreviewTrack{&khmer}}, Time::fromMilliseconds(1500))));
    CHECK(hasInk(drawn(*preview, {PreviewTrack{&english}}, Time::fromMilliseconds(1500))));
    CHECK(preview->fontRemarks().empty());
}

TEST_CASE("a font that is not there is named with what is shown instead", "[media][preview]") {
    Document document = oneCue("Hello", "en");
    document.styles.resize(1);
    document.styles[0].fontName = "No Such Font";
    auto preview = Preview::open();
    REQUIRE(preview);
    drawn(*preview, {PreviewTrack{&document}}, Time::fromMilliseconds(1500));
    const auto remarks = preview->fontRemarks();
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("No Such Font: ") == 0);
    CHECK(preview->fontRemarks().empty());
}

TEST_CASE("a cue is shown from its start up to but not at its end", "[media][preview]") {
    // Frames of 24000/1001: the cue is on frames 24 and 25.
    const auto timeline = FrameTimeline::constant(parseFrameRate("23.976").value());
    const Document document =
        documentOf({cueOf(timeline.timeOf({24}), timeline.timeOf({26}), "Now")}, "en");
    for (const std::int64_t frame : {0, 23, 24, 25, 26, 300}) {
        INFO(frame);
        CHECK(hasInk(drawn(document, timeline.timeOf({frame}), 640, 360)) ==
              (frame == 24 || frame == 25));
    }
}

TEST_CASE("two tracks are shown apart when one is moved to the top", "[media][preview]") {
    const Document khmer = oneCue(kKhmerLine1, "km");
    const Document english = oneCue("Where are we going?", "en");
    auto preview = Preview::open();
    REQUIRE(preview);
    const Time time = Time::fromMilliseconds(1500);
    CHECK(centreOfInk(drawn(*preview, {{&khmer, true}}, time)) < 300);
    CHECK(centreOfInk(drawn(*preview, {{&khmer, false}}, time)) > 780);
    const auto both = inkExtent(drawn(*preview, {{&khmer, true}, {&english, false}}, time));
    CHECK(both.first < 150);
    CHECK(both.second > 950);
}

TEST_CASE("a cue with a place of its own keeps it on a track that is moved", "[media][preview]") {
    Document document = oneCue("Here", "en");
    document.cues[0].alignment = Alignment::BottomLeft;
    auto preview = Preview::open();
    REQUIRE(preview);
    CHECK(centreOfInk(drawn(*preview, {{&document, true}}, Time::fromMilliseconds(1500))) > 780);
}

TEST_CASE("what is edited is shown at once", "[media][preview]") {
    Document document = oneCue("i", "en");
    auto preview = Preview::open();
    REQUIRE(preview);
    const Time time = Time::fromMilliseconds(1500);
    const std::uint64_t counted = GENERATE(std::uint64_t{0}, std::uint64_t{1});
    std::uint64_t revision = counted;
    const auto now = [&] {
        return drawn(*preview, {{&document, false, revision}}, time, 640, 360);
    };
    const auto changed = [&] { revision += counted; };
    const Picture first = now();
    CHECK(now().pixels == first.pixels);
    document.cues[0].text.plain = "WWWW";
    changed();
    const Picture second = now();
    CHECK(second.pixels != first.pixels);
    document.cues[0].end = Time::fromMilliseconds(1400);
    changed();
    CHECK_FALSE(hasInk(now()));
    document.cues[0].end = Time::fromMilliseconds(1600);
    document.styles.resize(1);
    document.styles[0].fontSize = 200;
    changed();
    const Picture fourth = now();
    CHECK(hasInk(fourth));
    CHECK(fourth.pixels != second.pixels);
}

TEST_CASE("the preview is what ffmpeg burns in", "[media][preview]") {
    Document document = documentOf(
        {cueOf(Time::fromSeconds(2), Time::fromSeconds(4), kKhmerLine1 + "\nAnd so we go")}, "km");
    document.canvas = Canvas{320, 180, WrapStyle::Smart, true};
    document.styles.resize(1);
    document.styles[0].fontName = "Khmer OS Battambang";
    document.styles[0].fontSize = 24;
    document.styles[0].outline = 1;
    const auto written = writtenDocument(document, *formatNamed("ass"));
    REQUIRE(written);
    const testing::Folder folder;
    const auto file = folder.path / "text.ass";
    REQUIRE(writeFileAtomically(file, written->bytes));
    // Frame 60 of 24000/1001 is at 2.5 s. ffmpeg draws upon the same RGB picture. Its filter "ass"
    // shapes Khmer, while its filter "subtitles" (5.1) asks libass for simple shaping, which leaves
    // coengs beside their letters.
    const std::string burned =
        testing::outputOf("ffmpeg -nostdin -v error -i '" + testing::filmPath("film.mp4").string() +
                          "' -map 0:v -vf 'select=eq(n\\,60),format=bgr0,ass=" + file.string() +
                          "' -frames:v 1 -pix_fmt bgr0 -f rawvideo -");
    Film film = testing::openFilm("film.mp4");
    Picture picture = *film.picture({60});
    const Picture plain = picture;
    auto preview = Preview::open();
    REQUIRE(preview);
    const std::array<PreviewTrack, 1> tracks{PreviewTrack{&document}};
    REQUIRE(preview->draw(tracks, film.timeline().timeOf({60}), picture));
    REQUIRE(burned.size() == picture.pixels.size());
    int far = 0;
    int changed = 0;
    for (std::size_t i = 0; i < burned.size(); ++i) {
        if (i % 4 == 3) continue;
        far += std::abs(static_cast<unsigned char>(burned[i]) - picture.pixels[i]) > 6 ? 1 : 0;
        changed += picture.pixels[i] != plain.pixels[i] ? 1 : 0;
    }
    CHECK(changed > 3000);
    CHECK(far == 0);
}

TEST_CASE("a document of 100000 cues costs about as much to draw as a small one",
          "[media][preview]") {
    const Document small = manyCues(100);
    const Document large = manyCues(100000);
    const double one = costOfDrawing(small, 1);
    const double many = costOfDrawing(large, 1);
    INFO(one * 1000 << " ms against " << many * 1000 << " ms for 60 frames");
    CHECK(many < 2 * one + 0.005);
}

TEST_CASE("an empty picture and no document are no error", "[media][preview]") {
    auto preview = Preview::open();
    REQUIRE(preview);
    Picture empty;
    const Document document = oneCue("x", "en");
    const std::array<PreviewTrack, 2> tracks{PreviewTrack{&document}, PreviewTrack{nullptr}};
    CHECK(preview->draw(tracks, Time::fromMilliseconds(1500), empty));
    Picture picture = blackPicture(64, 64);
    CHECK(preview->draw(std::array<PreviewTrack, 1>{}, Time(), picture));
    CHECK(picture.pixels == blackPicture(64, 64).pixels);
}

TEST_CASE("a Khmer line wider than the picture is drawn between its margins, and told",
          "[media][preview][khmer]") {
    std::string wide;
    for (int i = 0; i < 5; ++i)
        wide += kKhmerLine1 + kKhmerLine2;
    const Document document = oneCue(wide, "km");
    const std::vector<PreviewTrack> tracks{PreviewTrack{&document}};
    const Time time = Time::fromMilliseconds(1500);
    auto preview = Preview::open();
    REQUIRE(preview);
    const Picture delivered = drawn(*preview, tracks, time);
    CHECK_FALSE(touchesAnEdge(delivered));
    CHECK(preview->brokenCues() == std::vector<Time>{Time::fromSeconds(1)});
    drawn(*preview, tracks, time);
    CHECK(preview->brokenCues().empty());

    auto others = Preview::open({TextLook::OtherPlayers, {}, {}});
    REQUIRE(others);
    const Picture unbroken = drawn(*others, tracks, time);
    CHECK(touchesAnEdge(unbroken));
    CHECK(others->brokenCues().empty());
    const auto heightOf = [](const Picture& picture) {
        const auto [first, last] = inkExtent(picture);
        return last - first;
    };
    CHECK(heightOf(delivered) > 2 * heightOf(unbroken));
}

TEST_CASE("a line that fits is drawn as other players draw it", "[media][preview][khmer]") {
    const Document document = oneCue(kKhmerLine1 + "\n" + kKhmerLine2, "km");
    const Time time = Time::fromMilliseconds(1500);
    auto others = Preview::open({TextLook::OtherPlayers, {}, {}});
    REQUIRE(others);
    CHECK(drawn(document, time).pixels == drawn(*others, {PreviewTrack{&document}}, time).pixels);
}
