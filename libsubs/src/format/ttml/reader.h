// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <string_view>

namespace subs::ttml {

/// See `Format::read`. `format` is the id that the document gets.
Parsed parsed(Origin origin, const ReadOptions& options, std::string_view format);

}  // namespace subs::ttml
