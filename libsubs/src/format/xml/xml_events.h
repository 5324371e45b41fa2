// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// An XML text as a sequence of events, each with the bytes that it was read from. libxml2 reads
// it; this keeps it from doing more than that.
namespace subs {

/// Which of the namespaces that a format knows a name is in: its own number for it.
using XmlVocabulary = std::uint8_t;

/// How a format numbers namespaces. A name without one, whose prefix is not declared, has the
/// number of its prefix.
struct XmlVocabularies {
    XmlVocabulary none = 0;  ///< Neither namespace nor prefix.
    XmlVocabulary (*ofUri)(std::string_view uri) = nullptr;
    XmlVocabulary (*ofPrefix)(std::string_view prefix) = nullptr;
};

struct XmlAttribute {
    XmlVocabulary vocabulary = 0;
    std::string_view name;   ///< Without prefix.
    std::string_view value;  ///< With its references resolved.
};

struct XmlNamespace {
    std::string_view prefix;  ///< Empty: of names without one.
    std::string_view uri;
};

/// The beginning of an element. What it views lives as long as the call.
struct XmlTag {
    XmlVocabulary vocabulary = 0;
    std::string_view name;
    std::span<const XmlAttribute> attributes;
    std::span<const XmlNamespace> namespaces;  ///< That the tag itself declares.
    ByteRange at;
    std::uint32_t line = 0;

    /// The value of an attribute; nothing where the tag does not have it.
    std::optional<std::string_view> value(XmlVocabulary of, std::string_view named) const;
    /// The same by a format's own enumeration.
    template <class Enum>
    requires std::is_enum_v<Enum> std::optional<std::string_view> value(Enum of,
                                                                        std::string_view named)
    const { return value(static_cast<XmlVocabulary>(of), named); }
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
    virtual void close(ByteRange at) = 0;
    /// A part of a text; the next may go on with it. Line ends are LF, references resolved. Where
    /// `at` is as long as `text` its bytes are the text, else they are a reference.
    virtual void text(std::string_view text, ByteRange at) = 0;
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
/// declaration is passed over, since `text` is UTF-8. At most 256 levels deep, 1000
/// namespaces at once and 100 flaws. O(n).
std::vector<XmlFlaw> visitXml(std::string_view text,
                              XmlVisitor& visitor,
                              const XmlVocabularies& vocabularies);

}  // namespace subs
