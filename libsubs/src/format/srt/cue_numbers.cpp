// SPDX-License-Identifier: MIT
#include "format/srt/cue_numbers.h"

#include "format/srt/letters.h"

#include <charconv>
#include <cstddef>

namespace subs::srt {
namespace {

/// Players count in 32 bits.
constexpr std::size_t kMostDigits = 9;

std::optional<std::int64_t> numberIn(std::string_view label) {
    if (!isNumber(label) || label.size() > kMostDigits) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(label.data(), label.data() + label.size(), number);
    return number;
}

}  // namespace

std::string_view CueNumbers::next(std::string_view label) {
    const auto said = numberIn(label);
    if (said && (!last_ || *said > *last_)) {
        last_ = said;
        return label;
    }
    last_ = last_.value_or(0) + 1;
    const char* const end = std::to_chars(digits_.begin(), digits_.end(), *last_).ptr;
    return {digits_.data(), static_cast<std::size_t>(end - digits_.data())};
}

}  // namespace subs::srt
