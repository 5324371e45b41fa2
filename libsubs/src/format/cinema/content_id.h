// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs::cinema {

/// A UUID made of `content`: the same for the same content, so that what is written anew is the
/// same file. Of the kind that a program makes in its own way (RFC 9562, §5.8).
std::string contentId(std::string_view content);

}  // namespace subs::cinema
