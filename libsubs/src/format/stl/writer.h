// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <string>
#include <vector>

namespace subs::stl {

LossReport planned(const Document& document, const WriteOptions& options);
Result<std::string> written(const Document& document, const WriteOptions& options);
std::string markupOf(const Document& document, const Cue& cue);

/// Of each cue of a document of the format: row, justification, group and cumulative status.
std::vector<std::string> settingsJson(const Document& document);

}  // namespace subs::stl
