// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

enum class LossSeverity : std::uint8_t { Info, Approximated, Dropped, Unrepresentable };

/// "info", "approximated", "dropped" or "unrepresentable".
std::string_view nameOf(LossSeverity severity);

/// One feature that a format cannot hold as the document has it.
struct LossItem {
    std::string feature;  ///< Stable, for programs: "position", "karaoke", "comment".
    LossSeverity severity = LossSeverity::Dropped;
    std::size_t count = 0;  ///< How many times.
    std::vector<CueId>
        cues;  ///< Which cues, each once, by their ids; empty where it is not about cues.
    /// The line of the first of them in the file that was read, from 1; 0 where it is not known.
    std::uint32_t line = 0;
    std::string before;  ///< The first occurrence as it is.
    std::string after;   ///< What is written instead; empty: nothing.
    std::string remedy;  ///< What a person can do, or empty.
    /// Of what is not about cues, such as attachments or styles: the further ones as they are, each
    /// once, the first `kMostNamed` of them.
    std::vector<std::string> others = {};

    static constexpr std::size_t kMostNamed = 100;
};

/// What a conversion loses, made before a byte is written.
struct LossReport {
    std::vector<LossItem> items;

    bool empty() const { return items.empty(); }
    /// The worst item at all; `Info` for an empty report.
    LossSeverity worst() const;
    /// Counts one more loss: joins the item of the same feature and severity or begins one.
    void add(std::string_view feature,
             LossSeverity severity,
             CueId cue,
             std::string_view before,
             std::string_view after);
};

}  // namespace subs
