// SPDX-License-Identifier: MIT
#include <subs/model/style_index.h>

namespace subs {

StyleIndex::StyleIndex(const std::vector<Style>& styles) {
    byName_.reserve(styles.size());
    for (const Style& style : styles)
        byName_[style.name] = &style;
}

const Style* StyleIndex::named(std::string_view name) const {
    const auto found = byName_.find(name);
    return found == byName_.end() ? nullptr : found->second;
}

const Style* StyleIndex::styleOf(const Cue& cue) const {
    if (byName_.empty()) return nullptr;
    if (const Style* const own = named(cue.style)) return own;
    return named("Default");
}

}  // namespace subs
