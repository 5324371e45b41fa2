// SPDX-License-Identifier: MIT
#pragma once

#include "format/scc/codes.h"
#include "format/time_codes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::scc {

/// Writes pairs that are sent one after the other as lines with time codes: one line as long as
/// there is a pair each frame, and a blank line between lines.
class SentLines {
public:
    /// All are borrowed; lines are appended to `out`.
    SentLines(std::string& out, const TimeCodes& codes, std::string_view newline)
        : out_(out), codes_(codes), newline_(newline) {}

    /// `frame` is behind those before.
    void add(std::int64_t frame, Pair pair);
    /// Ends the last line, where there is one.
    void finish();

private:
    std::string& out_;
    const TimeCodes& codes_;
    std::string_view newline_;
    std::optional<std::int64_t> next_;  ///< Behind the last pair.
};

}  // namespace subs::scc
