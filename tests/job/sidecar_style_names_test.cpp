// SPDX-License-Identifier: MIT
#include "catch.h"
#include "job/sidecar/style_names.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

Style styleOf(std::string name, std::string font) {
    Style style;
    style.name = std::move(name);
    style.fontName = std::move(font);
    return style;
}

Document documentOf(std::vector<Style> styles, const std::vector<std::string>& used) {
    Document document;
    document.styles = std::move(styles);
    for (const std::string& name : used) {
        Cue cue;
        cue.id = document.newId();
        cue.style = name;
        document.cues.push_back(cue);
    }
    return document;
}

}  // namespace

TEST_CASE("a look keeps its name when the one before it goes", "[job][sidecar]") {
    const Document written =
        documentOf({styleOf("bottom", "Battambang"), styleOf("bottom-2", "Noto Sans")},
                   {"bottom", "bottom-2", "bottom-2"});
    Document edited = documentOf({styleOf("bottom", "Noto Sans")}, {"bottom", "bottom"});
    takeStyleNames(written, edited);
    CHECK(edited.styles[0].name == "bottom-2");
    CHECK(edited.cues[0].style == "bottom-2");
    CHECK(edited.cues[1].style == "bottom-2");
}

TEST_CASE("a look that is new takes the name of no other", "[job][sidecar]") {
    const Document written = documentOf({styleOf("a", "One"), styleOf("b", "Two")}, {"a", "b"});
    Document edited = documentOf({styleOf("a", "Two"), styleOf("b", "Three")}, {"a", "b", "gone"});
    takeStyleNames(written, edited);
    CHECK(edited.cues[0].style == "b");
    CHECK(edited.cues[1].style == "b-2");
    CHECK(edited.styles[1].name == "b-2");
    CHECK(edited.cues[2].style == "gone");
}

TEST_CASE("a look that was edited keeps its name", "[job][sidecar]") {
    const Document written = documentOf({styleOf("a", "One")}, {"a"});
    Document edited = documentOf({styleOf("a", "Two")}, {"a"});
    takeStyleNames(written, edited);
    CHECK(edited.styles[0].name == "a");
    CHECK(edited.cues[0].style == "a");
}
