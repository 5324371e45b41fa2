// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs::translation {

/// `document` in the file that it was read from; see `Format::plan` and `Format::write`.
LossReport plannedSave(const Document& document, const WriteOptions& options);
Result<std::string> saved(const Document& document, const WriteOptions& options);

}  // namespace subs::translation
