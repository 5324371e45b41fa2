// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include <string_view>

namespace subs::stl {

/// What the header of `file` says to people and a document has no word for: further titles, names,
/// addresses, the reference code, and that there are bytes of a user. For `Parsed::unread`.
void addHeaderTexts(std::string_view file, LossReport& unread);

}  // namespace subs::stl
