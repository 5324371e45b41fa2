// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/model/style_index.h>

#include "format/ttml/rules.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// What comes before the paragraphs of a new file, and the names in it that they refer to.
class NewHead {
public:
    NewHead(const Document& document, const WriteOptions& options, const DialectRules& rules);

    /// From the XML declaration to the end of the head, and from there to the first paragraph.
    std::string text(std::string_view newline) const;
    static void appendBodyBegin(std::string& out, std::string_view newline);
    /// ` region="…" style="…"` of the paragraph of `cue`.
    std::string attributesFor(const Cue& cue);
    /// The id of a speaker; nothing where the dialect has none.
    std::optional<std::string> agentOf(std::string_view name) const;
    /// The id of a style that says that one thing, for dialects whose spans only refer to styles.
    std::string styleFor(std::string_view name, std::string_view value);
    /// The size of the letters of `cue` but for spans, in the unit of the document.
    double sizeFor(const Cue& cue) const;
    const StyleIndex& styles() const { return index_; }
    /// True of an id that the head has.
    bool isUsed(std::string_view id) const { return ids_.contains(std::string(id)); }

    /// What of the whole document is lost, and of a cue's place.
    void plan(LossReport& losses) const;
    void planPlace(const Cue& cue, LossReport& losses) const;

private:
    Alignment placeOf(const Cue& cue) const;
    Alignment wishOf(const Cue& cue) const;
    std::string styleAttributes(const Style& style) const;
    std::string regionText(Alignment place) const;
    std::string rootText(std::string_view newline) const;
    void gatherStyles();
    void gatherAgents();

    const Document& document_;
    StyleIndex index_;
    const WriteOptions& options_;
    const DialectRules& rules_;
    double usualSize_;     ///< Of letters of which nothing is said.
    std::int32_t height_;  ///< Of the canvas.
    std::map<std::string, std::string, std::less<>> styleIds_;   ///< By name of the style.
    std::vector<std::string> styles_;                            ///< Elements.
    std::map<std::string, std::string, std::less<>> sharedIds_;  ///< By "color=#FFCC00".
    std::vector<std::pair<std::string, std::string>> agents_;    ///< Name and id.
    std::map<std::string, std::string, std::less<>> agentIds_;
    std::set<Alignment> places_;
    std::set<std::string> ids_;
};

}  // namespace subs::ttml
