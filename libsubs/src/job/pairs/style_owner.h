// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/unstack.h>

#include <map>
#include <optional>
#include <string>

namespace subs {

/// The place of each style of a document by its name, of two of one name that of the first.
using StylePlaces = std::map<std::string, std::size_t>;

/// Which of two languages the style `name` is of by its name, as `inTwoStyles` gives it: "en",
/// "Default (en)", and "Default" where there is a style "Default (en)" among `styles`. Nothing
/// where the name says nothing.
std::optional<LineOwner> ownerByName(const std::string& name,
                                     const LanguagePair& languages,
                                     const StylePlaces& styles);

}  // namespace subs
