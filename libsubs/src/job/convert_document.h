// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/convert.h>

#include <filesystem>
#include <string_view>

namespace subs {

/// Converts what was read; the rest of `converted`.
Result<Converted> convertedDocument(ReadDocument read, const ConvertOptions& options);

/// Notes in which lines of the file that `document` is from the losses begin; their cues are its.
void placeLosses(LossReport& losses, const Document& document);

/// Options of reading, with the frames that are known.
DocumentOptions readingOf(const ConvertOptions& options);

}  // namespace subs
