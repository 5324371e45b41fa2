// SPDX-License-Identifier: MIT
#pragma once

#include "text/gap_model.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The annotated dialogue, read by its guide (dialogue/README.md).
namespace subs::data {

/// A line of dialogue as it is written, and what its gaps are.
struct AnnotatedLine {
    std::string text;
    std::map<std::size_t, GapKind> gaps;  ///< By place in the bytes of `text`; elsewhere Inside.
};

/// Every fifth scene is held back from training, to test by.
enum class Share : std::uint8_t { Training, HeldBack };

AnnotatedLine annotatedLine(std::string_view marked);

/// The lines of `share` in a file, as they are marked; none where it cannot be read.
std::vector<std::string> markedLines(const std::filesystem::path& file, Share share);

}  // namespace subs::data
