// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <string>
#include <string_view>
#include <vector>

// What a file says of the whole document, beside its cues.
namespace subs::json {

/// Takes the member `key` of a file into `document`. False where its value is none that it can
/// have; a key that is not known is well.
bool takeHeadMember(std::string_view key, std::string_view value, Document& document);

/// True of a key that a file, or what `subs dump` prints, has a meaning for.
bool isHeadKey(std::string_view key);

struct HeadMember {
    std::string_view key;
    std::string value;  ///< "null" or "[]" where there is nothing to say.
};

/// Title, canvas and styles of `document`.
std::vector<HeadMember> headMembers(const Document& document);

}  // namespace subs::json
