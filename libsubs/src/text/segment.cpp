// SPDX-License-Identifier: MIT
#include <subs/text/segment.h>

#include "text/break_guard.h"
#include "text/break_units.h"
#include "text/khmer_words.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <optional>
#include <string>

namespace subs {
namespace {

icu::Locale localeOf(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(
        {language.data(), static_cast<std::int32_t>(language.size())}, status);
    return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

/// Marks the gaps of `text` at which `iterator` has a boundary; those inside a cluster are passed
/// over.
Gaps gapsOf(icu::BreakIterator* iterator, const BreakText& text) {
    Gaps gaps(text.units.size(), 0);
    if (!iterator) return gaps;
    const icu::UnicodeString wide(
        false, text.wide.data(), static_cast<std::int32_t>(text.wide.size()));
    iterator->setText(wide);
    std::size_t unit = 1;
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE;
         at = iterator->next()) {
        while (unit < text.units.size() &&
               text.units[unit].wideBegin < static_cast<std::uint32_t>(at))
            ++unit;
        if (unit < text.units.size() &&
            text.units[unit].wideBegin == static_cast<std::uint32_t>(at))
            gaps[unit] = 1;
    }
    return gaps;
}

Offsets offsetsOf(const BreakText& text, const Gaps& gaps) {
    Offsets offsets;
    for (std::size_t i = 1; i < gaps.size(); ++i) {
        if (gaps[i] != 0) offsets.push_back(text.units[i].begin);
    }
    return offsets;
}

}  // namespace

struct Segmenter::Iterators {
    std::unique_ptr<icu::BreakIterator> word;
    std::unique_ptr<icu::BreakIterator> line;
    BreakText text;
    KhmerShown shown = KhmerShown::AsLetters;
    std::optional<KhmerWords> khmerWords;

    void mark(const AskedGaps& asked) {
        if (khmerWords) khmerWords->mark(text, asked);
    }
    /// The words where `gaps` are those of Khmer by lexicon and what ICU finds of the rest.
    Offsets wordsAt(Gaps& gaps) const {
        if (!khmerWords) joinPieces(text, gaps);
        guardWordBoundaries(text, gaps);
        return offsetsOf(text, gaps);
    }
    Offsets lineBreaksAt(Gaps& gaps) const {
        guardLineBreaks(text, gaps);
        return offsetsOf(text, gaps);
    }
};

Segmenter::Segmenter(std::string_view language)
    : Segmenter(SegmentOptions{.language = std::string(language)}) {}

Segmenter::Segmenter(const SegmentOptions& options) : iterators_(std::make_unique<Iterators>()) {
    if (options.engine == KhmerEngine::Icu) iterators_->shown = KhmerShown::AsItIs;
    if (options.engine == KhmerEngine::Lexicon) iterators_->khmerWords.emplace(options.glossary);
    const icu::Locale locale = localeOf(options.language);
    UErrorCode status = U_ZERO_ERROR;
    iterators_->word.reset(icu::BreakIterator::createWordInstance(locale, status));
    iterators_->line.reset(icu::BreakIterator::createLineInstance(locale, status));
}

Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;
Segmenter::~Segmenter() = default;

Offsets Segmenter::wordBoundaries(std::string_view text) {
    iterators_->text.assign(text, iterators_->shown);
    Gaps words = gapsOf(iterators_->word.get(), iterators_->text);
    iterators_->mark({.words = &words});
    return iterators_->wordsAt(words);
}

Offsets Segmenter::lineBreaks(std::string_view text) {
    iterators_->text.assign(text, iterators_->shown);
    Gaps lineBreaks = gapsOf(iterators_->line.get(), iterators_->text);
    iterators_->mark({.lineBreaks = &lineBreaks});
    return iterators_->lineBreaksAt(lineBreaks);
}

Segments Segmenter::segments(std::string_view text) {
    iterators_->text.assign(text, iterators_->shown);
    Gaps words = gapsOf(iterators_->word.get(), iterators_->text);
    Gaps lineBreaks = gapsOf(iterators_->line.get(), iterators_->text);
    iterators_->mark({&words, &lineBreaks});
    return {iterators_->wordsAt(words), iterators_->lineBreaksAt(lineBreaks)};
}

}  // namespace subs
