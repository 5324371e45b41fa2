// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// The ids of what a rule finds in a cue: 16 hexadecimal digits that depend on the rule, the cue's
/// times and plain text and the line, and on nothing else: they outlive renumbering, moving to
/// another place in the file, and changes of other cues. Two findings about cues that are alike in
/// all of this have one id. The text is read once for all of them: a cue of many lines may have one
/// in each.
class FindingIds {
public:
    FindingIds(std::string_view rule, const Cue& cue);
    std::string at(std::optional<std::size_t> line) const;

private:
    std::uint64_t ofCue_ = 0;
};

/// Of a finding about a whole document, told apart by `detail`.
std::string findingIdOfFile(std::string_view rule, std::string_view detail);

}  // namespace subs
