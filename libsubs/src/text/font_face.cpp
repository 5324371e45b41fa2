// SPDX-License-Identifier: MIT
#include "text/font_face.h"

#include <hb-ot.h>

#include <cstdlib>

namespace subs {
namespace {

using HbBlob = std::unique_ptr<hb_blob_t, FreedBy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, FreedBy<hb_face_destroy>>;

/// The win metrics, or where a font has none those of its hhea table, as libass does.
FontMetrics metricsOf(hb_font_t* font, double unitsPerEm) {
    hb_position_t ascent = 0;
    hb_position_t descent = 0;
    hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_HORIZONTAL_CLIPPING_ASCENT, &ascent);
    hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_HORIZONTAL_CLIPPING_DESCENT, &descent);
    if (ascent + descent == 0) {
        hb_font_extents_t extents{};
        hb_font_get_h_extents(font, &extents);
        ascent = extents.ascender;
        descent = -extents.descender;
    }
    return {{ascent / unitsPerEm}, {std::abs(descent) / unitsPerEm}};
}

}  // namespace

bool FontFace::has(char32_t codePoint) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font.get(), codePoint, &glyph) != 0;
}

std::optional<FontFace> openFace(const FontFile& file) {
    constexpr int kFaceMask = 0xFFFF;
    const HbBlob blob(hb_blob_create_from_file_or_fail(file.path.c_str()));
    if (!blob) return std::nullopt;
    const HbFace face(hb_face_create(blob.get(), static_cast<unsigned>(file.index & kFaceMask)));
    if (hb_face_get_glyph_count(face.get()) == 0) return std::nullopt;
    FontFace result;
    result.unitsPerEm = hb_face_get_upem(face.get());
    result.font.reset(hb_font_create(face.get()));
    const int instance = file.index >> 16;
    if (instance > 0)
        hb_font_set_var_named_instance(result.font.get(), static_cast<unsigned>(instance - 1));
    result.metrics = metricsOf(result.font.get(), result.unitsPerEm);
    return result;
}

}  // namespace subs
