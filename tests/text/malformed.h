// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/utf8.h>
#include <subs/text/clusters.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace testing {

/// The ways in which a well-formed word is misspelt.
enum class Malformation {
    Order,         ///< Signs of other slots than each other change places.
    SplitVowel,    ///< ោ and ើ in their parts, either one first.
    RoFirst,       ///< A subscript RO before the other subscript.
    UForShifter,   ///< ុ for a shifter under what stands above.
    DoubledCoeng,  ///< U+17D2 two or three times.
    Invisible,     ///< Up to three invisible characters inside of clusters.
    All,           ///< As many of them as there is room for.
};

inline constexpr Malformation kMalformations[] = {Malformation::Order,
                                                  Malformation::SplitVowel,
                                                  Malformation::RoFirst,
                                                  Malformation::UForShifter,
                                                  Malformation::DoubledCoeng,
                                                  Malformation::Invisible,
                                                  Malformation::All};

/// Misspells words by the list of the reference (§5, §8 A). Written from it, apart from the
/// library, so that the two can disagree.
class Misspeller {
public:
    explicit Misspeller(unsigned seed) : random_(seed) {}

    /// `word` misspelt in that way in one or more clusters; the same where there is no room for it.
    std::string misspelt(std::string_view word, Malformation how) {
        std::string result;
        std::size_t begin = 0;
        for (const std::size_t end : subs::clusterEnds(word)) {
            result += cluster(word.substr(begin, end - begin), how);
            begin = end;
        }
        return result;
    }

private:
    using Letters = std::u32string;
    /// A sign, or U+17D2 and its letter.
    using Parts = std::vector<Letters>;

    static bool isIn(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

    /// 1 subscript, 2 shifter, 3 vowel, 4 modifier, 5 final, 0 robat.
    static int slotOf(const Letters& part) {
        const char32_t c = part.front();
        if (c == 0x17CC) return 0;
        if (c == 0x17D2) return 1;
        if (isIn(c, 0x17C9, 0x17CA)) return 2;
        if (isIn(c, 0x17B6, 0x17C5)) return 3;
        return isIn(c, 0x17C7, 0x17C8) ? 5 : 4;
    }

    std::string cluster(std::string_view text, Malformation how) {
        const Letters letters = lettersOf(text);
        const bool isKhmer = isIn(letters.front(), 0x1780, 0x17B3);
        if (!isKhmer || letters.size() == 1) return std::string(text);
        Parts parts = partsOf(letters);
        const auto does = [&](Malformation one) { return how == one || how == Malformation::All; };
        if (does(Malformation::UForShifter)) putU(letters.front(), parts);
        if (does(Malformation::SplitVowel)) splitVowel(parts);
        if (does(Malformation::RoFirst)) putRoFirst(parts);
        if (does(Malformation::Order)) reorder(parts);
        if (does(Malformation::DoubledCoeng)) doubleCoeng(parts);
        if (does(Malformation::Invisible)) hide(parts);
        std::string result;
        subs::appendUtf8(result, letters.front());
        for (const Letters& part : parts)
            for (const char32_t c : part)
                subs::appendUtf8(result, c);
        return result;
    }

    static Letters lettersOf(std::string_view text) {
        Letters letters;
        for (std::size_t at = 0; at < text.size();) {
            const subs::Decoded decoded = subs::decodeUtf8(text, at);
            letters += decoded.codePoint;
            at += decoded.length;
        }
        return letters;
    }

    static Parts partsOf(const Letters& letters) {
        Parts parts;
        for (std::size_t i = 1; i < letters.size(); ++i) {
            const bool isPair = letters[i] == 0x17D2 && i + 1 < letters.size();
            const bool isJoiner = letters[i] == 0x200C && !parts.empty();
            if (isJoiner)
                parts.back() += letters[i];
            else
                parts.push_back(letters.substr(i, isPair ? 2 : 1));
            i += isPair ? 1 : 0;
        }
        return parts;
    }

    static std::size_t find(const Parts& parts, char32_t first, char32_t last) {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const Letters& part) {
            return isIn(part.front(), first, last);
        });
        return static_cast<std::size_t>(found - parts.begin());
    }

    static bool isStrong(char32_t base, const Parts& parts) {
        Letters consonants(1, base);
        for (const Letters& part : parts)
            if (part.size() == 2 && part.front() == 0x17D2) consonants += part[1];
        constexpr std::u32string_view kFirstSeries = U"កខគឃចឆជឈដឋឌឍតថទធផពភឝឞសហអ";
        return consonants.find(U'\u1794') == Letters::npos &&
               consonants.find_first_of(kFirstSeries) != Letters::npos;
    }

    static void putU(char32_t base, Parts& parts) {
        const std::size_t shifter = find(parts, 0x17C9, 0x17CA);
        if (shifter == parts.size() || parts[shifter].size() > 1) return;
        const bool isStrongSign = parts[shifter].front() == 0x17CA;
        if (isStrongSign != isStrong(base, parts)) return;
        const std::size_t vowel = find(parts, 0x17B6, 0x17C5);
        const char32_t sign = vowel < parts.size() ? parts[vowel].front() : 0;
        const std::size_t next = vowel < parts.size() ? vowel + 1 : shifter + 1;
        const char32_t modifier = next < parts.size() ? parts[next].front() : 0;
        const bool standsAbove = isIn(sign, 0x17B7, 0x17BA) || sign == 0x17BE ||
                                 (sign == 0x17B6 && modifier == 0x17C6) ||
                                 (sign == 0 && modifier == 0x17D0);
        if (standsAbove) parts[shifter] = U"\u17BB";
    }

    void splitVowel(Parts& parts) {
        const std::size_t vowel = find(parts, 0x17B6, 0x17C5);
        if (vowel == parts.size()) return;
        const char32_t whole = parts[vowel].front();
        if (whole != 0x17BE && whole != 0x17C4) return;
        Letters halves = whole == 0x17BE ? U"\u17C1\u17B8" : U"\u17C1\u17B6";
        if (random_() % 2 == 0) std::reverse(halves.begin(), halves.end());
        parts[vowel] = halves.substr(0, 1);
        parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(vowel) + 1, halves.substr(1));
    }

    static void putRoFirst(Parts& parts) {
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (slotOf(parts[i]) == 1 && slotOf(parts[i - 1]) == 1 && parts[i][1] == 0x179A)
                std::swap(parts[i], parts[i - 1]);
    }

    /// Exchanges neighbours of different slots: two of one slot keep their order, which has a
    /// meaning.
    void reorder(Parts& parts) {
        for (std::size_t times = parts.size() * 3; times > 0 && parts.size() > 1; --times) {
            const std::size_t i = 1 + random_() % (parts.size() - 1);
            const bool areParts = slotOf(parts[i]) == 3 && slotOf(parts[i - 1]) == 3;
            if (slotOf(parts[i]) != slotOf(parts[i - 1]) || areParts)
                std::swap(parts[i], parts[i - 1]);
        }
    }

    void doubleCoeng(Parts& parts) {
        for (Letters& part : parts)
            if (part.front() == 0x17D2) part.insert(0, random_() % 2 + 1, U'\u17D2');
    }

    void hide(Parts& parts) {
        constexpr std::u32string_view kHidden = U"\u200B\u200D\u2060\uFEFF\u00AD\u17B4\u17B5\u200C";
        for (std::size_t times = random_() % 3 + 1; times > 0; --times) {
            Letters& part = parts[random_() % parts.size()];
            // Before a sign, or between U+17D2 and its letter; U+200C not behind a shifter.
            const bool isInPair = part.front() == 0x17D2 && random_() % 2 == 0;
            const std::size_t kinds = isInPair ? kHidden.size() : kHidden.size() - 1;
            part.insert(isInPair ? 1 : 0, 1, kHidden[random_() % kinds]);
        }
    }

    std::mt19937 random_;
};

}  // namespace testing
