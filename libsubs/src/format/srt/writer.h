// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <memory>

namespace subs::srt {

/// What writing `document` loses. Agrees with `written`.
LossReport planned(const Document& document, const WriteOptions& options);

/// The text of the file: the document's own with what was edited, or a new one.
Result<std::string> written(const Document& document, const WriteOptions& options);

/// Writes a new file part after part; by `options` without a frame rounding.
std::unique_ptr<PartWriter> partWriter(const WriteOptions& options);

/// The lines of text of `cue`, joined by '\n', as they stand in the file or would be written.
std::string markupOf(const Document& document, const Cue& cue);

}  // namespace subs::srt
