// SPDX-License-Identifier: MIT
#include <subs/job/report_text.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace subs {
namespace {

std::string_view verbOf(LossSeverity severity) {
    switch (severity) {
        case LossSeverity::Info:
            return "changes its form";
        case LossSeverity::Approximated:
            return "is approximated";
        case LossSeverity::Dropped:
            return "is dropped";
        case LossSeverity::Unrepresentable:
            break;
    }
    return "cannot be written";
}

std::string timesText(std::size_t count) {
    if (count == 1) return "once";
    return count == 2 ? "twice" : fmt::format("{} times", count);
}

std::vector<std::size_t> numbersOf(const std::vector<CueId>& ids, const Document& document) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        if (std::ranges::find(ids, document.cues[i].id) != ids.end()) numbers.push_back(i + 1);
    return numbers;
}

/// The place of the first cue that a loss is about, from 1; 0 where it is about none.
std::size_t firstNumber(const LossItem& loss, const Document& document) {
    if (loss.cues.empty()) return 0;
    return indexOf(document, loss.cues.front()).value_or(document.cues.size()) + 1;
}

std::string sizeText(const Inspection& inspection) {
    std::string text = fmt::format("{}", inspection.cues);
    if (inspection.comments > 0) text += fmt::format(", and {} comments", inspection.comments);
    if (inspection.first)
        text +=
            fmt::format(", {} to {}", clockText(*inspection.first), clockText(*inspection.last));
    return text;
}

std::string languagesText(const Inspection& inspection) {
    std::string text;
    for (const auto& [language, count] : inspection.languages)
        text += fmt::format("{}{} in {} cues",
                            text.empty() ? "" : ", ",
                            language.empty() ? "no letters" : language,
                            count);
    return text.empty() ? "none" : text;
}

std::string listText(const std::vector<std::string>& names) {
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

std::string edgesText(const EdgeFit& fit) {
    const std::string_view rule = fit.midpoints >= fit.nearest ? "frame" : "frame-nearest";
    return fmt::format(
        "{} of {} are midpoints between frames (frame), {} are frame times (frame-nearest); {} fits better",
        fit.midpoints,
        fit.edges,
        fit.nearest,
        rule);
}

std::string videoText(const FilmFacts& facts) {
    return fmt::format("{} × {}, {} frames, {} frames a second, {} rate, first frame at {} ms",
                       facts.width,
                       facts.height,
                       facts.frameCount,
                       formatted(facts.timeline.averageRate().framesPerSecond()),
                       facts.isConstantRate ? "constant" : "variable",
                       formatted(facts.timeline.millisecondsOf(Frame{0})));
}

/// True where the picture begins more than half a frame away from film time 0: text made for n /
/// fps, or for another container of the same film, is off by a frame there.
bool beginsOffZero(const FilmFacts& facts) {
    if (!facts.hasVideo) return false;
    const Time first = facts.timeline.timeOf(Frame{0});
    const Time second = facts.timeline.timeOf(Frame{1});
    return Time::fromFlicks(2 * (first < Time() ? -first : first).flicks()) > second - first;
}

}  // namespace

Diagnostic lossDiagnostic(const LossItem& loss, const Document& document) {
    Diagnostic result;
    result.severity = loss.severity == LossSeverity::Info ? Severity::Info : Severity::Warning;
    result.code = fmt::format("loss.{}", loss.feature);
    result.message =
        fmt::format("{} {} {}", loss.feature, verbOf(loss.severity), timesText(loss.count));
    if (const std::size_t first = firstNumber(loss, document); first != 0)
        result.message += fmt::format(", first in cue {}", first);
    return result;
}

std::string lossReportText(const LossReport& losses,
                           const Document& document,
                           std::string_view file) {
    std::string text;
    const auto out = std::back_inserter(text);
    if (losses.empty()) fmt::format_to(out, "{}: nothing is lost\n", file);
    for (const LossItem& loss : losses.items) {
        fmt::format_to(out,
                       "{}: {} {} {}\n",
                       file,
                       loss.feature,
                       verbOf(loss.severity),
                       timesText(loss.count));
        if (!loss.cues.empty())
            fmt::format_to(out, "    cues: {}\n", fmt::join(numbersOf(loss.cues, document), ", "));
        if (!loss.before.empty()) fmt::format_to(out, "    first: {}\n", loss.before);
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

std::string clockText(Time time) {
    const std::int64_t ms = time.nearestMilliseconds();
    const std::int64_t magnitude = ms < 0 ? -ms : ms;
    return fmt::format("{}{:02}:{:02}:{:02}.{:03}",
                       ms < 0 ? "-" : "",
                       magnitude / 3'600'000,
                       magnitude / 60'000 % 60,
                       magnitude / 1000 % 60,
                       magnitude % 1000);
}

}  // namespace subs
