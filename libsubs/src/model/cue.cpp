// SPDX-License-Identifier: MIT
#include <subs/model/cue.h>

namespace subs {

void reset(Cue& cue) {
    cue.id = {};
    cue.piece = {};
    cue.start = Time();
    cue.end.reset();
    cue.text.plain.clear();
    cue.text.spans.clear();
    cue.kind = CueKind::Dialogue;
    cue.alignment.reset();
    cue.layer = 0;
    cue.margins = {};
    cue.label.clear();
    cue.style.clear();
    for (RareText* field : {&cue.speaker, &cue.effect, &cue.settings})
        field->clear();
}

}  // namespace subs
