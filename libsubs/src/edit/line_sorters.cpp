// SPDX-License-Identifier: MIT
#include <subs/edit/text_parts.h>
#include <subs/edit/unstack.h>
#include <subs/model/style_index.h>
#include <subs/text/script.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace subs {
namespace {

constexpr std::string_view kLatin = "Latn";

using Owners = std::vector<LineOwner>;
using Lines = std::span<const std::string_view>;

/// The script of a line: one that is not Latin where it has a letter of it; empty without letters.
std::string scriptIn(std::string_view line) {
    const std::string language = languageBesideLatin(line);
    if (!language.empty()) return scriptOf(language);
    if (hasLetters(line)) return std::string(kLatin);
    return hasKhmer(line) ? scriptOf("km") : std::string();  // its digits and stops
}

/// Chinese characters alone may be Japanese or Korean too.
bool isWritten(std::string_view script, std::string_view line) {
    return script == line || (line == "Hani" && (script == "Jpan" || script == "Kore"));
}

LineOwner ownerByScript(std::string_view line, std::string_view first, std::string_view second) {
    const std::string script = scriptIn(line);
    if (script.empty()) return LineOwner::Unclear;
    if (isWritten(first, script)) return LineOwner::First;
    return isWritten(second, script) ? LineOwner::Second : LineOwner::Unclear;
}

template <typename OwnerOf>
LineSorter eachLine(OwnerOf ownerOf) {
    return [ownerOf = std::move(ownerOf)](const Cue&, Lines lines) {
        Owners owners;
        owners.reserve(lines.size());
        for (const std::string_view line : lines)
            owners.push_back(ownerOf(line));
        return owners;
    };
}

template <typename OwnerOf>
LineSorter wholeCue(OwnerOf ownerOf) {
    return [ownerOf = std::move(ownerOf)](const Cue& cue, Lines lines) {
        return Owners(lines.size(), ownerOf(cue));
    };
}

/// Languages by their lines, and which of them stands above.
class Census {
public:
    void add(const Cue& cue) {
        std::string top;
        bool hasBoth = false;
        for (const std::string_view line : linesIn(cue.text.plain)) {
            std::string language = languageBesideLatin(line);
            if (language.empty() && hasLetters(line)) language = "en";
            if (language.empty()) continue;
            if (lines_[language]++ == 0) order_[language] = lines_.size();
            hasBoth |= !top.empty() && language != top;
            if (top.empty()) top = std::move(language);
        }
        if (hasBoth) ++onTop_[top];
    }

    std::optional<LanguagePair> languages() {
        if (lines_.size() < 2) return std::nullopt;
        std::vector<std::pair<std::size_t, std::string>> most;
        for (const auto& [language, count] : lines_)
            most.emplace_back(count, language);
        std::ranges::sort(most, std::greater());
        LanguagePair pair{most[0].second, most[1].second};
        if (isBefore(pair.second, pair.first)) std::swap(pair.first, pair.second);
        return pair;
    }

private:
    /// Above the other more often, else earlier in the file.
    bool isBefore(const std::string& a, const std::string& b) {
        if (onTop_[a] != onTop_[b]) return onTop_[a] > onTop_[b];
        return order_[a] < order_[b];
    }

    std::map<std::string, std::size_t> lines_;
    std::map<std::string, std::size_t> order_;
    std::map<std::string, std::size_t> onTop_;  ///< In cues with lines of two languages.
};

/// Of which track a style is, by the lines in it that are known.
std::map<std::string, LineOwner> ownersOfStyles(const Document& document,
                                                const LineSorter& sorter) {
    std::map<std::string, LineOwner> owners;
    std::map<std::string, bool> isMixed;
    for (const Cue& cue : document.cues) {
        if (cue.kind != CueKind::Dialogue) continue;
        for (const LineOwner owner : sorter(cue, linesIn(cue.text.plain))) {
            if (owner == LineOwner::Unclear) continue;
            const auto [known, isNew] = owners.emplace(cue.style, owner);
            if (known->second != owner) isMixed[cue.style] = true;
        }
    }
    for (const auto& [style, mixed] : isMixed)
        owners.erase(style);
    return owners;
}

}  // namespace

std::optional<LanguagePair> languagesStackedIn(const Document& document) {
    Census census;
    for (const Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue) census.add(cue);
    return census.languages();
}

LineSorter byScript(const LanguagePair& languages) {
    return eachLine([first = scriptOf(languages.first), second = scriptOf(languages.second)](
                        std::string_view line) { return ownerByScript(line, first, second); });
}

LineSorter byStyle(const std::vector<std::string>& second) {
    return wholeCue([names = std::set(second.begin(), second.end())](const Cue& cue) {
        return names.contains(cue.style) ? LineOwner::Second : LineOwner::First;
    });
}

LineSorter byRow(const Document& document) {
    return wholeCue([styles = StyleIndex(document)](const Cue& cue) {
        const Style* style = styles.styleOf(cue);
        const Alignment own = style != nullptr ? style->alignment : Alignment::BottomCentre;
        return cue.alignment.value_or(own) >= Alignment::TopLeft ? LineOwner::Second
                                                                 : LineOwner::First;
    });
}

LineSorter byHalf() {
    return [](const Cue&, Lines lines) {
        Owners owners(lines.size(), LineOwner::Unclear);
        if (lines.size() % 2 != 0) return owners;
        for (std::size_t i = 0; i < lines.size(); ++i)
            owners[i] = i < lines.size() / 2 ? LineOwner::First : LineOwner::Second;
        return owners;
    };
}

LineSorter elseByStyle(const Document& document, LineSorter sorter) {
    auto owners = ownersOfStyles(document, sorter);
    return [owners = std::move(owners), sorter = std::move(sorter)](const Cue& cue, Lines lines) {
        Owners found = sorter(cue, lines);
        const auto style = owners.find(cue.style);
        const bool isKnown =
            std::ranges::any_of(found, [](LineOwner owner) { return owner != LineOwner::Unclear; });
        if (!isKnown && style != owners.end()) std::ranges::fill(found, style->second);
        return found;
    };
}

}  // namespace subs
