// SPDX-License-Identifier: MIT
#include "job/pairs/text_sides.h"

#include <subs/edit/text_parts.h>
#include <subs/format/features.h>

#include "format/translation/dialect.h"
#include "format/translation/reader.h"
#include "job/pairs/language_fields.h"
#include "job/pairs/table_sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

using Texts = std::array<CueText, 2>;

bool isTranslationFile(const Format& format) {
    return format.info().id == "xliff" || format.info().id == "tmx";
}

/// Both texts of all cues in one document.
class Sides {
public:
    explicit Sides(Document document) { sides_.document = std::move(document); }

    const std::vector<Cue>& cues() const { return sides_.document.cues; }

    /// What the cue at `place` says in each language.
    void put(std::size_t place, const Texts& texts) {
        Cue& cue = sides_.document.cues[place];
        const std::array<bool, 2> isThere{isSaid(texts[0], texts[1]), isSaid(texts[1], texts[0])};
        for (const std::size_t side : {0U, 1U})
            if (!isThere.at(side) && isThere.at(1 - side) && cue.kind == CueKind::Dialogue)
                sides_.missing.at(side).push_back(place);
        if (isThere[0]) firstLines_[cue.id] = linesIn(texts[0].plain).size();
        cue.text = joinedLines(texts);
    }

    TextSides taken(LanguagePair languages, LossReport unread) {
        sides_.sorter = [first = std::move(firstLines_)](const Cue& cue,
                                                         std::span<const std::string_view> lines) {
            const bool isNothing = cue.text.plain.empty() && cue.text.spans.empty();
            const LineOwner rest = isNothing ? LineOwner::Unclear : LineOwner::Second;
            std::vector<LineOwner> owners(lines.size(), rest);
            const auto known = first.find(cue.id);
            if (known != first.end())
                std::fill_n(
                    owners.begin(), std::min(known->second, owners.size()), LineOwner::First);
            return owners;
        };
        sides_.languages = std::move(languages);
        sides_.unread = std::move(unread);
        return std::move(sides_);
    }

private:
    /// True of words, and of a drawing and the like where the other side has none either.
    static bool isSaid(const CueText& text, const CueText& other) {
        return !text.plain.empty() || (!text.spans.empty() && other.plain.empty());
    }

    TextSides sides_;
    std::map<CueId, std::size_t> firstLines_;  ///< Of the cues that have a text in the first.
};

tl::unexpected<Error> inNeither(const LanguagePair& asked, const LanguagePair& languages) {
    const auto shown = [](const std::string& tag) { return tag.empty() ? "none" : tag; };
    return failure("unpair.languages",
                   fmt::format("the file says that its texts are in {} and {}, and {} and {} are "
                               "asked for; nothing was written",
                               shown(languages.first),
                               shown(languages.second),
                               asked.first,
                               asked.second));
}

/// Which of `known` is `asked` for, if any is.
std::optional<std::size_t> placeOf(const std::vector<std::string>& known,
                                   const std::string& asked) {
    auto found = std::ranges::find(known, asked);
    if (found == known.end())
        found = std::ranges::find_if(
            known, [&](const std::string& tag) { return mayBeOneLanguage(tag, asked); });
    if (asked.empty() || found == known.end()) return std::nullopt;
    return static_cast<std::size_t>(found - known.begin());
}

/// The places of the two of `known`, of two languages or more, that are asked for; where one of
/// these is not among them, the first other one stands for it.
Result<std::array<std::size_t, 2>> chosenOf(const std::vector<std::string>& known,
                                            const LanguagePair& asked) {
    if (asked == LanguagePair()) return std::array<std::size_t, 2>{0, 1};
    const auto first = placeOf(known, asked.first);
    const auto second = placeOf(known, asked.second);
    if (!first && !second) return inNeither(asked, {known[0], known[1]});
    const auto otherThan = [](std::size_t place) -> std::size_t { return place == 0 ? 1 : 0; };
    if (!first) return std::array<std::size_t, 2>{otherThan(*second), *second};
    const bool isOther = second && *second != *first;
    return std::array<std::size_t, 2>{*first, isOther ? *second : otherThan(*first)};
}

/// The file again, read as the language `tag`.
Parsed readAs(const ReadDocument& read, const std::string& tag) {
    Origin origin = *read.document.origin;
    origin.pieces.clear();
    return read.format->read(std::move(origin), {tag, nullptr});
}

/// Takes out of `document` the texts that stand for translations which are not there.
void clearUntranslated(Document& document, const LossReport& unread) {
    for (const LossItem& loss : unread.items) {
        if (loss.feature != feature::kTranslation) continue;
        for (const CueId id : loss.cues)
            document.cues[id.value - 1].text = {};  // as it was read, cue n has the id n
    }
}

/// What both sides do not have. Notes and states are of units, and so told of each side.
LossReport unreadOfBoth(LossReport first, LossReport second) {
    const auto isOfSides = [](const LossItem& loss) {
        return loss.feature == feature::kTranslation || loss.feature == feature::kOtherLanguage;
    };
    std::erase_if(first.items, isOfSides);
    for (LossItem& loss : second.items) {
        if (loss.feature != feature::kInlineCode && loss.feature != feature::kPartialTranslation)
            continue;
        const auto same = std::ranges::find(first.items, loss.feature, &LossItem::feature);
        if (same == first.items.end()) {
            first.items.push_back(std::move(loss));
            continue;
        }
        same->count += loss.count;
        std::vector<CueId> cues;
        std::ranges::set_union(same->cues, loss.cues, std::back_inserter(cues));
        same->cues = std::move(cues);
    }
    return first;
}

/// A language that is neither of two.
void addThird(Parsed third, LossReport& unread) {
    clearUntranslated(third.document, third.unread);
    for (const Cue& cue : third.document.cues)
        if (!cue.text.plain.empty())
            unread.add(feature::kOtherLanguage, LossSeverity::Dropped, cue.id, cue.text.plain, {});
}

Result<std::optional<TextSides>> sidesOfTranslation(const ReadDocument& read,
                                                    const LanguagePair& asked) {
    const std::vector<std::string> known = translation::languagesIn(read.document.origin->text);
    const bool isOne =
        known[0].empty() || known[1].empty() || translation::isSameLanguage(known[0], known[1]);
    if (isOne) return std::optional<TextSides>();
    const auto chosen = chosenOf(known, asked);
    if (!chosen) return tl::unexpected(chosen.error());
    std::array<Parsed, 2> parsed{readAs(read, known[(*chosen)[0]]),
                                 readAs(read, known[(*chosen)[1]])};
    for (Parsed& side : parsed)
        clearUntranslated(side.document, side.unread);
    Sides sides(parsed[0].document);
    for (std::size_t i = 0; i < parsed[0].document.cues.size(); ++i)
        sides.put(i, {parsed[0].document.cues[i].text, parsed[1].document.cues[i].text});
    LossReport unread = unreadOfBoth(std::move(parsed[0].unread), std::move(parsed[1].unread));
    for (std::size_t i = 0; i < known.size(); ++i)
        if (i != (*chosen)[0] && i != (*chosen)[1]) addThird(readAs(read, known[i]), unread);
    return sides.taken({parsed[0].document.language, parsed[1].document.language},
                       std::move(unread));
}

Result<std::optional<TextSides>> sidesOfTable(const ReadDocument& read, const LanguagePair& asked) {
    const std::vector<std::string> known = languagesOfColumns(read.document);
    if (known.size() < 2) return std::optional<TextSides>();
    const auto chosen = chosenOf(known, asked);
    if (!chosen) return tl::unexpected(chosen.error());
    const LanguagePair languages{known[(*chosen)[0]], known[(*chosen)[1]]};
    LossReport unread = read.unread;
    Document document = read.document;
    std::erase_if(document.cues, [&](const Cue& cue) {
        const auto columns = columnsIn(cue.text);
        for (const auto& [language, text] : columns)
            if (language != languages.first && language != languages.second)
                unread.add(feature::kOtherLanguage, LossSeverity::Dropped, cue.id, text.plain, {});
        return !columns.empty() && !columns.contains(languages.first) &&
               !columns.contains(languages.second);
    });
    Sides sides(std::move(document));
    for (std::size_t place = 0; place < sides.cues().size(); ++place) {
        auto columns = columnsIn(sides.cues()[place].text);
        sides.put(place, {columns[languages.first], columns[languages.second]});
    }
    return sides.taken(languages, std::move(unread));
}

}  // namespace

Result<std::optional<TextSides>> textSidesOf(const ReadDocument& read, const LanguagePair& asked) {
    if (read.document.origin == nullptr || !hasLanguageFields(*read.format))
        return std::optional<TextSides>();
    return isTranslationFile(*read.format) ? sidesOfTranslation(read, asked)
                                           : sidesOfTable(read, asked);
}

}  // namespace subs
