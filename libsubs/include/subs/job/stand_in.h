// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/text/measure.h>

namespace subs {

/// Says which font is not there, which one was measured in and what to do about it: a warning
/// "font.stand-in" that is about no line.
Diagnostic standInDiagnostic(const ReplacedFont& font);

}  // namespace subs
