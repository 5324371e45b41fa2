// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <string>

namespace subs::scc {

LossReport planned(const Document& document, const WriteOptions& options);
Result<std::string> written(const Document& document, const WriteOptions& options);
std::string markupOf(const Cue& cue);

}  // namespace subs::scc
