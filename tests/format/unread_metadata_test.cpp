// SPDX-License-Identifier: MIT
// What a file says of itself and a document has no word for, as its reader tells it.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/stl_file.h"

#include <string>
#include <vector>

using namespace subs;
namespace file = testing::stl;

namespace {

using Told = std::vector<std::string>;

/// "feature severity count first" of all that is not read of a file.
Told unreadOf(const std::string& bytes, const std::string& name) {
    const auto read = readDocument(bytes, name);
    REQUIRE(read);
    REQUIRE_FALSE(read->document.cues.empty());
    Told told;
    for (const LossItem& loss : read->unread.items)
        told.push_back(loss.feature + ' ' + std::string(nameOf(loss.severity)) + ' ' +
                       std::to_string(loss.count) + ' ' + loss.before);
    return told;
}

/// The header of EBU STL with `text` at byte `at` (Tech 3264, 3.).
std::string headerWith(std::size_t at, const std::string& text) {
    std::string header = file::header();
    return header.replace(at, text.size(), text);
}

}  // namespace

TEST_CASE("metadata in the head of TTML is told, but for what is read of it", "[ttml]") {
    const auto ttml = [](const std::string& head) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\" "
               "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
               "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
               "xmlns:ebuttm=\"urn:ebu:tt:metadata\" xmlns:o=\"urn:other\"><head>" +
               head + "</head><body><div><p begin=\"1s\" end=\"2s\">boat</p></div></body></tt>";
    };
    CHECK(unreadOf(ttml("<metadata><ttm:title>Boat</ttm:title><ttm:desc> for the deaf </ttm:desc>"
                        "<ttm:copyright>Sok</ttm:copyright></metadata>"),
                   "a.ttml") == Told{"metadata dropped 2 desc: for the deaf"});
    CHECK(unreadOf(ttml("<ttm:copyright>Sok</ttm:copyright>"), "a.ttml") ==
          Told{"metadata dropped 1 copyright: Sok"});
    CHECK(unreadOf(ttml("<metadata><o:reviewer>Dara</o:reviewer></metadata>"), "a.ttml") ==
          Told{"metadata dropped 1 reviewer: Dara"});
    CHECK(unreadOf(ttml("<styling><metadata><ttm:desc>house look</ttm:desc></metadata>"
                        "<style xml:id=\"s\"/></styling>"),
                   "a.ttml") == Told{"metadata dropped 1 desc: house look"});
    // Of those who speak, of profiles, of programs.
    CHECK(unreadOf(ttml("<metadata><ttm:agent xml:id=\"a\" type=\"person\"><ttm:name type=\"full\">"
                        "Dara</ttm:name></ttm:agent></metadata>"
                        "<ttp:profile><ttp:features><ttp:feature>#color</ttp:feature>"
                        "</ttp:features></ttp:profile>"
                        "<metadata><ebuttm:documentMetadata><ebuttm:conformsToStandard>"
                        "urn:ebu:tt:distribution:2014-01</ebuttm:conformsToStandard>"
                        "<ebuttm:documentEbuttVersion>v1.0</ebuttm:documentEbuttVersion>"
                        "</ebuttm:documentMetadata></metadata>"),
                   "a.ttml")
              .empty());
}

TEST_CASE("metadata in the content of TTML is told, that of a paragraph with its cue", "[ttml]") {
    const auto ttml = [](const std::string& body) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\" "
               "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" xmlns:o=\"urn:other\"><body>" +
               body + "</body></tt>";
    };
    const std::string first = "<p begin=\"1s\" end=\"2s\">boat</p>";
    const auto read = readDocument(
        ttml(
            "<div>" + first +
            "<p begin=\"3s\" end=\"4s\"><metadata><o:hint>a <o:b>pun</o:b> here</o:hint></metadata>"
            "<span>ferry<ttm:desc>said low</ttm:desc></span></p></div>"),
        "a.ttml");
    REQUIRE(read);
    REQUIRE(read->document.cues.size() == 2);
    CHECK(read->document.cues[1].text.plain == "ferry");
    REQUIRE(read->unread.items.size() == 1);
    const LossItem& told = read->unread.items.front();
    CHECK(told.feature == feature::kMetadata);
    CHECK(told.severity == LossSeverity::Dropped);
    CHECK(told.count == 3);
    CHECK(told.before == "b: pun");
    CHECK(told.cues == std::vector<CueId>{read->document.cues[1].id});

    CHECK(unreadOf(ttml("<metadata><ttm:desc>for the deaf</ttm:desc></metadata><div>" + first +
                        "</div>"),
                   "a.ttml") == Told{"metadata dropped 1 desc: for the deaf"});
    CHECK(unreadOf(ttml("<div><ttm:desc>scene one</ttm:desc>" + first + "</div>"), "a.ttml") ==
          Told{"metadata dropped 1 desc: scene one"});
}

TEST_CASE("roles and what other vocabularies say in the content of TTML is told", "[ttml]") {
    const auto ttml = [](const std::string& attributes, const std::string& content) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\" "
               "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
               "xmlns:itts=\"http://www.w3.org/ns/ttml/profile/imsc1#styling\" "
               "xmlns:ebuttm=\"urn:ebu:tt:metadata\" xmlns:o=\"urn:other\" "
               "xmlns:smpte=\"http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt\">"
               "<body><div " +
               attributes + "><p begin=\"1s\" end=\"2s\" " + content + "</p></div></body></tt>";
    };
    CHECK(unreadOf(ttml("",
                        "ttm:role=\"sound music\" o:who=\"Dara\"><span o:take=\"2\">boat"
                        "</span>"),
                   "a.ttml") == Told{"metadata dropped 3 role: sound music"});
    CHECK(unreadOf(ttml("ttm:role=\"caption\" o:reel=\"1\"", ">boat"), "a.ttml") ==
          Told{"metadata dropped 2 role: caption"});
    CHECK(unreadOf(ttml("", ">boat <o:gloss>ship</o:gloss>"), "a.ttml") ==
          Told{"text-comment dropped 1 ship"});
    CHECK(unreadOf(ttml("", ">boat<o:breath length=\"short\"/>"), "a.ttml") ==
          Told{"metadata dropped 1 breath: length=\"short\""});
    // Those of TTML and its profiles say how it looks, or are of no person.
    CHECK(unreadOf(ttml("", "itts:fillLineGap=\"false\" ebuttm:x=\"1\">boat"), "a.ttml").empty());
    // Two cues of one paragraph have it once.
    CHECK(unreadOf(ttml("",
                        "o:who=\"Dara\"><span begin=\"0s\" end=\"1s\">a</span>"
                        "<span begin=\"1s\" end=\"2s\">b</span>"),
                   "a.ttml") == Told{"metadata dropped 1 who: Dara"});
}

TEST_CASE("pictures of TTML are told as those of cinema files are", "[ttml]") {
    const auto ttml = [](const std::string& picture) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\" "
               "xmlns:smpte=\"http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt\"><body>" +
               picture + "<div><p begin=\"1s\" end=\"2s\">boat</p></div></body></tt>";
    };
    CHECK(unreadOf(ttml("<div begin=\"3s\" end=\"4s\" smpte:backgroundImage=\"#a\"/>"), "a.ttml") ==
          Told{"overrides dropped 1 <div smpte:backgroundImage=\"#a\">"});
    CHECK(unreadOf(ttml("<div begin=\"3s\" end=\"4s\"><image src=\"a.png\"/></div>"), "a.ttml") ==
          Told{"overrides dropped 1 <image src=\"a.png\">"});
}

TEST_CASE("notes of a translation file and of its groups are told", "[translation]") {
    const auto xliff = [](const std::string& before, const std::string& inside) {
        return "<xliff version=\"2.1\" srcLang=\"en\" "
               "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
               "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"><file id=\"f\">" +
               before + "<unit id=\"1\">" + inside +
               "<segment><source>a</source></segment></unit></file></xliff>";
    };
    CHECK(unreadOf(xliff("<notes><note id=\"1\">for the dub</note></notes>", ""), "a.xlf") ==
          Told{"note dropped 1 for the dub"});
    CHECK(unreadOf(xliff("<mda:metadata><mda:metaGroup category=\"film\"><mda:meta type=\"reel\">"
                         "two</mda:meta></mda:metaGroup></mda:metadata>",
                         ""),
                   "a.xlf") == Told{"note dropped 1 two"});
    const std::string group =
        "<mda:metadata><mda:metaGroup category=\"subs\"><mda:meta type=\"start\">1</mda:meta>"
        "</mda:metaGroup><mda:metaGroup category=\"studio\"><mda:meta type=\"room\">B</mda:meta>"
        "</mda:metaGroup></mda:metadata>";
    CHECK(unreadOf(xliff("", group), "a.xlf") == Told{"note dropped 1 B"});
    const auto tmx = [](const std::string& header) {
        return "<tmx version=\"1.4\"><header srclang=\"en\">" + header +
               "</header><body><tu><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu></body></tmx>";
    };
    CHECK(unreadOf(tmx("<note>for the dub</note><prop type=\"x-client\">Sok</prop>"), "a.tmx") ==
          Told{"note dropped 2 for the dub"});
    CHECK(unreadOf(tmx("<prop type=\"x-subs-title\">Boat</prop>"), "a.tmx").empty());
}

TEST_CASE("what the header of EBU STL says to people is told, but for the title", "[stl]") {
    const std::string block = file::block("boat");
    CHECK(unreadOf(file::header({.title = "Boat"}) + block, "a.stl").empty());
    // Tech 3264: OET, TPT, TET, TN, TCD, SLR, PUB, EN, ECD.
    const std::vector<std::size_t> fields = {48, 80, 112, 144, 176, 208, 277, 309, 341};
    for (const std::size_t at : fields) {
        const Told told = unreadOf(headerWith(at, "Sok Dara") + block, "a.stl");
        REQUIRE(told.size() == 1);
        CHECK(told[0].starts_with("metadata dropped 1 "));
        CHECK(told[0].ends_with(": Sok Dara"));
    }
    CHECK(unreadOf(headerWith(448, "x") + block, "a.stl") ==
          Told{"metadata dropped 1 the user-defined area (UDA)"});
}

TEST_CASE("user data of EBU STL is dropped, alone and amid a subtitle", "[stl]") {
    const std::string user = file::block("\x01\x02", {.extension = 0xFE});
    const std::string head = file::header({.blocks = "00002"});
    const auto read = readDocument(head + user + file::block("boat"), "a.stl");
    REQUIRE(read);
    bool isTold = false;
    for (const LossItem& loss : formatNamed("srt")->plan(read->document, {}).items)
        isTold = isTold || (loss.feature == feature::kRaw &&
                            loss.severity == LossSeverity::Dropped && loss.count == 1);
    CHECK(isTold);
    const std::string amid = file::header({.blocks = "00003"}) +
                             file::block("boat", {.extension = 0}) + user + file::block("ferry");
    CHECK(unreadOf(amid, "a.stl") == Told{"raw dropped 1 user data amid the blocks of a subtitle"});
}

TEST_CASE("double height of EBU STL is lost where not all of a file has it", "[stl]") {
    const auto stl = [](const std::string& second) {
        return file::header({.display = "1", .blocks = "00002"}) + file::block("\x0D\x0B\x0Boat") +
               file::block(second, {.number = 2, .in = {0, 0, 3, 0}, .out = {0, 0, 4, 0}});
    };
    CHECK(unreadOf(stl("\x0B\x0B low"), "a.stl") == Told{"font-size dropped 1 double height"});
    CHECK(unreadOf(stl("\x0D\x0B\x0B high"), "a.stl") == Told{"font-size info 2 double height"});
}

TEST_CASE("an event of SSA that is marked is told", "[ssa]") {
    const auto fileWith = [](const std::string& first, const std::string& second) {
        return "[Script Info]\nScriptType: v4.00\n\n[Events]\n"
               "Format: Marked, Start, End, Style, Text\n"
               "Dialogue: " +
               first + ",0:00:01.00,0:00:02.00,Default,a\nDialogue: " + second +
               ",0:00:03.00,0:00:04.00,Default,b\n";
    };
    CHECK(unreadOf(fileWith("Marked=0", "0"), "a.ssa").empty());
    CHECK(unreadOf(fileWith("Marked=0", "Marked=1"), "a.ssa") ==
          Told{"metadata dropped 1 Marked=1"});
    CHECK(unreadOf(fileWith("1", "Marked=1"), "a.ssa") == Told{"metadata dropped 2 1"});
    const auto read = readDocument(fileWith("0", "Marked=1"), "a.ssa");
    REQUIRE(read->unread.items.size() == 1);
    CHECK(read->unread.items[0].cues == std::vector<CueId>{read->document.cues.at(1).id});
}

TEST_CASE("members of JSON that are not known are told", "[json-cues]") {
    CHECK(unreadOf("{\"reviewer\": \"Sok\", \"tags\": [], \"cues\": [{\"start_ms\": 1, "
                   "\"text\": \"a\", \"note\": \"loud\", \"take\": 2, \"mood\": null}, "
                   "{\"start_ms\": 2, \"text\": \"b\", \"note\": \"\"}]}",
                   "a.json") == Told{"metadata dropped 3 reviewer: Sok"});
    // As `subs dump` prints it.
    CHECK(unreadOf("{\"format\": \"srt\", \"encoding\": \"UTF-8\", \"language\": null, \"cues\": "
                   "[{\"index\": 1, \"id\": \"1\", \"start_ms\": 1, \"end_ms\": 2, \"text\": "
                   "\"a\", \"markup\": \"<i>a</i>\", \"settings\": {\"written\": \"X1:1\"}, "
                   "\"style\": null, \"layer\": 0, \"kind\": \"dialogue\"}], "
                   "\"diagnostics\": [{\"code\": \"x\"}]}",
                   "a.json")
              .empty());
}
