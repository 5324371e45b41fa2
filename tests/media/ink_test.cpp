// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/qc/check.h>
#include <subs/text/line_glyphs.h>
#include <subs/text/measure.h>

#include "catch.h"
#include "media/dialogue_lines.h"
#include "media/rendered_cue.h"
#include "model/drawn_lines.h"
#include "qc/cue_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

// Where the ink of cues is said to be, beside the pixels that libass draws: without outline and
// shadow.
namespace {

using namespace subs;
using testing::CueRenderer;
using testing::InkBox;
using testing::inkBoxOf;

constexpr int kWidth = 8000;
constexpr int kHeight = 1080;
constexpr double kFontSize = 86;

/// `style` from the scale on: "100,100,0,0,1,0,0,7,100,100,100,1".
std::string fileOf(std::string_view font,
                   std::string_view style,
                   std::string_view text,
                   int width = kWidth,
                   int height = kHeight) {
    return fmt::format(
        "[Script Info]\nScriptType: v4.00+\nPlayResX: {}\nPlayResY: {}\nWrapStyle: 0\n\n"
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, "
        "OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, "
        "Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n"
        "Style: Default,{},{},&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,{}\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,{}\n",
        width,
        height,
        font,
        kFontSize,
        style,
        text);
}

bool near(double a, double b) {
    return std::abs(a - b) <= std::max(2.0, 0.01 * kFontSize);
}

/// The first cue of a file as it is drawn.
struct Drawn {
    explicit Drawn(const std::string& file)
        : document(read(file)), lines(linesOf(document.cues[0].text.plain)) {}

    static std::vector<std::string_view> linesOf(std::string_view plain) {
        std::vector<std::string_view> lines;
        for (std::size_t end = plain.find('\n'); end != plain.npos; end = plain.find('\n')) {
            lines.push_back(plain.substr(0, end));
            plain.remove_prefix(end + 1);
        }
        lines.push_back(plain);
        return lines;
    }

    static Document read(const std::string& file) {
        auto opened = readDocument(file, "cue.ass");
        REQUIRE(opened);
        REQUIRE(opened->document.cues.size() == 1);
        return std::move(opened->document);
    }

    DrawnLines fonts;
    Document document;
    std::vector<std::string_view> lines;
    CueDrawing drawing{fonts, document, document.cues[0], lines};
};

std::optional<InkBox> predicted(Drawn& drawn) {
    const auto places = drawn.drawing.places();
    if (!places) return std::nullopt;
    std::optional<InkBox> all;
    for (std::size_t i = 0; i < drawn.lines.size(); ++i) {
        const DrawnInk& ink = drawn.drawing.line(i).ink;
        const CanvasPoint place = (*places)[i];
        if (ink.left >= ink.right) continue;
        const InkBox box{
            place.x + ink.left, place.x + ink.right, place.y - ink.top, place.y + ink.bottom};
        if (!all) all = box;
        all = InkBox{std::min(all->left, box.left),
                     std::max(all->right, box.right),
                     std::min(all->top, box.top),
                     std::max(all->bottom, box.bottom)};
    }
    return all;
}

/// Whole pictures are looked through, so fewer lines are tried than by their width.
std::size_t inkStep() {
    constexpr std::size_t kFewer = 8;
    return testing::step() == 1 ? 1 : testing::step() * kFewer;
}

}  // namespace

TEST_CASE("ink reaches as high and as low as libass draws it", "[media][fonts][ink]") {
    const std::string font =
        GENERATE(from_range(testing::kKhmerFonts.begin(), testing::kKhmerFonts.end()));
    CAPTURE(font);
    const auto measurer = Measurer::open(font);
    REQUIRE(measurer);
    REQUIRE(measurer->family() == font);
    CueRenderer renderer(kWidth, kHeight);
    const double em = measurer->metrics().emSizeFor(kFontSize);
    const std::vector<std::string> lines = testing::testLines();
    std::string told;
    double worst = 0;
    std::size_t tried = 0;
    for (std::size_t i = 0; i < lines.size(); i += inkStep()) {
        const LineGlyphs line = measurer->glyphs(lines[i]);
        const double base = 100 + line.ascent.value * em;
        const double top = base - line.extent.inkTop.value * em;
        const double bottom = base + line.extent.inkBottom.value * em;
        const auto box = inkBoxOf(
            renderer.rendered(fileOf(font, "100,100,0,0,1,0,0,7,100,100,100,1", lines[i])));
        REQUIRE(box);
        worst = std::max({worst, std::abs(top - box->top), std::abs(bottom - box->bottom)});
        ++tried;
        if (near(top, box->top) && near(bottom, box->bottom)) continue;
        told += fmt::format("{}: {:.1f}–{:.1f} instead of {:.1f}–{:.1f}\n",
                            lines[i],
                            top,
                            bottom,
                            box->top,
                            box->bottom);
    }
    if (testing::step() == 1) fmt::print("{}: {} lines, worst {:.2f} px\n", font, tried, worst);
    INFO(told);
    CHECK(told.empty());
}

TEST_CASE("cues are laid out as libass does", "[media][fonts][ink]") {
    struct Case {
        std::string style;
        std::string text;
    };
    std::vector<Case> cases;
    for (int alignment = 1; alignment <= 9; ++alignment) {
        const std::string style = fmt::format("100,100,0,0,1,0,0,{},100,300,50,1", alignment);
        cases.push_back({style, "ស្ត្រី\\NHello"});
        cases.push_back({style, "{\\pos(700,500)}ស្ត្រី\\NHello"});
        cases.push_back({style, "  ក  \\N ស្ត្រី Hello  "});
    }
    const std::string bottom = "100,100,0,0,1,0,0,2,100,300,50,1";
    const std::string top = "100,100,0,0,1,0,0,8,100,300,50,1";
    for (const std::string& style : {bottom, top}) {
        for (const std::string text : {"ក\\N\\Nក",
                                       "ក\\N",
                                       "ក\\N\\N",
                                       "\\Nក",
                                       "{\\fs150}ក{\\fs60}ក\\Nក",
                                       "ក{\\fnNoto Sans}ab\\N{\\fnKhmer OS}ក",
                                       "{\\an5}ក",
                                       "{\\fscy50}ស្ត្រី\\N{\\fscx200}ក",
                                       "{\\fsp20}Hello\\NHello"})
            cases.push_back({style, text});
    }
    cases.push_back({"50,150,0,0,1,0,0,2,100,300,50,1", "ស្ត្រី\\NHello"});
    cases.push_back({"100,100,8,0,1,0,0,3,100,300,50,1", "Hello\\NHe"});
    const std::string font = GENERATE("Khmer OS Battambang", "Khmer OS", "Noto Serif Khmer");
    CueRenderer renderer(1920, kHeight);
    for (const Case& one : cases) {
        const std::string file = fileOf(font, one.style, one.text, 1920);
        CAPTURE(font, one.style, one.text);
        Drawn drawn(file);
        const auto ours = predicted(drawn);
        const auto box = inkBoxOf(renderer.rendered(file));
        REQUIRE((ours && box));
        CHECK(near(ours->left, box->left));
        CHECK(near(ours->right, box->right));
        CHECK(near(ours->top, box->top));
        CHECK(near(ours->bottom, box->bottom));
    }
}

TEST_CASE("lines whose ink libass draws over one another are found", "[media][fonts][ink]") {
    constexpr std::uint32_t kRed = 0xFF0000;
    constexpr std::uint32_t kGreen = 0x00FF00;
    const std::string font = GENERATE("Noto Serif Khmer", "Noto Sans Khmer", "Khmer OS");
    CueRenderer renderer(1920, kHeight);
    Checker checker{Profile{}};
    std::vector<std::string> lines;
    for (const std::string& line : testing::testLines())
        if (line.size() < 110) lines.push_back(line);
    std::size_t touching = 0;
    std::size_t found = 0;
    std::size_t missed = 0;
    std::size_t falsely = 0;
    std::string told;
    for (std::size_t i = 0; i + 1 < lines.size(); i += inkStep()) {
        const std::string text =
            fmt::format("{{\\1c&H0000FF&}}{}\\N{{\\1c&H00FF00&}}{}", lines[i], lines[i + 1]);
        const std::string file = fileOf(font, "100,100,0,0,1,0,0,2,60,60,50,1", text, 1920);
        const auto upper = renderer.rendered(file, kRed);
        const auto lower = renderer.rendered(file, kGreen);
        std::size_t both = 0;
        for (std::size_t pixel = 0; pixel < upper.pixels.size(); ++pixel)
            if (upper.pixels[pixel] > 127 && lower.pixels[pixel] > 127) ++both;
        const auto findings = checker.check(Drawn::read(file));
        const bool isFound = std::ranges::any_of(
            findings, [](const Finding& one) { return one.rule == "font.ink-collision"; });
        // Fewer are what a renderer rounds, and the check lets a hundredth of the height pass.
        const bool touches = both > 4;
        touching += touches ? 1 : 0;
        found += touches && isFound ? 1 : 0;
        falsely += isFound && !touches ? 1 : 0;
        if (!touches || isFound) continue;
        ++missed;
        told += fmt::format("{} / {}: {} pixels\n", lines[i], lines[i + 1], both);
    }
    if (testing::step() == 1)
        fmt::print("{}: {} touch, {} found, {} missed, {} falsely\n",
                   font,
                   touching,
                   found,
                   missed,
                   falsely);
    CAPTURE(font, touching, found, falsely, told);
    CHECK(missed == 0);
}
