// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

namespace subs {

/// All of `document` but its cues, none of which is copied: in time that does not grow with them.
Document withoutCues(const Document& document);

}  // namespace subs
