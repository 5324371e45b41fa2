// SPDX-License-Identifier: MIT
#include "format/ass/event_line.h"

#include "format/ass/ascii.h"
#include "format/ass/style_line.h"
#include "format/ass/text_patch.h"
#include "format/ass/values.h"

#include <tuple>

namespace subs::ass {
namespace {

void clear(Cue& cue) {
    const auto [id, piece, kind] = std::tuple(cue.id, cue.piece, cue.kind);
    reset(cue);
    std::tie(cue.id, cue.piece, cue.kind) = std::tuple(id, piece, kind);
}

/// One event being read.
class EventReader {
public:
    EventReader(Cue& cue, SoftBreak soft) : cue_(cue), soft_(soft) {}

    void take(EventField field, std::string_view raw) {
        switch (field) {
            case EventField::Layer:
                whole(cue_.layer, raw);
                break;
            case EventField::Start:
                takeStart(raw);
                break;
            case EventField::End:
                takeEnd(raw);
                break;
            case EventField::Style:
                cue_.style = styleNamedBy(trimmed(raw));
                break;
            case EventField::Name:
                cue_.speaker = trimmed(raw);
                break;
            case EventField::MarginL:
                whole(cue_.margins.left, raw);
                break;
            case EventField::MarginR:
                whole(cue_.margins.right, raw);
                break;
            case EventField::MarginV:
                whole(cue_.margins.vertical, raw);
                break;
            case EventField::Effect:
                cue_.effect = trimmed(raw);
                break;
            case EventField::Text:
                takeText(raw);
                break;
            case EventField::Marked:
                takeMark(raw);
                break;
            case EventField::Unknown:
                break;
        }
    }

    EventRead read;

private:
    void takeStart(std::string_view raw) {
        const auto time = parseTime(raw);
        if (!time) read.badStart = raw.data();
        if (time) cue_.start = time->time;
        if (time && !time->regular) read.oddTime = raw.data();
    }

    void takeEnd(std::string_view raw) {
        const auto time = parseTime(raw);
        if (!time) read.badEnd = raw.data();
        if (time) cue_.end = time->time;
        if (time && !time->regular) read.oddTime = raw.data();
    }

    /// "Marked=1", or the number alone.
    void takeMark(std::string_view raw) {
        if (raw == "Marked=0") return;
        const std::size_t sign = raw.find('=');
        const std::string_view number = sign == raw.npos ? raw : raw.substr(sign + 1);
        if (leadingInt32(trimmed(number)) != 0) read.marked = raw.data();
    }

    void whole(std::int32_t& value, std::string_view raw) {
        if (raw == "0") {
            value = 0;
            return;
        }
        const std::string_view text = trimmed(raw);
        if (!text.empty() && leadingInteger(text).length == 0) read.badNumber = raw.data();
        value = leadingInt32(text);
    }

    void takeText(std::string_view raw) {
        const TextRead text = readText(raw, soft_, cue_.text);
        cue_.alignment = text.alignment;
        read.unclosedBrace = text.unclosedBrace;
    }

    Cue& cue_;
    SoftBreak soft_;
};

std::string_view keywordOf(CueKind kind) {
    return kind == CueKind::Comment ? "Comment" : "Dialogue";
}

/// Writes the fields of one cue.
class EventWriter {
public:
    EventWriter(std::string& out,
                const Cue& cue,
                const EventTimes& times,
                std::string_view style,
                const TextTarget& target)
        : out_(out), cue_(cue), times_(times), style_(style), target_(target) {}

    void put(EventField field) {
        switch (field) {
            case EventField::Layer:
                return appendInteger(out_, cue_.layer);
            case EventField::Marked:
                out_ += "Marked=0";
                return;
            case EventField::Start:
                return appendTime(out_, times_.start);
            case EventField::End:
                return appendTime(out_, times_.end);
            case EventField::Style:
                appendFieldText(out_, style_);
                return;
            case EventField::Name:
                appendFieldText(out_, cue_.speaker);
                return;
            case EventField::MarginL:
                return appendInteger(out_, cue_.margins.left);
            case EventField::MarginR:
                return appendInteger(out_, cue_.margins.right);
            case EventField::MarginV:
                return appendInteger(out_, cue_.margins.vertical);
            case EventField::Effect:
                appendFieldText(out_, cue_.effect);
                return;
            case EventField::Text:
                losses = appendText(out_, cue_.text, cue_.alignment, target_);
                return;
            case EventField::Unknown:
                return;
        }
    }

    TextLosses losses;

private:
    std::string& out_;
    const Cue& cue_;
    const EventTimes& times_;
    std::string_view style_;
    const TextTarget& target_;
};

bool isChanged(EventField field, const EventChanges& changes) {
    switch (field) {
        case EventField::Layer:
            return changes.layer;
        case EventField::Start:
            return changes.start;
        case EventField::End:
            return changes.end;
        case EventField::Style:
            return changes.style;
        case EventField::Name:
            return changes.speaker;
        case EventField::MarginL:
            return changes.left;
        case EventField::MarginR:
            return changes.right;
        case EventField::MarginV:
            return changes.vertical;
        case EventField::Effect:
            return changes.effect;
        case EventField::Text:
            return changes.text;
        case EventField::Marked:
        case EventField::Unknown:
            return false;
    }
    return false;
}

void appendPatchedText(std::string& out,
                       std::string_view raw,
                       const Cue& cue,
                       SoftBreak soft,
                       const TextTarget& target) {
    if (const auto patched = patchedText(raw, cue.text, cue.alignment, soft)) {
        out += *patched;
    } else {
        appendText(out, cue.text, cue.alignment, target);
    }
}

/// True of a time that a line does not have and that nobody gave since.
bool staysAway(EventField field, const Cue& cue, const EventChanges& changes) {
    return (field == EventField::Start && !changes.start) || (field == EventField::End && !cue.end);
}

}  // namespace

std::optional<EventHead> eventHead(std::string_view line) {
    const std::size_t blanks = leadingBlanks(line);
    const std::string_view words = line.substr(blanks);
    EventHead head;
    if (words.starts_with("Dialogue:") || beginsWithWord(words, "Dialogue:")) {
        head.fieldsAt = blanks + 9;
    } else if (beginsWithWord(words, "Comment:")) {
        head = {CueKind::Comment, blanks + 8};
    } else {
        return std::nullopt;
    }
    head.fieldsAt += leadingBlanks(line.substr(head.fieldsAt));
    return head;
}

EventRead readEvent(std::string_view fields, const EventContext& context, Cue& cue) {
    clear(cue);
    return readNewEvent(fields, context, cue);
}

EventRead readNewEvent(std::string_view fields, const EventContext& context, Cue& cue) {
    EventReader reader(cue, context.soft);
    FieldReader line(fields);
    for (const EventField field : context.layout) {
        reader.read.missingFields = line.atEnd();
        if (line.atEnd() && field == EventField::Start)
            reader.read.badStart = fields.data() + fields.size();
        if (line.atEnd()) continue;
        reader.take(field, field == EventField::Text ? line.rest() : line.next());
    }
    return reader.read;
}

std::string_view styleNamedBy(std::string_view text) {
    if (text == "Default") return text;
    while (!text.empty() && text.front() == '*')
        text.remove_prefix(1);
    return sameWord(text, "Default") ? std::string_view("Default") : text;
}

std::string_view styleNameOf(const Cue& cue) {
    return cue.style.empty() ? "Default" : std::string_view(cue.style);
}

TextLosses appendEvent(std::string& out,
                       const Cue& cue,
                       const EventTimes& times,
                       const EventTarget& target) {
    out.append(keywordOf(cue.kind)).append(": ");
    EventWriter writer(out, cue, times, target.style, target.text);
    for (std::size_t i = 0; i < target.layout.size(); ++i) {
        if (i > 0) out += ',';
        writer.put(target.layout[i]);
    }
    return writer.losses;
}

void appendPatchedEvent(std::string& out,
                        std::string_view line,
                        const Cue& cue,
                        const EventTimes& times,
                        const EventChanges& changes,
                        const EventContext& context,
                        const TextTarget& target) {
    const EventHead head = eventHead(line).value_or(EventHead());
    if (changes.kind) {
        out.append(keywordOf(cue.kind)).append(": ");
    } else {
        out += line.substr(0, head.fieldsAt);
    }
    EventWriter writer(out, cue, times, styleNameOf(cue), target);
    FieldReader fields(line.substr(head.fieldsAt));
    for (std::size_t i = 0; i < context.layout.size(); ++i) {
        const EventField field = context.layout[i];
        if (i > 0) out += ',';
        const bool given = !fields.atEnd();
        const std::string_view raw = field == EventField::Text ? fields.rest() : fields.next();
        if (given && !isChanged(field, changes)) {
            out += raw;
        } else if (given && field == EventField::Text) {
            appendPatchedText(out, raw, cue, context.soft, target);
        } else if (given || !staysAway(field, cue, changes)) {
            writer.put(field);
        }
    }
}

}  // namespace subs::ass
