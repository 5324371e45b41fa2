// SPDX-License-Identifier: MIT
#include <subs/edit/wrap.h>
#include <subs/text/line_break.h>
#include <subs/text/measure.h>

#include "catch.h"
#include "media/dialogue_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
#include <ass/ass.h>
}

// What a Measurer says of a line, beside the ink that libass draws of it: the project's own
// dialogue and lines that mix Khmer, English and figures, in five Khmer fonts, without outline and
// shadow.
namespace {

using namespace subs;
using testing::step;
using testing::testLines;

constexpr int kWidth = 8000;
constexpr int kHeight = 1080;
constexpr double kFontSize = 86;

struct Freer {
    void operator()(ASS_Library* library) const { ass_library_done(library); }
    void operator()(ASS_Renderer* renderer) const { ass_renderer_done(renderer); }
    void operator()(ASS_Track* track) const { ass_free_track(track); }
};
template <class T>
using Handle = std::unique_ptr<T, Freer>;

/// How wide the ink is whose strongest pixel in each column is told: a column at the edge counts as
/// far as it is covered.
std::optional<double> inkWidth(const std::vector<std::uint8_t>& columns) {
    const auto isInk = [](std::uint8_t strength) { return strength != 0; };
    const auto first = std::find_if(columns.begin(), columns.end(), isInk);
    if (first == columns.end()) return std::nullopt;
    const auto last = std::find_if(columns.rbegin(), columns.rend(), isInk).base() - 1;
    const double between = static_cast<double>(last - first) - 1;
    return std::max(between, 0.0) + (*first + (last != first ? *last : 0)) / 255.0;
}

/// A picture, and the canvas of the file that is drawn over it.
struct Frame {
    int width = kWidth;
    int height = kHeight;
    Canvas canvas{kWidth, kHeight};
    double fontSize = kFontSize;
};

/// libass with one style.
class Renderer {
public:
    explicit Renderer(std::string_view font,
                      std::string_view look = "0,0,0,0,100,100,0",
                      const Frame& frame = {})
        : width_(frame.width) {
        library_.reset(ass_library_init());
        ass_set_message_cb(
            library_.get(), [](int, const char*, va_list, void*) {}, nullptr);
        renderer_.reset(ass_renderer_init(library_.get()));
        ass_set_frame_size(renderer_.get(), frame.width, frame.height);
        ass_set_fonts(renderer_.get(), nullptr, nullptr, ASS_FONTPROVIDER_AUTODETECT, nullptr, 1);
        header_ = fmt::format(
            "[Script Info]\nScriptType: v4.00+\nPlayResX: {}\nPlayResY: {}\nWrapStyle: 2\n\n"
            "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic, "
            "Underline, StrikeOut, ScaleX, ScaleY, Spacing, BorderStyle, Outline, Shadow, "
            "Alignment, MarginL, MarginR, MarginV\n"
            "Style: Default,{},{},&H00FFFFFF,{},1,0,0,7,{},0,0\n\n[Events]\n"
            "Format: Start, End, Style, Text\n",
            frame.canvas.width,
            frame.canvas.height,
            font,
            frame.fontSize,
            look,
            frame.canvas.width / 80);  // so that ink before the pen is inside the picture
    }

    /// In pixels; nothing where nothing is drawn.
    std::optional<double> ink(const std::string& text) {
        std::string file = header_ + "Dialogue: 0:00:00.00,0:00:01.00,Default," + text + "\n";
        const Handle<ASS_Track> track(
            ass_read_memory(library_.get(), file.data(), file.size(), nullptr));
        std::vector<std::uint8_t> columns(static_cast<std::size_t>(width_));
        for (const ASS_Image* image = ass_render_frame(renderer_.get(), track.get(), 0, nullptr);
             image != nullptr;
             image = image->next)
            add(*image, columns);
        return inkWidth(columns);
    }

private:
    static void add(const ASS_Image& image, std::vector<std::uint8_t>& columns) {
        for (int x = 0; x < image.w; ++x) {
            std::uint8_t& column = columns[static_cast<std::size_t>(image.dst_x + x)];
            for (int y = 0; y < image.h; ++y)
                column = std::max(column, image.bitmap[y * image.stride + x]);
        }
    }

    int width_;
    Handle<ASS_Library> library_;
    Handle<ASS_Renderer> renderer_;
    std::string header_;
};

double measuredInk(const Measurer& measurer, std::string_view line) {
    const LineExtent extent = measurer.measured(line);
    return (extent.inkRight.value - extent.inkLeft.value) * measurer.metrics().emSizeFor(kFontSize);
}

/// `line` as the only cue of a document with one style.
Document documentOf(std::string_view line, const Style& style) {
    Document document;
    document.language = "km";
    document.canvas = Canvas{1920, 1080};
    document.styles.push_back(style);
    Cue cue;
    cue.id = document.newId();
    cue.style = style.name;
    cue.text.plain = line;
    document.cues.push_back(std::move(cue));
    return document;
}

Style styleIn(std::string_view font) {
    Style style;
    style.fontName = font;
    style.fontSize = kFontSize;
    return style;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// The widest line of `text` as drawn, in pixels.
double widestOf(const std::string& text, Renderer& renderer) {
    double widest = 0;
    for (const std::string& line : linesOf(text))
        widest = std::max(widest, renderer.ink(line).value_or(0));
    return widest;
}

/// The widest line of `text` as drawn, none of which may be wider than `limit` pixels.
double checkedWidth(const std::string& text, double limit, Renderer& renderer) {
    double widest = 0;
    for (const std::string& line : linesOf(text)) {
        const auto ink = renderer.ink(line);
        REQUIRE(ink);
        CAPTURE(line);
        CHECK(*ink <= limit + 2);
        widest = std::max(widest, *ink);
    }
    return widest;
}

/// In how many lines `text` can be drawn none of which is wider than `limit` pixels, broken at any
/// legal place: each line taken as far as it goes. Nothing where a stretch without a place is
/// wider.
std::optional<std::size_t> fewestLines(std::string_view text,
                                       std::span<const LineBreak> places,
                                       double limit,
                                       Renderer& renderer) {
    const auto fits = [&](std::size_t begin, std::size_t end) {
        const auto ink = renderer.ink(std::string(text.substr(begin, end - begin)));
        return !ink || *ink <= limit;
    };
    std::size_t lines = 1;
    std::size_t begin = 0;
    for (auto from = places.begin(); !fits(begin, text.size()); ++lines) {
        const auto beyond = std::partition_point(
            from, places.end(), [&](const LineBreak& place) { return fits(begin, place.end); });
        if (beyond == from) return std::nullopt;
        begin = std::prev(beyond)->next;
        from = beyond;
    }
    return lines;
}

/// Within a hundredth or two pixels.
bool agree(double a, double b) {
    return std::abs(a - b) <= std::max(2.0, 0.01 * b);
}

}  // namespace

TEST_CASE("a line is measured as wide as libass draws it", "[media][fonts][lines]") {
    const std::string font =
        GENERATE(from_range(testing::kKhmerFonts.begin(), testing::kKhmerFonts.end()));
    CAPTURE(font);
    auto measurer = Measurer::open(font);
    REQUIRE(measurer);
    REQUIRE(measurer->family() == font);
    Renderer renderer(font);
    const std::vector<std::string> lines = testLines();
    REQUIRE(lines.size() >= 2000);
    double worst = 0;
    std::size_t tried = 0;
    std::size_t wrong = 0;
    std::string told;
    for (std::size_t i = 0; i < lines.size(); i += step()) {
        const auto ink = renderer.ink(lines[i]);
        REQUIRE(ink);
        const double ours = measuredInk(*measurer, lines[i]);
        worst = std::max(worst, std::abs(ours / *ink - 1));
        ++tried;
        if (agree(ours, *ink)) continue;
        ++wrong;
        told += fmt::format("{}: {:.1f} instead of {:.1f}\n", lines[i], ours, *ink);
    }
    if (step() == 1)
        fmt::print("{}: {} lines, worst {:.2f} %, {} outside\n", font, tried, worst * 100, wrong);
    INFO(told);
    CHECK(wrong == 0);
}

TEST_CASE("wrapped cues are drawn within the limit", "[media][fonts][lines]") {
    const std::string font =
        GENERATE(from_range(testing::kKhmerFonts.begin(), testing::kKhmerFonts.end()));
    CAPTURE(font);
    Renderer renderer(font);
    CueWrapper wrapper;
    const double limit = wrapper.options().limit.most * 1920;
    const std::vector<std::string> lines = testLines();
    std::size_t broken = 0;
    for (std::size_t i = 0; i < lines.size(); i += step()) {
        const auto wrapped = wrapper.wrapped(documentOf(lines[i], styleIn(font)), 0);
        REQUIRE(wrapped);
        if (!wrapped->fits) continue;
        broken += wrapped->lines - 1;
        checkedWidth(wrapped->text.plain, limit, renderer);
    }
    CHECK(broken > 0);
}

TEST_CASE("a line is drawn wider than the limit only where no legal lines fit",
          "[media][fonts][lines]") {
    const std::string font =
        GENERATE(from_range(testing::kKhmerFonts.begin(), testing::kKhmerFonts.end()));
    CAPTURE(font);
    Renderer renderer(font);
    WrapOptions options;
    options.limit.most = 0.3;
    CueWrapper wrapper(options);
    LineBreaker breaker;
    const double limit = options.limit.most * 1920;
    const std::vector<std::string> lines = testLines();
    std::size_t misfits = 0;
    for (std::size_t i = 0; i < lines.size(); i += step()) {
        const auto wrapped = wrapper.wrapped(documentOf(lines[i], styleIn(font)), 0);
        REQUIRE(wrapped);
        if (wrapped->fits) continue;
        ++misfits;
        // What the pen goes beyond the ink may make a line too wide that is not drawn so.
        if (widestOf(wrapped->text.plain, renderer) <= limit) continue;
        const auto fewest = fewestLines(lines[i], breaker.breaks(lines[i]), limit, renderer);
        CAPTURE(lines[i], wrapped->text.plain);
        CHECK((!fewest || *fewest > options.mostLines));
    }
    CHECK(misfits > 0);
}

TEST_CASE("wrapped cues are drawn within the limit in pictures of another shape than the canvas",
          "[media][fonts][lines]") {
    const Frame frame = GENERATE(Frame{1440, 1080, {1920, 1080}},
                                 Frame{2560, 1080, {1920, 1080}},
                                 Frame{1920, 1080, {384, 288}, kFontSize * 288 / 1080});
    const std::string font = "Khmer OS Battambang";
    CAPTURE(frame.width, frame.canvas.width);
    Renderer renderer(font, "0,0,0,0,100,100,0", frame);
    WrapOptions options;
    options.aspect = static_cast<double>(frame.width) / frame.height;
    CueWrapper wrapper(options);
    const double limit = options.limit.most * frame.width;
    const std::vector<std::string> lines = testLines();
    std::size_t broken = 0;
    double widest = 0;
    for (std::size_t i = 0; i < lines.size(); i += 4 * step()) {
        Document document = documentOf(lines[i], styleIn(font));
        document.canvas = frame.canvas;
        document.styles[0].fontSize = frame.fontSize;
        const auto wrapped = wrapper.wrapped(document, 0);
        REQUIRE(wrapped);
        if (!wrapped->fits) continue;
        broken += wrapped->lines - 1;
        widest = std::max(widest, checkedWidth(wrapped->text.plain, limit, renderer));
    }
    CHECK(broken > 0);
    // Lines are not broken far before the limit either.
    CHECK(widest > 0.9 * limit);
}

TEST_CASE("bold, slanted, stretched and spaced lines are measured as libass draws them",
          "[media][fonts][lines]") {
    struct Look {
        std::string_view fields;
        bool bold = false;
        bool italic = false;
        double scaleX = 100;
        double spacing = 0;
    };
    const Look look = GENERATE(Look{"-1,0,0,0,100,100,0", true},
                               Look{"0,-1,0,0,100,100,0", false, true},
                               Look{"0,0,0,0,150,100,0", false, false, 150},
                               Look{"0,0,0,0,100,100,4", false, false, 100, 4});
    const std::string font = GENERATE("Khmer OS Battambang", "Noto Sans Khmer");
    CAPTURE(font, look.fields);
    // For a face that this family has not, libass takes another family (README.md).
    if (font == "Khmer OS Battambang" && (look.bold || look.italic)) return;
    Renderer renderer(font, look.fields);
    Style style = styleIn(font);
    style.bold = look.bold;
    style.italic = look.italic;
    style.scaleX = look.scaleX;
    style.spacing = look.spacing;
    WrapOptions options;
    options.limit.most = 1000;
    CueWrapper wrapper(options);
    const std::vector<std::string> lines = testLines();
    for (std::size_t i = 0; i < lines.size(); i += 4 * step()) {
        const auto wrapped = wrapper.wrapped(documentOf(lines[i], style), 0);
        const auto ink = renderer.ink(lines[i]);
        REQUIRE((wrapped && ink));
        const double ours = wrapped->width * 1920;
        if (ours > kWidth - 300) continue;  // the picture ends there
        CAPTURE(lines[i], ours, *ink);
        // The pen's way is a little more than the ink, but letters that are slanted without a face
        // of their own lean over its end, by less than a fifth of an em.
        const double lean = look.italic ? 0.2 * kFontSize : 0;
        CHECK(ours >= *ink * 0.99 - 2 - lean);
        CHECK(ours <= *ink * 1.02 + 16 + look.spacing);
    }
}
