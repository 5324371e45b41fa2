// SPDX-License-Identifier: MIT
#include <subs/model/document.h>

#include <algorithm>
#include <string_view>

namespace subs {
namespace {

const Style* lastNamed(const Document& document, std::string_view name) {
    const auto found = std::find_if(document.styles.rbegin(),
                                    document.styles.rend(),
                                    [name](const Style& style) { return style.name == name; });
    return found == document.styles.rend() ? nullptr : &*found;
}

}  // namespace

std::optional<std::size_t> indexOf(const Document& document, CueId id) {
    const auto found = std::find_if(
        document.cues.begin(), document.cues.end(), [id](const Cue& cue) { return cue.id == id; });
    if (found == document.cues.end()) return std::nullopt;
    return static_cast<std::size_t>(found - document.cues.begin());
}

const Style* styleOf(const Document& document, const Cue& cue) {
    if (const Style* named = lastNamed(document, cue.style)) return named;
    return lastNamed(document, "Default");
}

Document detached(Document document) {
    document.origin = nullptr;
    for (Cue& cue : document.cues)
        cue.piece = {};
    for (Style& style : document.styles)
        style.piece = {};
    return document;
}

}  // namespace subs
