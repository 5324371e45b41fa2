// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/format/counts_frames.h>
#include <subs/job/json.h>

#include "json_parts.h"
#include "qc/wording.h"

#include <cmath>
#include <string>
#include <utility>

namespace subs {
namespace {

std::string_view nameOf(Grade grade) {
    switch (grade) {
        case Grade::None:
            return "none";
        case Grade::Approximate:
            return "approximate";
        case Grade::Full:
            break;
    }
    return "full";
}

Json edgesJson(const std::optional<EdgeFit>& fit) {
    if (!fit) return nullptr;
    return {{"edges", fit->edges}, {"frame", fit->midpoints}, {"frame_nearest", fit->nearest}};
}

Json encodingJson(const Encoding& encoding) {
    return {{"name", encoding.name},
            {"bom", encoding.bom == Bom::Yes},
            {"confidence", encoding.confidence},
            {"reason", encoding.reason}};
}

Json streamsJson(const std::vector<FilmStream>& streams) {
    Json list = Json::array();
    for (const FilmStream& stream : streams)
        list.push_back({{"index", stream.index},
                        {"kind", stream.kind},
                        {"codec", stream.codec},
                        {"language", textOrNull(stream.language)},
                        {"title", textOrNull(stream.title)}});
    return list;
}

/// With as many decimals as the message has it, so that both say the same.
double measuredAsSaid(const Finding& finding) {
    const std::string text = finding.measured > finding.limit ? roundedUp(finding.measured)
                                                              : roundedDown(finding.measured);
    return std::stod(text);
}

Json findingJson(const Finding& finding, std::span<const std::uint32_t> cueLines) {
    return {{"id", finding.id},
            {"rule", finding.rule},
            {"severity", subs::nameOf(finding.severity)},
            {"cue", finding.index + 1},
            {"file_line",
             finding.index < cueLines.size() ? Json(cueLines[finding.index]) : Json(nullptr)},
            {"cue_line", finding.line ? Json(*finding.line + 1) : Json(nullptr)},
            {"cue_column", finding.column ? Json(*finding.column + 1) : Json(nullptr)},
            {"measured", measuredAsSaid(finding)},
            {"limit", finding.limit},
            {"unit", finding.unit},
            {"message", finding.message}};
}

Json issuesJson(std::span<const PlacedIssue> issues) {
    const auto orNull = [](std::uint32_t number) { return number != 0 ? Json(number) : Json(); };
    Json list = Json::array();
    for (const PlacedIssue& issue : issues) {
        const Diagnostic said = issueDiagnostic(issue);
        list.push_back({{"code", said.code},
                        {"line", orNull(issue.place.line)},
                        {"column", orNull(issue.place.column)},
                        {"cue", issue.cue ? Json(*issue.cue + 1) : Json()},
                        {"text", issue.text},
                        {"fix", textOrNull(fixNameOf(issue.kind))},
                        {"message", said.message}});
    }
    return list;
}

std::string_view nameOf(LegacyReason reason) {
    switch (reason) {
        case LegacyReason::FontName:
            return "font-name";
        case LegacyReason::Statistics:
            return "statistics";
        case LegacyReason::Asked:
            break;
    }
    return "asked";
}

std::string_view nameOf(LegacyOutcome outcome) {
    switch (outcome) {
        case LegacyOutcome::Converted:
            return "converted";
        case LegacyOutcome::Doubtful:
            return "doubtful";
        case LegacyOutcome::OtherFamily:
            return "other-family";
        case LegacyOutcome::NoTable:
            break;
    }
    return "no-table";
}

Json legacyJson(std::span<const PlacedLegacy> found) {
    Json list = Json::array();
    for (const PlacedLegacy& one : found) {
        std::string unknown;
        for (const char32_t letter : one.text.unknown)
            appendUtf8(unknown, letter);
        const bool isCue = one.in == PlacedLegacy::In::Cue;
        list.push_back({{"cue", isCue ? Json(one.text.index + 1) : Json()},
                        {"line", one.place.line != 0 ? Json(one.place.line) : Json()},
                        {"font", subs::nameOf(one.text.font)},
                        {"font_name", textOrNull(one.text.fontName)},
                        {"reason", nameOf(one.text.reason)},
                        {"outcome", nameOf(one.text.outcome)},
                        {"confidence", one.text.confidence},
                        {"before", one.text.before},
                        {"after", one.text.after},
                        {"unknown", textOrNull(unknown)}});
    }
    return list;
}

}  // namespace

std::string inspectionJson(const Inspection& inspection, std::string_view file) {
    return serialised({{"file", file},
                       {"kind", "subtitles"},
                       {"format",
                        {{"id", inspection.format},
                         {"name", inspection.formatName},
                         {"score", inspection.formatScore},
                         {"reason", inspection.formatReason}}},
                       {"encoding", encodingJson(inspection.encoding)},
                       {"newline", nameOf(inspection.newline)},
                       {"mixed_newlines", inspection.hasMixedNewlines},
                       {"language", textOrNull(inspection.language)},
                       {"cues", inspection.cues},
                       {"comments", inspection.comments},
                       {"languages", inspection.languages},
                       {"first_ms", millisecondsJson(inspection.first)},
                       {"last_ms", millisecondsJson(inspection.last)},
                       {"styles", inspection.styles},
                       {"fonts", inspection.fonts},
                       {"edges", edgesJson(inspection.edges)},
                       {"diagnostics", diagnosticsJson(inspection.diagnostics)}});
}

std::string filmJson(const FilmFacts& facts, std::string_view file) {
    const bool hasFrames = facts.hasVideo && facts.frameCount > 0;
    return serialised(
        {{"file", file},
         {"kind", "film"},
         {"container", facts.container},
         {"streams", streamsJson(facts.streams)},
         {"duration_ms", millisecondsJson(facts.duration)},
         {"width", facts.width},
         {"height", facts.height},
         {"frames", facts.frameCount},
         {"rate",
          hasFrames ? Json(formatted(facts.timeline.averageRate().framesPerSecond()))
                    : Json(nullptr)},
         {"constant_rate", hasFrames ? Json(facts.isConstantRate) : Json(nullptr)},
         {"first_frame_ms",
          hasFrames ? millisecondsJson(facts.timeline.timeOf(Frame{0})) : Json(nullptr)},
         {"diagnostics", diagnosticsJson(facts.diagnostics)}});
}

std::string conversionJson(const ConvertOutcome& outcome,
                           std::string_view input,
                           std::string_view output) {
    const Converted& result = outcome.converted;
    Json value = {{"input", input},
                  {"output", output},
                  {"from", result.from != nullptr ? Json(result.from->info().id) : Json(nullptr)},
                  {"to", result.to != nullptr ? Json(result.to->info().id) : Json(nullptr)},
                  {"cues", result.cues},
                  {"losses", lossesJson(result.losses)},
                  {"diagnostics", diagnosticsJson(result.diagnostics)},
                  {"error", outcome.error ? errorValue(*outcome.error) : Json(nullptr)}};
    if (!result.sidecar.empty()) value["sidecar"] = result.sidecar.string();
    return serialised(value);
}

std::string findingsJson(const CheckedFile& checked, std::string_view file) {
    Json list = Json::array();
    for (const Finding& finding : checked.findings)
        list.push_back(findingJson(finding, checked.cueLines));
    return serialised({{"file", file},
                       {"language", textOrNull(checked.language)},
                       {"profile", textOrNull(checked.profile)},
                       {"profile_reason", textOrNull(checked.profileReason)},
                       {"findings", std::move(list)},
                       {"diagnostics", diagnosticsJson(checked.diagnostics)}});
}

std::string normalisationJson(const NormalisedFile& file,
                              std::string_view input,
                              std::string_view output) {
    return serialised({{"input", input},
                       {"output", textOrNull(output)},
                       {"cues", file.cues},
                       {"changed_cues", file.changedCues},
                       {"issues", issuesJson(file.issues)},
                       {"legacy_font", legacyJson(file.legacy)},
                       {"diagnostics", diagnosticsJson(file.diagnostics)},
                       {"error", file.error ? errorValue(*file.error) : Json(nullptr)}});
}

std::string normalisedTextJson(std::span<const std::string> lines,
                               std::span<const PlacedIssue> issues,
                               std::span<const PlacedLegacy> legacy) {
    return serialised({{"lines", std::vector<std::string>(lines.begin(), lines.end())},
                       {"issues", issuesJson(issues)},
                       {"legacy_font", legacyJson(legacy)}});
}

std::string formatsJson() {
    Json list = Json::array();
    for (const Format* format : formats()) {
        const FormatInfo& info = format->info();
        Json capabilities = Json::object();
        for (const Capability& capability : info.capabilities)
            capabilities[std::string(capability.feature)] = nameOf(capability.grade);
        list.push_back({{"id", info.id},
                        {"name", info.name},
                        {"extensions", info.extensions},
                        {"unit_ms", countsFrames(info) ? Json() : millisecondsJson(info.unit)},
                        {"capabilities", std::move(capabilities)}});
    }
    return serialised({{"formats", std::move(list)}});
}

std::string profilesJson(std::span<const Profile> profiles) {
    Json list = Json::array();
    for (const Profile& profile : profiles)
        list.push_back({{"id", profile.id},
                        {"title", profile.title},
                        {"languages", profile.languages},
                        {"source", profile.source},
                        {"source_url", textOrNull(profile.sourceUrl)},
                        {"source_date", textOrNull(profile.sourceDate)},
                        {"provisional", profile.provisional}});
    return serialised({{"profiles", std::move(list)}});
}

std::string piecesJson(std::span<const std::vector<std::string>> lines) {
    Json list = Json::array();
    for (const std::vector<std::string>& line : lines)
        list.push_back(line);
    return serialised({{"lines", std::move(list)}});
}

std::string answersJson(std::span<const std::string> answers, const Diagnostics& diagnostics) {
    return serialised({{"answers", std::vector<std::string>(answers.begin(), answers.end())},
                       {"diagnostics", diagnosticsJson(diagnostics)}});
}

std::string speechJson(std::span<const SpeechSpan> spans) {
    Json values = Json::array();
    for (const SpeechSpan& span : spans) {
        values.push_back({{"start_ms", millisecondsJson(span.start)},
                          {"end_ms", millisecondsJson(span.end)},
                          {"confidence", std::round(span.confidence * 100) / 100}});
    }
    return serialised({{"spans", std::move(values)}});
}

std::string outputJson(std::string_view output) {
    return serialised({{"output", output}});
}

std::string errorJson(const Error& error, std::string_view file, std::string_view field) {
    return serialised({{std::string(field), file}, {"error", errorValue(error)}});
}

}  // namespace subs
