// SPDX-License-Identifier: MIT
#include "job/pairs/style_owner.h"

#include <fmt/format.h>

namespace subs {
namespace {

bool isNamedBy(const std::string& name, const std::string& language) {
    return !language.empty() &&
           (name == language || name.ends_with(fmt::format(" ({})", language)));
}

bool isBeside(const std::string& name, const std::string& language, const StylePlaces& styles) {
    return !language.empty() && styles.contains(fmt::format("{} ({})", name, language));
}

}  // namespace

std::optional<LineOwner> ownerByName(const std::string& name,
                                     const LanguagePair& languages,
                                     const StylePlaces& styles) {
    if (isNamedBy(name, languages.first)) return LineOwner::First;
    if (isNamedBy(name, languages.second)) return LineOwner::Second;
    if (isBeside(name, languages.second, styles)) return LineOwner::First;
    if (isBeside(name, languages.first, styles)) return LineOwner::Second;
    return std::nullopt;
}

}  // namespace subs
