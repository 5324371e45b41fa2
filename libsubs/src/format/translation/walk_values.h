// SPDX-License-Identifier: MIT
#pragma once

#include "format/xml/xml_events.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What attributes of a translation file say.
namespace subs::translation {

/// Empty where there is no such attribute.
std::string_view valueOf(const XmlTag& tag, std::string_view name);
/// "0007" as U+0007 in UTF-8.
std::string characterOf(std::string_view hex);
/// The place of a target among all parts of its unit, from 1 (XLIFF 2.1 §4.3.1.22).
std::optional<std::size_t> orderOf(const XmlTag& tag);

}  // namespace subs::translation
