// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <string>

namespace subs::json {

/// See `Format::plan` and `Format::write`.
LossReport planned(const Document& document, const WriteOptions& options);
Result<std::string> written(const Document& document, const WriteOptions& options);

}  // namespace subs::json
