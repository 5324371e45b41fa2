// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// 16 hexadecimal digits that depend on the rule, the cue's times and plain text and the line, and
/// on nothing else: they outlive renumbering, moving to another place in the file, and changes of
/// other cues. Two findings about cues that are alike in all of this have one id.
/// Of a finding about a whole document, told apart by `detail`.
std::string findingIdOfFile(std::string_view rule, std::string_view detail);

std::string findingId(std::string_view rule, const Cue& cue, std::optional<std::size_t> line);

}  // namespace subs
