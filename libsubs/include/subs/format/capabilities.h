// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <string_view>

namespace subs {

/// How well `format` holds `feature`, a name of format/features.h; `None` of one that it does not
/// name.
Grade gradeOf(const FormatInfo& format, std::string_view feature);

/// True where it holds that in full.
bool holds(const FormatInfo& format, std::string_view feature);

}  // namespace subs
