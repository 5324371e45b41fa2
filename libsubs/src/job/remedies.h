// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/convert.h>

namespace subs {

/// Says in each loss beyond `Info` that has no remedy yet what a person can do: another option, the
/// formats that hold it, a sidecar.
void addRemedies(Converted& result, const ConvertOptions& options);

}  // namespace subs
