// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/lines/cue_syntax.h"

#include <memory>
#include <string>

namespace subs::lines {

/// See `Format::plan`.
LossReport planned(const Document& document, const WriteOptions& options, const CueSyntax& syntax);
/// See `Format::write`.
Result<std::string> written(const Document& document,
                            const WriteOptions& options,
                            const CueSyntax& syntax);
/// See `Format::markupOf`.
std::string markupOf(const Document& document, const Cue& cue, const CueSyntax& syntax);
/// See `Format::partWriter`.
std::unique_ptr<PartWriter> partWriter(std::unique_ptr<const CueSyntax> syntax,
                                       const WriteOptions& options);

}  // namespace subs::lines
