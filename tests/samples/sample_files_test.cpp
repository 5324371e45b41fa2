// SPDX-License-Identifier: MIT
#include <subs/text/segment.h>

#include "catch.h"
#include "khmer_order.h"
#include "samples/cue_table.h"

#include <algorithm>
#include <filesystem>

namespace {

const std::filesystem::path kSamples = SUBS_SOURCE_DIR "/samples";

TEST_CASE("the samples are small", "[samples]") {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kSamples)) {
        INFO(entry.path());
        if (entry.is_regular_file()) CHECK(entry.file_size() <= 4'000'000);
    }
}

TEST_CASE("the Khmer of the sample is in canonical order, without invisible characters",
          "[samples][khmer]") {
    for (const auto& cue : testing::tableCues("km"))
        CHECK(testing::disorderIn(cue.text) == "");
}

TEST_CASE("the Khmer lines of the sample are broken between words", "[samples][khmer]") {
    subs::Segmenter segmenter("km");
    for (const auto& cue : testing::tableCues("km")) {
        INFO(cue.text);
        std::string joined = cue.text;
        const auto at = joined.find('\n');
        if (at == std::string::npos) continue;
        joined.erase(at, 1);
        const auto words = segmenter.wordBoundaries(joined);
        CHECK(std::count(words.begin(), words.end(), at) == 1);
    }
}

}  // namespace
