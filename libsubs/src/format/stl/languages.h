// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs::stl {

/// The language that a Language Code means ("09": "en"; EBU Tech 3264, appendix 3), BCP 47; empty
/// for an unknown one.
std::string_view languageOf(std::string_view code);

/// The code of a language ("en-GB": "09"); "00", "unknown", where there is none.
std::string codeOfLanguage(std::string_view language);

}  // namespace subs::stl
