// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content.h"

#include <cstddef>
#include <cstdint>
#include <vector>

// Ruby of several bases (TTML2, tts:ruby): a container of them and, behind it, a container of their
// texts. A document has each text behind its base.
namespace subs::ttml {

/// The events of element `element`, by index, in the order in which its text is read: as in the
/// file, but of such a ruby the first base, the first text, the second base and so on. Containers
/// begin and end around each of what is in them; white space between is left out. Where the numbers
/// of bases and texts do not agree, or there are texts on both sides, all stays as in the file.
std::vector<std::size_t> readingOrder(const Paragraph& paragraph, std::uint32_t element);

/// True where element `element` has a ruby with containers whose bases and texts are not
/// paired by `readingOrder`.
bool hasUnpairedRuby(const Paragraph& paragraph, std::uint32_t element);

}  // namespace subs::ttml
