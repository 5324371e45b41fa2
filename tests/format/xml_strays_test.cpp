// SPDX-License-Identifier: MIT
// Comments (XML 1.0 §2.5) and texts of XML files that no cue says: they are lost elsewhere, and
// told with the cue that they are in. Expected by hand.
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"
#include "format/xml/xml_comments.h"

#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

using Told = std::vector<std::string>;

/// "feature count cue first" of each that is not read; cue 0 is none.
Told unreadOf(std::string_view format, const std::string& text) {
    const Parsed read = testing::parsed(format, text);
    Told told;
    for (const LossItem& loss : read.unread.items) {
        CHECK(loss.severity == LossSeverity::Dropped);
        const std::uint32_t cue =
            loss.cues.empty() ? 0 : static_cast<std::uint32_t>(loss.cues.front().value);
        told.push_back(loss.feature + ' ' + std::to_string(loss.count) + ' ' + std::to_string(cue) +
                       ' ' + loss.before);
    }
    return told;
}

std::string ttmlOf(const std::string& div) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>" + div +
           "</div></body></tt>";
}

const std::string kFirst = "<p begin=\"1s\" end=\"2s\">a</p>";

}  // namespace

TEST_CASE("comments are found in XML, but none in a CDATA section", "[xml]") {
    using Found = std::vector<std::string_view>;
    CHECK(xmlCommentsIn("<p>a<!-- one --><b/><!--two--><!-- --></p>") == Found{"one", "two"});
    CHECK(xmlCommentsIn("a<![CDATA[<!-- text -->]]>b<!-- <![CDATA[ -->c") == Found{"<![CDATA["});
    CHECK(xmlCommentsIn("<!DOCTYPE x><!-- cut") == Found{"cut"});
    CHECK(xmlCommentsIn("").empty());
}

TEST_CASE("comments in a cue of TTML are told with it", "[ttml]") {
    const std::string second = "<p begin=\"2s\" end=\"3s\">x<!-- check this -->y</p>";
    CHECK(unreadOf("ttml", ttmlOf(kFirst + second)) == Told{"note 1 2 check this"});
    CHECK(testing::documentOf("ttml", ttmlOf(second)).cues.at(0).text.plain == "xy");
    // Between cues they are told with the frame of the file.
    CHECK(unreadOf("ttml", ttmlOf(kFirst + "<!-- between -->" + kFirst)).empty());
    CHECK(unreadOf("ttml", ttmlOf("<p begin=\"2s\" end=\"3s\"><![CDATA[<!-- shown -->]]></p>"))
              .empty());
}

TEST_CASE("a text in no paragraph of TTML is told", "[ttml]") {
    CHECK(unreadOf("ttml", ttmlOf("stray &amp; words\n" + kFirst)) ==
          Told{"text-comment 1 0 stray & words"});
    CHECK(unreadOf("ttml", ttmlOf(kFirst + "\n  " + kFirst + "\nend")) ==
          Told{"text-comment 1 0 end"});
    CHECK(unreadOf("ttml", ttmlOf(kFirst + "<p begin=\"2s\" end=\"3s\">a<br>odd</br>b</p>")) ==
          Told{"text-comment 1 2 odd"});
    CHECK(unreadOf("ttml", ttmlOf("\n" + kFirst + "\n")).empty());
}

TEST_CASE("comments and texts beside the lines of a cinema subtitle are told with it", "[cinema]") {
    const auto spot = [](const std::string& content) {
        return "<Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">" + content +
               "</Subtitle>";
    };
    const auto dcdm = [](const std::string& list) {
        return "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\"><Id>urn:x"
               "</Id><EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>" +
               list + "</SubtitleList></SubtitleReel>";
    };
    const std::string plain = spot("<Text>a</Text>");
    CHECK(unreadOf("dcdm", dcdm(plain)).empty());
    CHECK(unreadOf("dcdm", dcdm(plain + spot("<Text>a<!-- check -->b</Text>"))) ==
          Told{"note 1 2 check"});
    CHECK(unreadOf("dcdm", dcdm(plain + spot("loose <Text>a<b>bold</b></Text> end"))) ==
          Told{"text-comment 1 2 loose bold end"});
    CHECK(unreadOf("dcdm", dcdm("stray" + plain)) == Told{"text-comment 1 0 stray"});
    CHECK(
        unreadOf("interop",
                 "<DCSubtitle Version=\"1.0\"><Subtitle TimeIn=\"00:00:01:000\" "
                 "TimeOut=\"00:00:02:000\"><!-- check --><Text>a</Text></Subtitle></DCSubtitle>") ==
        Told{"note 1 1 check"});
}

TEST_CASE("comments and texts in a unit of a translation file are told with its cue",
          "[translation]") {
    const auto xliff = [](const std::string& before, const std::string& unit) {
        return "<xliff version=\"2.1\" srcLang=\"en\" "
               "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\">" +
               before + "<unit id=\"1\">" + unit + "</unit></file></xliff>";
    };
    const std::string segment = "<segment><source>a</source></segment>";
    CHECK(unreadOf("xliff", xliff("\n", "\n" + segment + "\n")).empty());
    CHECK(unreadOf("xliff", xliff("", "<segment><source>a<!-- check --> b</source></segment>")) ==
          Told{"note 1 1 check"});
    CHECK(unreadOf("xliff", xliff("", "loose" + segment)) == Told{"note 1 1 loose"});
    CHECK(unreadOf("xliff", xliff("stray", segment)) == Told{"note 1 0 stray"});
    CHECK(unreadOf("tmx",
                   "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\">"
                   "<seg>a<!-- check --></seg></tuv></tu></body></tmx>") == Told{"note 1 1 check"});
}
