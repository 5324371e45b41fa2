// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>
#include <subs/text/measure.h>

#include "text/font_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
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

hb_script_t scriptOf(std::string_view cluster) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), decodeUtf8(cluster, 0).codePoint);
}

bool joins(const Run& run, const Run& next) {
    return run.face == next.face &&
           (run.script == next.script || !isReal(run.script) || !isReal(next.script));
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

/// The box that glyphs fill, in em.
class Ink {
public:
    void add(double left, double right, double top, double bottom) {
        left_ = any_ ? std::min(left_, left) : left;
        right_ = any_ ? std::max(right_, right) : right;
        top_ = any_ ? std::max(top_, top) : top;
        bottom_ = any_ ? std::max(bottom_, bottom) : bottom;
        any_ = true;
    }

    void writeTo(LineExtent& extent) const {
        extent.inkLeft.value = left_;
        extent.inkRight.value = right_;
        extent.inkTop.value = top_;
        extent.inkBottom.value = bottom_;
    }

private:
    double left_ = 0;
    double right_ = 0;
    double top_ = 0;
    double bottom_ = 0;
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

/// Adds the glyphs of a shaped run that begins at `pen`, in ems of the line; gives the pen after
/// it.
double addGlyphs(hb_buffer_t* buffer, hb_font_t* font, double emPerUnit, double pen, Ink& ink) {
    const std::size_t count = hb_buffer_get_length(buffer);
    const std::span glyphs(hb_buffer_get_glyph_infos(buffer, nullptr), count);
    const std::span positions(hb_buffer_get_glyph_positions(buffer, nullptr), count);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        hb_glyph_extents_t box{};
        hb_font_get_glyph_extents(font, glyphs[i].codepoint, &box);
        if (box.width != 0 && box.height != 0) {
            const double left = pen + (positions[i].x_offset + box.x_bearing) * emPerUnit;
            const double top = (positions[i].y_offset + box.y_bearing) * emPerUnit;
            ink.add(left, left + box.width * emPerUnit, top, -(top + box.height * emPerUnit));
        }
        pen += positions[i].x_advance * emPerUnit;
    }
    return pen;
}

}  // namespace

struct Measurer::Fonts {
    FontStack stack;
    HbBuffer buffer;
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
    return Measurer(
        std::make_unique<Fonts>(Fonts{FontStack(std::move(finder), *file, std::move(*face), choice),
                                      HbBuffer(hb_buffer_create())}));
}

Measurer::Measurer(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}
Measurer::Measurer(Measurer&&) noexcept = default;
Measurer& Measurer::operator=(Measurer&&) noexcept = default;
Measurer::~Measurer() = default;

const std::string& Measurer::family() const {
    return fonts_->stack.family();
}
const FontMetrics& Measurer::metrics() const {
    return fonts_->stack.face(0).metrics;
}

LineExtent Measurer::measured(std::string_view line) const {
    LineExtent extent;
    FontStack& stack = fonts_->stack;
    std::vector<Run> runs;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = nextCluster(line, at);
        const std::string_view cluster = line.substr(at, end - at);
        const std::size_t face = stack.faceFor(cluster);
        extent.missingGlyphs += stack.missing(cluster, face);
        add(runs, {at, end, face, scriptOf(cluster)});
        at = end;
    }
    Ink ink;
    for (const Run& run : runs) {
        const FontFace& face = stack.face(run.face);
        fill(fonts_->buffer.get(), line, run);
        hb_shape(face.font.get(), fonts_->buffer.get(), nullptr, 0);
        const double emPerUnit = stack.emScale(run.face) / face.unitsPerEm;
        extent.advance.value =
            addGlyphs(fonts_->buffer.get(), face.font.get(), emPerUnit, extent.advance.value, ink);
    }
    ink.writeTo(extent);
    return extent;
}

}  // namespace subs
