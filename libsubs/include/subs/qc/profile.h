// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/text/count.h>
#include <subs/text/line_choice.h>
#include <subs/time/time.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// When the count of a line is judged.
enum class LineCountUse : std::uint8_t {
    Always,
    WithoutFont,  ///< Only where the font of the line is not at hand; else its drawn width is
                  ///< judged in place of it.
};

/// The limits that a track is checked against, one client's guide for one language. A limit that is
/// absent is not checked. See seeds/profiles for the files and libsubs/src/qc/README.md for their
/// keys.
struct Profile {
    std::string id;            ///< "netflix-en"
    std::string title;         ///< "Netflix, English"
    std::string source;        ///< Where the numbers come from; "house" for our own proposals.
    std::string sourceUrl;     ///< May be empty.
    std::string sourceDate;    ///< ISO 8601.
    bool provisional = false;  ///< A proposal that no outside guide backs.
    std::vector<std::string> languages;  ///< BCP 47; empty: any.
    bool isDefault =
        false;  ///< Taken for a track in one of its languages where no profile is named.

    CountUnit lineUnit = CountUnit::Graphemes;
    CountUnit speedUnit = CountUnit::Graphemes;
    std::optional<double> maxLineCount;  ///< `lineUnit`s in a line.
    LineCountUse lineCountUse = LineCountUse::Always;
    std::optional<double> maxLineWidthEm;  ///< Drawn width of a line in em of its style's font.
    std::optional<double>
        maxLineWidthShare;  ///< Drawn width of a line as a share of the picture's, 0–1.
    std::optional<int> maxLines;
    Balance balance = Balance::BottomHeavy;  ///< How texts are broken into lines for it.
    std::optional<double> safeWidth;  ///< Of the safe area in the middle of the picture, as a share
                                      ///< of the picture's, 0–1; absent: the whole picture.
    std::optional<double> safeHeight;
    std::optional<double> maxSpeed;  ///< `speedUnit`s a second.
    std::optional<Time> minDuration;
    std::optional<Time> maxDuration;
    int durationToleranceFrames = 0;  ///< A cue may be as much longer than `maxDuration`.
    std::optional<int> minGapFrames;  ///< Between a cue and the next; overlaps are another rule.
    bool overlapAllowed = false;
    std::map<std::string, Severity, std::less<>>
        severities;                          ///< By rule id, where not the rule's own.
    std::set<std::string, std::less<>> off;  ///< Ids of rules that are not judged.
};

/// Reads a profile file (TOML). The error names the line, the key and what was expected there:
/// "profile.syntax", "profile.unknown-key" (with the nearest key), "profile.bad-value",
/// "profile.missing-key".
Result<Profile> parseProfile(std::string_view toml, std::string_view fileName);

}  // namespace subs
