// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/unstack.h>
#include <subs/model/style.h>

#include <optional>
#include <string>
#include <vector>

namespace subs {

/// Which of two languages the style `name` is of by its name, as `inTwoStyles` gives it: "en",
/// "Default (en)", and "Default" where there is a style "Default (en)" among `styles`. Nothing
/// where the name says nothing.
std::optional<LineOwner> ownerByName(const std::string& name,
                                     const LanguagePair& languages,
                                     const std::vector<Style>& styles);

}  // namespace subs
