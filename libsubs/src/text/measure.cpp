// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>
#include <subs/text/line_glyphs.h>
#include <subs/text/measure.h>

#include "text/cluster_memory.h"
#include "text/font_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// A stretch of a line in one font and one script.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t face = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
};

bool isReal(hb_script_t script) {
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

hb_script_t shapedScriptOf(std::string_view cluster) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), decodeUtf8(cluster, 0).codePoint);
}

/// No run gets longer than this, and no piece of a cluster: HarfBuzz takes four times as long for
/// twice the signs on one letter, or twice the letters in one stack. No line of a film is as long.
constexpr std::size_t kLongestGlyphRun = 2'000;
constexpr std::size_t kLongestPiece = 300;

bool joins(const Run& run, const Run& next) {
    return run.face == next.face && next.end - run.begin <= kLongestGlyphRun &&
           (run.script == next.script || !isReal(run.script) || !isReal(next.script));
}

/// True of a script whose letters are drawn alike whatever stands beside them.
bool isApart(hb_script_t script) {
    constexpr std::array kScripts{HB_SCRIPT_COMMON,
                                  HB_SCRIPT_INHERITED,
                                  HB_SCRIPT_UNKNOWN,
                                  HB_SCRIPT_LATIN,
                                  HB_SCRIPT_GREEK,
                                  HB_SCRIPT_CYRILLIC,
                                  HB_SCRIPT_KHMER,
                                  HB_SCRIPT_THAI,
                                  HB_SCRIPT_LAO,
                                  HB_SCRIPT_HAN,
                                  HB_SCRIPT_HIRAGANA,
                                  HB_SCRIPT_KATAKANA,
                                  HB_SCRIPT_HANGUL,
                                  HB_SCRIPT_HEBREW};
    return std::ranges::find(kScripts, script) != kScripts.end();
}

/// Appends a cluster to the last run, or begins a new one.
void add(std::vector<Run>& runs, const Run& next) {
    if (runs.empty() || !joins(runs.back(), next)) {
        runs.push_back(next);
        return;
    }
    runs.back().end = next.end;
    if (isReal(next.script)) runs.back().script = next.script;
}

/// Appends a cluster; one that is far longer than any of a language in pieces.
void addCluster(std::vector<Run>& runs, std::string_view line, const Run& cluster) {
    if (cluster.end - cluster.begin <= kLongestPiece) return add(runs, cluster);
    for (std::size_t begin = cluster.begin; begin < cluster.end;) {
        Run piece = cluster;
        piece.begin = begin;
        piece.end = begin;
        while (piece.end < cluster.end && piece.end - begin < kLongestPiece)
            piece.end += decodeUtf8(line, piece.end).length;
        runs.push_back(piece);
        begin = piece.end;
    }
}

/// The box that glyphs fill, in em.
class Ink {
public:
    void add(const GlyphInk& glyph) {
        all_.left = any_ ? std::min(all_.left, glyph.left) : glyph.left;
        all_.right = any_ ? std::max(all_.right, glyph.right) : glyph.right;
        all_.top = any_ ? std::max(all_.top, glyph.top) : glyph.top;
        all_.bottom = any_ ? std::max(all_.bottom, glyph.bottom) : glyph.bottom;
        any_ = true;
    }

    void writeTo(LineExtent& extent) const {
        extent.inkLeft = all_.left;
        extent.inkRight = all_.right;
        extent.inkTop = all_.top;
        extent.inkBottom = all_.bottom;
    }

private:
    GlyphInk all_;
    bool any_ = false;
};

void fill(hb_buffer_t* buffer, std::string_view line, const Run& run) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer,
                       line.data(),
                       static_cast<int>(line.size()),
                       static_cast<unsigned>(run.begin),
                       static_cast<int>(run.end - run.begin));
    const hb_direction_t direction = hb_script_get_horizontal_direction(run.script);
    hb_buffer_set_direction(buffer,
                            direction == HB_DIRECTION_RTL ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, run.script);
    hb_buffer_set_language(
        buffer, hb_language_from_string(run.script == HB_SCRIPT_KHMER ? "km" : "und", -1));
}

/// Calls `use` with the ink of each glyph of a shaped run that begins at `pen`, in ems of the line;
/// gives the pen after it.
template <class Use>
double forEachInk(hb_buffer_t* buffer, hb_font_t* font, double emPerUnit, double pen, Use use) {
    const std::size_t count = hb_buffer_get_length(buffer);
    const std::span glyphs(hb_buffer_get_glyph_infos(buffer, nullptr), count);
    const std::span positions(hb_buffer_get_glyph_positions(buffer, nullptr), count);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        hb_glyph_extents_t box{};
        hb_font_get_glyph_extents(font, glyphs[i].codepoint, &box);
        if (box.width != 0 && box.height != 0) {
            const double left = pen + (positions[i].x_offset + box.x_bearing) * emPerUnit;
            const double top = (positions[i].y_offset + box.y_bearing) * emPerUnit;
            use(GlyphInk{
                {left}, {left + box.width * emPerUnit}, {top}, {-(top + box.height * emPerUnit)}});
        }
        pen += positions[i].x_advance * emPerUnit;
    }
    return pen;
}

GlyphInk shifted(const LineExtent& extent, double pen) {
    return {{pen + extent.inkLeft.value},
            {pen + extent.inkRight.value},
            extent.inkTop,
            extent.inkBottom};
}

LineGlyphs withoutInk(LineGlyphs line) {
    line.ink.clear();
    return line;
}

constexpr char32_t kDottedCircle = 0x25CC;

/// Appends where the dotted circles of a shaped run stand that `line` itself does not have.
void addCircles(hb_buffer_t* buffer,
                const FontFace& face,
                std::string_view line,
                std::vector<std::uint32_t>& places) {
    hb_codepoint_t circle = 0;
    if (hb_font_get_nominal_glyph(face.font.get(), kDottedCircle, &circle) == 0) return;
    const std::span glyphs(hb_buffer_get_glyph_infos(buffer, nullptr),
                           hb_buffer_get_length(buffer));
    std::optional<std::uint32_t> typedAt;
    for (const hb_glyph_info_t& glyph : glyphs) {
        if (glyph.codepoint != circle) continue;
        const std::uint32_t at = glyph.cluster;
        const bool isTyped = decodeUtf8(line, at).codePoint == kDottedCircle && typedAt != at;
        if (isTyped)
            typedAt = at;
        else
            places.push_back(at);
    }
}

/// Where the clusters of `line` begin that hold one of `places`, each once. All in one walk: to
/// look for each from its own place would be to look through the signs of one base for each of
/// them.
std::vector<std::uint32_t> clustersWith(std::vector<std::uint32_t> places, std::string_view line) {
    std::ranges::sort(places);  // Those of a run from right to left descend.
    std::vector<std::uint32_t> begins;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (const std::uint32_t place : places) {
        if (place < end) continue;
        while (end <= place) {
            begin = end;
            end = nextCluster(line, begin);
        }
        begins.push_back(static_cast<std::uint32_t>(begin));
    }
    return begins;
}

}  // namespace

/// What a cluster is drawn in.
struct ClusterFont {
    std::size_t face = 0;
    std::size_t missing = 0;  ///< Characters that it lacks.
    hb_script_t script = HB_SCRIPT_COMMON;
};

/// What is known of a cluster that stands by itself.
struct ClusterLook {
    LineExtent extent;
    std::size_t face = 0;
    bool hasInk = false;
    bool isBad = false;    ///< The shaper puts a dotted circle in.
    bool isApart = false;  ///< It looks alike whatever stands beside it.
};

/// Where the pen is behind each cluster of a line.
struct LinePens {
    std::string line;
    std::vector<std::size_t> ends;  ///< Of the clusters, in bytes.
    std::vector<Em> pens;           ///< Up to the first that is not apart.
    bool isApart = true;            ///< Each cluster looks alike anywhere, so that advances add up.
};

struct Measurer::Fonts {
    FontStack stack;
    HbBuffer buffer;
    ClusterMemory<ClusterFont> clusterFonts = {};
    ClusterMemory<ClusterLook> looks = {};
    LinePens lastPens = {};

    const ClusterFont& clusterFont(std::string_view cluster) {
        return clusterFonts.of(cluster, [this](std::string_view text) {
            const std::size_t face = stack.faceFor(text);
            return ClusterFont{face, stack.missing(text, face), shapedScriptOf(text)};
        });
    }

    /// The runs of `line`. `missing` counts characters that no font has.
    std::vector<Run> runsOf(std::string_view line, std::size_t& missing) {
        std::vector<Run> runs;
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = nextCluster(line, at);
            const std::string_view cluster = line.substr(at, end - at);
            const ClusterFont& font = clusterFont(cluster);
            missing += font.missing;
            addCluster(runs, line, {at, end, font.face, font.script});
            at = end;
        }
        return runs;
    }

    /// The sum of the advances of `line`, shaped.
    double advanceOf(std::string_view line) {
        double sum = 0;
        std::size_t missing = 0;
        for (const Run& run : runsOf(line, missing)) {
            const double emPerUnit = shape(line, run);
            const std::size_t count = hb_buffer_get_length(buffer.get());
            for (const hb_glyph_position_t& position :
                 std::span(hb_buffer_get_glyph_positions(buffer.get(), nullptr), count))
                sum += position.x_advance * emPerUnit;
        }
        return sum;
    }

    /// One cluster by itself, from memory where it was asked for before.
    const ClusterLook& look(std::string_view cluster) {
        return looks.of(cluster, [this](std::string_view text) {
            const LineGlyphs drawn = glyphs(text);
            const ClusterFont& font = clusterFont(text);
            return ClusterLook{drawn.extent,
                               font.face,
                               !drawn.ink.empty(),
                               !drawn.badClusters.empty(),
                               isApart(font.script)};
        });
    }

    /// The pen behind each cluster of `line`. The same line is asked for again with other offsets.
    const LinePens& pensOf(std::string_view line) {
        if (lastPens.line == line && !line.empty()) return lastPens;
        lastPens.line = line;
        lastPens.ends.clear();
        lastPens.pens.clear();
        lastPens.isApart = true;
        Em pen;
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = nextCluster(line, at);
            if (lastPens.isApart) {
                const ClusterLook& one = look(line.substr(at, end - at));
                lastPens.isApart = one.isApart;
                pen.value += one.extent.advance.value;
                lastPens.pens.push_back(pen);
            }
            lastPens.ends.push_back(end);
            at = end;
        }
        return lastPens;
    }

    /// The same at `offsets` where letters join, so that what lies between them has to be shaped.
    std::vector<Em> shapedPens(const LinePens& line, std::span<const std::uint32_t> offsets) {
        std::vector<Em> pens;
        Em pen;
        std::size_t at = 0;
        auto end = line.ends.begin();
        for (const std::uint32_t offset : offsets) {
            const std::size_t from = at;
            for (; at < offset && end != line.ends.end(); ++end)
                at = *end;
            pen.value += advanceOf(std::string_view(line.line).substr(from, at - from));
            pens.push_back(pen);
        }
        return pens;
    }

    /// Makes the box of `line` high enough for a face.
    void addBox(std::size_t face, LineGlyphs& line) const {
        const FontMetrics& metrics = stack.face(face).metrics;
        const double scale = stack.emScale(face);
        line.ascent.value = std::max(line.ascent.value, metrics.winAscent.value * scale);
        line.descent.value = std::max(line.descent.value, metrics.winDescent.value * scale);
    }

    /// Notes that [begin, end) is drawn in a face that is not the line's own.
    void addBorrowed(std::size_t face,
                     std::size_t from,
                     std::size_t to,
                     std::vector<BorrowedText>& borrowed) const {
        const auto begin = static_cast<std::uint32_t>(from);
        const auto end = static_cast<std::uint32_t>(to);
        const std::string& family = stack.family(face);
        const bool goesOn =
            !borrowed.empty() && borrowed.back().end == begin && borrowed.back().family == family;
        if (goesOn)
            borrowed.back().end = end;
        else
            borrowed.push_back({begin, end, family});
    }

    void addMissing(std::string_view line, std::vector<MissingCharacter>& missing) {
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = nextCluster(line, at);
            const std::string_view cluster = line.substr(at, end - at);
            stack.addMissing(cluster, stack.faceFor(cluster), at, missing);
            at = end;
        }
    }

    LineGlyphs glyphs(std::string_view line) {
        LineGlyphs result;
        Ink ink;
        std::vector<std::uint32_t> circles;
        double& pen = result.extent.advance.value;
        if (line.empty()) addBox(0, result);
        for (const Run& run : runsOf(line, result.extent.missingGlyphs)) {
            const double emPerUnit = shape(line, run);
            const FontFace& face = stack.face(run.face);
            pen = forEachInk(
                buffer.get(), face.font.get(), emPerUnit, pen, [&](const GlyphInk& glyph) {
                    ink.add(glyph);
                    result.ink.push_back(glyph);
                });
            addCircles(buffer.get(), face, line, circles);
            addBox(run.face, result);
            if (run.face > 0) addBorrowed(run.face, run.begin, run.end, result.borrowed);
        }
        result.badClusters = clustersWith(std::move(circles), line);
        ink.writeTo(result.extent);
        if (result.extent.missingGlyphs > 0) addMissing(line, result.missing);
        return result;
    }

    LineGlyphs sketch(std::string_view line) {
        LineGlyphs result;
        Ink ink;
        double& pen = result.extent.advance.value;
        if (line.empty()) addBox(0, result);
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = nextCluster(line, at);
            const ClusterLook& one = look(line.substr(at, end - at));
            if (!one.isApart) return withoutInk(glyphs(line));
            if (one.hasInk) ink.add(shifted(one.extent, pen));
            pen += one.extent.advance.value;
            result.extent.missingGlyphs += one.extent.missingGlyphs;
            if (one.isBad) result.badClusters.push_back(static_cast<std::uint32_t>(at));
            addBox(one.face, result);
            if (one.face > 0) addBorrowed(one.face, at, end, result.borrowed);
            at = end;
        }
        ink.writeTo(result.extent);
        if (result.extent.missingGlyphs > 0) addMissing(line, result.missing);
        return result;
    }

    /// Shapes `run` into the buffer; gives ems of the line for one unit of the font.
    double shape(std::string_view line, const Run& run) const {
        const FontFace& face = stack.face(run.face);
        // libass kerns only where a script says "Kerning: yes".
        constexpr hb_feature_t kNoKerning{
            HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
        fill(buffer.get(), line, run);
        hb_shape(face.font.get(), buffer.get(), &kNoKerning, 1);
        return stack.emScale(run.face) / face.unitsPerEm;
    }
};

Result<Measurer> Measurer::open(std::string_view family, FaceChoice choice) {
    FontFinder finder;
    const auto file = finder.named(family, choice);
    if (!file)
        return failure(
            "font.none",
            fmt::format("cannot measure in \"{}\": there is no font on this machine", family));
    auto face = openFace(*file);
    if (!face)
        return failure("font.unreadable",
                       fmt::format("cannot measure in \"{}\": {} is no font", family, file->path));
    HbBuffer buffer(hb_buffer_create());
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    return Measurer(std::make_unique<Fonts>(Fonts{
        FontStack(std::move(finder), *file, std::move(*face), choice), std::move(buffer), {}}));
}

Measurer::Measurer(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}
Measurer::Measurer(Measurer&&) noexcept = default;
Measurer& Measurer::operator=(Measurer&&) noexcept = default;
Measurer::~Measurer() = default;

const std::string& Measurer::family() const {
    return fonts_->stack.family();
}
bool Measurer::isAsAsked() const {
    return fonts_->stack.isAsAsked();
}
const FontMetrics& Measurer::metrics() const {
    return fonts_->stack.face(0).metrics;
}

LineExtent Measurer::measured(std::string_view line) const {
    LineExtent extent;
    Ink ink;
    for (const Run& run : fonts_->runsOf(line, extent.missingGlyphs)) {
        const double emPerUnit = fonts_->shape(line, run);
        extent.advance.value = forEachInk(fonts_->buffer.get(),
                                          fonts_->stack.face(run.face).font.get(),
                                          emPerUnit,
                                          extent.advance.value,
                                          [&ink](const GlyphInk& glyph) { ink.add(glyph); });
    }
    ink.writeTo(extent);
    return extent;
}

LineGlyphs Measurer::glyphs(std::string_view line) const {
    return fonts_->glyphs(line);
}
LineGlyphs Measurer::sketch(std::string_view line) const {
    return fonts_->sketch(line);
}

std::vector<Em> Measurer::pens(std::string_view line,
                               std::span<const std::uint32_t> offsets) const {
    const LinePens& known = fonts_->pensOf(line);
    if (!known.isApart) return fonts_->shapedPens(known, offsets);
    std::vector<Em> pens;
    pens.reserve(offsets.size());
    auto end = known.ends.begin();
    for (const std::uint32_t offset : offsets) {
        end = std::lower_bound(end, known.ends.end(), offset);
        const auto cluster = static_cast<std::size_t>(end - known.ends.begin());
        pens.push_back(offset == 0 ? Em() : known.pens[std::min(cluster, known.pens.size() - 1)]);
    }
    return pens;
}

}  // namespace subs
