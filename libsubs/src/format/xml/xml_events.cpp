// SPDX-License-Identifier: MIT
#include "format/xml/xml_events.h"

#include <subs/text/newline.h>

#include "format/xml/xml_characters.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <deque>
#include <memory>

namespace subs {
namespace {

constexpr std::size_t kMostFlaws = 100;
/// Of all elements that are open. libxml2 goes over all of them for each element, and for each that
/// a tag declares over those before it; files have some ten.
constexpr std::size_t kMostNamespaces = 1000;

struct ContextDeleter {
    void operator()(xmlParserCtxt* context) const {
        // A document that it made for declarations is not its own.
        xmlFreeDoc(context->myDoc);
        context->myDoc = nullptr;
        xmlFreeParserCtxt(context);
    }
};

std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view viewOf(const xmlChar* begin, const xmlChar* end) {
    return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

std::string trimmedMessage(const char* message) {
    std::string text = message == nullptr ? "" : message;
    text.erase(text.find_last_not_of(" \n\r\t") + 1);
    return text;
}

/// "&#59;" or "&#x3B;"
bool isCharacterReference(std::string_view text) {
    if (!text.starts_with("&#") || !text.ends_with(';')) return false;
    text = text.substr(2, text.size() - 3);
    const bool isHexadecimal = text.starts_with('x');
    if (isHexadecimal) text.remove_prefix(1);
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        const bool isLetter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return (c >= '0' && c <= '9') || (isHexadecimal && isLetter);
    });
}

std::string namespacesMessage() {
    return "more than " + std::to_string(kMostNamespaces) + " namespaces";
}

/// Where a tag begins that declares more namespaces than are read.
std::optional<std::size_t> firstCrowdedTag(std::string_view text) {
    constexpr std::string_view kName = "xmlns";
    std::size_t count = 0;
    std::size_t last = 0;
    for (std::size_t at = text.find(kName); at != text.npos; at = text.find(kName, last)) {
        const bool isSameTag = text.substr(last, at - last).find('<') == text.npos;
        count = isSameTag ? count + 1 : 1;
        if (count > kMostNamespaces) return text.rfind('<', at);
        last = at + kName.size();
    }
    return std::nullopt;
}

/// One reading. libxml2 calls back into it.
class Parser {
public:
    Parser(std::string_view text, XmlVisitor& visitor, const XmlVocabularies& vocabularies)
        : text_(text.substr(0, firstCrowdedTag(text).value_or(text.npos))),
          isCut_(text_.size() < text.size()),
          visitor_(visitor),
          vocabularies_(vocabularies) {}

    std::vector<XmlFlaw> run() {
        parse();
        if (isCut_ && !isDone_) {
            const auto breaks = std::ranges::count(text_, '\n');
            flaws_.push_back({XmlFlaw::Kind::TooDeep,
                              1 + static_cast<std::uint32_t>(breaks),
                              namespacesMessage()});
        }
        return std::move(flaws_);
    }

private:
    void parse() {
        static const bool kReady = (xmlInitParser(), true);
        context_.reset(kReady
                           ? xmlCreateMemoryParserCtxt(text_.data(), static_cast<int>(text_.size()))
                           : nullptr);
        if (!context_) {
            if (!isCut_) flaws_ = {{XmlFlaw::Kind::NotWellFormed, 1, "there is no element in it"}};
            return;
        }
        xmlCtxtUseOptions(context_.get(),
                          XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_RECOVER);
        *context_->sax = handler();
        context_->userData = this;
        xmlParseDocument(context_.get());
    }

    static Parser& self(void* parser) { return *static_cast<Parser*>(parser); }

    static xmlSAXHandler handler() {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = onOpen;
        sax.endElementNs = [](void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
            self(parser).close();
        };
        sax.characters = [](void* parser, const xmlChar* text, int size) {
            self(parser).characters(viewOf(text, text + size));
        };
        sax.ignorableWhitespace = sax.characters;
        sax.cdataBlock = [](void* parser, const xmlChar* text, int size) {
            self(parser).cdata(viewOf(text, text + size));
        };
        sax.comment = [](void* parser, const xmlChar*) { self(parser).passOver(); };
        sax.processingInstruction = [](void* parser, const xmlChar*, const xmlChar*) {
            self(parser).passOver();
        };
        refuseDeclarations(sax);
        sax.serror = [](void* parser, xmlErrorPtr error) { self(parser).fault(*error); };
        return sax;
    }

    /// An entity that is never declared cannot grow, and an attribute has no value that is not in
    /// its tag.
    static void refuseDeclarations(xmlSAXHandler& sax) {
        sax.entityDecl =
            [](void* parser, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
                self(parser).refuse();
            };
        sax.attributeDecl = [](void* parser,
                               const xmlChar*,
                               const xmlChar*,
                               int,
                               int,
                               const xmlChar*,
                               xmlEnumerationPtr values) {
            xmlFreeEnumeration(values);
            self(parser).refuse();
        };
        sax.elementDecl = [](void* parser, const xmlChar*, int, xmlElementContentPtr) {
            self(parser).refuse();
        };
        sax.notationDecl = [](void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
            self(parser).refuse();
        };
    }

    // NOLINTNEXTLINE(readability-function-size): the parameters are libxml2's.
    static void onOpen(void* parser,
                       const xmlChar* name,
                       const xmlChar* prefix,
                       const xmlChar* uri,
                       int namespaceCount,
                       const xmlChar** namespaces,
                       int attributeCount,
                       int /*defaulted*/,
                       const xmlChar** attributes) {
        self(parser).open(
            {name, prefix, uri, namespaceCount, namespaces, attributeCount, attributes});
    }

    /// What libxml2 hands over of a start tag.
    struct RawTag {
        const xmlChar* name;
        const xmlChar* prefix;
        const xmlChar* uri;
        int namespaceCount;
        const xmlChar** namespaces;
        int attributeCount;
        const xmlChar** attributes;
    };

    void open(const RawTag& raw) {
        if (isDone_) return;
        goOn();
        tag_.clear();
        namespaces_.clear();
        values_.clear();
        constexpr int kFields = 5;  // local name, prefix, namespace, begin and end of the value
        for (int i = 0; i < raw.attributeCount; ++i) {
            const xmlChar** field = raw.attributes + static_cast<std::ptrdiff_t>(i) * kFields;
            tag_.push_back({known(field[2], field[1]),
                            viewOf(field[0]),
                            resolved(viewOf(field[3], field[4]))});
        }
        for (int i = 0; i < raw.namespaceCount; ++i) {
            const xmlChar** field = raw.namespaces + static_cast<std::ptrdiff_t>(i) * 2;
            namespaces_.push_back({viewOf(field[0]), viewOf(field[1])});
        }
        const ByteRange at = tagStretch();
        tellSkipped(at.begin);
        const auto breaks = std::ranges::count(at.of(text_), '\n');
        visitor_.open({known(raw.uri, raw.prefix),
                       viewOf(raw.name),
                       tag_,
                       namespaces_,
                       at,
                       line() - static_cast<std::uint32_t>(breaks)});
        last_ = at.end;
        open_.push_back(namespaces_.size());
        namespaceCount_ += namespaces_.size();
        if (visitor_.hasEnough()) return stop();
        if (namespaceCount_ <= kMostNamespaces) return;
        add(XmlFlaw::Kind::TooDeep, namespacesMessage());
        stop();
    }

    /// libxml2 hands values over with all references resolved but those to "&" itself, of which
    /// there is one spelling left.
    std::string_view resolved(std::string_view value) {
        constexpr std::string_view kAmpersand = "&#38;";
        std::size_t at = value.find(kAmpersand);
        if (at == value.npos) return value;
        std::string& text = values_.emplace_back();
        for (; at != value.npos; at = value.find(kAmpersand)) {
            text.append(value.substr(0, at)).append("&");
            value.remove_prefix(at + kAmpersand.size());
        }
        text += value;
        return text;
    }

    /// The callback comes before the tag's last bytes are taken.
    ByteRange tagStretch() const {
        const std::size_t here = place();
        std::size_t end = here;
        if (end < text_.size() && text_[end] == '/') ++end;
        if (end < text_.size() && text_[end] == '>') ++end;
        const std::size_t from = std::min(last_, here);
        const std::size_t begin = text_.substr(from, here - from).rfind('<');
        return {begin == text_.npos ? last_ : from + begin, end};
    }

    void close() {
        if (isDone_) return;
        const std::size_t end = std::max(place(), last_);
        const std::size_t tag = text_.substr(last_, end - last_).rfind("</");
        if (tag != text_.npos) tellSkipped(last_ + tag);
        const bool hasTag = text_.substr(last_, 2) == "</";
        visitor_.close({hasTag ? last_ : end, end});
        last_ = end;
        if (open_.empty()) return;
        namespaceCount_ -= open_.back();
        open_.pop_back();
    }

    void characters(std::string_view text) {
        if (isDone_) return;
        goOn();
        std::size_t end = std::max(place(), last_);
        // For plain ASCII the callback comes before the text is taken, with the parser's own bytes.
        const xmlParserInput* input = context_->input;
        if (input != nullptr && text.data() == reinterpret_cast<const char*>(input->cur))
            end = std::min(end + text.size(), text_.size());
        tell(text, {last_, end});
        last_ = end;
    }

    void cdata(std::string_view text) {
        if (isDone_) return;
        constexpr std::size_t kOpening = 9;  // "<![CDATA["
        constexpr std::size_t kClosing = 3;  // "]]>"
        const std::size_t end = std::max(place(), last_);
        const bool hasTags = end - last_ >= kOpening + kClosing;
        tell(text, hasTags ? ByteRange{last_ + kOpening, end - kClosing} : ByteRange{last_, end});
        last_ = end;
    }

    /// Tells the visitor of a text in parts that are as long as their bytes, where it can be
    /// parted so: libxml2 makes one character of CR LF, and of a reference.
    void tell(std::string_view text, ByteRange at) {
        // Even the one of ";".
        if (isCharacterReference(at.of(text_))) return visitor_.text(text, at);
        const std::size_t skipped = at.end - std::min(at.end - at.begin, text.size());
        if (text_.substr(skipped, text.size()) == text) tellSkipped(skipped);
        const bool isVerbatim = at.end - at.begin >= text.size() &&
                                text_.substr(at.end - text.size(), text.size()) == text;
        if (isVerbatim) return visitor_.text(text, {at.end - text.size(), at.end});
        if (withNewlines(at.of(text_), Newline::Lf) != text) return visitor_.text(text, at);
        while (!text.empty()) {
            if (at.of(text_).starts_with("\r\n")) ++at.begin;
            const std::size_t pair = at.of(text_).find("\r\n");
            const std::size_t size = std::min(pair, text.size());
            visitor_.text(text.substr(0, size), {at.begin, at.begin + size});
            text.remove_prefix(size);
            at.begin += size;
        }
    }

    /// A reference that means nothing, "&" alone above all, is itself to a viewer.
    void tellSkipped(std::size_t end) {
        if (last_ >= end || text_[last_] != '&') return;
        visitor_.text(text_.substr(last_, end - last_), {last_, end});
        last_ = end;
    }

    void passOver() { last_ = std::max(place(), last_); }

    void refuse() {
        if (isDone_) return;
        add(XmlFlaw::Kind::Declarations, "the DOCTYPE has declarations");
        stop();
    }

    void fault(const xmlError& error) {
        // The end of what is read is none of the file.
        if (isDone_ || (isCut_ && place() >= text_.size())) return;
        const bool isNamespace = error.domain == XML_FROM_NAMESPACE;
        if (error.level == XML_ERR_WARNING && !isNamespace) return;
        const bool isLimit =
            error.code == XML_ERR_INTERNAL_ERROR || error.code == XML_ERR_NO_MEMORY;
        add(isLimit       ? XmlFlaw::Kind::TooDeep
            : isNamespace ? XmlFlaw::Kind::Namespace
                          : XmlFlaw::Kind::NotWellFormed,
            trimmedMessage(error.message));
        if (isLimit || flaws_.size() >= kMostFlaws) stop();
    }

    void add(XmlFlaw::Kind kind, std::string message) {
        flaws_.push_back({kind, line(), std::move(message)});
    }

    /// After its first error libxml2 would leave out references; here all of a text is wanted.
    void goOn() { context_->wellFormed = 1; }

    void stop() {
        isDone_ = true;
        xmlStopParser(context_.get());
    }

    std::uint32_t line() const {
        const xmlParserInput* input = context_->input;
        return input == nullptr ? 0 : static_cast<std::uint32_t>(std::max(input->line, 0));
    }

    /// How far the parser is in the text.
    std::size_t place() const {
        const xmlParserInput* input = context_->input;
        if (input == nullptr) return last_;
        return std::min(static_cast<std::size_t>(input->consumed) +
                            static_cast<std::size_t>(input->cur - input->base),
                        text_.size());
    }

    XmlVocabulary known(const xmlChar* uri, const xmlChar* prefix) {
        if (uri == nullptr)
            return prefix == nullptr ? vocabularies_.none : vocabularies_.ofPrefix(viewOf(prefix));
        // libxml2 has one copy of each name.
        const auto found = std::ranges::find(known_, uri, &Known::uri);
        if (found != known_.end()) return found->vocabulary;
        const XmlVocabulary vocabulary = vocabularies_.ofUri(viewOf(uri));
        if (known_.size() < 64) known_.push_back({uri, vocabulary});
        return vocabulary;
    }

    struct Known {
        const xmlChar* uri;
        XmlVocabulary vocabulary;
    };

    std::string_view text_;
    bool isCut_;  ///< Before a tag that is not read.
    XmlVisitor& visitor_;
    const XmlVocabularies& vocabularies_;
    std::unique_ptr<xmlParserCtxt, ContextDeleter> context_;
    std::vector<XmlAttribute> tag_;
    std::vector<XmlNamespace> namespaces_;
    std::deque<std::string> values_;  ///< Of its attributes, where they are other than typed.
    std::vector<Known> known_;
    std::vector<std::size_t> open_;   ///< How many namespaces each open element declares.
    std::size_t namespaceCount_ = 0;  ///< Of all of them.
    std::vector<XmlFlaw> flaws_;
    std::size_t last_ = 0;  ///< Where the event before ended.
    bool isDone_ = false;
};

}  // namespace

std::optional<std::string_view> XmlTag::value(XmlVocabulary of, std::string_view named) const {
    for (const XmlAttribute& attribute : attributes)
        if (attribute.vocabulary == of && attribute.name == named) return attribute.value;
    return std::nullopt;
}

std::vector<XmlFlaw> visitXml(std::string_view text,
                              XmlVisitor& visitor,
                              const XmlVocabularies& vocabularies) {
    const auto line = [&](std::size_t at) {
        return static_cast<std::uint32_t>(1 + std::ranges::count(text.substr(0, at), '\n'));
    };
    const std::optional<std::size_t> odd = firstForbidden(text);
    if (!odd) return Parser(text, visitor, vocabularies).run();
    const std::string fit = withoutForbidden(text, *odd);
    std::vector<XmlFlaw> flaws = Parser(fit, visitor, vocabularies).run();
    flaws.insert(flaws.begin(),
                 {XmlFlaw::Kind::Character, line(*odd), "a character that XML does not allow"});
    return flaws;
}

}  // namespace subs
