// SPDX-License-Identifier: MIT
#include "job/tracks/timed_text.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/text/text_edit.h>

#include "job/tracks/packet_text.h"
#include "job/tracks/packet_times.h"
#include "job/tracks/timed_text_sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace subs::tracks {
namespace {

enum Face : std::uint8_t { kBold = 1, kItalic = 2, kUnderline = 4 };

/// Where each character of a text begins, and its end.
std::vector<std::uint32_t> charactersOf(std::string_view text) {
    std::vector<std::uint32_t> begins;
    for (std::size_t at = 0; at < text.size(); at += decodeUtf8(text, at).length)
        begins.push_back(static_cast<std::uint32_t>(at));
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    return begins;
}

std::string hexColor(std::uint32_t color) {
    const std::uint32_t alpha = color & 0xFFU;
    return alpha == 0xFF ? fmt::format("#{:06X}", color >> 8U) : fmt::format("#{:08X}", color);
}

/// Makes the cue of a sample.
class CueMaker {
public:
    CueMaker(const TimedTextDefaults& defaults, LossReport& losses, PacketRemarks& remarks)
        : defaults_(defaults), losses_(losses), remarks_(remarks) {}

    void fill(Cue& cue, const TimedTextSample& sample, Time at) {
        const auto begins = charactersOf(sample.text);
        for (StyleRecord style : runsOf(sample, begins.size() - 1, at))
            addSpans(cue, begins[style.begin], begins[style.end], style);
        cue.text.plain = sample.text;
        for (const std::string& box : sample.otherBoxes)
            losses_.add(feature::kOverrides, LossSeverity::Dropped, cue.id, box, "");
        trim(cue.text);
    }

private:
    /// The whole text in runs: where no record says otherwise, the defaults hold.
    std::vector<StyleRecord> runsOf(const TimedTextSample& sample, std::size_t length, Time at) {
        const auto end = static_cast<std::uint32_t>(length);
        std::vector<StyleRecord> runs;
        std::uint32_t done = 0;
        for (StyleRecord record : sample.styles) {
            // Records are in order and do not overlap (5.17.1.1).
            if (record.begin < done || record.end < record.begin || record.end > end)
                remarks_.add("track.bad-style",
                             "has a style for characters that are not there, or that have one "
                             "already; it is held within them",
                             at);
            record.begin = std::clamp(record.begin, done, end);
            record.end = std::clamp(record.end, record.begin, end);
            addRun(runs, done, record.begin, defaults_.style);
            addRun(runs, record.begin, record.end, record);
            done = record.end;
        }
        addRun(runs, done, end, defaults_.style);
        return runs;
    }

    static void addRun(std::vector<StyleRecord>& runs,
                       std::uint32_t begin,
                       std::uint32_t end,
                       StyleRecord style) {
        if (begin == end) return;
        style.begin = begin;
        style.end = end;
        runs.push_back(style);
    }

    void addSpans(Cue& cue, std::uint32_t begin, std::uint32_t end, const StyleRecord& style) {
        const auto add = [&](SpanKind kind, std::string value) {
            cue.text.spans.push_back({kind, begin, end, std::move(value)});
        };
        if (style.face & kBold) add(SpanKind::Bold, {});
        if (style.face & kItalic) add(SpanKind::Italic, {});
        if (style.face & kUnderline) add(SpanKind::Underline, {});
        if (!defaults_.isKnown) return;
        const StyleRecord& usual = defaults_.style;
        if (style.color != usual.color) add(SpanKind::Color, hexColor(style.color));
        if (style.size != usual.size)
            losses_.add(feature::kFontSize,
                        LossSeverity::Dropped,
                        cue.id,
                        fmt::format("{}", style.size),
                        "");
        if (style.font != usual.font)
            losses_.add(feature::kFont,
                        LossSeverity::Dropped,
                        cue.id,
                        fmt::format("font {}", style.font),
                        "");
    }

    /// Takes line ends and NULs off the end, and makes line ends those of a document.
    static void trim(CueText& text) {
        const std::string& plain = text.plain;
        const std::size_t end = plain.find_last_not_of(std::string_view("\r\n\0", 3)) + 1;
        std::vector<TextEdit> edits;
        for (std::size_t at = plain.find_first_of(std::string_view("\r\0", 2)); at < end;
             at = plain.find_first_of(std::string_view("\r\0", 2), at + 1)) {
            const bool isPair = plain[at] == '\r' && plain[at + 1] == '\n';
            const std::string_view now = isPair ? "" : plain[at] == '\r' ? "\n" : "\xEF\xBF\xBD";
            const auto place = static_cast<std::uint32_t>(at);
            edits.push_back({place, place + 1, std::string(now)});
        }
        const auto size = static_cast<std::uint32_t>(plain.size());
        if (end < size) edits.push_back({static_cast<std::uint32_t>(end), size, ""});
        if (edits.empty()) return;
        const OffsetMap places(edits);
        for (Span& span : text.spans) {
            span.begin = static_cast<std::uint32_t>(places.after(span.begin));
            span.end = static_cast<std::uint32_t>(places.endAfter(span.end));
        }
        std::erase_if(text.spans, [](const Span& span) { return span.end <= span.begin; });
        text.plain = withEdits(plain, edits);
    }

    const TimedTextDefaults& defaults_;
    LossReport& losses_;
    PacketRemarks& remarks_;
};

/// That the texts are elsewhere than at the bottom.
void tellPlace(const TimedTextDefaults& defaults, Diagnostics& diagnostics) {
    if (defaults.across == 1 && defaults.down == -1) return;
    diagnostics.push_back({Severity::Info,
                           0,
                           0,
                           "track.place",
                           "the track gives its texts a place on the picture, which is not kept"});
}

/// An empty sample shows nothing, however long it lasts: that it does not say so is nothing odd.
std::vector<TextPacket> withEmptyLengths(std::span<const TextPacket> packets) {
    std::vector<TextPacket> result(packets.begin(), packets.end());
    for (TextPacket& packet : result)
        if (!packet.duration && timedTextSample(packet.bytes).text.empty())
            packet.duration = Time();
    return result;
}

Document documentOf(const TimedTextDefaults& defaults,
                    std::span<const TextPacket> packets,
                    TrackText& result) {
    Document document;
    document.format = "mov_text";
    PacketRemarks remarks;
    CueMaker maker(defaults, result.losses, remarks);
    const auto times = timesOf(withEmptyLengths(packets), remarks);
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const TimedTextSample sample = timedTextSample(packets[i].bytes);
        if (sample.isDamaged)
            remarks.add("track.damaged", "is cut off; what there is of it is kept", times[i].start);
        // An empty sample fills the time between two texts.
        if (sample.text.empty()) continue;
        if (!isValidUtf8(sample.text))
            remarks.add("track.not-utf8",
                        "has bytes that are no UTF-8; they are kept as they are",
                        times[i].start);
        Cue cue;
        cue.id = document.newId();
        cue.start = times[i].start;
        cue.end = times[i].end;
        maker.fill(cue, sample, times[i].start);
        document.cues.push_back(std::move(cue));
    }
    remarks.tell(result.diagnostics);
    return document;
}

}  // namespace

Result<TrackText> timedText(std::string_view codecPrivate, std::span<const TextPacket> packets) {
    TrackText result;
    result.format = formatNamed("srt");
    const TimedTextDefaults defaults = timedTextDefaults(codecPrivate);
    tellPlace(defaults, result.diagnostics);
    const Document document = documentOf(defaults, packets, result);
    result.cues = document.cues.size();
    if (document.cues.empty()) return result;
    auto written = writtenDocument(document, *result.format);
    if (!written) return tl::unexpected(written.error());
    result.text = std::move(written->bytes);
    std::ranges::move(written->losses.items, std::back_inserter(result.losses.items));
    return result;
}

}  // namespace subs::tracks
