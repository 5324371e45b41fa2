// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>
#include <subs/time/time.h>

#include <optional>

namespace subs {

/// The film time that `span`, a `SpanKind::InnerTime`, says ("00:00:12.250"); before 0 too, as a
/// text that was moved there has it. Nothing where its value is no time.
std::optional<Time> innerTimeOf(const Span& span);

}  // namespace subs
