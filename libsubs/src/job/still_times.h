// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/model/document.h>

#include <optional>

namespace subs {

/// That the file of `document`, whose cues were moved, has pictures, animations or columns of times
/// which stay as they are: "retime.still-times". Nothing where it has none.
std::optional<Diagnostic> stillTimesOf(const Document& document);

}  // namespace subs
