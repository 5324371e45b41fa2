// SPDX-License-Identifier: MIT
#pragma once

#include "format/xlsx/archive.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// True of a part in which one of `signs` stands somewhere. Costs no parsing.
bool mentions(const Archive& archive,
              const std::string& part,
              const std::vector<std::string_view>& signs);

}  // namespace subs::xlsx
