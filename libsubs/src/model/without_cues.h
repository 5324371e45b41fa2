// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

namespace subs {

/// `document` with all but its cues, none of which is copied.
Document withoutCues(const Document& document);

}  // namespace subs
