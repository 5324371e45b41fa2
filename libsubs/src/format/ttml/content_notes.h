// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content.h"
#include "format/ttml/element_kind.h"
#include "format/xml/xml_events.h"

#include <string>
#include <string_view>
#include <vector>

// What stands in content beside its text: pictures, animation, what other vocabularies say.
namespace subs::ttml {

/// An image, or a block with a picture behind it as SMPTE ST 2052-1 has it.
bool isPicture(const XmlTag& tag, ElementKind kind);
/// `<image src="a.png">`: what a person knows the picture by.
std::string pictureTag(const XmlTag& tag, ElementKind kind);

/// Of another vocabulary than those that TTML files have, in a paragraph; or inside of such a one.
bool isForeign(const XmlTag& tag, ElementKind kind, ElementKind around, bool isAroundForeign);

/// An element that changes how the one around it looks in the course of time.
bool isAnimation(const XmlTag& tag, ElementKind kind, ElementKind around);

/// Has `begin`, `end` or `dur`.
bool saysTimes(const XmlTag& tag);

/// What attributes of content say to people: its role (TTML2 §14.2, ttm:role), and all of those
/// of other vocabularies. Those of TTML's own and its profiles say how it looks, or are of no
/// person.
std::vector<SaidMetadata> saidIn(const XmlTag& tag);

/// The element of another vocabulary that is open.
class ForeignElement {
public:
    void open(const XmlTag& tag);
    void text(std::string_view text);
    /// The text in it, the beginning of it where it is long; empty where there is none.
    std::string_view words() const;
    /// What it says where it has no text: its name, with its first attribute.
    const SaidMetadata& said() const { return said_; }

private:
    SaidMetadata said_;
    std::string words_;
};

/// A text that is in no paragraph, or in an element of one that shows none.
class StrayText {
public:
    /// `kind` is what it is directly in: metadata and what is not understood have text in their
    /// ways.
    void add(ElementKind kind, std::string_view text);
    /// What there is since the last call, the beginning of it where it is long, without white space
    /// around it.
    std::string take();

private:
    std::string words_;
};

}  // namespace subs::ttml
