// SPDX-License-Identifier: MIT
#include <subs/base/counted.h>
#include <subs/format/features.h>
#include <subs/job/cue_lines.h>
#include <subs/job/report_text.h>
#include <subs/time/clock.h>

#include "time/shown_milliseconds.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace subs {
namespace {

/// Features whose names stand for several things.
constexpr std::array<std::string_view, 6> kPlural = {feature::kStyles,
                                                     feature::kMargins,
                                                     feature::kOverrides,
                                                     feature::kCoordinates,
                                                     feature::kFades,
                                                     feature::kEmphasisMarks};

/// "karaoke is dropped", "styles are approximated"
std::string whatHappens(const LossItem& loss) {
    const bool isPlural = std::ranges::find(kPlural, loss.feature) != kPlural.end();
    const std::string_view verb = isPlural ? "are" : "is";
    switch (loss.severity) {
        case LossSeverity::Info:
            return fmt::format(
                "{} {}", loss.feature, isPlural ? "change their form" : "changes its form");
        case LossSeverity::Approximated:
            return fmt::format("{} {} approximated", loss.feature, verb);
        case LossSeverity::Dropped:
            return fmt::format("{} {} dropped", loss.feature, verb);
        case LossSeverity::Unrepresentable:
            break;
    }
    return fmt::format("{} cannot be written", loss.feature);
}

std::string timesText(std::size_t count) {
    if (count == 1) return "once";
    return count == 2 ? "twice" : fmt::format("{} times", count);
}

std::vector<std::uint32_t> numbersOf(const std::vector<CueId>& ids) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(ids.size());
    for (const CueId id : ids)
        numbers.push_back(id.value);
    return numbers;
}

std::string sizeText(const Inspection& inspection) {
    std::string text = fmt::format("{}", inspection.cues);
    if (inspection.comments > 0)
        text += fmt::format(", and {}", counted(inspection.comments, "comment"));
    if (inspection.first)
        text +=
            fmt::format(", {} to {}", clockText(*inspection.first), clockText(*inspection.last));
    return text;
}

std::string_view languageText(std::string_view tag) {
    if (tag == "zxx") return "no letters";
    return tag == "und" ? "a language that its letters do not tell" : tag;
}

std::string languagesText(const Inspection& inspection) {
    std::string text;
    for (const auto& [language, count] : inspection.languages)
        text += fmt::format(
            "{}{} in {}", text.empty() ? "" : ", ", languageText(language), counted(count, "cue"));
    return text.empty() ? "none" : text;
}

std::string listText(const std::vector<std::string>& names) {
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

std::string edgesText(const EdgeFit& fit) {
    const std::string_view rule = fit.midpoints >= fit.nearest ? "frame" : "frame-nearest";
    return fmt::format(
        "{} of {} between frames in the middle (frame), {} at a frame's time (frame-nearest); {} fits better",
        fit.midpoints,
        fit.edges,
        fit.nearest,
        rule);
}

std::string videoText(const FilmFacts& facts) {
    if (facts.frameCount == 0)
        return fmt::format("{} × {}, no frame is there", facts.width, facts.height);
    return fmt::format("{} × {}, {}, {} frames a second, {} rate, first frame at {} ms",
                       facts.width,
                       facts.height,
                       counted(static_cast<std::size_t>(facts.frameCount), "frame"),
                       formatted(facts.timeline.averageRate().framesPerSecond()),
                       facts.isConstantRate ? "constant" : "variable",
                       shownMilliseconds(facts.timeline.millisecondsOf(Frame{0})));
}

/// True where the picture begins more than half a frame away from film time 0: text made for n /
/// fps, or for another container of the same film, is off by a frame there.
bool beginsOffZero(const FilmFacts& facts) {
    if (!facts.hasVideo || facts.frameCount == 0) return false;
    const Time first = facts.timeline.timeOf(Frame{0});
    const Time second = facts.timeline.timeOf(Frame{1});
    return Time::fromFlicks(2 * (first < Time() ? -first : first).flicks()) > second - first;
}

}  // namespace

Severity severityOf(const LossItem& loss) {
    return loss.severity == LossSeverity::Info ? Severity::Info : Severity::Warning;
}

Diagnostic lossDiagnostic(const LossItem& loss) {
    Diagnostic result;
    result.severity = severityOf(loss);
    result.code = fmt::format("loss.{}", loss.feature);
    result.line = loss.line;
    result.message = fmt::format("{} {}", whatHappens(loss), timesText(loss.count));
    if (!loss.cues.empty())
        result.message += fmt::format(", first in cue {}", loss.cues.front().value);
    return result;
}

std::string lossReportText(const LossReport& losses, std::string_view file) {
    std::string text;
    const auto out = std::back_inserter(text);
    if (losses.empty()) fmt::format_to(out, "{}: nothing is lost\n", file);
    for (const LossItem& loss : losses.items) {
        fmt::format_to(out, "{}: {} {}\n", file, whatHappens(loss), timesText(loss.count));
        if (!loss.cues.empty())
            fmt::format_to(out, "    cues: {}\n", fmt::join(numbersOf(loss.cues), ", "));
        if (!loss.before.empty()) fmt::format_to(out, "    first: {}\n", loss.before);
        for (const std::string& other : loss.others)
            fmt::format_to(out, "    also: {}\n", other);
        if (!loss.after.empty()) fmt::format_to(out, "    written instead: {}\n", loss.after);
        if (!loss.remedy.empty()) fmt::format_to(out, "    what can be done: {}\n", loss.remedy);
    }
    return text;
}

std::string inspectionText(const Inspection& inspection, std::string_view file) {
    std::string text = fmt::format("{}\n", file);
    const auto out = std::back_inserter(text);
    const Encoding& encoding = inspection.encoding;
    fmt::format_to(out,
                   "  format: {} ({}), {} %: {}\n",
                   inspection.formatName,
                   inspection.format,
                   inspection.formatScore,
                   inspection.formatReason);
    fmt::format_to(out,
                   "  encoding: {}{}, {} %{}{}\n",
                   encoding.name,
                   encoding.bom == Bom::Yes ? " with byte order mark" : "",
                   encoding.confidence,
                   encoding.reason.empty() ? "" : ": ",
                   encoding.reason);
    fmt::format_to(out,
                   "  line ends: {}{}\n",
                   nameOf(inspection.newline),
                   inspection.hasMixedNewlines ? ", mixed with others" : "");
    fmt::format_to(out, "  cues: {}\n", sizeText(inspection));
    fmt::format_to(out, "  languages by script: {}\n", languagesText(inspection));
    fmt::format_to(out, "  styles: {}\n", listText(inspection.styles));
    fmt::format_to(out, "  fonts: {}\n", listText(inspection.fonts));
    if (inspection.edges) fmt::format_to(out, "  edges: {}\n", edgesText(*inspection.edges));
    return text;
}

std::string filmText(const FilmFacts& facts, std::string_view file) {
    std::string text = fmt::format(
        "{}\n  container: {}\n  duration: {}\n", file, facts.container, clockText(facts.duration));
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "  video: {}\n", facts.hasVideo ? videoText(facts) : "none");
    if (beginsOffZero(facts))
        text += "  note: the picture begins off 0, so text made for it fits this file only\n";
    for (const FilmStream& stream : facts.streams)
        fmt::format_to(out,
                       "  stream {}: {}, {}{}{}{}{}\n",
                       stream.index,
                       stream.kind,
                       stream.codec,
                       stream.language.empty() ? "" : ", ",
                       stream.language,
                       stream.title.empty() ? "" : ", ",
                       stream.title);
    return text;
}

}  // namespace subs
