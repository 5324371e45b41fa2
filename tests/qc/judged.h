// SPDX-License-Identifier: MIT
#pragma once

#include <subs/qc/check.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Small documents and their findings.
namespace judged {

inline subs::Time ms(std::int64_t milliseconds) {
    return subs::Time::fromMilliseconds(milliseconds);
}
inline subs::Time flicks(std::int64_t number) {
    return subs::Time::fromFlicks(number);
}

inline subs::Cue cueOf(subs::Time start, std::optional<subs::Time> end, std::string plain = "Yes") {
    subs::Cue cue;
    cue.start = start;
    cue.end = end;
    cue.text.plain = std::move(plain);
    return cue;
}

/// A cue of ten seconds from 0.
inline subs::Cue textOf(std::string plain) {
    return cueOf(subs::Time(), ms(10'000), std::move(plain));
}

inline subs::Document documentOf(std::vector<subs::Cue> cues, std::string format = "srt") {
    subs::Document document;
    document.format = std::move(format);
    for (subs::Cue& cue : cues) {
        cue.id = document.newId();
        document.cues.push_back(std::move(cue));
    }
    return document;
}

inline std::vector<subs::Finding> findingsIn(const subs::Document& document,
                                             const subs::Profile& profile,
                                             const subs::FrameTimeline* timeline = nullptr) {
    return subs::Checker(profile, {.timeline = timeline}).check(document);
}

/// Those of one rule.
inline std::vector<subs::Finding> found(std::string_view rule,
                                        const subs::Document& document,
                                        const subs::Profile& profile = {}) {
    std::vector<subs::Finding> findings = findingsIn(document, profile);
    std::erase_if(findings, [rule](const subs::Finding& one) { return one.rule != rule; });
    return findings;
}

inline subs::FrameTimeline filmOf(std::string_view rate) {
    return subs::FrameTimeline::constant(*subs::parseFrameRate(rate));
}

}  // namespace judged
