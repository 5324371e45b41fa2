// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/edit/mixed_lines.h>
#include <subs/edit/text_parts.h>
#include <subs/text/script.h>

#include "text/letter_kinds.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace subs {
namespace {

enum class Letter : std::uint8_t { None, Latin, Other };

/// What `character`, one code point, is a letter of. Khmer vowels and digits are of its script.
Letter letterOf(std::string_view character, char32_t codePoint) {
    if (character.size() == 1)
        return isLatinLetter(character.front()) ? Letter::Latin : Letter::None;
    if (isKhmer(codePoint)) return Letter::Other;
    if (!hasLetters(character)) return Letter::None;
    return languageBesideLatin(character).empty() ? Letter::Latin : Letter::Other;
}

/// Bytes of a line.
struct Bytes {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What stands between the letters of two scripts, where they change once.
std::optional<Bytes> changeIn(std::string_view line) {
    std::optional<Bytes> change;
    Letter last = Letter::None;
    std::size_t behind = 0;
    for (std::size_t at = 0; at < line.size();) {
        const Decoded decoded = decodeUtf8(line, at);
        const Letter letter = letterOf(line.substr(at, decoded.length), decoded.codePoint);
        if (letter != Letter::None) {
            if (last != Letter::None && letter != last) {
                if (change) return std::nullopt;
                change = Bytes{behind, at};
            }
            last = letter;
            behind = at + decoded.length;
        }
        at += decoded.length;
    }
    return change;
}

bool opensOnly(std::string_view marks) {
    constexpr std::u32string_view kOpening = U" ([{<\"'«“‘„¿¡-–—♪#";
    for (std::size_t at = 0; at < marks.size();) {
        const Decoded decoded = decodeUtf8(marks, at);
        if (kOpening.find(decoded.codePoint) == kOpening.npos) return false;
        at += decoded.length;
    }
    return true;
}

/// The spaces between two languages in `line`; nothing where it does not tell.
std::optional<Bytes> gapIn(std::string_view line) {
    const auto change = changeIn(line);
    if (!change) return std::nullopt;
    const std::string_view between = line.substr(change->begin, change->end - change->begin);
    if (std::ranges::any_of(between, isLatinDigit<char>)) return std::nullopt;
    std::size_t space = between.find(' ');
    while (space != between.npos && !opensOnly(between.substr(space)))
        space = between.find(' ', space + 1);
    if (space == between.npos) space = between.rfind(' ');
    if (space == between.npos) return std::nullopt;
    Bytes gap{change->begin + space, change->begin + space + 1};
    while (line[gap.begin - 1] == ' ')
        --gap.begin;
    while (line[gap.end] == ' ')
        ++gap.end;
    return gap;
}

std::size_t latinWordsIn(std::string_view line) {
    std::size_t count = 0;
    bool isIn = false;
    for (const char c : line) {
        const bool isLetter = isLatinLetter(c);
        if (isLetter && !isIn) ++count;
        isIn = isLetter || (isIn && c != ' ');
    }
    return count;
}

/// What the lines of a cue are in.
struct Scripts {
    bool hasLatin = false;  ///< A line in Latin letters alone.
    bool hasOther = false;
    bool hasBoth = false;  ///< A line in both.
};

Scripts scriptsIn(const Cue& cue) {
    Scripts scripts;
    if (cue.kind != CueKind::Dialogue) return scripts;
    for (const std::string_view line : linesIn(cue.text.plain)) {
        const bool isOther = !languageBesideLatin(line).empty() || hasKhmer(line);
        scripts.hasLatin |= !isOther && hasLetters(line);
        scripts.hasOther |= isOther;
        scripts.hasBoth |= holdsTwoScripts(line);
    }
    return scripts;
}

/// When cues in Latin letters alone are shown.
class LatinTimes {
public:
    void add(const Cue& cue) { times_.emplace_back(cue.start, cue.end.value_or(cue.start)); }

    void sort() {
        std::ranges::sort(times_);
        for (std::size_t i = 1; i < times_.size(); ++i)
            times_[i].second = std::max(times_[i].second, times_[i - 1].second);
    }

    /// True where one is shown while `cue` is.
    bool areWith(const Cue& cue) const {
        const Time end = std::max(cue.end.value_or(cue.start), cue.start + Time::fromFlicks(1));
        const auto behind = std::ranges::lower_bound(times_, end, {}, &Times::first);
        if (behind == times_.begin()) return false;
        const Times& last = *std::prev(behind);
        return last.second > cue.start || last.first >= cue.start;
    }

private:
    using Times = std::pair<Time, Time>;  ///< From, and until when they or those before last.
    std::vector<Times> times_;
};

/// Breaks the lines of `text` that hold both; false where one does not tell where.
bool breakLines(CueText& text) {
    CueText broken = text;
    const auto lines = linesIn(text.plain);
    // From the last on, so that the places of those before it stay.
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (!holdsTwoScripts(lines[i])) continue;
        const auto gap = gapIn(lines[i]);
        if (!gap) return false;
        const auto begin = static_cast<std::size_t>(lines[i].data() - text.plain.data());
        broken = replaced(broken, begin + gap->begin, begin + gap->end, "\n");
    }
    text = std::move(broken);
    return true;
}

bool isSentence(const Cue& cue) {
    constexpr std::size_t kWords = 3;
    return std::ranges::any_of(linesIn(cue.text.plain), [](std::string_view line) {
        return holdsTwoScripts(line) && latinWordsIn(line) >= kWords;
    });
}

}  // namespace

bool holdsTwoScripts(std::string_view line) {
    bool hasLatin = false;
    bool hasOther = false;
    for (std::size_t at = 0; at < line.size() && !(hasLatin && hasOther);) {
        const Decoded decoded = decodeUtf8(line, at);
        const Letter letter = letterOf(line.substr(at, decoded.length), decoded.codePoint);
        hasLatin |= letter == Letter::Latin;
        hasOther |= letter == Letter::Other;
        at += decoded.length;
    }
    return hasLatin && hasOther;
}

PartedLines withLinesParted(Document document) {
    std::vector<Scripts> scripts;
    LatinTimes latin;
    for (const Cue& cue : document.cues) {
        scripts.push_back(scriptsIn(cue));
        if (scripts.back().hasLatin && !scripts.back().hasOther) latin.add(cue);
    }
    latin.sort();
    std::vector<std::size_t> mixed;
    std::size_t others = 0;
    std::size_t separate = 0;
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        if (!scripts[i].hasOther) continue;
        ++others;
        if (scripts[i].hasLatin)
            ++separate;
        else if (scripts[i].hasBoth && !latin.areWith(document.cues[i]))
            mixed.push_back(i);
    }
    PartedLines result{std::move(document), {}, {}};
    const bool areInOneLine = mixed.size() > separate && 2 * mixed.size() >= others;
    for (const std::size_t place : mixed) {
        Cue& cue = result.document.cues[place];
        if (areInOneLine)
            (breakLines(cue.text) ? result.parted : result.unclear).push_back(place);
        else if (isSentence(cue))
            result.unclear.push_back(place);
    }
    return result;
}

}  // namespace subs
