// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/text/clusters.h>
#include <subs/text/conformance.h>
#include <subs/text/normalise.h>
#include <subs/text/search_key.h>

#include "fuzz/require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

using namespace subs;

namespace {

NormaliseOptions optionsOf(std::uint8_t choice) {
    return {choice % 2 == 0 ? NormalisePolicy::Safe : NormalisePolicy::Full,
            choice / 2 % 2 == 0 ? CoengDa::Keep : CoengDa::FoldToTa,
            static_cast<InvisiblePolicy>(choice / 4 % 3)};
}

bool hasFix(const std::string& text, IssueFix fix) {
    return std::ranges::any_of(issuesIn(text),
                               [fix](const Issue& issue) { return fixOf(issue.kind) == fix; });
}

void checkIssues(const std::string& text) {
    std::uint32_t last = 0;
    for (const Issue& issue : issuesIn(text)) {
        FUZZ_REQUIRE(issue.begin >= last && issue.begin < issue.end && issue.end <= text.size());
        last = issue.begin;
    }
    const Normalised safe = normalised(text);
    FUZZ_REQUIRE(hasFix(text, IssueFix::Safe) == !safe.edits.empty());
    FUZZ_REQUIRE(!hasFix(safe.text, IssueFix::Safe));
}

void checkNormalised(const std::string& text, const NormaliseOptions& options) {
    const Normalised once = normalised(text, options);
    FUZZ_REQUIRE(withEdits(text, once.edits) == once.text);
    FUZZ_REQUIRE(normalised(once.text, options).edits.empty());
    const OffsetMap map = once.map();
    FUZZ_REQUIRE(map.after(0) == 0 && map.after(text.size()) == once.text.size());
    std::size_t last = 0;
    const std::size_t step = text.size() / 64 + 1;  // a caret costs O(edits)
    for (std::size_t at = 0; at <= text.size(); at += step) {
        FUZZ_REQUIRE(map.after(at) >= last);
        last = map.after(at);
        const std::size_t caret = caretAfter(once, at);
        FUZZ_REQUIRE(snappedToCluster(once.text, caret) == caret);
    }
    const std::uint32_t end = static_cast<std::uint32_t>(text.size());
    const CueText cue = edited({text, {{SpanKind::Bold, end / 3, end, ""}}}, once.edits);
    FUZZ_REQUIRE(cue.plain == once.text);
    for (const Span& span : cue.spans)
        FUZZ_REQUIRE(span.begin <= span.end && span.end <= cue.plain.size());
}

void checkSearch(const std::string& text) {
    const std::string part = text.substr(text.size() / 2, 6);
    for (const TextRange range : findAll(text, part))
        FUZZ_REQUIRE(range.begin < range.end && range.end <= text.size());
    FUZZ_REQUIRE(isSameSpelling(text, normalised(text).text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    checkIssues(text);
    checkNormalised(text, optionsOf(data[0]));
    checkSearch(text);
    return 0;
}
