// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>

#include "catch.h"
#include "golden_case.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// What a loss says that other formats hold, they do.

using namespace subs;
using testing::GoldenCase;
using testing::goldenCases;

namespace {

const KnownFrames& film() {
    static const KnownFrames kFilm{FrameTimeline::constant(*parseFrameRate("25"))};
    return kFilm;
}

/// The formats of "ass, ssa and vtt hold it; …".
std::vector<const Format*> namedIn(std::string_view remedy) {
    std::vector<const Format*> named;
    const std::size_t end = std::min(remedy.find(" hold it"), remedy.find(" holds it"));
    if (end == remedy.npos) return named;
    remedy = remedy.substr(0, end);
    while (!remedy.empty()) {
        const std::size_t size = std::min(remedy.find_first_of(", "), remedy.size());
        const std::string_view word = remedy.substr(0, size);
        remedy.remove_prefix(std::min(size + 1, remedy.size()));
        if (word.empty() || word == "and") continue;
        const Format* format = formatNamed(word);
        REQUIRE(format != nullptr);
        named.push_back(format);
    }
    return named;
}

bool isOfSameCue(const LossItem& one, const LossItem& other) {
    if (one.cues.empty() && other.cues.empty()) return true;
    return std::ranges::find_first_of(one.cues, other.cues) != one.cues.end();
}

/// True where `plan` has the same loss again.
bool hasToo(const LossReport& plan, const LossItem& loss) {
    return std::ranges::any_of(plan.items, [&](const LossItem& own) {
        return own.feature == loss.feature && own.severity > LossSeverity::Info &&
               isOfSameCue(own, loss);
    });
}

}  // namespace

TEST_CASE("a remedy names no format that loses the same of the same cue", "[golden][losses]") {
    std::size_t count = 0;
    for (const GoldenCase& golden : goldenCases()) {
        if (golden.mustFail()) continue;
        DocumentOptions reading = golden.options();
        reading.timeline = &film().timeline;
        const std::string bytes = testing::bytesOf(golden.file);
        const std::string name = golden.file.filename().string();
        const auto read = readDocument(bytes, name, reading);
        if (!read) continue;
        WriteOptions writing;
        writing.timeline = &film().timeline;
        for (const Format* target : formats()) {
            if (target == read->format) continue;
            ConvertOptions options;
            options.format = target;
            options.reading = golden.options();
            options.frames = &film();
            const auto outcome = convertOne({{name, name, std::nullopt}, bytes, {}}, options);
            if (outcome.error) continue;
            for (const LossItem& loss : outcome.converted.losses.items) {
                for (const Format* named : namedIn(loss.remedy)) {
                    CAPTURE(golden.name, target->info().id, loss.feature, loss.before, loss.remedy);
                    CHECK_FALSE(hasToo(named->plan(read->document, writing), loss));
                    ++count;
                }
            }
        }
    }
    CHECK(count > 100);
}
