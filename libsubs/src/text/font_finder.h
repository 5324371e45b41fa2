// SPDX-License-Identifier: MIT
#pragma once

#include "text/font_face.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <optional>
#include <string_view>

namespace subs {

/// Fonts of this machine, chosen as libass chooses them.
class FontFinder {
public:
    FontFinder();

    /// The nearest face of exactly this family, or the font of this full or PostScript name, else
    /// what fontconfig puts in its place. Nothing without any font.
    std::optional<FontFile> named(std::string_view family, FaceChoice choice) const;
    /// The first font in fontconfig's order for "sans-serif" that has `codePoint` (libass 0.17,
    /// ass_fontconfig.c).
    std::optional<FontFile> having(char32_t codePoint);

private:
    using Config = std::unique_ptr<FcConfig, FreedBy<FcConfigDestroy>>;
    using FontSet = std::unique_ptr<FcFontSet, FreedBy<FcFontSetDestroy>>;

    FontSet exactly(std::string_view name) const;

    Config config_;
    FontSet fallbacks_;  ///< Sorted at the first question: it takes milliseconds.
};

}  // namespace subs
