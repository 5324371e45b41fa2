// SPDX-License-Identifier: MIT
#include "job/wrap_document.h"

#include <subs/base/counted.h>
#include <subs/job/cue_lines.h>
#include <subs/job/stand_in.h>

#include "job/lost_marks.h"
#include "qc/wording.h"

#include <fmt/format.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace subs {
namespace {

std::string widthText(const Misfit& misfit, const LineLimit& limit) {
    switch (limit.measure) {
        case WidthMeasure::Picture:
            return fmt::format("takes {} % of the picture's width; {} % are allowed",
                               roundedUp(misfit.width * 100),
                               plainNumber(limit.most * 100));
        case WidthMeasure::Em:
            return fmt::format("is {} em wide; {} em are allowed",
                               roundedUp(misfit.width),
                               plainNumber(limit.most));
        case WidthMeasure::Count:
            break;
    }
    return fmt::format("has {}; {} are allowed",
                       quantity(plainNumber(misfit.width), wordFor(limit.unit)),
                       plainNumber(limit.most));
}

Diagnostic misfitRemark(const Misfit& misfit, std::uint32_t line, const WrapOptions& options) {
    return {Severity::Warning,
            line,
            0,
            misfit.fits ? "wrap.too-many-lines" : "wrap.too-wide",
            fmt::format("cue {}: {}", misfit.index + 1, misfitText(misfit, options))};
}

/// About the file where the font was asked for on the way, about its first cue where the file names
/// it.
Diagnostic standInRemark(const StandIn& one, std::uint32_t line, const WrapOptions& options) {
    if (one.font.asked == options.font) return standInDiagnostic(one.font);
    Diagnostic remark = standInDiagnostic(one.font);
    remark.line = line;
    remark.message = fmt::format("cue {}: {}", one.index + 1, remark.message);
    return remark;
}

}  // namespace

std::string misfitText(const Misfit& misfit, const WrapOptions& options) {
    const std::string left = "left as " + counted(misfit.lines, "line");
    if (misfit.fits) return fmt::format("{}; {} are allowed", left, options.mostLines);
    return fmt::format("{}, {} {}{}",
                       left,
                       misfit.lines == 1 ? "which" : "the widest of which",
                       widthText(misfit, options.limit),
                       misfit.lines < options.mostLines
                           ? ", and there is no place to break it"
                           : fmt::format(" in {}", counted(options.mostLines, "line")));
}

Result<WrappedDocument> wrappedDocument(const Document& document, const WrapOptions& options) {
    std::vector<std::size_t> indices(document.cues.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    CueWrapper wrapper(options);
    auto result = withWrapped(document, indices, wrapper);
    if (!result) return tl::unexpected(result.error());
    WrappedDocument wrapped{document,
                            result->change.steps.size(),
                            std::move(result->misfits),
                            std::move(result->standIns),
                            {}};
    if (options.zwsp == ZwspUse::Strip) addLostMarks(result->change, wrapped.losses);
    for (CueChange& step : result->change.steps)
        wrapped.document.cues[step.index] = *std::move(step.after);
    return wrapped;
}

void remarkWrapped(const WrappedDocument& wrapped,
                   const Document& read,
                   const WrapOptions& options,
                   Diagnostics& diagnostics) {
    if (wrapped.standIns.empty() && wrapped.misfits.empty()) return;
    const std::vector<std::uint32_t> lines = cueLinesOf(read);
    for (const StandIn& one : wrapped.standIns)
        diagnostics.push_back(standInRemark(one, lines[one.index], options));
    for (const Misfit& misfit : wrapped.misfits)
        diagnostics.push_back(misfitRemark(misfit, lines[misfit.index], options));
}

}  // namespace subs
