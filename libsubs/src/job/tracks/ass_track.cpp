// SPDX-License-Identifier: MIT
#include "job/tracks/ass_track.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/time/clock.h>

#include "format/ass/ascii.h"
#include "format/ass/values.h"
#include "job/tracks/ass_head.h"
#include "job/tracks/packet_text.h"
#include "job/tracks/packet_times.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace subs::tracks {
namespace {

using ass::EventField;

/// The fields of a packet, in the order that Matroska has them in.
struct AssPacket {
    std::optional<std::int64_t> readOrder;  ///< Absent where it is no number.
    std::string_view layer, style, name, left, right, vertical, effect;
    std::string_view text;
    bool isComplete = true;
};

AssPacket parsedPacket(std::string_view line) {
    if (std::ranges::count(line, ',') < 8) {
        AssPacket packet;
        packet.text = line;
        packet.isComplete = false;
        return packet;
    }
    ass::FieldReader fields(line);
    AssPacket packet;
    const std::string_view order = ass::trimmed(fields.next());
    const ass::Integer number = ass::leadingInteger(order);
    if (number.length > 0 && number.length == order.size()) packet.readOrder = number.value;
    for (std::string_view* field : {&packet.layer,
                                    &packet.style,
                                    &packet.name,
                                    &packet.left,
                                    &packet.right,
                                    &packet.vertical,
                                    &packet.effect})
        *field = fields.next();
    packet.text = fields.rest();
    return packet;
}

std::string orElse(std::string_view field, std::string_view usual) {
    return std::string(ass::trimmed(field).empty() ? usual : field);
}

/// SSA's own column, of which Matroska keeps nothing or a number.
std::string markedOf(std::string_view field) {
    const std::string_view value = ass::trimmed(field);
    if (ass::beginsWithWord(value, "Marked=")) return std::string(value);
    return "Marked=" + orElse(value, "0");
}

std::string centiseconds(Time time) {
    std::string out;
    ass::appendTime(out, time.nearestCentiseconds());
    return out;
}

std::string fieldOf(EventField field, const AssPacket& packet, const PacketTimes& times) {
    switch (field) {
        case EventField::Layer:
            return orElse(packet.layer, "0");
        case EventField::Marked:
            return markedOf(packet.layer);
        case EventField::Start:
            return centiseconds(times.start);
        case EventField::End:
            return centiseconds(times.end);
        case EventField::Style:
            return orElse(packet.style, "Default");
        case EventField::Name:
            return std::string(packet.name);
        case EventField::MarginL:
            return orElse(packet.left, "0");
        case EventField::MarginR:
            return orElse(packet.right, "0");
        case EventField::MarginV:
            return orElse(packet.vertical, "0");
        case EventField::Effect:
            return std::string(packet.effect);
        case EventField::Text:
            return std::string(packet.text);
        case EventField::Unknown:
            break;
    }
    return {};
}

/// An event of the file, from a packet.
struct Event {
    std::optional<std::int64_t> readOrder;
    std::string line;
    PacketTimes times;
};

/// Line breaks of the packet itself, which a line of the file cannot have.
std::string onOneLine(std::string text, Time at, PacketRemarks& remarks) {
    if (text.find('\n') == text.npos) return text;
    remarks.add("track.line-break", "has a line break in its line; it is written as \\N", at);
    std::string out;
    for (const char letter : text)
        out += letter == '\n' ? std::string("\\N") : std::string(1, letter);
    return out;
}

Event eventOf(const TextPacket& packet,
              const PacketTimes& times,
              const AssHead& head,
              PacketRemarks& remarks) {
    const std::string line =
        onOneLine(packetText(packet.bytes, times.start, remarks), times.start, remarks);
    const AssPacket fields = parsedPacket(line);
    if (!fields.isComplete)
        remarks.add("track.bad-fields",
                    "lacks fields of ASS; all of it is taken for its text",
                    times.start);
    Event event{fields.readOrder, "Dialogue:", times};
    char before = ' ';
    for (const EventField field : head.layout) {
        event.line += before;
        event.line += fieldOf(field, fields, times);
        before = ',';
    }
    return event;
}

/// Puts events in the order of the file that they are from, which ReadOrder tells. Where numbers
/// are missing, or there twice (two files in a row), they stay as they came.
void putInReadOrder(std::vector<Event>& events, Diagnostics& diagnostics) {
    std::set<std::int64_t> numbers;
    for (const Event& event : events)
        if (!event.readOrder || !numbers.insert(*event.readOrder).second) {
            diagnostics.push_back({Severity::Warning,
                                   0,
                                   0,
                                   "track.read-order",
                                   "its texts are not all numbered, or some have one number; they "
                                   "are in the order of the container"});
            return;
        }
    std::ranges::stable_sort(events, {}, &Event::readOrder);
}

/// Where a comment stands: before the event of this place. Comments have numbers of their own where
/// we wrote the track, which are the ones that are missing between those of the events; elsewhere
/// all are first, as ffmpeg writes them.
std::vector<std::size_t> commentPlaces(const std::vector<Event>& events, std::size_t comments) {
    std::vector<std::size_t> places;
    std::vector<std::size_t> first(comments, 0);
    std::int64_t expected = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].readOrder || *events[i].readOrder < expected) return first;
        for (; expected < *events[i].readOrder; ++expected) {
            if (places.size() == comments) return first;
            places.push_back(i);
        }
        ++expected;
    }
    if (places.empty()) return first;
    places.resize(comments, events.size());
    return places;
}

void tellRounding(const std::vector<Event>& events, LossReport& losses) {
    for (std::size_t i = 0; i < events.size(); ++i)
        for (const Time time : {events[i].times.start, events[i].times.end})
            if (time.flicks() % Time::kPerCentisecond != 0)
                losses.add(feature::kTimePrecision,
                           LossSeverity::Info,
                           CueId{static_cast<std::uint32_t>(i + 1)},
                           clockText(time),
                           centiseconds(time));
}

void appendLines(std::string& out, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        out += line;
        out += '\n';
    }
}

}  // namespace

TrackText assText(std::string_view codecPrivate, std::span<const TextPacket> packets) {
    TrackText result;
    PacketRemarks remarks;
    const AssHead head = assHeadOf(privateText(codecPrivate));
    const auto times = timesOf(packets, remarks);
    std::vector<Event> events;
    for (std::size_t i = 0; i < packets.size(); ++i)
        events.push_back(eventOf(packets[i], times[i], head, remarks));
    remarks.tell(result.diagnostics);
    putInReadOrder(events, result.diagnostics);
    tellRounding(events, result.losses);

    appendLines(result.text, head.before);
    const auto places = commentPlaces(events, head.comments.size());
    std::size_t comment = 0;
    for (std::size_t i = 0; i <= events.size(); ++i) {
        for (; comment < places.size() && places[comment] <= i; ++comment)
            result.text += head.comments[comment] + '\n';
        if (i < events.size()) result.text += events[i].line + '\n';
    }
    if (!head.behind.empty()) result.text += '\n';
    appendLines(result.text, head.behind);
    result.format = formatNamed(head.dialect == ass::Dialect::Ssa ? "ssa" : "ass");
    result.cues = events.size();
    return result;
}

}  // namespace subs::tracks
