// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace subs::srt {

/// Numbers the cues of a new file, ascending: by their labels where these are numbers that ascend
/// too, else by counting on. Allocates nothing.
class CueNumbers {
public:
    /// That of the next cue, whose label is `label`; valid until the next call, and as long as
    /// `label`.
    std::string_view next(std::string_view label);

private:
    std::optional<std::int64_t> last_;
    std::array<char, 20> digits_ = {};
};

}  // namespace subs::srt
