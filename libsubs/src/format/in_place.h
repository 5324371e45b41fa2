// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/model/document.h>

#include <optional>
#include <string>
#include <string_view>

// Edits that the file which they are of cannot take: its structure has no place for them.
namespace subs {

/// The error "format.not-in-place" that says so: why ("cue 5 is to be shown when …"), and what a
/// person can do.
Error inPlaceRefusal(std::string_view reason);

/// The reason of an error "format.not-in-place"; nothing for any other.
std::optional<std::string_view> refusalReason(const Error& error);

/// `document`, which was read from an XML file, so that its format writes a new one: encoding and
/// line ends stay, and what is no cue in its file is told as lost.
Document asNewFile(const Document& document);

}  // namespace subs
