// SPDX-License-Identifier: MIT
// Cues as pictures. Places are counted by hand on a canvas of 2000 × 1000, on which a per cent is
// 20 pixels across and 10 down.
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"
#include "fake_painter.h"
#include "folder.h"
#include "format/cinema/content_id.h"
#include "job/pictures/picture_element.h"
#include "job/pictures/picture_losses.h"
#include "job/pictures/picture_places.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <iterator>
#include <map>
#include <string>
#include <utility>

using namespace subs;
using testing::FakePainter;
namespace fs = std::filesystem;

namespace {

constexpr PixelBox kLow{800, 850, 400, 100};  ///< 5 % above the bottom edge, in the middle.

const KnownFrames& filmFrames() {
    static const KnownFrames kFrames{FrameTimeline::constant(parseFrameRate("24").value())};
    return kFrames;
}

ConvertOptions picturesInto(std::string_view format, FakePainter& painter) {
    ConvertOptions options;
    options.format = formatNamed(format);
    options.pictures = PictureOptions{&painter, 2000, 1000, {}};
    options.frames = &filmFrames();
    return options;
}

/// Two cues that are alike, one that is not, and one of nothing.
const std::string kSrt =
    "1\n00:00:01,000 --> 00:00:02,000\nAgain\n\n2\n00:00:02,000 --> 00:00:03,000\nAgain\n\n"
    "3\n00:00:04,000 --> 00:00:05,000\nOther\n\n4\n00:00:06,000 --> 00:00:07,000\n \n";

const std::map<std::size_t, PixelBox> kThreeBoxes = {{0, kLow}, {1, kLow}, {2, {100, 50, 300, 80}}};

struct Put {
    std::map<std::string, std::string> files;
    PictureSink sink() {
        return [this](const std::string& name, std::string_view png) -> Result<void> {
            files.emplace(name, png);
            return {};
        };
    }
};

Result<Converted> madeOf(const std::string& text, ConvertOptions options, Put& put) {
    options.pictures->put = put.sink();
    return converted(text, "film.srt", options);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t timesIn(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

const LossItem* lossOf(const LossReport& losses, std::string_view feature, LossSeverity severity) {
    for (const LossItem& item : losses.items)
        if (item.feature == feature && item.severity == severity) return &item;
    return nullptr;
}

bool isTold(const Diagnostics& diagnostics, std::string_view code) {
    return std::ranges::any_of(diagnostics,
                               [&](const Diagnostic& one) { return one.code == code; });
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

ConvertTask taskIn(const fs::path& folder, std::string text = kSrt) {
    return {{"film.srt", "film.srt", std::nullopt}, std::move(text), folder / "film.xml"};
}

}  // namespace

TEST_CASE("names made of a content are those of RFC 9562", "[job][pictures]") {
    // Appendix A.4: of "www.example.com" in the space of domain names.
    constexpr std::string_view kDns(
        "\x6b\xa7\xb8\x10\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
    CHECK(cinema::namedId(kDns, "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    const std::string id = cinema::pictureId("a file");
    CHECK(id.size() == 36);
    CHECK(id[14] == '5');
    CHECK(cinema::pictureId("another") != id);
}

TEST_CASE("a picture is placed by the edges that it is nearest to", "[job][pictures]") {
    using cinema::Dialect;
    const auto element = [](const PixelBox& box, Dialect dialect) {
        return pictureElement(box, 2000, 1000, "ID", dialect);
    };
    CHECK(
        element(kLow, Dialect::Dcdm) ==
        R"(<Image Halign="center" Hposition="0" Valign="bottom" Vposition="5">urn:uuid:ID</Image>)");
    CHECK(element(kLow, Dialect::Interop) ==
          R"(<Image HAlign="center" HPosition="0" VAlign="bottom" VPosition="5">ID.png</Image>)");
    CHECK(element({100, 50, 300, 80}, Dialect::Dcdm) ==
          R"(<Image Halign="left" Hposition="5" Valign="top" Vposition="5">urn:uuid:ID</Image>)");
    CHECK(
        element({1577, 0, 300, 80}, Dialect::Dcdm) ==
        R"(<Image Halign="right" Hposition="6.15" Valign="top" Vposition="0">urn:uuid:ID</Image>)");
    // An odd width in an even canvas: half a pixel is no place.
    CHECK(has(element({801, 850, 399, 100}, Dialect::Dcdm), R"(Halign="center")"));
    CHECK(has(element({802, 850, 398, 100}, Dialect::Dcdm), R"(Halign="right" Hposition="40")"));
}

TEST_CASE("a picture makes way for those that are shown with it", "[job][pictures]") {
    const auto at = [](std::int64_t seconds) { return Time::fromSeconds(seconds); };
    PicturePlaces places(1000);
    CHECK(places.place(kLow, at(1), at(5), PictureMoves::Allowed).box == kLow);
    CHECK(places.place(kLow, at(3), at(7), PictureMoves::Allowed).box.top == 750);
    // One that reaches into both goes above both.
    CHECK(places.place({900, 800, 10, 100}, at(4), at(8), PictureMoves::Allowed).box.top == 650);
    // At 5 s the first is gone, the second still at 750–850.
    CHECK(places.place(kLow, at(5), at(9), PictureMoves::Allowed).box == kLow);
    const PlacedPicture fixed = places.place(kLow, at(6), at(9), PictureMoves::Never);
    CHECK(fixed.box == kLow);
    CHECK(fixed.isCovered);
}

TEST_CASE("upper pictures go down, and where there is no room the other way", "[job][pictures]") {
    const auto at = [](std::int64_t seconds) { return Time::fromSeconds(seconds); };
    constexpr PixelBox kHigh{800, 50, 400, 100};
    PicturePlaces places(1000);
    places.place(kHigh, at(1), at(9), PictureMoves::Allowed);
    CHECK(places.place(kHigh, at(1), at(9), PictureMoves::Allowed).box.top == 150);
    constexpr PixelBox kTall{0, 400, 100, 400};
    places.place(kTall, at(2), at(9), PictureMoves::Allowed);
    CHECK(places.place({0, 600, 100, 200}, at(2), at(9), PictureMoves::Allowed).box.top == 200);
    const PlacedPicture full = places.place({0, 0, 100, 1000}, at(3), at(9), PictureMoves::Allowed);
    CHECK(full.isCovered);
    CHECK(full.box.top == 0);
}

TEST_CASE("a cinema file refers to one picture for all cues that look the same",
          "[job][pictures]") {
    FakePainter painter(kThreeBoxes);
    Put put;
    const auto made = madeOf(kSrt, picturesInto("dcdm", painter), put);
    REQUIRE(made);
    REQUIRE(put.files.size() == 2);
    CHECK(painter.encodings == 2);
    const std::string id = cinema::pictureId("PNG 400x100 65");
    CHECK(put.files.at(id + ".png") == "PNG 400x100 65");
    CHECK(timesIn(made->bytes, "Vposition=\"5\">urn:uuid:" + id + "</Image>") == 2);
    CHECK(has(made->bytes, R"(Halign="left" Hposition="5" Valign="top")"));
    CHECK(has(made->bytes, R"(TimeIn="00:00:04:00" TimeOut="00:00:05:00")"));
    CHECK(!has(made->bytes, "<Text"));
    CHECK(!has(made->bytes, "<Font"));
    CHECK(!has(made->bytes, "Again"));
    Put again;
    CHECK(madeOf(kSrt, picturesInto("dcdm", painter), again)->bytes == made->bytes);
    CHECK(again.files == put.files);
    Put interop;
    const auto other = madeOf(kSrt, picturesInto("interop", painter), interop);
    REQUIRE(other);
    CHECK(has(other->bytes, "VPosition=\"5\">" + id + ".png</Image>"));
    CHECK(interop.files == put.files);
}

TEST_CASE("what is lost in pictures is told", "[job][pictures]") {
    FakePainter painter(kThreeBoxes);
    Put put;
    const auto made = madeOf(kSrt, picturesInto("dcdm", painter), put);
    REQUIRE(made);
    const LossItem* text = lossOf(made->losses, feature::kText, LossSeverity::Approximated);
    REQUIRE(text != nullptr);
    CHECK(text->count == 3);
    CHECK(!text->remedy.empty());
    const LossItem* blank = lossOf(made->losses, feature::kText, LossSeverity::Dropped);
    REQUIRE(blank != nullptr);
    CHECK(blank->cues == std::vector<CueId>{CueId{4}});
    CHECK(isTold(made->diagnostics, "media.font-substituted"));
    CHECK(!isTold(made->diagnostics, "pictures.cut"));
    painter.boxes[2] = {0, 50, 300, 80};
    CHECK(isTold(madeOf(kSrt, picturesInto("dcdm", painter), put)->diagnostics, "pictures.cut"));
    const std::string karaoke =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,{\\move(0,0,9,9)}A\n";
    const auto moving = madeOf(karaoke, picturesInto("dcdm", painter), put);
    REQUIRE(moving);
    CHECK(lossOf(moving->losses, feature::kEffect, LossSeverity::Approximated) != nullptr);
}

TEST_CASE("fades are the file's and not in the picture", "[job][pictures]") {
    FakePainter painter;
    painter.boxes = {{0, kLow}};
    Put put;
    const auto made = madeOf(
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,{\\fad(250,500)}A\n",
        picturesInto("dcdm", painter),
        put);
    REQUIRE(made);
    CHECK(painter.painted->cues[0].text.spans.empty());
    // 24 frames a second.
    CHECK(has(made->bytes, R"(FadeUpTime="00:00:00:06" FadeDownTime="00:00:00:12")"));
    CHECK(lossOf(made->losses, feature::kEffect, LossSeverity::Approximated) == nullptr);
    CHECK(lossOf(made->losses, feature::kOverrides, LossSeverity::Dropped) == nullptr);
}

TEST_CASE("cues that come together in the frames of the file do not lie over each other",
          "[job][pictures]") {
    FakePainter painter;
    painter.boxes = {{0, kLow}, {1, kLow}};
    Put put;
    const auto made = madeOf(
        "1\n00:00:01,000 --> 00:00:03,000\nA\n\n"
        "2\n00:00:02,000 --> 00:00:04,000\nB\n",
        picturesInto("dcdm", painter),
        put);
    REQUIRE(made);
    CHECK(has(made->bytes, R"(Vposition="5")"));
    CHECK(has(made->bytes, R"(Vposition="15")"));
    // 2.99 s and 3.01 s are the same frame of 24, so that the second begins as the first ends.
    const auto apart = madeOf(
        "1\n00:00:01,000 --> 00:00:03,010\nA\n\n"
        "2\n00:00:02,990 --> 00:00:04,000\nB\n",
        picturesInto("dcdm", painter),
        put);
    REQUIRE(apart);
    CHECK(timesIn(apart->bytes, R"(Vposition="5")") == 2);
    CHECK(painter.painted->cues[1].start == Time::fromSeconds(3));
    const auto fixed = madeOf(
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:03.00,A\n"
        "Dialogue: 0,0:00:02.00,0:00:04.00,{\\pos(9,9)}B\n",
        picturesInto("dcdm", painter),
        put);
    REQUIRE(fixed);
    CHECK(timesIn(fixed->bytes, R"(Vposition="5")") == 2);
    CHECK(isTold(fixed->diagnostics, "pictures.overlap"));
}

TEST_CASE("Khmer lines that leave the picture are broken before they are drawn",
          "[job][pictures][khmer]") {
    FakePainter painter(kThreeBoxes);
    std::string line;
    for (int i = 0; i < 8; ++i)
        line += "ខ្ញុំទៅផ្សារទិញត្រី";
    Put put;
    REQUIRE(madeOf("1\n00:00:01,000 --> 00:00:02,000\n" + line +
                       "\n\n2\n00:00:03,000 --> 00:00:04,000\nខ្ញុំ\nទៅ\n",
                   picturesInto("dcdm", painter),
                   put));
    CHECK(lineCount(painter.painted->cues[0].text) > 1);
    CHECK(painter.painted->cues[1].text.plain == "ខ្ញុំ\nទៅ");
}

TEST_CASE("pictures that a file has already stay", "[job][pictures]") {
    FakePainter painter;
    painter.boxes = {{0, kLow}, {1, kLow}};
    const std::string file =
        "<DCSubtitle Version=\"1.0\"><SubtitleID>4f3a4b5c-1111-4222-8333-944455556666</SubtitleID>"
        "<MovieTitle>Sea</MovieTitle><ReelNumber>1</ReelNumber><Language>English</Language>"
        "<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:000\">"
        "<Image VAlign=\"bottom\" VPosition=\"8\" HAlign=\"center\">one.png</Image></Subtitle>"
        "<Subtitle SpotNumber=\"2\" TimeIn=\"00:00:03:000\" TimeOut=\"00:00:04:000\" "
        "FadeUpTime=\"20\"><Text VAlign=\"bottom\" VPosition=\"8\">Words</Text></Subtitle>"
        "</DCSubtitle>";
    Put put;
    const auto made = madeOf(file, picturesInto("interop", painter), put);
    REQUIRE(made);
    CHECK(put.files.size() == 1);
    CHECK(has(made->bytes, ">one.png</Image>"));
    CHECK(has(made->bytes, R"(FadeUpTime="00:00:00:020")"));
    CHECK(!has(made->bytes, "Words"));
}

TEST_CASE("only formats that hold pictures get them", "[job][pictures]") {
    FakePainter painter(kThreeBoxes);
    Put put;
    CHECK(madeOf(kSrt, picturesInto("ass", painter), put).error().code == "pictures.format");
    ConvertOptions without = picturesInto("dcdm", painter);
    without.frames = nullptr;
    CHECK(madeOf(kSrt, without, put).error().code == "time.no-timeline");
    CHECK(put.files.empty());
}

TEST_CASE("pictures are written beside the file", "[job][pictures]") {
    const testing::Folder folder;
    FakePainter painter(kThreeBoxes);
    const ConvertOutcome done =
        convertOne(taskIn(folder.path / "new"), picturesInto("interop", painter));
    REQUIRE(!done.error);
    CHECK(filesIn(folder.path / "new") == 3);
    const std::string name = cinema::pictureId("PNG 400x100 65") + ".png";
    CHECK(readFile(folder.path / "new" / name) == "PNG 400x100 65");
    CHECK(has(*readFile(folder.path / "new" / "film.xml"), name));
    // The same pictures serve another file; one of that name with other bytes is not replaced.
    ConvertTask second = taskIn(folder.path / "new");
    second.output = folder.path / "new" / "second.xml";
    CHECK(!convertOne(second, picturesInto("interop", painter)).error);
    REQUIRE(writeFileAtomically(folder.path / "new" / name, "mine"));
    second.output = folder.path / "new" / "third.xml";
    CHECK(convertOne(second, picturesInto("interop", painter)).error->code == "io.exists");
    CHECK(readFile(folder.path / "new" / name) == "mine");
    CHECK(filesIn(folder.path / "new") == 4);
}

TEST_CASE("what fails or is stopped leaves neither file nor pictures", "[job][pictures]") {
    const testing::Folder folder;
    FakePainter painter(kThreeBoxes);
    painter.failsAt = 3;
    CHECK(convertOne(taskIn(folder.path), picturesInto("dcdm", painter)).error->code ==
          "media.no-renderer");
    CHECK(filesIn(folder.path) == 0);
    // A picture that was there stays, one that was to be replaced comes back.
    const fs::path kept = folder.path / (cinema::pictureId("PNG 400x100 65") + ".png");
    const fs::path other = folder.path / (cinema::pictureId("PNG 300x80 79") + ".png");
    REQUIRE(writeFileAtomically(kept, "PNG 400x100 65"));
    REQUIRE(writeFileAtomically(other, "mine"));
    ConvertOptions options = picturesInto("dcdm", painter);
    options.existing = Existing::Replace;
    CHECK(convertOne(taskIn(folder.path), options).error->code == "media.no-renderer");
    CHECK(filesIn(folder.path) == 2);
    CHECK(readFile(kept) == "PNG 400x100 65");
    CHECK(readFile(other) == "mine");
    std::stop_source stop;
    stop.request_stop();
    options.reading.stop = stop.get_token();
    CHECK(convertOne(taskIn(folder.path), options).error->code == "media.cancelled");
    CHECK(filesIn(folder.path) == 2);
}

TEST_CASE("a disk that is full while pictures are written is told and left as it was",
          "[job][pictures]") {
    const testing::Folder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        FakePainter painter(kThreeBoxes);
        painter.padding = 950;  // the first fits, the file of all does not
        const auto done = convertOne(taskIn(folder.path), picturesInto("dcdm", painter));
        painter.padding = 2000;
        const auto none = convertOne(taskIn(folder.path), picturesInto("dcdm", painter));
        const bool isTold = done.error && done.error->code == "io.full" && none.error &&
                            none.error->code == "io.full" && has(none.error->message, ".png");
        ::_exit(isTold ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    CHECK(filesIn(folder.path) == 0);
}

TEST_CASE("what is beside the cues is told once of a file of pictures", "[job][pictures]") {
    const auto read = readDocument(
        "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:0,MPEGTS:0\n\nNOTE loud\n\n"
        "00:01.000 --> 00:02.000\nboat\n",
        "a.vtt");
    REQUIRE(read);
    const LossReport losses = paintingLosses(read->document);
    for (const auto feature : {feature::kNote, feature::kMetadata}) {
        const LossItem* loss = lossOf(losses, feature, LossSeverity::Dropped);
        REQUIRE(loss != nullptr);
        CHECK(loss->count == 1);
    }
}
