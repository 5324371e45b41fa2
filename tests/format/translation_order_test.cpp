// SPDX-License-Identifier: MIT
// Units of XLIFF in several segments: targets in another order than their sources, or not there.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::documentOf;
using testing::lossOf;
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

TEST_CASE("a segment without a target is read with its source's text, and told",
          "[translation][loss]") {
    const auto file = [](const std::string& parts) {
        return "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
               "srcLang=\"en\" trgLang=\"km\"><file id=\"f\"><unit id=\"u\">" +
               parts + "</unit></file></xliff>";
    };
    const std::string blank = "<ignorable><source> </source></ignorable>";
    const std::string done = "<segment><source>First.</source><target>ទីមួយ។</target></segment>";
    const std::string open =
        "<segment><source>S<pc id=\"1\" subType=\"xlf:i\">eco</pc>nd.</source></segment>";
    SECTION("behind one that has one") {
        const std::string text = file(done + blank + open + blank);
        const Parsed read = testing::parsed("xliff", text);
        const Document& document = read.document;
        REQUIRE(document.cues.size() == 1);
        CHECK(document.cues[0].text.plain == "ទីមួយ។ Second.");
        REQUIRE(document.cues[0].text.spans.size() == 1);
        CHECK(document.cues[0].text.spans[0].kind == SpanKind::Italic);
        CHECK(document.cues[0].text.plain.substr(document.cues[0].text.spans[0].begin) == "econd.");
        CHECK(countOf(read.diagnostics, "xliff.untranslated") == 1);
        const LossItem* loss = lossOf(read.unread, feature::kPartialTranslation);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Approximated);
        CHECK(loss->cues == std::vector<CueId>{{1}});
        CHECK(loss->before == "no text in km");
        CHECK(loss->after == "Second.");
        // The source of what is translated is another text.
        CHECK(lossOf(read.unread, feature::kOtherLanguage));
        CHECK(written(document, "xliff") == text);
    }
    SECTION("before one that has one") {
        const std::string text = file(open + blank + done);
        const Document document = documentOf("xliff", text);
        CHECK(document.cues[0].text.plain == "Second. ទីមួយ។");
        CHECK(written(document, "xliff") == text);
    }
    SECTION("and is what it was where the unit is edited") {
        const std::string text = file(done + blank + open);
        Document document = documentOf("xliff", text);
        document.cues[0].label = "intro";
        document.cues[0].text = replaced(document.cues[0].text, 0, 3, "ឃ");
        CHECK(written(document, "xliff") ==
              testing::withReplaced(testing::withReplaced(text, "ទី", "ឃី"),
                                    "unit id=\"u\"",
                                    "unit id=\"u\" name=\"intro\""));
        const std::size_t second = document.cues[0].text.plain.find('S');
        document.cues[0].text = replaced(document.cues[0].text, second, second + 1, "s");
        const auto refused = formatNamed("xliff")->write(document, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "format.not-in-place");
    }
}
