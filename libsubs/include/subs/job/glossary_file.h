// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/text/glossary.h>

#include <filesystem>
#include <string_view>

namespace subs {

/// The Khmer words of a glossary, UTF-8: the first and second column of a CSV file (RFC 4180) whose
/// header begins `source,target` (seeds/README.md), else each line that is neither empty nor begins
/// with `#`. Lines without Khmer add nothing. Error "glossary.no-khmer" where there is no Khmer
/// word at all, "glossary.encoding" where the text is not UTF-8; both with the line.
Result<Glossary> parseGlossary(std::string_view text);

/// The same of a file, which errors name.
Result<Glossary> readGlossary(const std::filesystem::path& path);

}  // namespace subs
