// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <string_view>
#include <unordered_map>

namespace subs {

/// Finds styles by their names for whoever asks for many cues: as `styleOf`, in O(1) each. A view
/// of the styles of a document, which must stay as they are.
class StyleIndex {
public:
    StyleIndex() = default;
    explicit StyleIndex(const std::vector<Style>& styles);
    explicit StyleIndex(const Document& document) : StyleIndex(document.styles) {}

    /// The style that `cue` is shown in: the last of its name, else the last named "Default", else
    /// null.
    const Style* styleOf(const Cue& cue) const;
    /// The last style of that name; null where there is none.
    const Style* named(std::string_view name) const;

private:
    std::unordered_map<std::string_view, const Style*> byName_;
};

}  // namespace subs
