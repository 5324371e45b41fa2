// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs {

/// True of what is spelt as BCP 47 (RFC 5646, 2.1) has it: "km", "pt-BR", "zh-Hans", "x-own". A
/// language of four to eight letters is none: there are no such ones in the registry.
bool isLanguageTag(std::string_view text);

/// The tag that `text` may have been meant for: that with "-" for "_", or that of a language by its
/// English name, "km" for "Khmer"; empty where there is none.
std::string nearestLanguageTag(std::string_view text);

/// True where `tag` names the language `wanted`, whatever the case: they are the same, or `wanted`
/// is a language alone and `tag` is one of it, "km-KH" or "khm" (ISO 639-2) for "km".
bool isOfLanguage(std::string_view tag, std::string_view wanted);
/// The English name of the language that `tag` is the tag of, "Khmer" for "km"; `tag` itself where
/// there is none.
std::string languageName(std::string_view tag);

}  // namespace subs
