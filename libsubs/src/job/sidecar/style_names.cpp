// SPDX-License-Identifier: MIT
#include "job/sidecar/style_names.h"

#include <subs/format/capabilities.h>
#include <subs/format/features.h>

#include <array>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace subs {
namespace {

/// `name`, or with a number behind it where that is taken.
std::string freeName(const std::string& name, const std::set<std::string>& taken) {
    std::string result = name;
    for (int number = 2; taken.contains(result); ++number)
        result = name + '-' + std::to_string(number);
    return result;
}

bool looksAs(const Style& a, const Style& b) {
    Style other = b;
    other.piece = a.piece;
    other.name = a.name;
    return a == other;
}

/// Tells most styles apart.
std::size_t hashOf(const Style& style) {
    const std::array<double, 5> parts = {
        style.fontSize,
        static_cast<double>(style.alignment),
        static_cast<double>(style.margins.left),
        static_cast<double>(style.margins.vertical),
        static_cast<double>(style.primary.red * 256 + style.primary.green)};
    std::size_t hash = std::hash<std::string>()(style.fontName);
    for (const double part : parts)
        hash = hash * 31 + std::hash<double>()(part);
    return hash;
}

/// Styles by their look.
class Looks {
public:
    explicit Looks(const std::vector<Style>& styles) {
        for (const Style& style : styles)
            looks_[hashOf(style)].push_back(&style);
    }

    /// That which looks as `style`, the one of its name first; null where there is none.
    const Style* alike(const Style& style) const {
        const auto bucket = looks_.find(hashOf(style));
        if (bucket == looks_.end()) return nullptr;
        const Style* found = nullptr;
        for (const Style* other : bucket->second) {
            if (!looksAs(*other, style)) continue;
            if (other->name == style.name) return other;
            if (found == nullptr) found = other;
        }
        return found;
    }

private:
    std::unordered_map<std::size_t, std::vector<const Style*>> looks_;
};

}  // namespace

bool namesStyles(const Format& format) {
    return holds(format.info(), feature::kStyles);
}

void takeStyleNames(const Document& written, Document& edited) {
    const Looks looks(written.styles);
    std::unordered_map<std::string, std::string> names;
    std::set<std::string> taken;
    for (const Style& style : edited.styles) {
        const Style* same = looks.alike(style);
        if (same == nullptr) continue;
        names[style.name] = same->name;
        taken.insert(same->name);
    }
    for (const Style& style : edited.styles)
        if (!names.contains(style.name))
            taken.insert(names[style.name] = freeName(style.name, taken));
    for (Style& style : edited.styles)
        style.name = names[style.name];
    for (Cue& cue : edited.cues)
        if (const auto name = names.find(cue.style); name != names.end()) cue.style = name->second;
}

}  // namespace subs
