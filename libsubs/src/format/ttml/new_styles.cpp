// SPDX-License-Identifier: MIT
#include "format/ttml/new_styles.h"

#include <algorithm>

namespace subs::ttml {

std::string NewStyles::idFor(std::string_view name, std::string_view value) {
    const std::string said = std::string(name) + "=" + std::string(value);
    if (const auto own = head_.singleStyles.find(said); own != head_.singleStyles.end())
        return own->second;
    const auto [found, isNew] = added_.try_emplace(said);
    if (!isNew) return found->second;
    const std::string id = freeId(name, value);
    text_ += names_.openOf("style") + names_.attribute(Vocabulary::Xml, "id", id) +
             names_.attribute(Vocabulary::Styling, name, value) + "/>";
    return found->second = id;
}

/// "subs-fontStyle-italic", with more "-" where that is taken.
std::string NewStyles::freeId(std::string_view name, std::string_view value) const {
    std::string id = "subs-" + std::string(name) + "-";
    constexpr std::string_view kPlain =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (const char c : value)
        if (kPlain.find(c) != kPlain.npos) id += c;
    const auto isTaken = [&](const std::string& wish) {
        return head_.styleIds.contains(wish) || head_.regionIds.contains(wish) ||
               std::ranges::any_of(added_, [&](const auto& one) { return one.second == wish; });
    };
    while (isTaken(id))
        id += "-";
    return id;
}

}  // namespace subs::ttml
