// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/model/document.h>
#include <subs/qc/profile.h>
#include <subs/text/measure.h>
#include <subs/time/frame_timeline.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// One place where a cue breaks a rule.
struct Finding {
    std::string id;  ///< Stable over renumbering: from rule, cue text, times and line. For waivers.
                     ///< Two cues alike in these share it.
    std::string rule;  ///< "line-length"
    Severity severity = Severity::Warning;
    CueId cue;
    std::size_t index = 0;            ///< Place of the cue in the document.
    std::optional<std::size_t> line;  ///< Of the cue, from 0, for rules about one line.
    double measured = 0;
    double limit = 0;
    std::string unit;     ///< "clusters", "em", "%", "lines", "graphemes/s", "ms", "frames", "px"
                          ///< (canvas units), "characters", "fonts"
    std::string message;  ///< "line 1 is 45 characters long; 42 are allowed"
    std::optional<std::size_t> column = {};  ///< Code points of that line before the place.
};

/// A rule as it is listed to a person.
struct RuleInfo {
    std::string_view id;
    std::string_view title;
    Severity severity = Severity::Warning;
};

/// line-length, line-width, line-count, reading-speed, duration-short, duration-long, gap, overlap.
/// Rules of Khmer are "khmer.encoding", "khmer.colon" and so on; those that end with
/// "-in-file", and "khmer.variants", judge a document as a whole. Rules of fonts are
/// "font.missing", "font.ink-collision" and so on.
std::span<const RuleInfo> rules();

struct CheckOptions {
    /// For rules that count in frames; null: gaps are not judged in frames but at 24 a second.
    /// Borrowed.
    const FrameTimeline* timeline = nullptr;
    /// The video's width divided by its height, for rules about the picture; without one it has the
    /// shape of the document's canvas.
    std::optional<double> aspect = {};
};

/// Checks documents against a profile. Keeps fonts open between calls; one thread at a time.
class Checker {
public:
    explicit Checker(Profile profile, CheckOptions options = {});
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;
    ~Checker();

    const Profile& profile() const;
    /// All findings, in the order of the cues. A gap or overlap belongs to the later of its two
    /// cues. Comments are not checked. What is found in the document as a whole is told once, at
    /// the cue where the rarer way of writing is met first. O(n log n).
    std::vector<Finding> check(const Document& document);
    /// The findings of the cue at `index` alone: those that an edit of it can change (its
    /// neighbours' gaps, and rules of the whole document, apart).
    std::vector<Finding> checkCue(const Document& document, std::size_t index);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace subs
