// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content.h"
#include "format/ttml/parameters.h"
#include "format/ttml/style_sheet.h"
#include "format/ttml/time_expression.h"
#include "format/xml/xml_events.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs::ttml {

/// What a file says before its content.
struct Head {
    Parameters parameters;
    Fonts fonts;
    ExtraWords extraWords;
    StyleSheet sheet;
    std::vector<Region> regions;  ///< Those inside of content too, once they were met.
    std::map<std::string, std::uint32_t, std::less<>> regionIds;
    std::size_t layoutRegions = 0;                           ///< How many of them are in the head.
    std::map<std::string, std::string, std::less<>> agents;  ///< Names by id.
    std::set<std::string, std::less<>> styleIds;
    /// Ids of styles that say one thing, by "fontStyle=italic".
    std::map<std::string, std::string, std::less<>> singleStyles;
    std::string title;
    std::string language;
    std::string standards;  ///< What ebuttm:conformsToStandard says, parted by blanks.
    StyleValues initial;
    std::string profiles;  ///< What ttp:profile and ttp:contentProfiles say.
    bool isTt = false;     ///< The root element is `tt`.
    bool hasFrameRate = false;
    std::set<TimeForm> timeForms;           ///< That times in paragraphs are in.
    bool hasSequences = false;              ///< Some content comes one after the other.
    std::size_t rootBegin = 0;              ///< Where it begins in the file.
    std::string rootPrefix;                 ///< "tt:" where its name has one.
    std::optional<std::size_t> stylingEnd;  ///< Where the end tag of the styling is.
    std::optional<std::size_t> layoutEnd;
    std::optional<std::size_t> headEnd;
    std::vector<std::pair<std::string, std::string>> prefixes;  ///< Of the root, with namespaces.
};

/// What means nothing in a file that is XML.
struct ContentFlaw {
    enum class Kind : std::uint8_t {
        Time,
        Parameter,
        StyleValue,
        UnknownStyle,
        UnknownRegion,
        Picture,         ///< An image, which is no text.
        UnknownElement,  ///< In a paragraph, with a name that TTML does not have.
        ForeignText,     ///< In an element of another vocabulary.
        Unclosed,        ///< A paragraph in which another begins.
    };
    Kind kind = Kind::Time;
    std::uint32_t line = 0;
    std::string_view detail;
};

/// A picture or an animation that is in no paragraph.
struct OutsideElement {
    enum class Kind : std::uint8_t { Picture, Animation };
    Kind kind = Kind::Picture;
    bool hasTimes = false;  ///< It or, of a picture, what is around it.
    std::uint32_t line = 0;
    std::string tag;  ///< Of a picture: its tag, shortened.
};

/// Is told of the content of a file, in its order.
class ContentVisitor {
public:
    ContentVisitor() = default;
    ContentVisitor(const ContentVisitor&) = delete;
    ContentVisitor& operator=(const ContentVisitor&) = delete;
    virtual ~ContentVisitor() = default;

    /// The head is complete but for regions inside of content.
    virtual void content(const Head&) {}
    virtual void paragraph(const Paragraph&, const Head&) {}
    /// An element or a change of its style begins and ends.
    virtual void timed(const Interval&) {}
    /// A text that can be seen, a line break or a ruby base is shown then.
    virtual void shown(const Interval&) {}
    /// Said in the head, the body or a div; of a paragraph it is with it.
    virtual void metadata(const SaidMetadata&) {}
    virtual void outside(const OutsideElement&) {}
    /// A time of the body or a div that cannot be read, with its name; those of a paragraph are
    /// with it.
    virtual void badTime(std::string_view) {}
    /// A text that is in no paragraph, and never shown.
    virtual void strayText(std::string_view) {}
    virtual void flaw(const ContentFlaw&) {}
    /// True ends the reading.
    virtual bool hasEnough() const { return false; }
};

/// Reads `text`, whose elements are told to `visitor`, and fills `head`; answers what is wrong with
/// it as XML. O(n).
std::vector<XmlFlaw> readContent(std::string_view text, ContentVisitor& visitor, Head& head);

/// Reads `fragment`, one `p` element that is to stand where `paragraph` stands in a file with that
/// head, which keeps what `result` refers to by number. Its stretches count from the fragment's
/// beginning. False where it is no such element.
bool readParagraph(std::string_view fragment,
                   const Paragraph& place,
                   Head& head,
                   Paragraph& result);

}  // namespace subs::ttml
