// SPDX-License-Identifier: MIT
#include <subs/text/line_break.h>
#include <subs/text/script.h>

#include "text/break_place.h"
#include "text/english_break_prices.h"
#include "text/khmer_break_prices.h"
#include "text/other_break_prices.h"

#include <optional>
#include <utility>

namespace subs {
namespace {

struct GradeFacts {
    std::string_view name;
    double price;
};

/// Unevenness of two lines costs 4·((a − b) / (a + b))² (line_choice.cpp): a good place is left for
/// a best one until that takes lines of 5 to 3, a plain one until 5 to 2, a mild one until 4 to 1.
/// A bad place costs more than the worst unevenness.
constexpr std::array<GradeFacts, kBreakGrades.size()> kFacts{{
    {"best", 0},
    {"good", 0.25},
    {"plain", 0.7},
    {"mild", 1.5},
    {"bad", 20},
}};

bool hasEnglishRules(std::string_view language) {
    const std::string_view base = language.substr(0, language.find('-'));
    return base.empty() || base == "en" || base == "km" || base == "und";
}

bool isKhmerPlace(const BreakPlace& place) {
    return isKhmer(place.last) || isKhmer(place.first);
}

bool isLatin(char32_t c) {
    constexpr char32_t kEndOfLatin = 0x24F;
    const bool isQuote = c >= 0x2010 && c <= 0x203A;  // dashes, quotes, ellipsis
    return c <= kEndOfLatin || isQuote || c == U'♪' || c == U'♫';
}

}  // namespace

std::string_view nameOf(BreakGrade grade) {
    return kFacts[static_cast<std::size_t>(grade)].name;
}

double priceOf(BreakGrade grade) {
    return kFacts[static_cast<std::size_t>(grade)].price;
}

struct LineBreaker::Rules {
    explicit Rules(const SegmentOptions& options)
        : segmenter(options),
          isEnglish(hasEnglishRules(options.language)),
          khmer(options.glossary) {}

    Segmenter segmenter;
    bool isEnglish;
    KhmerBreakPrices khmer;

    /// The words of a line are asked for where there is Khmer in it, which is graded by them.
    Offsets offsetsIn(std::string_view line) {
        if (!hasKhmer(line)) return segmenter.lineBreaks(line);
        Segments segments = segmenter.segments(line);
        khmer.assign(line, segments.lineBreaks, segments.words);
        return std::move(segments.lineBreaks);
    }

    std::optional<BreakGrade> gradeOf(const BreakPlace& place) const {
        if (isKhmerPlace(place)) return khmer.gradeOf(place);
        if (isEnglish && isLatin(place.last) && isLatin(place.first))
            return englishBreakGrade(place);
        return otherBreakGrade(place);
    }
};

LineBreaker::LineBreaker(std::string_view language)
    : LineBreaker(SegmentOptions{.language = std::string(language)}) {}
LineBreaker::LineBreaker(const SegmentOptions& options)
    : rules_(std::make_unique<Rules>(options)) {}
LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;
LineBreaker& LineBreaker::operator=(LineBreaker&&) noexcept = default;
LineBreaker::~LineBreaker() = default;

std::vector<LineBreak> LineBreaker::breaks(std::string_view line) {
    std::vector<LineBreak> breaks;
    for (const std::uint32_t offset : rules_->offsetsIn(line)) {
        const BreakPlace place = breakPlaceAt(line, offset);
        if (place.end == 0) continue;  // nothing but spaces before it
        const auto grade = rules_->gradeOf(place);
        if (grade) breaks.push_back({static_cast<std::uint32_t>(place.end), offset, *grade});
    }
    return breaks;
}

}  // namespace subs
