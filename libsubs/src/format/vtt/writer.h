// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <memory>
#include <string>

namespace subs::vtt {

/// See `Format::plan`.
LossReport planned(const Document& document, const WriteOptions& options);
/// See `Format::write`.
Result<std::string> written(const Document& document, const WriteOptions& options);
/// See `Format::partWriter`.
std::unique_ptr<PartWriter> partWriter(const WriteOptions& options);
/// See `Format::markupOf`.
std::string markupOf(const Document& document, const Cue& cue);

}  // namespace subs::vtt
