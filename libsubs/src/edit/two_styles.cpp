// SPDX-License-Identifier: MIT
#include <subs/edit/scaled_track.h>
#include <subs/edit/two_styles.h>

#include "edit/merged_cues.h"
#include "edit/override_tags.h"
#include "edit/scaled_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace subs {
namespace {

constexpr double kLinesBelow = 2.2;  ///< Two lines, and what keeps the next one apart.

Alignment inTopRow(Alignment alignment) {
    constexpr int kColumns = 3;
    const int column = (static_cast<int>(alignment) - 1) % kColumns;
    return static_cast<Alignment>(static_cast<int>(Alignment::TopLeft) + column);
}

bool isInBottomRow(Alignment alignment) {
    return alignment <= Alignment::BottomRight;
}

/// The styles of a track, one at least.
std::vector<Style> stylesOf(const Document& track, std::string_view otherwise) {
    if (!track.styles.empty()) return track.styles;
    Style style = defaultStyleFor(track.language);
    style.name = track.language.empty() ? otherwise : track.language;
    return {std::move(style)};
}

/// Puts two tracks together.
class Joiner {
public:
    Joiner(const Document& first, const Document& second, SecondPlace place)
        : first_(first), second_(second), joined_(first), merged_(first) {
        joined_.canvas = first.canvas.value_or(Canvas());
        joined_.styles = stylesOf(first, "First");
        for (const Style& style : joined_.styles)
            taken_.insert(style.name);
        const std::size_t ownCount = joined_.styles.size();
        const Style below = joined_.styles.front();
        for (const Style& style : stylesOf(second, "Second"))
            addSecond(placed(scaledStyle(style, second.canvas, joined_.canvas), below, place));
        if (place == SecondPlace::Below)
            for (std::size_t i = 0; i < ownCount; ++i)
                raise(joined_.styles[i], joined_.styles[ownCount]);
    }

    Document joined() {
        for (std::size_t i = 0; i < first_.cues.size(); ++i)
            merged_.put(i, styled(first_.cues[i], nameOfFirst(first_.cues[i])));
        for (const Cue& cue : second_.cues)
            merged_.add(resetting(styled(cue, nameOfSecond(cue))));
        std::move(merged_).into(joined_);
        return std::move(joined_);
    }

private:
    static Style placed(Style style, const Style& below, SecondPlace place) {
        if (place == SecondPlace::Top) style.alignment = inTopRow(style.alignment);
        if (place == SecondPlace::Above) raise(style, below);
        return style;
    }

    /// Above two lines of `below`, where both are in the bottom row.
    static void raise(Style& style, const Style& below) {
        if (!isInBottomRow(style.alignment)) return;
        style.margins.vertical =
            below.margins.vertical +
            static_cast<std::int32_t>(std::lround(kLinesBelow * below.fontSize));
    }

    void addSecond(Style style) {
        const std::string name = style.name;
        const std::string language = second_.language.empty() ? "second" : second_.language;
        while (!taken_.insert(style.name).second)
            style.name = fmt::format("{} ({})", style.name, language);
        if (firstOfSecond_.empty()) firstOfSecond_ = name;
        names_.insert_or_assign(name, style.name);  // of two of one name the later counts
        style.piece = {};
        joined_.styles.push_back(std::move(style));
    }

    /// Cues of a track with styles keep what they say.
    std::string nameOfFirst(const Cue& cue) const {
        return first_.styles.empty() ? joined_.styles.front().name : cue.style;
    }

    /// Of the style that the cue is shown in.
    std::string nameOfSecond(const Cue& cue) const {
        for (const std::string& name : {cue.style, std::string("Default")})
            if (const auto found = names_.find(name); found != names_.end()) return found->second;
        return renamed(firstOfSecond_);
    }

    std::string renamed(const std::string& name) const {
        const auto found = names_.find(name);
        return found != names_.end() ? found->second : name;
    }

    /// With the new names in the tags of ASS that go on in another style ("\\rSign").
    Cue resetting(Cue cue) const {
        constexpr std::string_view kReset = "\\r";
        const auto rewrite = [&](std::string_view tag) {
            const bool isNamed = tag.starts_with(kReset) && tag.size() > kReset.size();
            return isNamed ? std::string(kReset) + renamed(std::string(tag.substr(kReset.size())))
                           : std::string(tag);
        };
        for (Span& span : cue.text.spans)
            if (span.kind == SpanKind::Opaque && span.isPoint() && span.value.starts_with('\\'))
                span.value = withTags(span.value, rewrite);
        return cue;
    }

    static Cue styled(Cue cue, std::string style) {
        cue.style = std::move(style);
        return cue;
    }

    const Document& first_;
    const Document& second_;
    Document joined_;
    MergedCues merged_;
    std::string firstOfSecond_;  ///< The style that cues of the second are in which name none.
    std::map<std::string, std::string> names_;  ///< Of the second: before, now.
    std::set<std::string> taken_;
};

}  // namespace

Document inTwoStyles(const Document& first, const Document& second, SecondPlace place) {
    const ScaledTrack scaled = scaledTo(second, first.canvas.value_or(Canvas()));
    return Joiner(first, scaled.document, place).joined();
}

}  // namespace subs
