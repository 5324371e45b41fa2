// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/byte_range.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A cue as an object; README.md beside this tells what its members mean.
namespace subs::json {

/// What is wrong with a cue's object.
enum class CueFlaw : std::uint8_t {
    None,
    NoObject,   ///< It is something else.
    NoStart,    ///< There is no number `start_ms`.
    BadMember,  ///< A member has a value that it cannot have; it counts as missing.
};

struct ReadMembers {
    Cue cue;
    CueFlaw flaw = CueFlaw::None;
    std::string member;                       ///< The last bad one.
    std::vector<std::string> bad = {};        ///< All bad ones, as they are shown.
    std::vector<std::string> halfPairs = {};  ///< Halves of surrogate pairs, as they are typed.
    /// Members that mean nothing here and say something, and the first as it is shown.
    std::size_t unknown = 0;
    std::string firstUnknown = {};
    std::vector<std::string> repeated = {};  ///< Those that stand there again later, as shown.
    std::size_t repeatedAt = 0;              ///< Where the value of the first stands.

    bool isCue() const { return flaw == CueFlaw::None || flaw == CueFlaw::BadMember; }
};

/// The cue that `object`, a well-formed value, says.
ReadMembers readMembers(std::string_view object);

/// A member as it is to be written; no value where it is left out of a new object.
struct SpelledMember {
    std::string_view key;
    std::string value;
    bool isNeeded = false;  ///< Written even where it is as it is in a cue that says nothing of it.
};

/// All members of `cue`, in their order.
std::vector<SpelledMember> spelledMembers(const Cue& cue);

/// `cue` as an object in one line.
std::string spelledCue(const Cue& cue);

/// `object`, which says `read`, with what is other in `cue`; all else in it stays. Of members of
/// one name the last changes, and those that say the same as it.
std::string patchedCue(std::string_view object, const Cue& read, const Cue& cue);

}  // namespace subs::json
