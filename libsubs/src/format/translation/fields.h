// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::translation {

/// What a unit says of its cue beside the text.
struct CueField {
    std::string_view type;
    std::string value;
};

/// "00:00:01.500", with as many more decimals as there are; a minus sign before 0.
std::string timeText(Time time);
/// The time that `text` is; nothing where it is none.
std::optional<Time> timeIn(std::string_view text);

/// All that is not as in a new cue, the times first. The label is not among them.
std::vector<CueField> fieldsOf(const Cue& cue);

/// Puts what a field says into `cue`. False where that means nothing.
bool putField(Cue& cue, std::string_view type, std::string_view value);

}  // namespace subs::translation
