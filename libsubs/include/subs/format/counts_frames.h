// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// True of a format whose times are frames: those of a film that has to be told
/// (`TimeBase::Frames`), or, where none is, those of a rate that its files say or it supposes
/// (iTunes Timed Text, EBU STL, SCC). Their `FormatInfo::unit` then is not the step of their times.
bool countsFrames(const FormatInfo& info);

}  // namespace subs
