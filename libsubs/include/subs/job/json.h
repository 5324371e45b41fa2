// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/check_files.h>
#include <subs/job/convert.h>
#include <subs/job/inspect.h>
#include <subs/job/normalise_files.h>
#include <subs/job/pair_files.h>
#include <subs/job/ports.h>
#include <subs/job/speech_port.h>
#include <subs/job/unpair_files.h>
#include <subs/qc/check.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What jobs answer as JSON for programs: one value without line breaks, UTF-8 (bytes that are none
/// become U+FFFD), times in milliseconds with fractions where there are some.
namespace subs {

/// The document, cue by cue; `read` must have its origin.
std::string dumpJson(const ReadDocument& read);
/// The node tree of each cue of a WebVTT file (subs/format/cue_tree.h).
std::string cueTreesJson(const ReadDocument& read);
/// The intermediate documents of a TTML file (subs/format/intermediate_documents.h).
std::string intermediateDocumentsJson(const ReadDocument& read);

std::string inspectionJson(const Inspection& inspection, std::string_view file);
std::string filmJson(const FilmFacts& facts, std::string_view file);
/// What became of one file.
std::string conversionJson(const ConvertOutcome& outcome,
                           std::string_view input,
                           std::string_view output);

/// What became of two tracks that were put into one, and of one that was parted.
std::string pairingJson(const PairOutcome& outcome,
                        std::string_view first,
                        std::string_view second,
                        std::string_view output);
std::string partingJson(const UnpairOutcome& outcome, std::string_view input);

/// The findings of one file, and by which profile it was checked and why.
std::string findingsJson(const CheckedFile& checked, std::string_view file);

/// What is wrong with the Khmer of one file, and what became of it. `output` is empty where it was
/// only checked.
std::string normalisationJson(const NormalisedFile& file,
                              std::string_view input,
                              std::string_view output);
/// The same of a plain text: its lines as they are now, none where it was only checked.
std::string normalisedTextJson(std::span<const std::string> lines,
                               std::span<const PlacedIssue> issues,
                               std::span<const PlacedLegacy> legacy = {});

std::string formatsJson();
std::string profilesJson(std::span<const Profile> profiles);

/// The pieces that lines of text were separated into.
std::string piecesJson(std::span<const std::vector<std::string>> lines);
/// Answers to questions about frames, and remarks on them.
std::string answersJson(std::span<const std::string> answers, const Diagnostics& diagnostics);
/// Where people speak.
std::string speechJson(std::span<const SpeechSpan> spans);
/// The name of a file that was written.
std::string outputJson(std::string_view output);

/// Why nothing could be done with `file`, which stands in `field`.
std::string errorJson(const Error& error, std::string_view file, std::string_view field = "file");

}  // namespace subs
