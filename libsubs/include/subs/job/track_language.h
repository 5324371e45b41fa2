// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs {

/// How Matroska spells the language of a track: ISO 639-2, the bibliographic form (RFC 9559,
/// 5.1.4.1.19), "khm" of "km" and "km-KH", "ger" of "de"; "und" where there is none.
std::string containerLanguage(std::string_view tag);

/// The same in the terminological form, as MP4 has it (ISO 14496-12, 8.4.2.3): "deu" of "de".
std::string mp4Language(std::string_view tag);

/// The other way: "km" of "khm", "de" of "ger"; a tag of BCP 47 stays; empty for "und" and for what
/// is no language.
std::string languageOfContainer(std::string_view code);

}  // namespace subs
