// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/conformance.h>
#include <subs/text/legacy_font.h>
#include <subs/text/normalise.h>

#include "text/edit_list.h"
#include "text/khmer_slots.h"
#include "text/khmer_symbols.h"
#include "text/legacy_reader.h"
#include "text/legacy_words.h"
#include "text/lexicon.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace subs {
namespace {

constexpr char32_t kYukaleapintu = 0x17C8;

std::string spelledUtf8(std::u32string_view letters) {
    std::string text;
    for (const char32_t letter : letters)
        appendUtf8(text, letter);
    return text;
}

/// The last syllables that stand together, for words that end with them.
class RecentSyllables {
public:
    void clear() {
        text_.clear();
        begins_.assign(1, 0);
    }
    void add(std::string_view syllable) {
        if (syllable.size() > kLongest) return clear();
        if (begins_.size() == kMost) dropFirst();
        text_ += syllable;
        begins_.push_back(text_.size());
    }
    /// True where they and `last` end with a word of the lexicon that is not much rarer than what
    /// it is without `sign` at its end: word lists have some mistyped colons. Nor is a letter and
    /// the sign a word.
    bool endInWord(const Lexicon& lexicon, const std::string& last, std::string_view sign) const {
        constexpr std::size_t kLetter = 3;
        if (last.size() > kLongest) return false;
        const std::string text = text_ + last;
        return std::ranges::any_of(begins_, [&](std::size_t begin) {
            const auto word = std::string_view(text).substr(begin);
            if (word.size() <= kLetter + sign.size()) return false;
            const auto cost = lexicon.costOf(khmerSymbols(word));
            const auto bare =
                lexicon.costOf(khmerSymbols(word.substr(0, word.size() - sign.size())));
            return cost && (!bare || *cost <= *bare + kMuchRarer);
        });
    }

private:
    static constexpr std::size_t kMost = 9;
    static constexpr std::size_t kLongest = 64;
    static constexpr WordCost kMuchRarer = 300;  ///< One time in twenty.

    void dropFirst() {
        const std::size_t size = begins_[1];
        text_.erase(0, size);
        begins_.erase(begins_.begin());
        for (std::size_t& begin : begins_)
            begin -= size;
    }

    std::string text_;
    std::vector<std::size_t> begins_ = {0};  ///< Of each, and of the next.
};

/// Converts one text.
class LegacyConverter {
public:
    LegacyConverter(std::string_view text, const LegacyMap& map)
        : text_(text), reader_(text, map), edits_(text) {}

    LegacyConverted converted(LegacyWords words) {
        while (!reader_.atEnd()) {
            const LegacyUnit unit = reader_.next();
            if (words.stays(unit.begin))
                recent_.clear();
            else
                add(unit);
        }
        return result();
    }

private:
    void add(const LegacyUnit& unit) {
        if (unit.part != LegacyPart::Syllable) recent_.clear();
        if (unit.part == LegacyPart::Other) return;
        ++signs_;
        if (unit.part == LegacyPart::Unknown) return addUnknown(unit);
        edits_.replace(unit.begin, unit.end, khmerOf(unit));
    }

    void addUnknown(const LegacyUnit& unit) {
        ++troubled_;
        if (unknown_.find(unit.codePoint) == std::u32string::npos) unknown_ += unit.codePoint;
    }

    std::string khmerOf(const LegacyUnit& unit) {
        if (unit.part == LegacyPart::Syllable) return syllable(unit);
        return unit.khmer == std::u32string(1, kYukaleapintu) ? "\u17D6" : spelledUtf8(unit.khmer);
    }

    std::string syllable(const LegacyUnit& unit) {
        std::string khmer = spelledUtf8(unit.khmer);
        if (unit.khmer.size() > 1)
            khmer = normalised(khmer, {NormalisePolicy::Full, CoengDa::Keep}).text;
        if (unit.khmer.back() == kYukaleapintu) khmer = withColon(std::move(khmer));
        recent_.add(khmer);
        return khmer;
    }

    /// The fonts draw ៈ and ៖ at one place: it is ៈ where a word ends so.
    std::string withColon(std::string khmer) const {
        constexpr std::string_view kSign = "\u17C8";
        if (recent_.endInWord(lexicon_, khmer, kSign)) return khmer;
        khmer.resize(khmer.size() - kSign.size());
        return khmer.append("\u17D6");
    }

    LegacyConverted result() {
        Normalised done = edits_.taken();
        LegacyConverted result{std::move(done.text), std::move(done.edits), std::move(unknown_)};
        if (result.edits.empty() && troubled_ == 0) return result;
        const std::size_t troubled = troubled_ + issuesIn(result.text).size();
        const std::size_t all = std::max<std::size_t>(signs_, 1);
        result.confidence =
            1 - static_cast<double>(std::min(troubled, all)) / static_cast<double>(all);
        return result;
    }

    const std::string_view text_;
    LegacyReader reader_;
    EditList edits_;
    const Lexicon lexicon_ = Lexicon::builtIn();
    RecentSyllables recent_;
    std::u32string unknown_;
    std::size_t signs_ = 0;
    std::size_t troubled_ = 0;
};

}  // namespace

LegacyConverted convertedLegacy(std::string_view text,
                                const LegacyTable& table,
                                LegacyScope scope) {
    return LegacyConverter(text, table.map()).converted(LegacyWords(text, table, scope));
}

}  // namespace subs
