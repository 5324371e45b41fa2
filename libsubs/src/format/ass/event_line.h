// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/ass/layout.h"
#include "format/ass/text_reader.h"
#include "format/ass/text_writer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// A "Dialogue:" or "Comment:" line and the cue that it stands for.
namespace subs::ass {

/// What the fields of an event are read by.
struct EventContext {
    const EventLayout& layout;
    SoftBreak soft = SoftBreak::Space;
};

/// What an event line begins with, where it is one that makes a cue.
struct EventHead {
    CueKind kind = CueKind::Dialogue;
    std::size_t fieldsAt = 0;  ///< Behind the colon and the blanks after it.
};
std::optional<EventHead> eventHead(std::string_view line);

/// What was odd about an event, and where in its fields.
struct EventRead {
    const char* badStart = nullptr;  ///< Cannot be read, or is not there: the end of the fields.
    const char* badEnd = nullptr;
    const char* oddTime = nullptr;  ///< Read, but not spelt H:MM:SS.cc.
    const char* badNumber = nullptr;
    const char* marked = nullptr;  ///< "Marked=1", which no document has a word for.
    bool missingFields = false;
    bool unclosedBrace = false;
    bool isPlain() const {
        return !badStart && !badEnd && !oddTime && !badNumber && !marked && !missingFields &&
               !unclosedBrace;
    }
};

/// Reads `fields` into `cue`, all of whose values are set and whose storage is used again; id and
/// piece stay.
EventRead readEvent(std::string_view fields, const EventContext& context, Cue& cue);
/// The same, where besides id, piece and kind nothing is set in `cue`.
EventRead readNewEvent(std::string_view fields, const EventContext& context, Cue& cue);

/// The times to write, as whole centiseconds.
struct EventTimes {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// What a new event line is written with.
struct EventTarget {
    const EventLayout& layout;
    std::string_view style;  ///< The name in its style's column.
    TextTarget text;
};

/// Appends keyword and fields, without the line end.
TextLosses appendEvent(std::string& out,
                       const Cue& cue,
                       const EventTimes& times,
                       const EventTarget& target);

/// The style that a line names by `text`: without the stars that old files put before it, and
/// "Default" in any case is "Default".
std::string_view styleNamedBy(std::string_view text);

/// The name that a line gives `cue`'s style by: "Default" where it has none.
std::string_view styleNameOf(const Cue& cue);

/// The values in which two cues differ that an event line holds.
struct EventChanges {
    bool kind = false, start = false, end = false, style = false, speaker = false, effect = false,
         text = false;
    bool layer = false, left = false, right = false, vertical = false;
    bool any() const {
        return kind || start || end || style || speaker || effect || text || layer || left ||
               right || vertical;
    }
};

/// Appends `line` (without its line end) with what `changes` names written anew from `cue`.
void appendPatchedEvent(std::string& out,
                        std::string_view line,
                        const Cue& cue,
                        const EventTimes& times,
                        const EventChanges& changes,
                        const EventContext& context,
                        const TextTarget& target);

}  // namespace subs::ass
