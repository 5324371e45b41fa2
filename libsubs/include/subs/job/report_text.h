// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/format/loss_report.h>
#include <subs/job/inspect.h>
#include <subs/job/ports.h>

#include <string>
#include <string_view>

/// What jobs answer, in words for a person.
namespace subs {

/// How much of a remark a loss is: an info where only the form changes, else a warning.
Severity severityOf(const LossItem& loss);
/// A loss as a remark about the file: "karaoke is dropped 12 times, first in cue 3", at the line of
/// that cue, code "loss.karaoke". Cues are told by their ids, which are their numbers in a file as
/// it was read.
Diagnostic lossDiagnostic(const LossItem& loss);

/// All losses with their cues, what was there, what is written instead and what can be done, one
/// line each and more below.
std::string lossReportText(const LossReport& losses, std::string_view file);

/// Several lines: "format: SubRip (srt), 100: lines of times joined by -->" and so on.
std::string inspectionText(const Inspection& inspection, std::string_view file);
std::string filmText(const FilmFacts& facts, std::string_view file);

}  // namespace subs
