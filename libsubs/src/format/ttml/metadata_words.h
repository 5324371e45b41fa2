// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content.h"
#include "format/ttml/element_kind.h"
#include "format/ttml/unread_thing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// Takes out of a file what its elements say of it to people and a document has no word for:
/// descriptions, rights, and all other metadata that is text (TTML2 §14), wherever it stands, but
/// for the title, the names of those who speak and the standards that a profile asks for. Is told
/// of all elements and texts in their order.
class MetadataWords {
public:
    void open(const XmlTag& tag, ElementKind kind);
    void text(std::string_view text);
    /// The element that was opened last ends; what it said.
    std::optional<SaidMetadata> close();

private:
    struct Element {
        bool isMetadata = false;
        std::string name;
        std::string words;
    };

    std::vector<Element> open_;  ///< From the first one that is metadata.
};

/// `said` as what is lost where it cannot be kept.
UnreadThing thingOf(const SaidMetadata& said);

}  // namespace subs::ttml
