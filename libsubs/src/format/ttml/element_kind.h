// SPDX-License-Identifier: MIT
#pragma once

#include "format/xml/xml_events.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace subs::ttml {

/// What an element is, by its name and by the one around it. All that is not understood, and all
/// that stands where it may not, is `Other`, with everything in it; but in a paragraph an element
/// with a name that TTML does not have is a `Span`, so that no text is missed.
enum class ElementKind : std::uint8_t {
    Other,
    Root,
    Head,
    Styling,
    Style,
    Initial,
    Layout,
    Region,
    Metadata,  ///< And what is around the metadata below.
    Title,
    Agent,
    AgentName,
    Standard,  ///< ebuttm:conformsToStandard
    Body,
    Div,
    Paragraph,
    Span,
    Break,
    Set,
    Image,
};

/// Of the element around all others.
ElementKind rootKindOf(const XmlTag& tag);
/// Of an element directly inside of one that is `around`.
ElementKind childKindOf(const XmlTag& tag, ElementKind around);

/// Elements that say how content looks, or what it is about.
bool isOfHead(ElementKind kind);
/// Elements of content that have times and looks, and line breaks.
bool isContent(ElementKind kind);

/// `declared` with what a tag declares, as attributes of one tag: ` xmlns="…" xmlns:tts="…"`; as
/// many as fit in some kilobytes, which is more than files have.
std::shared_ptr<const std::string> withNamespaces(std::shared_ptr<const std::string> declared,
                                                  std::span<const XmlNamespace> more);

}  // namespace subs::ttml
