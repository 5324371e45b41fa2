// SPDX-License-Identifier: MIT
#include <subs/model/document.h>

#include "catch.h"

using subs::Cue;
using subs::CueId;
using subs::Document;
using subs::Origin;
using subs::PieceKind;
using subs::Style;

namespace {

Document twoCues() {
    Document document;
    for (int i = 0; i < 2; ++i) {
        Cue cue;
        cue.id = document.newId();
        cue.piece = {static_cast<std::uint32_t>(i)};
        document.cues.push_back(cue);
    }
    return document;
}

Style named(std::string name, std::string font) {
    Style style;
    style.name = std::move(name);
    style.fontName = std::move(font);
    return style;
}

}  // namespace

TEST_CASE("ids are never given twice", "[model]") {
    Document document = twoCues();
    document.cues.pop_back();
    CHECK(document.newId() == CueId{3});
}

TEST_CASE("a cue is found by its id", "[model]") {
    const Document document = twoCues();
    CHECK(subs::indexOf(document, CueId{2}) == std::size_t{1});
    CHECK_FALSE(subs::indexOf(document, CueId{9}).has_value());
}

TEST_CASE("of two styles of one name the last counts", "[model]") {
    Document document = twoCues();
    document.styles = {named("Bottom", "A"), named("Bottom", "B")};
    document.cues[0].style = "Bottom";
    REQUIRE(subs::styleOf(document, document.cues[0]));
    CHECK(subs::styleOf(document, document.cues[0])->fontName == "B");
}

TEST_CASE("a cue whose style is missing is shown in Default", "[model]") {
    Document document = twoCues();
    document.cues[0].style = "Gone";
    CHECK(subs::styleOf(document, document.cues[0]) == nullptr);
    document.styles = {named("Other", "A"), named("Default", "B")};
    CHECK(subs::styleOf(document, document.cues[0])->fontName == "B");
}

TEST_CASE("the stretches of an origin cover its text", "[model]") {
    Origin origin;
    origin.text = "head\ncue\n\n";
    origin.pieces = {{0, PieceKind::Raw}, {5, PieceKind::Cue}, {9, PieceKind::Separator}};
    CHECK(origin.stretch(0) == "head\n");
    CHECK(origin.stretch(1) == "cue\n");
    CHECK(origin.stretch(2) == "\n");
}

TEST_CASE("a detached document knows no file", "[model]") {
    Document document = twoCues();
    document.origin = std::make_shared<Origin>();
    document.styles = {named("Default", "A")};
    document.styles[0].piece = {4};
    const Document alone = subs::detached(document);
    CHECK_FALSE(alone.origin);
    CHECK_FALSE(alone.cues[0].piece.has());
    CHECK_FALSE(alone.styles[0].piece.has());
    CHECK(alone.cues[1].id == document.cues[1].id);
}

TEST_CASE("the duration of a cue is the way from its start to its end", "[model]") {
    Cue cue;
    cue.start = subs::Time::fromMilliseconds(2000);
    CHECK(cue.duration() == subs::Time());
    cue.end = subs::Time::fromMilliseconds(500);
    CHECK(cue.duration() == subs::Time::fromMilliseconds(-1500));
}
