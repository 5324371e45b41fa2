// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/digits.h>
#include <subs/text/normalise.h>
#include <subs/text/punctuation.h>
#include <subs/text/quotes.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

enum class SpacePolicy : std::uint8_t { Keep, Tidy };

/// How a text is to be written. Its encoding is put right; of the rest, what is absent stays as the
/// author typed it.
struct WritingOptions {
    NormaliseOptions encoding = {};
    SpacePolicy spaces = SpacePolicy::Keep;
    std::optional<DigitSystem> digits = {};
    NumberMarks numberMarks = NumberMarks::None;  ///< None: as they are.
    std::optional<QuoteStyle> quotes = {};
    std::optional<Ellipsis> ellipsis = {};
    std::optional<SpaceAtMark> beforeRepetition = {};
    std::optional<SpaceAtMark> beforeStop = {};
    std::optional<SpaceAtMark> afterStop = {};
};

/// What a step of rewriting is about.
enum class WritingKind : std::uint8_t {
    Encoding,
    Spaces,
    Digits,
    NumberMarks,
    Quotes,
    Ellipsis,
    RepetitionSpace,
    StopSpace,
};

/// "encoding", "spaces", "digits", "number-marks", ...: stable, for programs.
std::string_view nameOf(WritingKind kind);

/// One step: ascending edits to the text that the steps before it left.
struct WritingStep {
    WritingKind kind = WritingKind::Encoding;
    std::vector<TextEdit> edits;
};

/// The steps by which `text` becomes what `options` ask for, without those that change nothing.
/// Twice is the same as once. Bytes that are no UTF-8 stay. O(n).
std::vector<WritingStep> writingSteps(std::string_view text, const WritingOptions& options);

/// `text` after these steps.
std::string written(std::string_view text, const WritingOptions& options);

/// One edit of a step, over the bytes [begin, end) of the text before all steps.
struct WritingChange {
    WritingKind kind = WritingKind::Spaces;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string replacement;

    friend bool operator==(const WritingChange&, const WritingChange&) = default;
};

/// All that `options` change in `text` beyond its encoding, whose issues text/conformance.h tells:
/// by their beginnings. O(n log n).
std::vector<WritingChange> writingChanges(std::string_view text, const WritingOptions& options);

/// A sentence for a person, without full stop: "there is a space too many".
std::string_view sentenceOf(WritingKind kind);

}  // namespace subs
