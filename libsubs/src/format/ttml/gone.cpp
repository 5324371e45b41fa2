// SPDX-License-Identifier: MIT
#include "format/ttml/gone.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/ttml/unread_looks.h"
#include "format/xml/xml_comments.h"

#include <algorithm>
#include <string>
#include <vector>

namespace subs::ttml {
namespace {

std::vector<UnreadThing> thingsIn(const ReadContent& content) {
    Cue cue;
    ReadCue read{cue, content.paragraph, content.element, content.text, false, true};
    read.text.timelessPart =
        timelessText(content.paragraph, content.element, cueElements(content.paragraph));
    std::vector<UnreadThing> things = unreadOf(read, content.head);
    for (const ContentElement& element : content.paragraph.elements)
        if (&element != &content.paragraph.elements[content.element] && !element.id.empty())
            things.push_back({feature::kLabel, LossSeverity::Dropped, element.id});
    for (const std::string_view words : xmlCommentsIn(content.inner))
        things.push_back({feature::kNote, LossSeverity::Dropped, shownBeginning(words)});
    return things;
}

}  // namespace

void addGone(const ReadContent& before,
             const std::optional<ReadContent>& after,
             CueId cue,
             LossReport& losses) {
    std::vector<UnreadThing> kept;
    if (after) kept = thingsIn(*after);
    for (const UnreadThing& thing : thingsIn(before)) {
        const auto found = std::ranges::find(kept, thing);
        if (found == kept.end())
            losses.add(thing.feature, thing.severity, cue, thing.before, {});
        else
            kept.erase(found);
    }
}

}  // namespace subs::ttml
