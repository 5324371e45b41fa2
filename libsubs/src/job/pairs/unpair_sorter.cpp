// SPDX-License-Identifier: MIT
#include "job/pairs/unpair_sorter.h"

#include <subs/base/counted.h>
#include <subs/edit/mixed_lines.h>
#include <subs/edit/partner_times.h>
#include <subs/edit/text_parts.h>
#include <subs/text/newline.h>
#include <subs/text/script.h>

#include "job/pairs/style_owner.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

constexpr std::string_view kStyle = "one style";
constexpr std::string_view kStyleAndRow = "one style and one row of the picture";

/// What is known of the lines in one style.
struct InStyle {
    std::string name;
    std::size_t first = 0;                ///< Cues of it that are in the first language.
    std::size_t second = 0;               ///< In the second.
    std::optional<LineOwner> named = {};  ///< Whose it is by its name.

    /// Whose it is by the letters of most lines; nothing where a third or more are in others.
    std::optional<LineOwner> ownerByMost() const {
        if (first > 2 * second) return LineOwner::First;
        if (second > 2 * first) return LineOwner::Second;
        return std::nullopt;
    }
};

/// One of two groups of cues.
struct CueGroup {
    std::size_t cues = 0;
    std::size_t alone = 0;  ///< Without a partner in the other.
    std::string script;     ///< Empty where it has no letters.
};

CueGroup groupOf(const Document& document, std::size_t alone) {
    CueGroup group{0, alone, {}};
    LineCensus census;
    for (const Cue& cue : document.cues) {
        if (cue.kind != CueKind::Dialogue) continue;
        ++group.cues;
        for (LineReader lines(cue.text.plain); lines.next();)
            census.add(lines.line());
    }
    const std::string language = census.language();
    group.script = language.empty() && census.latinLines() > 0 ? "Latn" : scriptOf(language);
    return group;
}

/// Why two groups may be one language: two languages of a film are in two scripts, or say most of
/// what they say at one time. Half as many cues, and partners for half of them, are asked for: what
/// two languages of one film have at the least, and cues moved out of the way of something have
/// not.
std::optional<std::string> doubtOf(const Unstacked& parts) {
    const auto alone = withoutPartners(parts.first, parts.second);
    const CueGroup first = groupOf(parts.first, alone[0].size());
    const CueGroup second = groupOf(parts.second, alone[1].size());
    const bool isInTwoScripts =
        !first.script.empty() && !second.script.empty() && first.script != second.script;
    const bool isEven = 2 * std::min(first.cues, second.cues) >= std::max(first.cues, second.cues);
    const bool isTogether = 2 * first.alone <= first.cues && 2 * second.alone <= second.cues;
    if (isInTwoScripts || (isEven && isTogether)) return std::nullopt;
    return fmt::format(
        "{} of the second beside {} of the first, {} and {} of them without a "
        "partner at its time",
        counted(second.cues, "cue"),
        first.cues,
        second.alone,
        first.alone);
}

/// Chooses for one document.
class Chooser {
public:
    Chooser(const Document& document, const UnpairOptions& options)
        : document_(document), options_(options), languages_(options.languages) {
        if (languages_ == LanguagePair())
            languages_ = languagesStackedIn(document).value_or(LanguagePair());
        isInScripts_ = !languages_.first.empty() &&
                       scriptOf(languages_.first) != scriptOf(languages_.second) &&
                       languagesStackedIn(document);
        for (std::size_t i = 0; i < document.styles.size(); ++i)
            places_.emplace(document.styles[i].name, i);
        used_ = usedStyles();
    }

    Result<ChosenSorter> chosen() const {
        switch (options_.by) {
            case UnpairBy::Script:
                if (!isInScripts_) return oneLanguage(ofLines());
                return scripts();
            case UnpairBy::Style:
                return styles();
            case UnpairBy::Row:
                return rows();
            case UnpairBy::Half:
                return ChosenSorter{byHalf(), UnpairBy::Half, languages_, {}};
            case UnpairBy::Field:
            case UnpairBy::Any:
                break;
        }
        if (!options_.secondStyles.empty()) return styles();
        if (!isInScripts_) return stylesOrRows();
        auto chosen = areStylesSurer() ? styles() : Result<ChosenSorter>(scripts());
        if (chosen) chosen->contrary = contrary();
        return chosen;
    }

private:
    static tl::unexpected<Error> oneLanguage(std::string_view why) {
        return failure("unpair.one-language",
                       fmt::format("nothing tells two languages apart: {}", why));
    }

    /// Lines with letters of two scripts, none of which is one language alone.
    bool hasMixedLines() const {
        return std::ranges::any_of(document_.cues, [](const Cue& cue) {
            return cue.kind == CueKind::Dialogue &&
                   std::ranges::any_of(linesIn(cue.text.plain), holdsTwoScripts);
        });
    }

    std::string ofLines() const {
        return hasMixedLines() ? "no line is in Latin letters alone, and those with letters of two "
                                 "scripts do not tell where one language ends"
                               : "its lines are all in one script";
    }

    /// "its lines are all in one script and one style"
    std::string ofLinesAnd(std::string_view also) const {
        if (hasMixedLines()) return fmt::format("{}; they are all in {}", ofLines(), also);
        return fmt::format("{}{} {}", ofLines(), also == kStyle ? " and" : ",", also);
    }

    ChosenSorter scripts() const {
        return {elseByStyle(document_, byScript(languages_)), UnpairBy::Script, languages_, {}};
    }

    /// Of a file in one script. A style may be that of a few signs, and a cue in the top row makes
    /// way for something; styles are said to be doubtful then, rows are no languages.
    Result<ChosenSorter> stylesOrRows() const {
        auto byStyles = styles();
        if (byStyles && !byStyles->doubt) return byStyles;
        auto byRows = rows();
        if (byRows && !byRows->doubt) return byRows;
        if (byStyles) return byStyles;
        if (!byRows) return oneLanguage(ofLinesAnd(kStyleAndRow));
        return oneLanguage(
            fmt::format("{}, and the rows of the picture are not two languages: {}; --by row parts "
                        "them all the same",
                        ofLinesAnd(kStyle),
                        *byRows->doubt));
    }

    /// True where cues have lines of both languages.
    bool isStacked() const {
        const LineSorter sorter = byScript(languages_);
        return std::ranges::any_of(document_.cues, [&](const Cue& cue) {
            if (cue.kind != CueKind::Dialogue) return false;
            const auto owners = sorter(cue, linesIn(cue.text.plain));
            return std::ranges::count(owners, LineOwner::First) > 0 &&
                   std::ranges::count(owners, LineOwner::Second) > 0;
        });
    }

    /// True where each language has styles of its own, and some cues of them are in the letters of
    /// the other: their style says more than their letters do. Styles that are named by their
    /// language are its own, however many these are; else they are those of the second alone, and
    /// those of the first with a few names in the letters of the second.
    bool areStylesSurer() const {
        constexpr std::size_t kOneOf = 10;
        if (isStacked()) return false;
        std::size_t others = 0;
        bool hasFirst = false;
        bool hasSecond = false;
        for (const InStyle& style : used_) {
            const bool isOfSecond = style.named ? style.named == LineOwner::Second
                                                : style.first == 0 && style.second > 0;
            hasSecond = hasSecond || isOfSecond;
            hasFirst = hasFirst || (!isOfSecond && (style.named || style.first > 0));
            if (!style.named && style.first > 0 && style.second * kOneOf > style.first)
                return false;
            if (style.named || style.first > 0) others += isOfSecond ? style.first : style.second;
        }
        return hasFirst && hasSecond && others > 0;
    }

    /// The cues whose letters are not those of most others in their style, where both languages
    /// have styles and the name of this one says nothing.
    std::vector<std::size_t> contrary() const {
        std::vector<std::size_t> places;
        std::map<std::string, LineOwner> owners;
        std::map<LineOwner, bool> isThere;
        for (const InStyle& style : used_) {
            const auto owner = style.named ? style.named : style.ownerByMost();
            if (!owner) continue;
            isThere[*owner] = true;
            if (!style.named) owners.emplace(style.name, *owner);
        }
        if (isThere.size() < 2 || isStacked()) return places;
        const LineSorter sorter = byScript(languages_);
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            const Cue& cue = document_.cues[i];
            const auto owner = owners.find(cue.style);
            if (cue.kind != CueKind::Dialogue || owner == owners.end()) continue;
            const std::string_view text = cue.text.plain;
            const LineOwner said = sorter(cue, {&text, 1}).front();
            if (said != LineOwner::Unclear && said != owner->second) places.push_back(i);
        }
        return places;
    }

    /// With what makes it doubtful where nobody named what is the second.
    ChosenSorter guessed(LineSorter sorter, UnpairBy by) const {
        auto doubt = doubtOf(unstacked(document_, sorter));
        return {std::move(sorter), by, languages_, std::move(doubt)};
    }

    Result<ChosenSorter> styles() const {
        if (!options_.secondStyles.empty())
            return ChosenSorter{byStyle(options_.secondStyles), UnpairBy::Style, languages_, {}};
        const std::vector<std::string> second = stylesOfSecond();
        if (second.empty()) return oneLanguage("no style is that of a second language alone");
        return guessed(byStyle(second), UnpairBy::Style);
    }

    Result<ChosenSorter> rows() const {
        const LineSorter sorter = byRow(document_);
        const std::string_view line;
        const auto isOnTop = [&](const Cue& cue) {
            return sorter(cue, {&line, 1}).front() == LineOwner::Second;
        };
        const auto count = std::ranges::count_if(document_.cues, isOnTop);
        if (count == 0 || count == std::ssize(document_.cues))
            return oneLanguage("all cues are in one row of the picture");
        return guessed(sorter, UnpairBy::Row);
    }

    std::vector<std::string> stylesOfSecond() const {
        std::vector<std::string> second;
        for (const InStyle& style : used_)
            if (style.named ? style.named == LineOwner::Second
                            : style.second > 0 && style.first == 0)
                second.push_back(style.name);
        const bool hasFirst = std::ranges::any_of(used_, [](const InStyle& style) {
            return style.named ? style.named == LineOwner::First : style.first > 0;
        });
        if (!second.empty() && hasFirst && second.size() < used_.size()) return second;
        if (used_.size() != 2) return {};
        const bool isTurned =
            used_[1].named == LineOwner::First || used_[0].named == LineOwner::Second;
        return {used_[isTurned ? 0 : 1].name};
    }

    std::vector<InStyle> usedStyles() const {
        std::vector<InStyle> styles;
        std::map<std::string, std::size_t> at;
        const LineSorter sorter = byScript(languages_);
        for (const Cue& cue : document_.cues) {
            if (cue.kind != CueKind::Dialogue) continue;
            const auto [found, isNew] = at.emplace(cue.style, styles.size());
            if (isNew) {
                styles.push_back({cue.style});
                styles.back().named = ownerByName(cue.style, languages_, places_);
            }
            if (!isInScripts_) continue;
            const std::string_view text = cue.text.plain;
            const LineOwner owner = sorter(cue, {&text, 1}).front();
            if (owner == LineOwner::First) ++styles[found->second].first;
            if (owner == LineOwner::Second) ++styles[found->second].second;
        }
        std::ranges::stable_sort(
            styles, {}, [&](const InStyle& style) { return rank(style.name); });
        return styles;
    }

    std::size_t rank(const std::string& name) const {
        const auto found = places_.find(name);
        return found != places_.end() ? found->second : document_.styles.size();
    }

    const Document& document_;
    const UnpairOptions& options_;
    LanguagePair languages_;
    bool isInScripts_ = false;  ///< Lines of both are there, and their scripts differ.
    StylePlaces places_;
    std::vector<InStyle> used_;  ///< The styles that dialogue is in, in the order of the file.
};

}  // namespace

Result<ChosenSorter> chosenSorter(const Document& document, const UnpairOptions& options) {
    return Chooser(document, options).chosen();
}

}  // namespace subs
