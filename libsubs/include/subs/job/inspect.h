// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>
#include <subs/job/timeline_source.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace subs {

/// How a file's edges sit on a film's frames.
struct EdgeFit {
    std::size_t edges = 0;
    std::size_t midpoints = 0;  ///< Written as `Rounding::Frame` writes them.
    std::size_t nearest =
        0;  ///< A frame's time, rounded to the format's unit: what `Rounding::FrameNearest` reads.
};

/// What there is to say of a subtitle file.
struct Inspection {
    std::string format;
    std::string formatName;
    int formatScore = 0;
    std::string formatReason;
    Encoding encoding;
    Newline newline = Newline::Lf;
    bool hasMixedNewlines = false;
    std::string language;
    std::size_t cues = 0;
    std::size_t comments = 0;
    /// By script of each cue's text, BCP 47, where its lines are in two by both; "und" where its
    /// letters do not tell, "zxx" without any.
    std::map<std::string, std::size_t> languages;
    std::optional<Time> first;  ///< The earliest start of a cue that is shown.
    std::optional<Time> last;   ///< The latest end, or start where there is no end.
    std::vector<std::string> styles;
    std::vector<std::string> fonts;  ///< Named by styles and in texts, each once, sorted.
    std::optional<EdgeFit> edges;
    Diagnostics diagnostics;
};

/// `frames`, where there are some, are for `Inspection::edges`; cues past the last one are told in
/// the diagnostics.
Inspection inspected(const ReadDocument& read, const KnownFrames* frames = nullptr);

}  // namespace subs
