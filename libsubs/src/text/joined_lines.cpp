// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>
#include <subs/text/rebreak.h>

#include "text/break_place.h"
#include "text/khmer_break_words.h"
#include "text/letter_kinds.h"
#include "text/other_break_prices.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace subs {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

/// True of a line that a speaker or a song begins.
bool beginsAnew(std::string_view line) {
    constexpr std::array<std::string_view, 7> kSigns{"-", "–", "—", "‐", "‑", "♪", "♫"};
    for (const std::string_view sign : kSigns)
        if (line.starts_with(sign)) return true;
    return false;
}

char32_t characterAt(std::string_view text, std::size_t at) {
    return at < text.size() ? decodeUtf8(text, at).codePoint : 0;
}

/// A letter or digit of any script, or a sign on one.
bool isOfWord(char32_t c) {
    const auto codePoint = static_cast<UChar32>(c);
    return u_isUAlphabetic(codePoint) || u_isdigit(codePoint) ||
           u_charType(codePoint) == U_NON_SPACING_MARK ||
           u_charType(codePoint) == U_COMBINING_SPACING_MARK || c == kRepetition;
}

/// What stands at once behind the word before it in scripts without spaces.
bool endsWordOrPhrase(char32_t c) {
    const auto kind = u_charType(static_cast<UChar32>(c));
    constexpr std::u32string_view kMarks = U".,;:!?…។៕៖៘៚%";
    return kind == U_END_PUNCTUATION || kind == U_FINAL_PUNCTUATION ||
           kMarks.find(c) != kMarks.npos;
}

/// A letter of a script with spaces between words; a digit is of none.
bool isOfSpacedScript(char32_t c) {
    return isOfWord(c) && !isOfUnspacedScript(c) && !u_isdigit(static_cast<UChar32>(c));
}

/// True where the text itself writes letters of spaced and unspaced scripts side by side.
bool mixesUnspaced(std::string_view text) {
    char32_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        const char32_t c = decoded.codePoint;
        const bool isBeside = (isOfSpacedScript(last) && isOfUnspacedScript(c)) ||
                              (isOfUnspacedScript(last) && isOfSpacedScript(c));
        if (isBeside && isOfWord(last) && isOfWord(c)) return true;
        last = c;
        at += decoded.length;
    }
    return false;
}

/// True where a Khmer clause ends, so that a space stands there where the text goes on.
bool closesClause(std::string_view line) {
    constexpr int kMostClusters = 3;  // of the words that close one
    constexpr khmer_word::Kinds kClosing = khmer_word::kParticle | khmer_word::kLastOnly;
    std::size_t begin = line.size();
    for (int clusters = 0; clusters < kMostClusters && begin > 0; ++clusters) {
        begin = previousCluster(line, begin);
        if ((khmerWordKinds(line.substr(begin)) & kClosing) != 0) return true;
    }
    return false;
}

/// "well-" and "known" are one word.
bool endsInsideWord(std::string_view text, std::size_t end, char32_t next) {
    return end >= 2 && text[end - 1] == '-' && text[end - 2] != '-' && !isBlank(text[end - 2]) &&
           u_islower(static_cast<UChar32>(next));
}

/// Says what takes the place of the line breaks of one text.
class Joiner {
public:
    explicit Joiner(std::string_view text) : text_(text), mixes_(mixesUnspaced(text)) {}

    /// Between the line that ends at `end` and the one that begins at `next`.
    std::string_view between(std::size_t end, std::size_t next) const {
        if (end == 0 || next == text_.size()) return "";
        if (beginsAnew(text_.substr(next))) return "\n";
        const char32_t first = characterAt(text_, next);
        return endsInsideWord(text_, end, first) ? "" : separator(end, first);
    }

private:
    std::string_view separator(std::size_t end, char32_t first) const {
        const char32_t last = characterBefore(text_, end);
        if (last == 0 || first == 0 || last == 0x200B || first == 0x200B) return "";
        if (!isOfUnspacedScript(last) && !isOfUnspacedScript(first)) return " ";
        if (endsWordOrPhrase(first)) return "";
        if (!isOfWord(last) || !isOfWord(first)) return " ";
        if (isOfSpacedScript(last) || isOfSpacedScript(first)) return mixes_ ? "" : " ";
        return first != kRepetition && closesClause(text_.substr(0, end)) ? " " : "";
    }

    std::string_view text_;
    bool mixes_;  ///< The same of all joints, so looked up once.
};

}  // namespace

std::size_t JoinedLines::oldPlaceOf(std::size_t at) const {
    const auto next = std::ranges::upper_bound(
        joins, at, {}, [](const Join& join) { return join.begin + join.length; });
    if (next == joins.begin()) return at;
    const Join& last = *std::prev(next);
    return at - (last.begin + last.length) + last.oldEnd;
}

JoinedLines joinedLines(std::string_view text, ExistingBreaks existing) {
    JoinedLines joined;
    if (existing == ExistingBreaks::Keep || text.find('\n') == text.npos) {
        joined.text = text;
        return joined;
    }
    const Joiner joiner(text);
    std::size_t from = 0;
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', from)) {
        std::size_t begin = at;
        while (begin > from && isBlank(text[begin - 1]))
            --begin;
        std::size_t end = at + 1;
        while (end < text.size() && (isBlank(text[end]) || text[end] == '\n'))
            ++end;
        const std::string_view between = joiner.between(begin, end);
        joined.text += text.substr(from, begin - from);
        joined.joins.push_back({begin, end, joined.text.size(), between.size()});
        joined.text += between;
        from = end;
    }
    joined.text += text.substr(from);
    return joined;
}

}  // namespace subs
