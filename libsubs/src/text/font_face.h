// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/measure.h>

#include <hb.h>

#include <memory>
#include <optional>
#include <string>

namespace subs {

/// Gives a handle of a C library back with `Free`.
template <auto Free>
struct FreedBy {
    template <class Handle>
    void operator()(Handle* handle) const {
        Free(handle);
    }
};

using HbFont = std::unique_ptr<hb_font_t, FreedBy<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, FreedBy<hb_buffer_destroy>>;

/// A font file, and which of the faces in it.
struct FontFile {
    std::string family;
    std::string path;
    int index =
        0;  ///< As fontconfig has it: the named instance of a variable font in the upper half.
    bool isAsAsked = false;  ///< It has the name that was asked for; it does not stand in for it.
};

/// An open font.
struct FontFace {
    HbFont font;  ///< In font units.
    double unitsPerEm = 1000;
    FontMetrics metrics;

    bool has(char32_t codePoint) const;
};

/// Nothing where the file is no font.
std::optional<FontFace> openFace(const FontFile& file);

}  // namespace subs
