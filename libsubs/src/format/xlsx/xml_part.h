// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/xlsx/archive.h"
#include "format/xlsx/xml_stream.h"

#include <cstdint>
#include <string>

namespace subs::xlsx {

/// So many bytes of XML are read of a part that is no sheet and not the strings that they share.
inline constexpr std::uint64_t kMostOfSmallParts = std::uint64_t{64} << 20U;

/// Reads the part of that name as it comes, up to `limit` bytes of XML. Errors: those of `Archive`
/// and `XmlStream`.
Result<void> readPart(const Archive& archive,
                      const std::string& part,
                      std::uint64_t limit,
                      XmlHandler& handler);

}  // namespace subs::xlsx
