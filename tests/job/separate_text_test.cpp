// SPDX-License-Identifier: MIT
#include <subs/job/separate_text.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

const std::string kZwsp = "\xE2\x80\x8B";

std::string without(std::string text, const std::string& part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part))
        text.erase(at, part.size());
    return text;
}

}  // namespace

TEST_CASE("separators stand between words and nothing else is changed", "[job]") {
    Segmenter segmenter("en");
    CHECK(separated("one two", Separation::Words, "|", segmenter) == "one| |two");
    CHECK(separated("one two", Separation::LineBreaks, "|", segmenter) == "one |two");
    CHECK(separated("", Separation::Words, "|", segmenter).empty());
    CHECK(pieces("one two", Separation::LineBreaks, segmenter) ==
          std::vector<std::string>{"one ", "two"});
}

TEST_CASE("Khmer with separators is the text once they are taken out", "[job][khmer]") {
    Segmenter segmenter("km");
    const std::string text = "ខ្ញុំស្រឡាញ់ប្រទេសកម្ពុជា";
    for (const Separation separation : {Separation::Words, Separation::LineBreaks}) {
        const std::string marked = separated(text, separation, kZwsp, segmenter);
        CHECK(marked != text);
        CHECK(without(marked, kZwsp) == text);
        // An author's separators are not doubled, so that a second run changes nothing.
        CHECK(separated(marked, separation, kZwsp, segmenter).find(kZwsp + kZwsp) ==
              std::string::npos);
    }
}
