// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/text/glossary.h>

#include <filesystem>
#include <string_view>

namespace subs {

struct ReadGlossary {
    Glossary glossary;
    Diagnostics diagnostics;  ///< Rows that were passed over, each with its line.
};

/// The Khmer words of a glossary, UTF-8: the first and second column of a CSV file (RFC 4180) whose
/// header begins `source,target` (seeds/README.md), else each line that is neither empty nor begins
/// with `#`. What cannot be used is passed over, a row at a time, with a warning: "glossary.quote"
/// (a quote that is never closed, or stands inside a field), "glossary.no-target" (a row of a table
/// without a source or target), "glossary.lone-mark" (a sign of Khmer without its letter),
/// "glossary.no-word" (nothing Khmer); or as an info, "glossary.short-word" (no Khmer word of two
/// clusters or more). Error "glossary.no-khmer" where nothing is left, with the first of these,
/// "glossary.encoding" where the text is not UTF-8; both with the line. O(n).
Result<ReadGlossary> parseGlossary(std::string_view text);

/// The same of a file, which errors name.
Result<ReadGlossary> readGlossary(const std::filesystem::path& path);

}  // namespace subs
