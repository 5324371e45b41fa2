// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/line_glyphs.h>

#include "text/font_face.h"
#include "text/font_finder.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// A font and, opened as they are needed, those that stand in for what it lacks.
class FontStack {
public:
    FontStack(FontFinder finder, const FontFile& file, FontFace face, FaceChoice choice);

    /// The font in which a cluster is drawn, by its place in the stack: the own one (0) where it
    /// has all characters, else the first that has; 0 again where none has.
    std::size_t faceFor(std::string_view cluster);
    const FontFace& face(std::size_t index) const { return faces_[index].face; }
    /// How many ems of the own font an em of `face` is: libass draws each at the same win ascent +
    /// descent.
    double emScale(std::size_t index) const;
    /// Characters of `cluster` that `face` lacks.
    std::size_t missing(std::string_view cluster, std::size_t index) const;
    /// Appends these with their places, where `cluster` begins at `at`.
    void addMissing(std::string_view cluster,
                    std::size_t index,
                    std::size_t at,
                    std::vector<MissingCharacter>& missing) const;
    bool isAsAsked() const { return faces_.front().file.isAsAsked; }
    const std::string& family(std::size_t index = 0) const { return faces_[index].file.family; }

private:
    struct Opened {
        FontFile file;
        FontFace face;
    };

    std::size_t fallbackFor(char32_t codePoint);
    std::size_t openedFor(char32_t codePoint);
    std::size_t opened(const FontFile& file);

    FontFinder finder_;
    FaceChoice choice_;
    std::vector<Opened> faces_;
    std::map<char32_t, std::size_t> fallbacks_;
};

}  // namespace subs
