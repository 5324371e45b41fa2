// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// True of a character that may stand in an XML 1.0 file (§2.2, Char).
bool isXmlCharacter(char32_t c);

/// Where the first byte stands that is of no such character, or no UTF-8.
std::optional<std::size_t> firstForbidden(std::string_view text);

/// `text` with '?' for each byte of those; `first` is where the first one stands. As long as it.
std::string withoutForbidden(std::string_view text, std::size_t first);

/// What stands in an XML text for `c`, where it cannot stand for itself: "&amp;", "&lt;", "&gt;"
/// (only needed in "]]>"), and in attributes "&quot;". Empty where it can.
std::string_view referenceFor(char c);

/// Appends the bytes [begin, end) of `plain` as an XML text, with U+FFFD for what XML forbids.
void appendXml(std::string& out, std::string_view plain, std::size_t begin, std::size_t end);

/// Appends `text` as an XML comment.
void appendXmlComment(std::string& out, std::string_view text);

/// `text` as the value of an attribute in double quotes.
std::string attributeText(std::string_view text);
/// ` name="value"`, as it stands in a tag.
std::string spelledAttribute(std::string_view name, std::string_view value);

/// True of what may be the value of xml:id: an NCName of the letters of XML 1.0, second edition,
/// appendix B, which XML Schema's ID is made of. They are those of Unicode 2, which has no Khmer.
bool isName(std::string_view text);

}  // namespace subs
