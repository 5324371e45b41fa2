// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::withReplaced;

namespace {

/// "Да, привет" in KOI8-R, and "Да".
constexpr const char* kHello = "\xE4\xC1, \xD0\xD2\xC9\xD7\xC5\xD4";
constexpr const char* kYes = "\xE4\xC1";

/// A file of `format` with one cue, in KOI8-R.
std::string fileOf(const std::string& format) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"KOI8-R\"?>\n";
    const std::string text = kHello;
    if (format == "ttml")
        return head +
               "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"ru\"><body><div>"
               "<p begin=\"1s\" end=\"2s\">" +
               text + "</p></div></body></tt>\n";
    if (format == "dcdm")
        return head +
               "<dcst:SubtitleReel "
               "xmlns:dcst=\"http://www.smpte-ra.org/schemas/428-7/2010/DCST\">"
               "<dcst:Language>ru</dcst:Language><dcst:EditRate>24 1</dcst:EditRate>"
               "<dcst:TimeCodeRate>24</dcst:TimeCodeRate><dcst:SubtitleList>"
               "<dcst:Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">"
               "<dcst:Text>" +
               text + "</dcst:Text></dcst:Subtitle></dcst:SubtitleList></dcst:SubtitleReel>\n";
    if (format == "interop")
        return head +
               "<DCSubtitle Version=\"1.0\"><Language>ru</Language>"
               "<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:000\">"
               "<Text>" +
               text + "</Text></Subtitle></DCSubtitle>\n";
    if (format == "xliff")
        return head +
               "<xliff version=\"2.0\" srcLang=\"ru\" "
               "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">"
               "<file id=\"f\"><unit id=\"1\"><segment><source>" +
               text + "</source></segment></unit></file></xliff>\n";
    return head +
           "<tmx version=\"1.4\"><header srclang=\"ru\" datatype=\"plaintext\" "
           "segtype=\"block\" adminlang=\"en\" creationtool=\"x\" creationtoolversion=\"1\" "
           "o-tmf=\"x\"/><body><tu><tuv xml:lang=\"ru\"><seg>" +
           text + "</seg></tuv></tu></body></tmx>\n";
}

}  // namespace

TEST_CASE("an XML file is read and saved in the encoding that it declares", "[xml][charset]") {
    for (const std::string id : {"ttml", "dcdm", "interop", "xliff", "tmx"}) {
        CAPTURE(id);
        const std::string bytes = fileOf(id);
        auto read = readDocument(bytes, "film.xml");
        REQUIRE(read);
        CHECK(read->format->info().id == id);
        REQUIRE(read->document.cues.size() == 1);
        CHECK(read->document.cues[0].text.plain == "Да, привет");
        CHECK(read->document.origin->encoding.name == "KOI8-R");
        CHECK(countOf(read->diagnostics, "charset.doubtful") == 0);
        for (const Diagnostic& diagnostic : read->diagnostics)
            CHECK_FALSE(diagnostic.code.ends_with(".encoding"));
        auto untouched = writtenDocument(read->document, *read->format, {});
        REQUIRE(untouched);
        CHECK(untouched->bytes == bytes);
        if (id == "xliff" || id == "tmx") continue;
        read->document.cues[0].text.plain = "Да";
        auto edited = writtenDocument(read->document, *read->format, {});
        REQUIRE(edited);
        CHECK(edited->bytes == withReplaced(bytes, kHello, kYes));
    }
}

TEST_CASE("an encoding that is asked for wins over the declared one, which is told",
          "[xml][charset]") {
    DocumentOptions options;
    options.encoding = "ISO-8859-5";
    const auto read =
        readDocument(withReplaced(fileOf("ttml"), kHello, "\xB4\xD0, \xDF\xE0\xD8\xD2\xD5\xE2"),
                     "film.ttml",
                     options);
    REQUIRE(read);
    REQUIRE(read->document.cues.size() == 1);
    CHECK(read->document.cues[0].text.plain == "Да, привет");
    CHECK(countOf(read->diagnostics, "ttml.encoding") == 1);
}

TEST_CASE("a text in ASCII is in the encoding that it declares, and is told of nothing",
          "[xml][charset]") {
    for (const std::string declared : {"ascii", "US-ASCII", "latin1", "KOI8-R", "utf-8"}) {
        CAPTURE(declared);
        const std::string bytes =
            withReplaced(withReplaced(fileOf("ttml"), "KOI8-R", declared), kHello, "boat");
        auto read = readDocument(bytes, "film.ttml");
        REQUIRE(read);
        CHECK(countOf(read->diagnostics, "ttml.encoding") == 0);
        const auto saved = writtenDocument(read->document, *read->format);
        REQUIRE(saved);
        CHECK(saved->bytes == bytes);
        // What that has no letter for is refused and not written in another.
        read->document.cues.at(0).text.plain = "ទូក";
        CHECK(writtenDocument(read->document, *read->format).has_value() == (declared == "utf-8"));
    }
}
