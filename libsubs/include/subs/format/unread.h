// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// Whether what a reader told of (`Parsed::unread`) is lost in a new file of `target`. All is but
/// the box of a text, which a document has as margins of a style, for formats with a canvas for
/// them.
bool isLostIn(const FormatInfo& target, const LossItem& unread);

/// Adds to `losses`, those of a new file of `target`, what is lost of `unread`.
void addUnread(const LossReport& unread, const FormatInfo& target, LossReport& losses);

}  // namespace subs
