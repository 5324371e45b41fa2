// SPDX-License-Identifier: MIT
#include <subs/model/cue.h>

#include "catch.h"

using namespace subs;

TEST_CASE("a cue that is reset is as new", "[model]") {
    Cue cue;
    cue.id = {7};
    cue.piece = {3};
    cue.start = Time::fromSeconds(1);
    cue.end = Time::fromSeconds(2);
    cue.text = {"text", {{SpanKind::Bold, 0, 4, ""}}};
    cue.kind = CueKind::Comment;
    cue.alignment = Alignment::TopLeft;
    cue.layer = 2;
    cue.margins = {1, 2, 3};
    cue.label = "label";
    cue.style = "style";
    cue.speaker = "speaker";
    cue.effect = "effect";
    cue.settings = "settings";
    reset(cue);
    CHECK(cue == Cue());
}
