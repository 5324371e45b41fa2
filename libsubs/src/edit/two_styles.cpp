// SPDX-License-Identifier: MIT
#include <subs/edit/scaled_track.h>
#include <subs/edit/two_styles.h>

#include "edit/merged_cues.h"
#include "edit/override_tags.h"
#include "edit/scaled_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
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

bool hasStyle(const std::vector<Style>& styles, std::string_view name) {
    return std::ranges::find(styles, name, &Style::name) != styles.end();
}

/// Puts two tracks together.
class Joiner {
public:
    Joiner(const Document& first, const Document& second, SecondPlace place)
        : first_(first), second_(second), joined_(first), merged_(first) {
        joined_.canvas = first.canvas.value_or(Canvas());
        joined_.styles = stylesOf(first, "First");
        const Style below = joined_.styles.front();
        for (const Style& style : stylesOf(second, "Second"))
            addSecond(placed(scaledStyle(style, second.canvas, joined_.canvas), below, place));
        if (place == SecondPlace::Below)
            for (std::size_t i = 0; i < joined_.styles.size() - names_.size(); ++i)
                raise(joined_.styles[i], joined_.styles[joined_.styles.size() - names_.size()]);
    }

    Document joined() {
        for (std::size_t i = 0; i < first_.cues.size(); ++i)
            merged_.put(i, styled(first_.cues[i], nameOfFirst(first_.cues[i])));
        for (const Cue& cue : second_.cues)
            merged_.add(resetting(styled(cue, renamed(nameIn(second_, cue, firstOfSecond_)))));
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
        while (hasStyle(joined_.styles, style.name))
            style.name = fmt::format("{} ({})", style.name, language);
        if (firstOfSecond_.empty()) firstOfSecond_ = name;
        names_.emplace_back(name, style.name);
        style.piece = {};
        joined_.styles.push_back(std::move(style));
    }

    /// Cues of a track with styles keep what they say.
    std::string nameOfFirst(const Cue& cue) const {
        return first_.styles.empty() ? joined_.styles.front().name : cue.style;
    }

    /// The style that the cue is shown in, by its name in its own track.
    static std::string nameIn(const Document& track, const Cue& cue, const std::string& otherwise) {
        const Style* style = styleOf(track, cue);
        return style != nullptr ? style->name : otherwise;
    }

    /// Of two styles of one name the later counts.
    std::string renamed(const std::string& name) const {
        const auto found = std::find_if(
            names_.rbegin(), names_.rend(), [&](const auto& known) { return known.first == name; });
        return found != names_.rend() ? found->second : name;
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
    std::vector<std::pair<std::string, std::string>> names_;  ///< Of the second: before, now.
};

}  // namespace

Document inTwoStyles(const Document& first, const Document& second, SecondPlace place) {
    const ScaledTrack scaled = scaledTo(second, first.canvas.value_or(Canvas()));
    return Joiner(first, scaled.document, place).joined();
}

}  // namespace subs
