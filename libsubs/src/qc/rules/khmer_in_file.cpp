// SPDX-License-Identifier: MIT
#include <subs/base/counted.h>
#include <subs/text/digits.h>
#include <subs/text/quotes.h>
#include <subs/text/segment.h>
#include <subs/text/settled_spelling.h>
#include <subs/text/skeleton.h>

#include "qc/file_rule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

namespace subs::rules_of {
namespace {

using FileViolations = std::vector<FileViolation>;

/// One of several ways to write something.
struct Way {
    std::string_view name;
    std::size_t count = 0;
    std::size_t text = 0;  ///< Where it is met first.

    void take(std::size_t more, std::size_t at) {
        if (count == 0 && more > 0) text = at;
        count += more;
    }
};

/// "numbers have Khmer digits 12 times, Latin digits 3 times; one way is enough", at the rarest
/// way.
void addWays(std::string_view what,
             std::span<Way> ways,
             const FileContext& context,
             FileViolations& violations) {
    std::vector<Way> used;
    std::ranges::copy_if(
        ways, std::back_inserter(used), [](const Way& way) { return way.count > 0; });
    if (used.size() < 2) return;
    std::ranges::stable_sort(used, std::greater(), &Way::count);
    std::vector<std::string> told;
    told.reserve(used.size());
    for (const Way& way : used)
        told.push_back(fmt::format("{} {}", way.name, counted(way.count, "time")));
    violations.push_back({context.indices[used.back().text],
                          static_cast<double>(used.back().count),
                          fmt::format("{} {}; one way is enough", what, fmt::join(told, ", "))});
}

std::size_t isIn(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos ? 1 : 0;
}

}  // namespace

void khmerDigitsInFile(FileContext& context, FileViolations& violations) {
    std::array<Way, 2> ways{{{"Khmer digits"}, {"Latin digits"}}};
    for (std::size_t i = 0; i < context.texts.size(); ++i) {
        const DigitCounts counts = digitCounts(context.texts[i]);
        ways[0].take(counts.khmer, i);
        ways[1].take(counts.latin, i);
    }
    addWays("numbers of the file have", ways, context, violations);
}

void khmerNumberMarksInFile(FileContext& context, FileViolations& violations) {
    std::array<Way, 2> ways{{{"English marks (1,234.5)"}, {"Khmer marks (1.234,5)"}}};
    for (std::size_t i = 0; i < context.texts.size(); ++i)
        for (const WrittenNumber& number : numbersIn(context.texts[i])) {
            if (number.role != NumberRole::Running) continue;
            const NumberMarks marks =
                marksOf(context.texts[i].substr(number.begin, number.end - number.begin));
            ways[0].take(marks == NumberMarks::English ? 1 : 0, i);
            ways[1].take(marks == NumberMarks::Khmer ? 1 : 0, i);
        }
    addWays("numbers of the file have", ways, context, violations);
}

void khmerQuotesInFile(FileContext& context, FileViolations& violations) {
    std::array<Way, 3> ways{{{"“ ”"}, {"« »"}, {"\" \""}}};
    for (std::size_t i = 0; i < context.texts.size(); ++i) {
        const QuoteCounts counts = quoteCounts(context.texts[i]);
        ways[0].take(counts.curly, i);
        ways[1].take(counts.guillemets, i);
        ways[2].take(counts.straight, i);
    }
    addWays("quotations of the file have", ways, context, violations);
}

/// Cues with U+200B among cues without one that are as long.
void khmerZwspInFile(FileContext& context, FileViolations& violations) {
    constexpr std::size_t kLongEnough = 60;  // bytes: some four words
    std::array<Way, 2> ways{{{"U+200B in cues"}, {"none in cues"}}};
    for (std::size_t i = 0; i < context.texts.size(); ++i) {
        const std::size_t has = isIn(context.texts[i], "\u200B");
        const bool isLong = context.texts[i].size() >= kLongEnough;
        ways[0].take(has, i);
        ways[1].take(has == 0 && isLong ? 1 : 0, i);
    }
    addWays("Khmer of the file has", ways, context, violations);
}

void khmerVariants(FileContext& context, FileViolations& violations) {
    if (context.texts.empty()) return;
    if (!context.segmenter) context.segmenter = std::make_unique<Segmenter>("km");
    for (const Variants& variants : inconsistentVariants(context.texts, *context.segmenter)) {
        std::vector<std::string> told;
        for (const Spelling& spelling : variants)
            told.push_back(
                fmt::format("\"{}\" {}", spelling.word, counted(spelling.count, "time")));
        const Spelling& rarest = variants.back();
        violations.push_back(
            {context.indices[rarest.text],
             static_cast<double>(rarest.count),
             fmt::format("one word is spelt {}; one way is enough", fmt::join(told, ", ")),
             variants.front().word});
    }
}

/// A word in a spelling that the word lists do not have, each once.
void khmerSpelling(FileContext& context, FileViolations& violations) {
    if (context.texts.empty()) return;
    if (!context.segmenter) context.segmenter = std::make_unique<Segmenter>("km");
    struct Met {
        std::string known;
        std::size_t count = 0;
        std::size_t text = 0;
    };
    std::map<std::string, Met> words;
    for (std::size_t i = 0; i < context.texts.size(); ++i)
        for (const UnsettledSpelling& one :
             unsettledSpellingsIn(context.texts[i], *context.segmenter)) {
            const auto word = context.texts[i].substr(one.begin, one.end - one.begin);
            Met& met = words[std::string(word)];
            if (met.count++ == 0) met = {one.known, 1, i};
        }
    for (const auto& [word, met] : words)
        violations.push_back({context.indices[met.text],
                              static_cast<double>(met.count),
                              fmt::format("\"{}\" stands {}; word lists have \"{}\" only",
                                          word,
                                          counted(met.count, "time"),
                                          met.known)});
}

}  // namespace subs::rules_of
