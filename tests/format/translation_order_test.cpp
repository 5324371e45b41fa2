// SPDX-License-Identifier: MIT
// Targets of XLIFF that stand in another order than their sources.
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::written;

TEST_CASE("a target is read in the order that its segments have", "[translation]") {
    // XLIFF 2.1 §4.3.1.22 (order): the place among all segments and ignorables of the unit.
    const auto unit = [](const std::string& parts) {
        return "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
               "srcLang=\"en\" trgLang=\"fr\"><file id=\"f\"><unit id=\"u\">" +
               parts + "</unit></file></xliff>";
    };
    const auto segment = [](const std::string& source, const std::string& target) {
        return "<segment><source>" + source + "</source>" + target + "</segment>";
    };
    const std::string blank = "<ignorable><source> </source></ignorable>";
    const std::string turned =
        unit(segment("A.",
                     "<target order=\"3\">Phrase <pc id=\"1\" subType=\"xlf:i\">A</pc>."
                     "</target>") +
             blank + segment("B.", "<target order=\"1\">Phrase B.</target>"));
    const Document document = documentOf("xliff", turned);
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.plain == "Phrase B. Phrase A.");
    REQUIRE(document.cues[0].text.spans.size() == 1);
    CHECK(document.cues[0].text.spans[0].kind == SpanKind::Italic);
    CHECK(document.cues[0].text.spans[0].begin == 17);
    CHECK(document.cues[0].text.spans[0].end == 18);
    CHECK(written(document, "xliff") == turned);
    // In their own order, with what stands between them; a target of its own takes its place.
    CHECK(documentOf("xliff",
                     unit(segment("A.", "<target>Un.</target>") + blank +
                          segment("B.", "<target>Deux.</target>")))
              .cues[0]
              .text.plain == "Un. Deux.");
    CHECK(documentOf("xliff",
                     unit(segment("A.", "<target>Un.</target>") +
                          "<ignorable><source> </source><target>_</target></ignorable>" +
                          segment("B.", "<target>Deux.</target>")))
              .cues[0]
              .text.plain == "Un._Deux.");
    CHECK(documentOf("xliff", unit(segment("A.", "") + blank + segment("B.", "")))
              .cues[0]
              .text.plain == "A. B.");
}

TEST_CASE("a target in another order is edited where each part of it stands",
          "[translation][save]") {
    const std::string file =
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" "
        "trgLang=\"fr\"><file id=\"f\"><unit id=\"u\"><segment><source>A</source><target "
        "order=\"2\">Un</target></segment><segment><source>B</source><target order=\"1\">Deux"
        "</target></segment></unit></file></xliff>";
    Document document = documentOf("xliff", file);
    REQUIRE(document.cues[0].text.plain == "DeuxUn");
    document.cues[0].text.plain = "DeuxSix";
    CHECK(written(document, "xliff") == testing::withReplaced(file, "\"2\">Un<", "\"2\">Six<"));
    // Two at once would have to be made from the back.
    document.cues[0].text.plain = "TroisSix";
    const auto text = formatNamed("xliff")->write(document, {});
    if (text)
        CHECK(documentOf("xliff", *text).cues[0].text.plain == "TroisSix");
    else
        CHECK(text.error().code == "format.not-in-place");
}
