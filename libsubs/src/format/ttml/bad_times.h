// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content_reader.h"
#include "format/ttml/timing.h"
#include "format/xml/xml_events.h"

#include <cstdint>
#include <vector>

namespace subs::ttml {

/// Adds to `times` those of `tag`, which begins `element` of a paragraph, that cannot be read:
/// `read` are those that can.
void addBadTimes(const XmlTag& tag,
                 const TimeAttributes& read,
                 std::uint32_t element,
                 std::vector<BadTime>& times);

/// The same of what is around paragraphs.
void tellBadTimes(const XmlTag& tag, const TimeAttributes& read, ContentVisitor& visitor);

/// True where `element` of `paragraph` has a begin that cannot be read, and nothing else says where
/// it begins (`TimedElement::isStartSaid`).
bool isStartUnread(const Paragraph& paragraph, std::uint32_t element);

}  // namespace subs::ttml
