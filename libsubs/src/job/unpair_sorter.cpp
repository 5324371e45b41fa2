// SPDX-License-Identifier: MIT
#include "job/unpair_sorter.h"

#include <subs/text/script.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// What is known of the lines in one style.
struct InStyle {
    std::string name;
    bool isFirst = false;   ///< A line of it is in the first language.
    bool isSecond = false;  ///< A line of it is in the second.
};

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
                if (!isInScripts_) return oneLanguage("its lines are all in one script");
                return scripts();
            case UnpairBy::Style:
                return styles();
            case UnpairBy::Row:
                return rows();
            case UnpairBy::Half:
                return ChosenSorter{byHalf(), UnpairBy::Half, languages_};
            case UnpairBy::Any:
                break;
        }
        if (!options_.secondStyles.empty()) return styles();
        if (isInScripts_) return scripts();
        if (auto byStyles = styles()) return byStyles;
        if (auto byRows = rows()) return byRows;
        return oneLanguage("its lines are all in one script, one style and one row of the picture");
    }

private:
    static tl::unexpected<Error> oneLanguage(std::string_view why) {
        return failure("unpair.one-language",
                       fmt::format("nothing tells two languages apart: {}", why));
    }

    ChosenSorter scripts() const {
        return {elseByStyle(document_, byScript(languages_)), UnpairBy::Script, languages_};
    }

    Result<ChosenSorter> styles() const {
        std::vector<std::string> second = options_.secondStyles;
        if (second.empty()) second = stylesOfSecond();
        if (second.empty()) return oneLanguage("no style is that of a second language alone");
        return ChosenSorter{byStyle(std::move(second)), UnpairBy::Style, languages_};
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
        return ChosenSorter{sorter, UnpairBy::Row, languages_};
    }

    std::vector<std::string> stylesOfSecond() const {
        const std::vector<InStyle> used = usedStyles();
        std::vector<std::string> second;
        for (const InStyle& style : used)
            if (style.isSecond && !style.isFirst) second.push_back(style.name);
        const bool hasFirst = std::ranges::any_of(used, &InStyle::isFirst);
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
            styles[found->second].isFirst |= owner == LineOwner::First;
            styles[found->second].isSecond |= owner == LineOwner::Second;
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
