// SPDX-License-Identifier: MIT
#include "format/patch.h"

#include "catch.h"

#include <memory>

using subs::Cue;
using subs::Document;
using subs::Origin;
using subs::PieceKind;
using subs::PieceWriter;
using subs::Style;

namespace {

/// A format of one line a thing: "cue a" is a cue with text "a". `separate` is made visible.
class Lines : public PieceWriter {
public:
    subs::Result<void> appendCue(std::string& out,
                                 const Cue& cue,
                                 std::string_view original) override {
        if (cue.text.plain == "fail") return subs::failure("test.failed", "as asked");
        out += original == cue.text.plain + "\n" ? std::string(original)
                                                 : "[" + cue.text.plain + "]\n";
        return {};
    }
    subs::Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        out += "+" + cue.text.plain + "\n";
        return {};
    }
    void appendNewStyle(std::string& out, const Style& style) override {
        out += "+" + style.name + "\n";
    }
    void separate(std::string& out) override { out += "|"; }
};

/// One piece for each letter: c cue, r raw, s separator, S style, # section. Each is a line: its
/// letter and place.
Document fileOf(std::string_view kinds) {
    Document document;
    auto origin = std::make_shared<Origin>();
    for (const char kind : kinds) {
        const auto piece = static_cast<std::uint32_t>(origin->pieces.size());
        const std::string line = kind + std::to_string(piece);
        const auto begin = static_cast<std::uint32_t>(origin->text.size());
        const PieceKind pieceKind = kind == 'c'   ? PieceKind::Cue
                                    : kind == 's' ? PieceKind::Separator
                                    : kind == 'S' ? PieceKind::Style
                                    : kind == '#' ? PieceKind::Section
                                                  : PieceKind::Raw;
        origin->pieces.push_back({begin, pieceKind});
        origin->text += line + "\n";
        if (kind == 'c') {
            Cue cue;
            cue.id = document.newId();
            cue.piece = {piece};
            cue.text.plain = line;
            document.cues.push_back(cue);
        }
        if (kind == 'S') {
            Style style;
            style.name = line;
            style.piece = {piece};
            document.styles.push_back(style);
        }
    }
    document.origin = origin;
    return document;
}

Cue newCue(std::string text) {
    Cue cue;
    cue.text.plain = std::move(text);
    return cue;
}

Style newStyle(std::string name) {
    Style style;
    style.name = std::move(name);
    return style;
}

std::string saved(const Document& document, const subs::NewPlaces& places = {}) {
    Lines lines;
    auto text = subs::patched(document, lines, places);
    REQUIRE(text);
    for (char& letter : *text)
        letter = letter == '\n' ? ' ' : letter;
    return *text;
}

}  // namespace

TEST_CASE("an unchanged document is saved as its file", "[patch]") {
    for (const std::string_view kinds : {"", "r", "rcscs", "cc", "#SS#rcrcr#r", "scr"}) {
        const Document document = fileOf(kinds);
        Lines lines;
        CHECK(*subs::patched(document, lines) == document.origin->text);
    }
}

TEST_CASE("a changed cue is written in its place", "[patch]") {
    Document document = fileOf("rcscr");
    document.cues[1].text.plain = "new";
    CHECK(saved(document) == "r0 c1 s2 [new] r4 ");
}

TEST_CASE("a deleted cue goes with its separator, raw pieces stay", "[patch]") {
    Document document = fileOf("rcscsrcs");
    document.cues.erase(document.cues.begin() + 1);
    CHECK(saved(document) == "r0 c1 s2 |r5 c6 s7 ");
    document.cues.clear();
    CHECK(saved(document) == "r0 |r5 ");
}

TEST_CASE("a new cue comes right after the cue before it", "[patch]") {
    Document document = fileOf("rcsrcs");
    document.cues.insert(document.cues.begin() + 1, newCue("n"));
    CHECK(saved(document) == "r0 c1 s2 |+n |r3 c4 s5 ");
    document.cues.push_back(newCue("m"));
    CHECK(saved(document) == "r0 c1 s2 |+n |r3 c4 s5 |+m ");
}

TEST_CASE("a new cue before all others comes where the first was", "[patch]") {
    Document document = fileOf("rcsc");
    document.cues.insert(document.cues.begin(), newCue("n"));
    CHECK(saved(document) == "r0 |+n |c1 s2 c3 ");
    document.cues.erase(document.cues.begin() + 1);
    CHECK(saved(document) == "r0 |+n |c3 ");
    document.cues.pop_back();
    CHECK(saved(document) == "r0 |+n ");
}

TEST_CASE("a moved cue takes its raw pieces along, inside its section", "[patch]") {
    Document document = fileOf("rcsrcs#r");
    std::swap(document.cues[0], document.cues[1]);
    CHECK(saved(document) == "r0 |c4 s5 |c1 s2 r3 |#6 r7 ");
}

TEST_CASE("raw pieces behind a deleted cue follow the one before it when that moves", "[patch]") {
    Document document = fileOf("crcrc");
    document.cues.erase(document.cues.begin() + 1);
    std::swap(document.cues[0], document.cues[1]);
    CHECK(saved(document) == "|c4 |c0 r1 |r3 ");
}

TEST_CASE("of two cues that claim a piece the first keeps it", "[patch]") {
    Document document = fileOf("cs");
    document.cues.push_back(document.cues[0]);
    CHECK(saved(document) == "c0 s1 |+c0 ");
}

TEST_CASE("a piece that is no cue or does not exist makes a cue new", "[patch]") {
    Document document = fileOf("rc");
    document.cues[0].piece = {0};
    CHECK(saved(document) == "r0 |+c1 ");
    document.cues[0].piece = {77};
    CHECK(saved(document) == "r0 |+c1 ");
}

TEST_CASE("new things in a file without their kind go where the format says", "[patch]") {
    Document document = fileOf("#r#r");
    document.cues = {newCue("n")};
    document.styles = {newStyle("S")};
    CHECK(saved(document) == "#0 r1 #2 r3 |+S |+n ");
    subs::NewPlaces places;
    places.cues.piece = 2;
    places.styles = {1, "head "};
    CHECK(saved(document, places) == "#0 |head |+S |r1 |+n |#2 r3 ");
}

TEST_CASE("styles are changed in their place, without what is around them", "[patch]") {
    Document document = fileOf("#SrS#c");
    document.styles.insert(document.styles.begin() + 1, newStyle("N"));
    CHECK(saved(document) == "#0 S1 |+N |r2 S3 #4 c5 ");
    document.styles.erase(document.styles.begin());
    CHECK(saved(document) == "#0 |+N |r2 S3 #4 c5 ");
}

TEST_CASE("an error of the format ends the saving", "[patch]") {
    Document document = fileOf("cc");
    document.cues[1].text.plain = "fail";
    Lines lines;
    const auto text = subs::patched(document, lines);
    REQUIRE_FALSE(text);
    CHECK(text.error().code == "test.failed");
}

TEST_CASE("a document knows whether its cues come into other sections", "[patch]") {
    Document document = fileOf("#cc#cc");
    CHECK_FALSE(subs::changesSections(document));
    std::swap(document.cues[0], document.cues[1]);
    std::swap(document.cues[2], document.cues[3]);
    CHECK_FALSE(subs::changesSections(document));
    std::swap(document.cues[1], document.cues[2]);
    CHECK(subs::changesSections(document));
    // Those of the second section alone are all in their own.
    std::erase_if(document.cues, [](const Cue& cue) { return cue.piece.index < 3; });
    REQUIRE(document.cues.size() == 2);
    CHECK_FALSE(subs::changesSections(document));
}
