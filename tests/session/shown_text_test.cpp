// SPDX-License-Identifier: MIT
#include "shown_text.h"

#include "catch.h"

#include <string>

using namespace subs;
using namespace subs::session;

namespace {

Document documentWith(std::string plain) {
    Document document;
    Cue cue;
    cue.id = document.newId();
    cue.text.plain = std::move(plain);
    document.cues.push_back(cue);
    return document;
}

std::string textAfter(Document document, const QString& text) {
    apply(withShownText(document, 0, text), document);
    return document.cues[0].text.plain;
}

}  // namespace

TEST_CASE("undecodable bytes are shown as replacement characters and survive an edit elsewhere",
          "[session][text]") {
    const Document document = documentWith("caf\xE9 noir");
    const QString visible = shown(document.cues[0].text.plain);
    CHECK(visible == QString::fromUtf8("caf\xEF\xBF\xBD noir"));
    CHECK(withShownText(document, 0, visible).empty());
    CHECK(textAfter(document, QString::fromUtf8("caf\xEF\xBF\xBD vert")) == "caf\xE9 vert");
    CHECK(textAfter(document, QString::fromUtf8("Le caf\xEF\xBF\xBD noir")) == "Le caf\xE9 noir");
    CHECK(textAfter(document, QString::fromUtf8("caf\xC3\xA9 noir")) == "caf\xC3\xA9 noir");
}

TEST_CASE("what is typed has one kind of line break", "[session][text]") {
    CHECK(typed(QStringLiteral("a\r\nb\rc\u2029d\u2028e\nf")) == "a\nb\nc\nd\ne\nf");
}

TEST_CASE("Khmer goes through unchanged", "[session][text]") {
    const QString khmer = QString::fromUtf8("ស្ត្រី\u200Bខ្ញុំ");
    CHECK(shown(typed(khmer)) == khmer);
    CHECK(textAfter(documentWith("x"), khmer) == khmer.toStdString());
}
