// SPDX-License-Identifier: MIT
#include "format/xml/cdata_section.h"

#include "catch.h"

#include <string>

using namespace subs;

namespace {

/// The section that the "|" of `typed` is in, which is not of the text.
std::string sectionIn(std::string typed) {
    const std::size_t at = typed.find('|');
    REQUIRE(at != typed.npos);
    typed.erase(at, 1);
    const auto section = cdataSectionAround(typed, at);
    return section ? std::string(section->of(typed)) : std::string();
}

}  // namespace

TEST_CASE("a place is in a CDATA section from its opening to its end", "[xml]") {
    CHECK(sectionIn("a<![CDATA[|b & c]]> d") == "<![CDATA[b & c]]>");
    CHECK(sectionIn("a<![CDATA[b & c|]]> d") == "<![CDATA[b & c]]>");
    CHECK(sectionIn("a|<![CDATA[b & c]]> d").empty());
    CHECK(sectionIn("a<![CDATA[b & c]]>| d").empty());
    CHECK(sectionIn("<![CDATA[a]]>b<![CDATA[<c>|]]>") == "<![CDATA[<c>]]>");
    CHECK(sectionIn("<s x='>'>a</s><![CDATA[b|]]>") == "<![CDATA[b]]>");
    CHECK(sectionIn("a|").empty());
}

TEST_CASE("a comment or an instruction opens no CDATA section, and a section no comment", "[xml]") {
    CHECK(sectionIn("<!-- <![CDATA[ -->a|").empty());
    CHECK(sectionIn("<?x <![CDATA[ ?>a|").empty());
    CHECK(sectionIn("<![CDATA[<!--]]>a|<!-- ]]> -->").empty());
    CHECK(sectionIn("<![CDATA[<!--]]>a<![CDATA[b|]]>") == "<![CDATA[b]]>");
    CHECK(sectionIn("<![CDATA[a|") == "<![CDATA[a");
}
