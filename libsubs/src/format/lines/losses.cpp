// SPDX-License-Identifier: MIT
#include "format/lines/losses.h"

#include <subs/format/capabilities.h>
#include <subs/format/features.h>
#include <subs/model/style_index.h>
#include <subs/text/newline.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "format/document_losses.h"
#include "format/edges.h"
#include "format/fades.h"
#include "format/time_losses.h"

#include <algorithm>
#include <string>

namespace subs::lines {
namespace {

/// The losses of one cue after the other.
class CueLosses {
public:
    CueLosses(const DocumentPart& part,
              const WriteOptions& options,
              const CueSyntax& syntax,
              LabelCount& labels,
              LossReport& losses)
        : part_(part),
          document_(part.document),
          styles_(part.document),
          options_(options),
          syntax_(syntax),
          edges_(part.document, options, NegativeTimes::Clamped, part.next),
          labels_(labels),
          losses_(losses),
          isOwn_(part.document.format == syntax.info().id) {}

    void add(std::size_t index) {
        const Cue& cue = document_.cues[index];
        const bool isLabelLost = labels_.saysMore(cue);
        if (isOmitted(cue)) return addOmitted(cue);
        addFields(cue);
        if (isLabelLost) lose(cue, feature::kLabel, LossSeverity::Dropped, cue.label);
        addTimes(index);
        if (const auto body = untouchedBody(document_, cue, syntax_)) return addBlank(cue, *body);
        std::string body;
        syntax_.appendBody(body, {document_, cue, "\n", &losses_, styles_.styleOf(cue)});
        addBlank(cue, body);
    }

private:
    void lose(const Cue& cue,
              std::string_view feature,
              LossSeverity severity,
              std::string_view before,
              std::string_view after = {}) {
        losses_.add(feature, severity, cue.id, before, after);
    }

    void addOmitted(const Cue& cue) {
        const bool isNote = cue.kind == CueKind::Comment;
        lose(cue,
             isNote ? feature::kComment : feature::kDrawing,
             LossSeverity::Dropped,
             isNote ? std::string_view(cue.text.plain) : "a drawing");
    }

    /// A time without a text ends the cue before it in some formats; what has an end has a text.
    void addBlank(const Cue& cue, std::string_view body) {
        const bool getsText = !isOwn_ || endToWrite(cue, syntax_).has_value();
        if (syntax_.ends() == Ends::InLineOfTheirOwn && getsText && isBlank(body))
            lose(cue,
                 feature::kText,
                 LossSeverity::Approximated,
                 "a cue without text",
                 "U+2060, which no eye sees");
    }

    void addFields(const Cue& cue) {
        const Style* style = styles_.styleOf(cue);
        reportLayout(document_, cue, style, losses_);
        if (!cue.speaker.empty())
            lose(cue, feature::kSpeaker, LossSeverity::Dropped, cue.speaker.view());
        if (saysMoreThanPlace(document_, cue))
            lose(cue,
                 featureOfSettings(cue.settings),
                 LossSeverity::Dropped,
                 shownSettings(cue.settings));
        const Alignment usual = style ? style->alignment : Alignment::BottomCentre;
        const Alignment alignment = cue.alignment.value_or(usual);
        if (alignment != Alignment::BottomCentre)
            lose(cue,
                 feature::kAlignment,
                 LossSeverity::Dropped,
                 std::to_string(static_cast<int>(alignment)));
    }

    void addTimes(std::size_t index) {
        const Cue& cue = document_.cues[index];
        addTime(cue, cue.start, Edge::Start);
        const std::optional<Time> end = endToWrite(cue, syntax_);
        if (end) addTime(cue, *end, Edge::End);
        const bool hasOwnEnd =
            cue.end || (isOwn_ && isInItsFile(document_, cue, syntax_.info().id));
        if (!hasOwnEnd && !holds(syntax_.info(), feature::kMissingEnd))
            lose(cue,
                 feature::kMissingEnd,
                 LossSeverity::Approximated,
                 "no end",
                 spelled(edges_.endOf(index), Edge::End));
        else if (!cue.end && document_.hasOpenEnds && startBehind(part_, index))
            lose(cue,
                 feature::kMissingEnd,
                 LossSeverity::Approximated,
                 "no end",
                 "where the next cue begins");
        if (cue.end && !end)
            lose(cue,
                 feature::kMissingEnd,
                 LossSeverity::Approximated,
                 spelled(*cue.end, Edge::End),
                 "no end, since it is before the start");
        else if (isCutOff(index))
            lose(cue,
                 feature::kMissingEnd,
                 LossSeverity::Approximated,
                 spelled(*cue.end, Edge::End),
                 "where the next cue begins");
    }

    /// True of an end that a new file has no line for, since another cue is to be seen by then.
    bool isCutOff(std::size_t index) const {
        const bool isNewFile = !isOwn_ || !document_.origin;
        if (!isNewFile || syntax_.ends() != Ends::InLineOfTheirOwn) return false;
        const std::optional<Time>& end = document_.cues[index].end;
        const auto next = startBehind(part_, index);
        return end && next && *next < *end;
    }

    std::string spelled(Time time, Edge edge) const {
        std::string text;
        const auto units = syntax_.unitsOf(time, edge, options_);
        if (!units) return "the nearest frame";
        syntax_.appendTime(text, *units);
        return text;
    }

    void addTime(const Cue& cue, Time time, Edge edge) {
        if (isOwn_ && isSpelt(cue, time)) return;
        if (time < Time())
            lose(cue,
                 feature::kNegativeTime,
                 LossSeverity::Approximated,
                 clockText(time),
                 spelled(Time(), edge));
        else if (isTooLarge(time))
            lose(cue,
                 feature::kTimeRange,
                 LossSeverity::Approximated,
                 "a time too large to be worked with",
                 spelled(time, edge));
        else
            addPrecision(cue, time, edge);
    }

    void addPrecision(const Cue& cue, Time time, Edge edge) {
        const auto units = syntax_.unitsOf(time, edge, options_);
        if (units && syntax_.timeOf(*units, edge) == time) return;
        lose(cue, feature::kTimePrecision, severityOfMove(), shownTime(time), spelled(time, edge));
    }

    /// On the frames of a film all is shown as it was.
    LossSeverity severityOfMove() const {
        if (syntax_.info().timeBase != TimeBase::Frames)
            return severityOfSteps(syntax_.info().unit);
        return isFrameRule(options_.rounding) ? LossSeverity::Info : LossSeverity::Approximated;
    }

    bool isSpelt(const Cue& cue, Time time) const {
        if (!isInItsFile(document_, cue, syntax_.info().id)) return false;
        const auto layout =
            syntax_.cueAt(std::string_view(document_.origin->text)
                              .substr(document_.origin->pieces[cue.piece.index].begin));
        return layout && (layout->start == time || layout->end == time);
    }

    const DocumentPart part_;
    const Document& document_;
    StyleIndex styles_;
    const WriteOptions& options_;
    const CueSyntax& syntax_;
    EdgeRounder edges_;
    LabelCount& labels_;
    LossReport& losses_;
    bool isOwn_;
};

/// The header of a file stays as it is.
void planOwnTitle(const Document& document, const CueSyntax& syntax, LossReport& losses) {
    const std::string_view title =
        document.origin ? syntax.titleIn(document.origin->text) : std::string_view();
    if (document.title != title)
        losses.add(feature::kTitle, LossSeverity::Dropped, {}, document.title, title);
}

}  // namespace

std::optional<Time> endToWrite(const Cue& cue, const CueSyntax& syntax) {
    const bool isOfNext =
        syntax.ends() == Ends::InLineOfTheirOwn && cue.end && *cue.end < cue.start;
    return isOfNext ? std::nullopt : cue.end;
}

bool isOmitted(const Cue& cue) {
    if (cue.kind == CueKind::Comment) return true;
    return isBlank(cue.text.plain) && std::ranges::any_of(cue.text.spans, [](const Span& span) {
               return span.kind == SpanKind::Drawing;
           });
}

std::optional<Time> startBehind(const DocumentPart& part, std::size_t index) {
    const std::vector<Cue>& cues = part.document.cues;
    const auto behind = std::find_if_not(
        cues.begin() + static_cast<std::ptrdiff_t>(index) + 1, cues.end(), isOmitted);
    return behind == cues.end() ? part.next : behind->start;
}

std::optional<std::string_view> untouchedBody(const Document& document,
                                              const Cue& cue,
                                              const CueSyntax& syntax) {
    if (!isInItsFile(document, cue, syntax.info().id)) return std::nullopt;
    const std::string_view text = std::string_view(document.origin->text)
                                      .substr(document.origin->pieces[cue.piece.index].begin);
    const auto layout = syntax.cueAt(text);
    if (!layout || syntax.textOf(layout->body.of(text)) != cue.text) return std::nullopt;
    return layout->body.of(text);
}

void planDocument(const Document& document, const CueSyntax& syntax, LossReport& losses) {
    if (document.format == syntax.info().id) return planOwnTitle(document, syntax, losses);
    reportStyles(document, "plain text", losses);
    reportCanvas(document, losses);
    if (!document.title.empty())
        losses.add(feature::kTitle, LossSeverity::Dropped, {}, document.title, {});
}

void planCues(const DocumentPart& part,
              const WriteOptions& options,
              const CueSyntax& syntax,
              LabelCount& labels,
              LossReport& losses) {
    const Document& document = part.document;
    CueLosses cues(part, options, syntax, labels, losses);
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        cues.add(i);
    if (document.format != syntax.info().id) reportRaw(document, losses);
}

}  // namespace subs::lines
