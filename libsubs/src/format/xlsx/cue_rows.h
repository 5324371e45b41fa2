// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstdint>
#include <map>

namespace subs::xlsx {

/// The cues of the rows of a sheet, by the numbers of these. They are borrowed from `document`.
std::map<std::uint32_t, const Cue*> cuesByRow(const Document& document);

}  // namespace subs::xlsx
