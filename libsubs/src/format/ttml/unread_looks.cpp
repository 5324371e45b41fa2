// SPDX-License-Identifier: MIT
#include "format/ttml/unread_looks.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/ttml/metadata_words.h"
#include "format/ttml/region.h"
#include "format/ttml/ruby_order.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace subs::ttml {
namespace {

/// Narrower than the picture by more than rounding.
constexpr double kNarrow = 0.9995;

std::string_view lookThatHides(Hidden hidden) {
    switch (hidden) {
        case Hidden::NotDisplayed:
            return "tts:display=\"none\"";
        case Hidden::NoRegion:
            return "no region, so never shown";
        case Hidden::TornRegion:
            return "two regions, so never shown";
        default:
            return "a region that is not active then, so never shown";
    }
}

constexpr std::string_view kUnpairedRuby = "bases and texts that are not in pairs";

bool looksSame(const Color& a, const Color& b) {
    return a == b || (a.alpha == 0 && b.alpha == 0);
}

/// "text from 20 % of the height on"
std::string wordsOf(const RowBetween& place) {
    constexpr double kHundred = 100;
    const std::string row = fmt::format("{:.4g} % of the height", kHundred * place.row);
    if (place.displayAlign == DisplayAlign::Before) return "text from " + row + " on";
    return (place.displayAlign == DisplayAlign::After ? "text down to " : "text around ") + row;
}

/// What one cue has.
class ThingFinder {
public:
    ThingFinder(const ReadCue& read, const Head& head) : read_(read), head_(head) {}

    std::vector<UnreadThing> run() {
        if (read_.isFirst) addSaid();
        addHidden();
        if (!read_.text.lostEnd.empty()) lose(feature::kInnerTime, read_.text.lostEnd);
        if (hasUnpairedRuby(read_.paragraph, read_.element)) lose(feature::kRuby, kUnpairedRuby);
        addLooks();
        return std::move(things_);
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

    void addSaid() {
        const Paragraph& paragraph = read_.paragraph;
        for (const SaidMetadata& said : paragraph.metadata)
            things_.push_back(thingOf(said));
        for (const std::string& picture : paragraph.pictures)
            lose(feature::kOverrides, shownBeginning(picture));
        for (const std::string& text : paragraph.foreignTexts)
            lose(feature::kTextComment, shownBeginning(text));
    }

    void addLooks() {
        std::uint32_t last = kNone;
        for (const ContentEvent& event : read_.paragraph.eventsOf(read_.element)) {
            if (event.kind != ContentEvent::Kind::Text) continue;
            if (event.element == last || !isSeen(event)) continue;
            if (last == kNone) addWhole();
            last = event.element;
            addTextIn(element(last));
        }
    }

    const ContentElement& element(std::uint32_t index) const {
        return read_.paragraph.elements[index];
    }
    const ContentElement& base() const { return element(read_.text.base); }

    /// Whether it is seen, beyond white space.
    bool isSeen(const ContentEvent& event) const {
        const std::string_view text =
            std::string_view(read_.paragraph.text).substr(event.begin, event.end - event.begin);
        if (trimmed(text).empty()) return false;
        for (std::uint32_t at = event.element;; at = element(at).parent) {
            if (!element(at).isDisplayed) return false;
            if (at == 0) return true;
        }
    }

    /// Elsewhere all of the cue is shown, and of what it hides in its text there is nothing.
    void addHidden() {
        const ParagraphText& text = read_.text;
        if (text.hidden != Hidden::No) lose(feature::kOpacity, lookThatHides(text.hidden));
        if (!text.hiddenPart.empty()) lose(feature::kTextComment, text.hiddenPart);
        if (!text.timelessPart.empty()) lose(feature::kTextComment, text.timelessPart);
    }

    void addWhole() {
        if (base().look.textAlign == TextAlign::Justify)
            lose(feature::kAlignment, "tts:textAlign=\"justify\"");
        addPlace();
        addRegionBackground();
    }

    /// It is read as that of the letters.
    void addRegionBackground() {
        const RegionChoice& choice = base().inherited.region;
        if (!choice.has() || head_.regions[choice.index].look.background.alpha == 0) return;
        const auto style = static_cast<std::size_t>(
            std::ranges::find(extraStyles(), SeenWith::Part, &ExtraStyle::seenWith) -
            extraStyles().begin());
        const std::uint16_t word = head_.regions[choice.index].values.extras.words[style];
        things_.push_back({feature::kBackground,
                           LossSeverity::Approximated,
                           "of the region: " + head_.extraWords.spelt(style, word)});
    }

    /// Where margins say it, the formats that have some hold it, as they do the width of a region.
    void addPlace() {
        const RegionChoice& choice = base().inherited.region;
        const auto place = choice.has() ? rowBetween(head_.regions[choice.index]) : std::nullopt;
        if (!place) return;
        things_.push_back({place->isInMargins ? feature::kRegion : feature::kCoordinates,
                           place->isNear ? LossSeverity::Info : LossSeverity::Approximated,
                           wordsOf(*place)});
    }

    void addTextIn(const ContentElement& text) {
        for (std::size_t style = 0; style < kExtraStyles; ++style) {
            if (areTold_[style]) continue;
            const std::uint16_t word = wordFor(style, text);
            const bool isPart = extraStyles()[style].seenWith == SeenWith::Part;
            if (isPart ? looksSame(text.look.background, base().look.background)
                       : word <= ExtraWords::kUsual)
                continue;
            areTold_[style] = true;
            lose(extraStyles()[style].feature, head_.extraWords.spelt(style, word));
        }
    }

    std::uint16_t wordFor(std::size_t style, const ContentElement& text) const {
        const RegionChoice& choice = text.inherited.region;
        const std::uint16_t own = text.inherited.values.extras.words[style];
        const StyleValues& around =
            choice.has() ? head_.regions[choice.index].values : head_.initial;
        const std::uint16_t outer = around.extras.words[style];
        const std::uint16_t said = own == ExtraWords::kUnsaid ? outer : own;
        switch (extraStyles()[style].seenWith) {
            case SeenWith::Text:
            case SeenWith::Part:
                return said;
            case SeenWith::Ruby:
                return text.ruby == RubyRole::None ? ExtraWords::kUnsaid : said;
            case SeenWith::Region:
                return outer;
            case SeenWith::NarrowRegion:
                break;
        }
        const bool isNarrow = choice.has() && head_.regions[choice.index].box.width < kNarrow;
        return isNarrow ? outer : ExtraWords::kUnsaid;
    }

    void lose(std::string_view feature, std::string_view before) {
        // In another box, or with its words in another order, the text is shown too.
        const bool isShown = feature == feature::kRegion || before == kUnpairedRuby;
        things_.push_back({feature,
                           isShown ? LossSeverity::Approximated : LossSeverity::Dropped,
                           std::string(before)});
    }

    const ReadCue& read_;
    const Head& head_;
    std::vector<UnreadThing> things_;
    std::array<bool, kExtraStyles> areTold_{};
};

}  // namespace

std::vector<UnreadThing> unreadOf(const ReadCue& read, const Head& head) {
    return ThingFinder(read, head).run();
}

void addUnreadOf(const ReadCue& read, const Head& head, LossReport& losses) {
    for (const UnreadThing& thing : unreadOf(read, head))
        losses.add(thing.feature, thing.severity, read.cue.id, thing.before, {});
}

}  // namespace subs::ttml
