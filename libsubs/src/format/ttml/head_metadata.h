// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include <string_view>

namespace subs::ttml {

/// What `file` says of itself to people in its head and a document has no word for: descriptions,
/// rights, and all other metadata that is text (TTML2 §14), but for the title, the names of
/// those who speak and the standards that a profile asks for. For `Parsed::unread`. Reads the head
/// alone.
LossReport headMetadata(std::string_view file);

}  // namespace subs::ttml
