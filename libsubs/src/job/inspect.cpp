// SPDX-License-Identifier: MIT
#include <subs/job/inspect.h>
#include <subs/job/legacy_font.h>
#include <subs/job/retime.h>
#include <subs/text/newline.h>
#include <subs/text/script.h>
#include <subs/time/frame_rule.h>

#include <algorithm>
#include <set>
#include <utility>

namespace subs {
namespace {

/// Those that the file names; a style that names none has one of ours (`defaultStyleFor`).
std::vector<std::string> fontsIn(const Document& document) {
    std::set<std::string> names;
    const auto isNamed = [&](const std::string& font) {
        return !document.origin || document.origin->text.find(font) != std::string::npos;
    };
    for (const Style& style : document.styles)
        if (isNamed(style.fontName)) names.insert(style.fontName);
    for (const Cue& cue : document.cues)
        for (const Span& span : cue.text.spans)
            if (span.kind == SpanKind::Font && !span.value.empty()) names.insert(span.value);
    return {names.begin(), names.end()};
}

/// True when `time` is a frame's own time in whole `unit`s, up or down.
bool isFrameTime(Time time, Time unit, const FrameTimeline& timeline) {
    const Frame shown = timeline.frameAt(time);
    const auto isNear = [&](Frame frame) {
        const Time distance = timeline.timeOf(frame) - time;
        return distance < unit && -distance < unit;
    };
    return isNear(shown) || isNear(Frame{shown.number + 1});
}

void countEdge(EdgeFit& fit, Time time, Edge edge, Time unit, const FrameTimeline& timeline) {
    ++fit.edges;
    const auto units = rounded(time, edge, Rounding::Frame, unit, &timeline);
    if (units && Time::fromFlicks(*units * unit.flicks()) == time) ++fit.midpoints;
    if (isFrameTime(time, unit, timeline)) ++fit.nearest;
}

EdgeFit edgeFitOf(const Document& document, Time unit, const FrameTimeline& timeline) {
    EdgeFit fit;
    for (const Cue& cue : document.cues) {
        if (cue.kind != CueKind::Dialogue) continue;
        countEdge(fit, cue.start, Edge::Start, unit, timeline);
        if (cue.end) countEdge(fit, *cue.end, Edge::End, unit, timeline);
    }
    return fit;
}

std::string languageOf(std::string_view text) {
    std::string language = languageByScript(text);
    if (!language.empty()) return language;
    return hasLetters(text) ? "und" : "zxx";
}

/// That of a text; both of one whose lines are in two, one above the other.
std::set<std::string> languagesOf(std::string_view text) {
    std::set<std::string> languages;
    for (LineReader lines(text); lines.next();)
        if (std::string language = languageByScript(lines.line()); !language.empty())
            languages.insert(std::move(language));
    if (languages.size() < 2) return {languageOf(text)};
    return languages;
}

void inspectCues(const Document& document, Inspection& result) {
    for (const Cue& cue : document.cues) {
        if (cue.kind == CueKind::Comment) {
            ++result.comments;
            continue;
        }
        ++result.cues;
        for (const std::string& language : languagesOf(cue.text.plain))
            ++result.languages[language];
        result.first = std::min(result.first.value_or(cue.start), cue.start);
        const Time end = cue.end.value_or(cue.start);
        result.last = std::max(result.last.value_or(end), end);
    }
}

}  // namespace

Inspection inspected(const ReadDocument& read, const KnownFrames* frames) {
    Inspection result;
    const Document& document = read.document;
    result.format = read.format->info().id;
    result.formatName = read.format->info().name;
    result.formatScore = read.probe.score;
    result.formatReason = read.probe.reason;
    result.language = document.language;
    result.diagnostics = read.diagnostics;
    if (document.origin) {
        result.encoding = document.origin->encoding;
        result.newline = document.origin->newline;
        result.hasMixedNewlines =
            !document.origin->isBinary && hasMixedNewlines(document.origin->text);
    }
    inspectCues(document, result);
    for (const Style& style : document.styles)
        result.styles.push_back(style.name);
    result.fonts = fontsIn(document);
    if (auto legacy = legacyRemark(document)) result.diagnostics.push_back(*std::move(legacy));
    if (frames == nullptr || read.format->info().timeBase == TimeBase::Frames) return result;
    result.edges = edgeFitOf(document, read.format->info().unit, frames->timeline);
    auto past = pastLastFrame(
        document, *frames, Rounding::Frame, "the fit of edges there is judged by the average rate");
    if (past) result.diagnostics.push_back(std::move(*past));
    return result;
}

}  // namespace subs
