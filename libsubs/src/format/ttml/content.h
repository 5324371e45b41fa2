// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"
#include "format/ttml/look.h"
#include "format/ttml/region.h"
#include "format/ttml/timing.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// What the content of a TTML file is made of, with times and looks worked out.
namespace subs::ttml {

/// Which region content goes to.
struct RegionChoice {
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    std::uint32_t index = kNone;
    /// True where what is around it goes to another region, so that it is never shown (TTML2
    /// §11.3.1.3).
    bool isTorn = false;

    bool has() const { return index != kNone; }
    friend bool operator==(const RegionChoice&, const RegionChoice&) = default;
};

/// Why a text is never shown.
enum class Hidden : std::uint8_t {
    No,
    NotDisplayed,    ///< By tts:display of what it is in, or of its region.
    NoRegion,        ///< It goes to none, and the layout has some (TTML2 §11.3.1).
    TornRegion,      ///< What is around it goes to another region than it does.
    InactiveRegion,  ///< Its region is not active when it would be shown.
};

/// What an element of content hands on to those inside of it.
struct Inherited {
    StyleValues values;
    RegionChoice region;
    std::string language;
    std::string agent;
    bool preservesSpace = false;
};

/// A paragraph or a span in it.
struct ContentElement {
    std::uint32_t parent = 0;     ///< Index in the paragraph; of the paragraph itself its own.
    ByteRange tag;                ///< Its start tag.
    ByteRange inner;              ///< Between its tags.
    std::size_t end = 0;          ///< Behind its end tag.
    std::size_t firstEvent = 0;   ///< Where it begins, of the paragraph's events.
    std::size_t endOfEvents = 0;  ///< Behind the one where it ends.
    std::uint32_t line = 0;
    TimedElement timing;
    Interval shown;
    bool hasTimes = false;
    bool hasEnd = false;      ///< `end` or `dur` among them.
    bool isDisplayed = true;  ///< By tts:display, at one time at least.
    RubyRole ruby = RubyRole::None;
    Look look;
    std::string id;
    Inherited inherited;
};

/// The text of a paragraph, and where elements in it begin and end.
struct ContentEvent {
    enum class Kind : std::uint8_t { Open, Close, Text, Break };
    Kind kind = Kind::Text;
    std::uint32_t element = 0;  ///< That begins or ends, or that the text is in.
    std::size_t begin = 0;      ///< In `Paragraph::text`.
    std::size_t end = 0;
    ByteRange at;            ///< In the file.
    bool isInstant = false;  ///< In a sequence, where a text is shown for no time.
    Hidden hidden = Hidden::No;
};

/// What an element says to people of what is around it.
struct SaidMetadata {
    std::string element;  ///< Its name without a prefix: "desc".
    std::string words;    ///< The beginning of them, where they are thousands.
};

/// An element in a paragraph that has times and is no part of its text: `set`, `animate`, `region`.
struct TimedTag {
    ByteRange tag;
    TimedElement timing;
};

/// A time of an element that cannot be read.
struct BadTime {
    std::uint32_t element = 0;
    bool isEnd = false;  ///< `end` or `dur`.
    std::string typed;
};

/// A `p` element.
struct Paragraph {
    std::vector<ContentElement> elements;
    std::vector<ContentEvent> events;
    std::string text;
    std::vector<SaidMetadata> metadata;
    std::vector<std::string>
        foreignTexts;  ///< In elements of other vocabularies, or in none that shows it.
    std::vector<std::string> pictures;              ///< The tags of those in it, shortened.
    std::vector<TimedTag> timedTags;                ///< In their order.
    std::vector<BadTime> badTimes;                  ///< Of its elements, in their order.
    TimedElement parent;                            ///< The element around it.
    Inherited around;                               ///< What that hands on to it.
    std::shared_ptr<const std::string> namespaces;  ///< All that are declared there, as attributes.

    /// Those of element `element` and of all in it, its own beginning and end with them.
    std::span<const ContentEvent> eventsOf(std::uint32_t element) const {
        const ContentElement& own = elements[element];
        return std::span(events).subspan(own.firstEvent, own.endOfEvents - own.firstEvent);
    }

    /// Forgets what is in it; storage is used again.
    void clear() {
        elements.clear();
        events.clear();
        text.clear();
        metadata.clear();
        foreignTexts.clear();
        pictures.clear();
        timedTags.clear();
        badTimes.clear();
    }
};

}  // namespace subs::ttml
