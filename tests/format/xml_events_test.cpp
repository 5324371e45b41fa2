// SPDX-License-Identifier: MIT
// What text is and how references are resolved: XML 1.0 (fifth edition), 2.4, 4.1, 4.6.
#include "format/xml/xml_events.h"

#include "catch.h"

#include <random>
#include <string>
#include <vector>

using namespace subs;

namespace {

/// All text of a file, with the bytes that are said to be it.
class TextVisitor final : public XmlVisitor {
public:
    explicit TextVisitor(std::string_view file) : file_(file) {}

    void open(const XmlTag& tag) override { check(tag.at); }
    void close(ByteRange at) override { check(at); }
    void text(std::string_view text, ByteRange at) override {
        check(at);
        said += text;
        bytes += at.of(file_);
        // As long as the text it is the text.
        if (at.end - at.begin == text.size()) CHECK(at.of(file_) == text);
    }

    std::string said;
    std::string bytes;

private:
    /// Events come in the order of the file.
    void check(ByteRange at) {
        CHECK(at.begin >= last_);
        CHECK(at.end >= at.begin);
        CHECK(at.end <= file_.size());
        last_ = at.end;
    }

    std::string_view file_;
    std::size_t last_ = 0;
};

const XmlVocabularies kNone{0,
                            [](std::string_view) { return XmlVocabulary{0}; },
                            [](std::string_view) { return XmlVocabulary{0}; }};

std::string textOf(const std::string& typed) {
    const std::string file = "<a>" + typed + "</a>";
    TextVisitor visitor(file);
    visitXml(file, visitor, kNone);
    CHECK(visitor.bytes == typed);
    return visitor.said;
}

std::string escaped(std::string_view text) {
    std::string typed;
    for (const char c : text) {
        if (c == '<')
            typed += "&lt;";
        else if (c == '&')
            typed += "&amp;";
        else if (c == ';')
            typed += "&#59;";
        else
            typed += c;
    }
    return typed;
}

}  // namespace

TEST_CASE("a reference before a tag or another reference is one character", "[xml]") {
    CHECK(textOf("la &lt;") == "la <");
    CHECK(textOf("A &amp;&amp; B") == "A && B");
    CHECK(textOf("&lt;&lt;") == "<<");
    CHECK(textOf("&amp;&lt;&amp;lt;") == "&<&lt;");
    CHECK(textOf("a&#60;") == "a<");
    CHECK(textOf("&#59;") == ";");
    CHECK(textOf("a &#x3B;; b") == "a ;; b");
    CHECK(textOf("x&gt;x") == "x>x");
    CHECK(textOf("]]&gt;") == "]]>");
}

TEST_CASE("an ampersand that begins nothing is itself", "[xml]") {
    CHECK(textOf("a & b") == "a & b");
    CHECK(textOf("a && b") == "a && b");
    CHECK(textOf("&") == "&");
}

TEST_CASE("letters of any script and lines come as they are", "[xml][khmer]") {
    CHECK(textOf("ទូក &lt; ទូក") == "ទូក < ទូក");
    CHECK(textOf("ទូក&lt;") == "ទូក<");
    CHECK(textOf("one\ntwo\n") == "one\ntwo\n");
}

TEST_CASE("any text that is escaped is read as it was", "[xml]") {
    const std::vector<std::string> parts = {
        "<", "&", ";", "#", "lt", "]", ">", "\"", "'", " ", "\n", "a", "ទ", "é", "</a>", "&lt;"};
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (auto length = 1 + random() % 12; length > 0; --length)
            text += parts[random() % parts.size()];
        if (text.find("]]>") != text.npos) continue;  // is no text
        INFO(text);
        CHECK(textOf(escaped(text)) == text);
    }
    // Longer than a buffer of the parser.
    std::string lengthy;
    for (int i = 0; i < 500; ++i)
        lengthy += parts[random() % parts.size()] + "x";
    CHECK(textOf(escaped(lengthy)) == lengthy);
}

TEST_CASE("at most a thousand namespaces are open at once", "[xml][hostile]") {
    const auto tagWith = [](std::size_t count) {
        std::string tag = "<b";
        for (std::size_t i = 0; i < count; ++i)
            tag += " xmlns:n" + std::to_string(i) + "='u'";
        return tag + ">";
    };
    const auto flawsOf = [](const std::string& file, std::string_view said) {
        TextVisitor visitor(file);
        const std::vector<XmlFlaw> flaws = visitXml(file, visitor, kNone);
        CHECK(visitor.said == said);
        return flaws;
    };
    // One tag after another.
    CHECK(flawsOf("<a>1" + tagWith(900) + "2</b>" + tagWith(1000) + "3</b>4</a>", "1234").empty());
    // In each other, and in one tag.
    for (const std::string& file : {"<a>1\n" + tagWith(600) + tagWith(401) + "2</b></b></a>",
                                    "<a>1\n" + tagWith(1001) + "2</b></a>"}) {
        const std::vector<XmlFlaw> flaws = flawsOf(file, "1\n");
        REQUIRE(flaws.size() == 1);
        CHECK(flaws[0].kind == XmlFlaw::Kind::TooDeep);
        CHECK(flaws[0].line == 2);
    }
}
