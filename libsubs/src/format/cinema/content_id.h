// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs::cinema {

/// A UUID made of `content`: the same for the same content, so that what is written anew is the
/// same file. Of the kind that a program makes in its own way (RFC 9562, §5.8).
std::string contentId(std::string_view content);

/// The UUID that version 5 (RFC 9562, §5.5) makes of `name` in `space`, which is the 16 bytes of a
/// UUID.
std::string namedId(std::string_view space, std::string_view name);
/// The name of a picture, made of the bytes of its PNG file: a UUID of version 5 in a space of its
/// own, so that a name stands for one file.
std::string pictureId(std::string_view png);

}  // namespace subs::cinema
