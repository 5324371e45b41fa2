// SPDX-License-Identifier: MIT
#pragma once

#include "format/stretch.h"
#include "format/ttml/vocabulary.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// An XML text as a sequence of events, each with the bytes that it was read from. libxml2 reads
// it; this keeps it from doing more than that.
namespace subs::ttml {

struct XmlAttribute {
    Vocabulary vocabulary = Vocabulary::None;
    std::string_view name;   ///< Without prefix.
    std::string_view value;  ///< With its references resolved.
};

struct XmlNamespace {
    std::string_view prefix;  ///< Empty: of names without one.
    std::string_view uri;
};

/// The beginning of an element. What it views lives as long as the call.
struct XmlTag {
    Vocabulary vocabulary = Vocabulary::None;
    std::string_view name;
    std::span<const XmlAttribute> attributes;
    std::span<const XmlNamespace> namespaces;  ///< That the tag itself declares.
    Stretch at;
    std::uint32_t line = 0;

    /// The value of an attribute; nothing where the tag does not have it.
    std::optional<std::string_view> value(Vocabulary of, std::string_view named) const;
};

/// What is told of the elements and texts of a file, in its order. Comments and the like are passed
/// over.
class XmlVisitor {
public:
    XmlVisitor() = default;
    XmlVisitor(const XmlVisitor&) = delete;
    XmlVisitor& operator=(const XmlVisitor&) = delete;
    virtual ~XmlVisitor() = default;

    virtual void open(const XmlTag& tag) = 0;
    /// `at` is the end tag; empty where the start tag was all of the element.
    virtual void close(Stretch at) = 0;
    /// A part of a text; the next may go on with it. Line ends are LF, references resolved. Where
    /// `at` is as long as `text` its bytes are the text, else they are a reference.
    virtual void text(std::string_view text, Stretch at) = 0;
    /// Asked after each `open`: true ends the visit.
    virtual bool hasEnough() const { return false; }
};

/// What is wrong with an XML text.
struct XmlFlaw {
    enum class Kind : std::uint8_t {
        NotWellFormed,  ///< Passed over; what follows is read as well as it can be.
        Namespace,
        Declarations,  ///< A DOCTYPE with declarations: nothing is read.
        TooDeep,       ///< Or another limit of the parser: the rest is not read.
        Character,     ///< That XML does not allow; read as '?'.
    };
    Kind kind = Kind::NotWellFormed;
    std::uint32_t line = 0;
    std::string message;
};

/// Tells `visitor` of all elements that are closed, or whose file ends. Reads nothing but `text`,
/// no DTD and no entity: entities other than those of XML itself are refused. Its encoding
/// declaration is passed over, since `text` is UTF-8. At most 256 levels deep and 100 flaws. O(n).
std::vector<XmlFlaw> visitXml(std::string_view text, XmlVisitor& visitor);

}  // namespace subs::ttml
