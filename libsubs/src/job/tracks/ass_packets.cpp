// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/ass/ascii.h"
#include "format/ass/event_line.h"
#include "format/ass/file_state.h"
#include "format/ass/values.h"
#include "job/tracks/ass_track.h"
#include "job/tracks/cue_packets.h"
#include "job/tracks/embedded_fonts.h"
#include "job/tracks/packet_text.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

namespace subs::tracks {
namespace {

using ass::Dialect;
using ass::EventField;
using ass::LineKind;

using Fields = std::map<EventField, std::string_view>;

Fields fieldsOf(std::string_view line, const ass::EventLayout& layout) {
    Fields fields;
    ass::FieldReader reader(line);
    for (const EventField field : layout)
        fields[field] = field == EventField::Text ? reader.rest() : reader.next();
    return fields;
}

std::string_view fieldIn(const Fields& fields, EventField field) {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string_view() : found->second;
}

/// Takes a file apart, a line at a time.
class Splitter {
public:
    explicit Splitter(Dialect dialect) : state_(dialect) {}

    void take(std::string_view line) {
        const LineKind kind = state_.take(line);
        if (kind == LineKind::Head) isFonts_ = ass::beginsWithWord(ass::trimmed(line), "[Fonts]");
        if (isFonts_) {
            if (kind != LineKind::Head && !fonts_.take(line))
                result_.losses.add(feature::kRaw, LossSeverity::Dropped, CueId(), line, "");
            return;
        }
        if (kind == LineKind::Head || state_.section() != ass::Section::Events) return keep(line);
        takeOfEvents(line, kind);
    }

    TrackPackets finish() && {
        result_.codec = TextCodec::Ass;
        result_.codecPrivate = privateText(head_) + '\n';
        result_.fonts = std::move(fonts_).fonts();
        // ReadOrder has the order of the file.
        sortByStart(result_.packets);
        tellOrder();
        return std::move(result_);
    }

private:
    void keep(std::string_view line) {
        head_ += line;
        head_ += '\n';
    }

    /// A line below [Events].
    void takeOfEvents(std::string_view line, LineKind kind) {
        if (kind == LineKind::Blank) return;
        if (kind == LineKind::Format) return takeColumns(line);
        const auto head = kind == LineKind::Event ? ass::eventHead(line) : std::nullopt;
        if (head) ++number_;
        const bool isShown = head && head->kind == CueKind::Dialogue;
        if (!isShown || !addPacket(line.substr(head->fieldsAt))) {
            keep(line);
            ++kept_;
        }
        ++readOrder_;
    }

    /// Packets have columns of their own; those of the file are for the comments.
    void takeColumns(std::string_view line) {
        if (!hasColumns_)
            keep(line);
        else if (state_.eventLayout() != columns_)
            result_.losses.add(feature::kRaw, LossSeverity::Dropped, CueId(), line, "");
        if (!hasColumns_) columns_ = state_.eventLayout();
        hasColumns_ = true;
    }

    /// False where its times cannot be read.
    bool addPacket(std::string_view line) {
        const Fields fields = fieldsOf(line, state_.eventLayout());
        const auto start = ass::parseTime(fieldIn(fields, EventField::Start));
        const auto end = ass::parseTime(fieldIn(fields, EventField::End));
        if (!start || !end) {
            result_.diagnostics.push_back(
                {Severity::Warning,
                 0,
                 0,
                 "track.bad-times",
                 fmt::format("the times of event {} cannot be read; it is kept in the head of the "
                             "track, where it is not shown",
                             number_)});
            return false;
        }
        const PacketSpan span = packetSpan(start->time, end->time, CueId{number_}, result_.losses);
        TextPacket packet;
        packet.start = span.start;
        packet.duration = span.end - span.start;
        packet.bytes = fmt::format("{},{},{},{},{},{},{},{},{}",
                                   readOrder_,
                                   fieldIn(fields, EventField::Layer),
                                   fieldIn(fields, EventField::Style),
                                   fieldIn(fields, EventField::Name),
                                   fieldIn(fields, EventField::MarginL),
                                   fieldIn(fields, EventField::MarginR),
                                   fieldIn(fields, EventField::MarginV),
                                   fieldIn(fields, EventField::Effect),
                                   fieldIn(fields, EventField::Text));
        loseColumns(fields);
        result_.packets.push_back(std::move(packet));
        keptBefore_ = keptBefore_ || kept_ > 0;
        return true;
    }

    /// What a packet has no field for.
    void loseColumns(const Fields& fields) {
        const std::string_view marked = fieldIn(fields, EventField::Marked);
        if (!marked.empty() && marked != "0" && marked != "Marked=0")
            result_.losses.add(
                feature::kRaw, LossSeverity::Dropped, CueId{number_}, marked, "Marked=0");
        const std::string_view unknown = fieldIn(fields, EventField::Unknown);
        if (!unknown.empty())
            result_.losses.add(feature::kRaw, LossSeverity::Dropped, CueId{number_}, unknown, "");
    }

    /// Comments find their places by the numbers that are missing before the last event's
    /// (`commentPlaces`); with none missing they come back first.
    void tellOrder() {
        if (kept_ == 0 || keptBefore_ || result_.packets.empty()) return;
        result_.diagnostics.push_back(
            {Severity::Info,
             0,
             0,
             "track.comments-first",
             "comments behind the last event come first when the track is extracted"});
    }

    ass::FileState state_;
    bool isFonts_ = false;
    bool hasColumns_ = false;
    ass::EventLayout columns_;  ///< The first that the file names.
    bool keptBefore_ = false;
    std::size_t kept_ = 0;       ///< Comments, and what cannot be timed.
    std::size_t readOrder_ = 0;  ///< Of the line at hand, kept ones counted.
    std::uint32_t number_ = 0;   ///< Of the event at hand, from 1.
    std::string head_;
    EmbeddedFonts fonts_;
    TrackPackets result_;
};

}  // namespace

TrackPackets assPackets(std::string_view text, const Format& format) {
    Splitter splitter(format.info().id == "ssa" ? Dialect::Ssa : Dialect::Ass);
    for (LineReader lines(text); lines.next();)
        splitter.take(lines.line());
    return std::move(splitter).finish();
}

}  // namespace subs::tracks
