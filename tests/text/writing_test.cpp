// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/writing.h>

#include "catch.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace subs;

namespace {

template <typename Value>
std::optional<Value> oneOrNone(std::mt19937& random, std::initializer_list<Value> values) {
    const std::size_t place = random() % (values.size() + 1);
    if (place == values.size()) return std::nullopt;
    return values.begin()[place];
}

WritingOptions someOptions(std::mt19937& random) {
    const std::initializer_list<SpaceAtMark> spaces = {SpaceAtMark::With, SpaceAtMark::Without};
    WritingOptions options;
    options.encoding.policy = random() % 2 == 0 ? NormalisePolicy::Safe : NormalisePolicy::Full;
    options.encoding.invisibles =
        random() % 2 == 0 ? InvisiblePolicy::Tidy : InvisiblePolicy::Strip;
    options.spaces = random() % 2 == 0 ? SpacePolicy::Keep : SpacePolicy::Tidy;
    options.digits = oneOrNone(random, {DigitSystem::Khmer, DigitSystem::Latin});
    options.numberMarks =
        oneOrNone(random, {NumberMarks::English, NumberMarks::Khmer}).value_or(NumberMarks::None);
    options.quotes =
        oneOrNone(random, {QuoteStyle::Curly, QuoteStyle::Guillemets, QuoteStyle::Straight});
    options.ellipsis = oneOrNone(random, {Ellipsis::Character, Ellipsis::Dots});
    options.beforeRepetition = oneOrNone(random, spaces);
    options.beforeStop = oneOrNone(random, spaces);
    options.afterStop = oneOrNone(random, spaces);
    return options;
}

std::string strangeText(std::mt19937& random) {
    const std::u32string letters =
        U"កខែ្ំះៈ៉៊ី្ត្ដ្យៗៗ។។៕៖?!១២៥15oA a'\"\"'\"“”‘’«»‹›()[]…...,,::-  \t\u00A0\n\u200B\u200B\u200C"
        U"\u2060\uFEFF\u00AD";
    std::string text;
    for (std::size_t n = random() % 16 + 1; n > 0; --n)
        appendUtf8(text, letters[random() % letters.size()]);
    if (random() % 10 == 0) text += "\xE1\x9E";
    return text;
}

}  // namespace

TEST_CASE("what is not asked for stays", "[text][khmer][writing]") {
    const char* text = "ទៅ ...  ១0 «ក» “ខ” 1,234.5 ៗ។ក";
    CHECK(writingSteps(text, {}).empty());
    CHECK(written(text, {}) == text);
    CHECK(writingChanges(text, {}).empty());
}

TEST_CASE("steps follow each other, and each change is told where it was",
          "[text][khmer][writing]") {
    const std::string text = "លេាក  ទៅ «មក» ... ១0 ";
    WritingOptions options;
    options.spaces = SpacePolicy::Tidy;
    options.digits = DigitSystem::Khmer;
    options.quotes = QuoteStyle::Curly;
    options.ellipsis = Ellipsis::Character;
    CHECK(written(text, options) == "លោក ទៅ “មក” … ១០");
    std::string told;
    for (const WritingChange& change : writingChanges(text, options))
        told += std::string(nameOf(change.kind)) + " \"" +
                text.substr(change.begin, change.end - change.begin) + "\" → \"" +
                change.replacement + "\"\n";
    CHECK(told ==
          "spaces \"  \" → \" \"\n"
          "quotes \"«\" → \"“\"\n"
          "quotes \"»\" → \"”\"\n"
          "ellipsis \"...\" → \"…\"\n"
          "digits \"១0\" → \"១០\"\n"
          "spaces \" \" → \"\"\n");
}

TEST_CASE("writing twice is the same as once, whatever is asked", "[text][khmer][writing]") {
    std::mt19937 random(11);  // NOLINT: the same texts every time
    for (int i = 0; i < 20'000; ++i) {
        const WritingOptions options = someOptions(random);
        const std::string text = strangeText(random);
        const std::string once = written(text, options);
        INFO(i << ": " << text << "\n" << once);
        REQUIRE(written(once, options) == once);
        REQUIRE((isValidUtf8(once) || !isValidUtf8(text)));
    }
}

TEST_CASE("edits come in order and offsets stay in order", "[text][khmer][writing]") {
    std::mt19937 random(12);  // NOLINT: the same texts every time
    for (int i = 0; i < 5'000; ++i) {
        const WritingOptions options = someOptions(random);
        std::string text = strangeText(random);
        const std::vector<WritingChange> changes = writingChanges(text, options);
        CHECK(std::ranges::is_sorted(changes, {}, &WritingChange::begin));
        for (const WritingChange& change : changes)
            REQUIRE((change.begin <= change.end && change.end <= text.size()));
        for (const WritingStep& step : writingSteps(text, options)) {
            const OffsetMap map(step.edits);
            std::size_t last = 0;
            std::size_t done = 0;
            for (const TextEdit& edit : step.edits) {
                REQUIRE((done <= edit.begin && edit.begin <= edit.end));
                done = edit.end;
            }
            for (std::size_t at = 0; at <= text.size(); ++at) {
                REQUIRE(map.after(at) >= last);
                last = map.after(at);
            }
            text = withEdits(text, step.edits);
            REQUIRE(last == text.size());
        }
    }
}

TEST_CASE("a megabyte without a space is written in one pass", "[text][khmer][writing]") {
    std::mt19937 random(13);  // NOLINT: the same text every time
    WritingOptions options = someOptions(random);
    options.digits = DigitSystem::Khmer;
    options.quotes = QuoteStyle::Curly;
    options.spaces = SpacePolicy::Tidy;
    std::string text;
    while (text.size() < 1'000'000)
        text += "ខ្ញុំទៅ១0«";
    CHECK(written(text, options).size() > text.size());
}
