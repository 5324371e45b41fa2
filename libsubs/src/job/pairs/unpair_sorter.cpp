// SPDX-License-Identifier: MIT
#include "job/pairs/unpair_sorter.h"

#include <subs/base/counted.h>
#include <subs/edit/mixed_lines.h>
#include <subs/edit/partner_times.h>
#include <subs/edit/text_parts.h>
#include <subs/text/newline.h>
#include <subs/text/script.h>

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
    std::size_t first = 0;   ///< Cues of it that are in the first language.
    std::size_t second = 0;  ///< In the second.
};

/// One of two groups of cues.
struct Group {
    std::size_t cues = 0;
    std::size_t alone = 0;  ///< Without a partner in the other.
    std::string script;     ///< Empty where it has no letters.
};

Group groupOf(const Document& document, std::size_t alone) {
    Group group{0, alone, {}};
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
    const Group first = groupOf(parts.first, alone[0].size());
    const Group second = groupOf(parts.second, alone[1].size());
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
        return areStylesSurer() ? styles() : Result<ChosenSorter>(scripts());
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

    /// True where each language has styles of its own, and in those of the first a few cues are
    /// names in the letters of the second: their style says more than their letters do.
    bool areStylesSurer() const {
        constexpr std::size_t kOneOf = 10;
        const LineSorter sorter = byScript(languages_);
        const auto hasBoth = [&](const Cue& cue) {
            if (cue.kind != CueKind::Dialogue) return false;
            const auto owners = sorter(cue, linesIn(cue.text.plain));
            return std::ranges::count(owners, LineOwner::First) > 0 &&
                   std::ranges::count(owners, LineOwner::Second) > 0;
        };
        if (std::ranges::any_of(document_.cues, hasBoth)) return false;
        std::size_t names = 0;
        bool isSecondAlone = false;
        for (const InStyle& style : usedStyles()) {
            isSecondAlone = isSecondAlone || (style.first == 0 && style.second > 0);
            if (style.first == 0) continue;
            if (style.second * kOneOf > style.first) return false;
            names += style.second;
        }
        return isSecondAlone && names > 0;
    }

    /// With what makes it doubtful where nobody named what is the second.
    ChosenSorter guessed(LineSorter sorter, UnpairBy by) const {
        auto doubt = doubtOf(unstacked(document_, sorter));
        return {std::move(sorter), by, languages_, std::move(doubt)};
    }

    Result<ChosenSorter> styles() const {
        if (!options_.secondStyles.empty())
            return ChosenSorter{byStyle(options_.secondStyles), UnpairBy::Style, languages_, {}};
        std::vector<std::string> second = stylesOfSecond();
        if (second.empty()) return oneLanguage("no style is that of a second language alone");
        return guessed(byStyle(std::move(second)), UnpairBy::Style);
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
        const std::vector<InStyle> used = usedStyles();
        std::vector<std::string> second;
        for (const InStyle& style : used)
            if (style.second > 0 && style.first == 0) second.push_back(style.name);
        const bool hasFirst =
            std::ranges::any_of(used, [](const InStyle& style) { return style.first > 0; });
        if (!second.empty() && hasFirst && second.size() < used.size()) return second;
        if (used.size() != 2) return {};
        return {used[isOfFirst(used[1].name) ? 0 : 1].name};
    }

    /// "en" is in the style named by its language, as `inTwoStyles` does.
    bool isOfFirst(const std::string& style) const {
        const std::string& language = options_.languages.first;
        return !language.empty() &&
               (style == language || style.ends_with(fmt::format("({})", language)));
    }

    /// The styles that dialogue is in, in the order of the file.
    std::vector<InStyle> usedStyles() const {
        std::vector<InStyle> styles;
        std::map<std::string, std::size_t> at;
        const LineSorter sorter = byScript(languages_);
        for (const Cue& cue : document_.cues) {
            if (cue.kind != CueKind::Dialogue) continue;
            const auto [found, isNew] = at.emplace(cue.style, styles.size());
            if (isNew) styles.push_back({cue.style});
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
        const auto found = std::ranges::find(document_.styles, name, &Style::name);
        return static_cast<std::size_t>(found - document_.styles.begin());
    }

    const Document& document_;
    const UnpairOptions& options_;
    LanguagePair languages_;
    bool isInScripts_ = false;  ///< Lines of both are there, and their scripts differ.
};

}  // namespace

Result<ChosenSorter> chosenSorter(const Document& document, const UnpairOptions& options) {
    return Chooser(document, options).chosen();
}

}  // namespace subs
