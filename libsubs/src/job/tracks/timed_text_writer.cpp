// SPDX-License-Identifier: MIT
#include "job/tracks/timed_text_writer.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/text/newline.h>
#include <subs/text/text_edit.h>
#include <subs/time/clock.h>

#include "format/document_losses.h"
#include "format/fades.h"
#include "format/label_count.h"
#include "format/lines/losses.h"
#include "format/lowering.h"
#include "job/tracks/cue_packets.h"
#include "job/tracks/timed_text_sample.h"
#include "job/tracks/timed_text_stretches.h"
#include "job/tracks/timed_text_styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace subs::tracks {
namespace {

/// What MP4 tables hold in a few entries at any rate; no film is that long.
constexpr Time kLatest = Time::fromSeconds(std::int64_t{1000} * 3600);

/// What is held beside the text goes by spans and styles; see `lowered`.
const FormatInfo& timedTextInfo() {
    static const FormatInfo kInfo = [] {
        FormatInfo info;
        info.id = "mov_text";
        info.name = nameOf(TextCodec::TimedText);
        return info;
    }();
    return kInfo;
}

/// That of FFmpeg's own tracks. By 5.15 a size is one in pixels of the picture; but FFmpeg takes it
/// for that of a picture 288 lines high, and makes tags of any other font or size in SubRip.
constexpr StyleRecord kUsualStyle{0, 0, 1, 0, 16, 0xFFFFFFFF};

/// `text` without what a reader would take for its end or for a sign of how it is encoded.
void mend(CueText& text, CueId cue, LossReport& losses) {
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    std::vector<TextEdit> edits;
    std::size_t begin = 0;
    for (; text.plain.compare(begin, kBom.size(), kBom) == 0; begin += kBom.size())
        losses.add(feature::kText, LossSeverity::Dropped, cue, "U+FEFF", "");
    if (begin > 0) edits.push_back({0, static_cast<std::uint32_t>(begin), ""});
    for (std::size_t at = text.plain.find('\0'); at != text.plain.npos;
         at = text.plain.find('\0', at + 1)) {
        const auto place = static_cast<std::uint32_t>(at);
        edits.push_back({place, place + 1, "\xEF\xBF\xBD"});
        losses.add(feature::kText, LossSeverity::Approximated, cue, "a NUL", "U+FFFD");
    }
    if (edits.empty()) return;
    const OffsetMap places(edits);
    for (Span& span : text.spans) {
        span.begin = static_cast<std::uint32_t>(places.after(span.begin));
        span.end = static_cast<std::uint32_t>(places.endAfter(span.end));
    }
    text.plain = withEdits(text.plain, edits);
}

class Writer {
public:
    Writer(const Document& document, const TextRoom& room)
        : document_(document), room_(room), times_(document, written_.track.losses, room.rate) {}

    Result<WrittenTimedText> run() {
        TrackPackets& track = written_.track;
        track.codec = TextCodec::TimedText;
        track.codecPrivate = timedTextDescription(kUsualStyle, room_.width, room_.height);
        reportStyles(
            document_, "one font and size; bold, italic, underline and colour stay", track.losses);
        reportCanvas(document_, track.losses);
        std::vector<TimedTextCue> cues;
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            auto cue = cueOf(i);
            if (!cue) return tl::unexpected(cue.error());
            if (*cue) cues.push_back(**std::move(cue));
        }
        auto samples = timedTextSamples(cues, room_.rate, track.losses);
        if (!samples) return tl::unexpected(samples.error());
        track.packets = *std::move(samples);
        reportRaw(document_, track.losses);
        written_.cues = cues.size();
        return std::move(written_);
    }

private:
    void lose(const Cue& cue,
              std::string_view feature,
              std::string_view before,
              LossSeverity severity = LossSeverity::Dropped) {
        written_.track.losses.add(feature, severity, cue.id, before, "");
    }

    /// Nothing of a cue that is not shown.
    Result<std::optional<TimedTextCue>> cueOf(std::size_t index) {
        const Cue& cue = document_.cues[index];
        const bool isLabelLost = labels_.saysMore(cue);
        if (isOmitted(cue)) return std::nullopt;
        tellFields(cue);
        if (isLabelLost) lose(cue, feature::kLabel, cue.label);
        const TextPacket times = times_.timed(index);
        TimedTextCue made;
        made.number = index + 1;
        made.id = cue.id;
        if (times.start + *times.duration > kLatest) return tooLate(made.number);
        made.start = room_.rate.ticksOf(times.start);
        made.end = room_.rate.ticksOf(times.start + *times.duration);
        Cue mended = cue;
        mend(mended.text, cue.id, written_.track.losses);
        if (mended.text.plain.empty()) return std::nullopt;
        made.styles = styleRecordsOf(document_, mended, kUsualStyle, written_.track.losses);
        made.text = std::move(mended.text.plain);
        return made;
    }

    /// An empty sample is the time between two texts.
    bool isOmitted(const Cue& cue) {
        if (cue.kind == CueKind::Comment)
            lose(cue, feature::kComment, cue.text.plain);
        else if (lines::isOmitted(cue))
            lose(cue, feature::kDrawing, "a drawing");
        else if (cue.text.plain.empty())
            lose(cue, feature::kText, "a cue without text");
        else
            return false;
        return true;
    }

    void tellFields(const Cue& cue) {
        const Style* style = document_.styles.empty() ? nullptr : styleOf(document_, cue);
        reportLayout(document_, cue, style, written_.track.losses);
        if (!cue.speaker.empty()) lose(cue, feature::kSpeaker, cue.speaker.view());
        if (saysMoreThanPlace(document_, cue))
            lose(cue, featureOfSettings(cue.settings), shownSettings(cue.settings));
        const Alignment usual = style != nullptr ? style->alignment : Alignment::BottomCentre;
        const Alignment alignment = cue.alignment.value_or(usual);
        if (alignment != Alignment::BottomCentre)
            lose(cue, feature::kAlignment, std::to_string(static_cast<int>(alignment)));
    }

    static tl::unexpected<Error> tooLate(std::size_t number) {
        return failure(
            "track.too-late",
            fmt::format("cue {}: it ends later than {} hours into the film, which is not "
                        "written to MP4; nothing was written",
                        number,
                        kLatest.flicks() / Time::kPerSecond / 3600));
    }

    const Document& document_;
    const TextRoom& room_;
    WrittenTimedText written_;
    CuePackets times_;
    LabelCount labels_;
};

}  // namespace

Result<WrittenTimedText> timedTextPackets(const Document& document, const TextRoom& room) {
    LossReport losses;
    const auto simpler = lowered(document, timedTextInfo(), losses);
    auto written = Writer(simpler ? *simpler : document, room).run();
    if (!written) return written;
    std::ranges::move(written->track.losses.items, std::back_inserter(losses.items));
    written->track.losses = std::move(losses);
    return written;
}

}  // namespace subs::tracks
