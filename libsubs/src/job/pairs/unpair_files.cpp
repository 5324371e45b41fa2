// SPDX-License-Identifier: MIT
#include <subs/edit/mixed_lines.h>
#include <subs/format/unread.h>
#include <subs/job/outputs.h>
#include <subs/job/pair_names.h>
#include <subs/job/unpair_files.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "job/convert_document.h"
#include "job/pairs/pair_remarks.h"
#include "job/pairs/text_sides.h"
#include "job/pairs/unpair_sorter.h"
#include "job/target_format.h"
#include "job/written_anew.h"
#include "job/written_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

Result<ReadDocument> read(const UnpairTask& task, const UnpairOptions& options) {
    DocumentOptions reading = options.reading;
    if (options.frames != nullptr) reading.timeline = &options.frames->timeline;
    return readInput(task.input, task.bytes, reading);
}

/// True where something of `document` is to be seen.
bool hasCues(const Document& document) {
    return std::ranges::any_of(document.cues, [](const Cue& cue) {
        return cue.kind == CueKind::Dialogue &&
               (!isBlank(cue.text.plain) || !cue.text.spans.empty());
    });
}

/// Error "unpair.no-cues" where a track has none.
Result<void> checkTracks(const Unstacked& parts, const ChosenSorter& chosen) {
    for (const std::size_t track : {0U, 1U}) {
        if (hasCues(track == 0 ? parts.first : parts.second)) continue;
        const std::string& language = track == 0 ? chosen.languages.first : chosen.languages.second;
        return failure("unpair.no-cues",
                       fmt::format("parted by {}, no cue is in the {} language{}; nothing was "
                                   "written",
                                   nameOf(chosen.by),
                                   track == 0 ? "first" : "second",
                                   language.empty() ? "" : fmt::format(" ({})", language)));
    }
    return {};
}

/// What both tracks have in common says nothing of either.
std::array<std::string, 2> languagesOf(const LanguagePair& known, const Unstacked& parts) {
    if (!known.first.empty()) return {known.first, known.second};
    return {likelyLanguage(parts.first), likelyLanguage(parts.second)};
}

fs::path withEndingOf(fs::path name, const Format& format) {
    const bool isKnown = name.has_extension() && formatNamed(name.extension().string()) != nullptr;
    const std::string ending = fmt::format(".{}", format.info().extensions.front());
    return isKnown ? name.replace_extension(ending) : name += ending;
}

/// Where the two go.
Result<std::array<fs::path, 2>> outputsOf(const UnpairTask& task,
                                          const UnpairOptions& options,
                                          const Unpaired& result) {
    if (task.named.empty()) return task.outputs;
    const auto& languages = result.languages;
    if (languages[0].empty() || languages[1].empty() || languages[0] == languages[1])
        return failure("unpair.names",
                       "it is not known which languages these are, by which the files are to be "
                       "named; --lang tells");
    std::array<fs::path, 2> outputs;
    for (const std::size_t track : {0U, 1U}) {
        const Format* format = options.formats.at(track);
        const fs::path name = format == nullptr ? task.named : withEndingOf(task.named, *format);
        outputs.at(track) = withTag(name, languages.at(track));
    }
    return outputs;
}

Result<void> checkOutputs(const std::array<fs::path, 2>& outputs, const UnpairOptions& options) {
    for (const fs::path& output : outputs) {
        if (output.empty()) continue;
        std::error_code ignored;
        const fs::path canonical = fs::weakly_canonical(fs::absolute(output, ignored), ignored);
        if (options.inputs.contains(canonical))
            return failure("output.collision",
                           fmt::format("{} would be written over an input; nothing was written",
                                       output.string()));
        if (auto free = checkFree(output, options.existing); !free) return free;
    }
    return {};
}

/// `unread`: what the file says and its document does not.
Result<void> makeTrack(std::size_t track,
                       Document document,
                       const LossReport& unread,
                       const UnpairOptions& options,
                       Unpaired& result) {
    const Format* const format = result.to.at(track);
    document.language = result.languages.at(track);
    // The file has a field for the other language, too.
    if (result.by == UnpairBy::Field && format == result.from)
        document = detached(std::move(document));
    result.written.at(track) = document.cues.size();
    auto made = madeOf(std::move(document), *format, {options.writing, options.frames});
    if (!made) return tl::unexpected(made.error());
    result.bytes.at(track) = std::move(made->written.bytes);
    result.losses.at(track) = std::move(made->written.losses);
    std::ranges::move(made->diagnostics, std::back_inserter(result.diagnostics));
    if (!made->anew) return {};
    result.diagnostics.push_back(newFileRemark(*made->anew));
    for (const LossItem& loss : unread.items) {
        const auto isSame = [&](const LossItem& told) {
            return told.feature == loss.feature && told.before == loss.before;
        };
        if (isLostIn(format->info(), loss) && std::ranges::none_of(result.unread.items, isSame))
            result.unread.items.push_back(loss);
    }
    return {};
}

/// What is said of one text of two is not true where both are read.
void forgetSide(Diagnostics& diagnostics) {
    std::erase_if(diagnostics, [](const Diagnostic& remark) {
        return remark.code.ends_with(".side") || remark.code.ends_with(".untranslated");
    });
}

/// By the fields of the file, where it has two and nothing else is asked for; then `source` has
/// both texts, and `result` what is missing.
Result<std::optional<ChosenSorter>> chosenFields(ReadDocument& source,
                                                 const UnpairOptions& options,
                                                 Unpaired& result) {
    const bool isSought = options.by == UnpairBy::Field ||
                          (options.by == UnpairBy::Any && options.secondStyles.empty());
    if (!isSought) return std::optional<ChosenSorter>();
    auto sides = textSidesOf(source, options.languages);
    if (!sides) return tl::unexpected(sides.error());
    if (!*sides && options.by == UnpairBy::Field)
        return failure("unpair.one-language",
                       "nothing tells two languages apart: the file has one field for the text of "
                       "a cue");
    if (!*sides) return std::optional<ChosenSorter>();
    source.document = std::move((*sides)->document);
    source.unread = std::move((*sides)->unread);
    forgetSide(source.diagnostics);
    result.missing = std::move((*sides)->missing);
    const LanguagePair& asked = options.languages;
    return ChosenSorter{std::move((*sides)->sorter),
                        UnpairBy::Field,
                        asked == LanguagePair() ? (*sides)->languages : asked,
                        {}};
}

/// `sorter`, and nothing of the cues of `document` at `unclear`.
LineSorter unclearAt(const std::vector<std::size_t>& unclear,
                     const Document& document,
                     LineSorter sorter) {
    std::set<std::uint32_t> ids;
    for (const std::size_t place : unclear)
        ids.insert(document.cues[place].id.value);
    return [ids = std::move(ids), sorter = std::move(sorter)](
               const Cue& cue, std::span<const std::string_view> lines) {
        if (!ids.contains(cue.id.value)) return sorter(cue, lines);
        return std::vector<LineOwner>(lines.size(), LineOwner::Unclear);
    };
}

/// Of a document with lines that hold both languages: then `source` has a line for each.
Result<ChosenSorter> chosenOfLines(ReadDocument& source, const UnpairOptions& options) {
    const bool mayBeScripts = options.by == UnpairBy::Script ||
                              (options.by == UnpairBy::Any && options.secondStyles.empty());
    if (!mayBeScripts) return chosenSorter(source.document, options);
    PartedLines lines = withLinesParted(source.document);
    if (lines.parted.empty() && lines.unclear.empty())
        return chosenSorter(source.document, options);
    auto chosen = chosenSorter(lines.document, options);
    if (!chosen || chosen->by != UnpairBy::Script) return chosenSorter(source.document, options);
    chosen->sorter = unclearAt(lines.unclear, lines.document, std::move(chosen->sorter));
    source.document = std::move(lines.document);
    remarkPartedLines(source.document, lines.parted, source.diagnostics);
    return chosen;
}

Result<ChosenSorter> chosenFor(ReadDocument& source,
                               const UnpairOptions& options,
                               Unpaired& result) {
    auto fields = chosenFields(source, options, result);
    if (!fields) return tl::unexpected(fields.error());
    return *fields ? Result<ChosenSorter>(**std::move(fields)) : chosenOfLines(source, options);
}

/// The formats of files that are written to `outputs`.
std::array<const Format*, 2> targetsOf(const UnpairOptions& options,
                                       const Format& from,
                                       const std::array<fs::path, 2>& outputs) {
    std::array<const Format*, 2> targets{};
    for (const std::size_t track : {0U, 1U})
        targets.at(track) =
            &targetFor(from, options.formats.at(track), options.choice, outputs.at(track));
    return targets;
}

Result<Unpaired> unpaired(const UnpairTask& task, const UnpairOptions& options) {
    auto source = read(task, options);
    if (!source) return tl::unexpected(source.error());
    Unpaired result;
    result.cues = source->document.cues.size();
    const auto chosen = chosenFor(*source, options, result);
    if (!chosen) return tl::unexpected(chosen.error());
    const bool byFields = chosen->by == UnpairBy::Field;
    Unstacked parts = unstacked(source->document,
                                chosen->sorter,
                                byFields ? MarksAtBegin::OfTheFirstLine : MarksAtBegin::OfBoth);
    if (const auto both = checkTracks(parts, *chosen); !both) return tl::unexpected(both.error());
    result.by = chosen->by;
    result.languages = languagesOf(chosen->languages, parts);
    result.from = source->format;
    result.diagnostics = std::move(source->diagnostics);
    const auto outputs = outputsOf(task, options, result);
    if (!outputs) return tl::unexpected(outputs.error());
    result.outputs = *outputs;
    result.to = targetsOf(options, *source->format, *outputs);
    if (const auto free = checkOutputs(*outputs, options); !free)
        return tl::unexpected(free.error());
    const auto isOwn = [&](const Format* to) { return to == source->format; };
    const auto isKept = [&](const LossItem& loss) {
        return std::ranges::none_of(result.to, [&](const Format* to) {
            return (byFields || !isOwn(to)) && isLostIn(to->info(), loss);
        });
    };
    placeLosses(source->unread, source->document);
    result.unread = source->unread;
    std::erase_if(result.unread.items, isKept);
    const bool isNewFile = byFields && std::ranges::any_of(result.to, isOwn);
    if (isNewFile) reportDroppedRaw(source->document, result.unread);
    placeLosses(result.unread, source->document);
    if (isNewFile) remarkNewFile("unpair.new-file", result.diagnostics);
    remarkParting(source->document, parts, result.diagnostics);
    remarkMissing(source->document, result, result.diagnostics);
    remarkContrary(source->document, *chosen, result.diagnostics);
    if (chosen->doubt) remarkDoubt(source->document, parts, *chosen, result.diagnostics);
    result.inBoth = std::move(parts.inBoth);
    for (const std::size_t track : {0U, 1U})
        if (auto made = makeTrack(track,
                                  std::move(track == 0 ? parts.first : parts.second),
                                  source->unread,
                                  options,
                                  result);
            !made)
            return tl::unexpected(made.error());
    return result;
}

}  // namespace

UnpairOutcome unpairOne(const UnpairTask& task, const UnpairOptions& options) {
    const auto failed = [&](Error error) {
        UnpairOutcome outcome{std::move(error), {}};
        outcome.unpaired.outputs = task.outputs;
        return outcome;
    };
    auto result = unpaired(task, options);
    if (!result) return failed(about(task.input.path.string(), result.error()));
    for (const std::size_t track : {0U, 1U}) {
        const fs::path& output = result->outputs.at(track);
        if (output.empty()) continue;
        const auto written = writeMade(output, result->bytes.at(track), options.existing);
        if (!written) return failed(written.error());
        result->bytes.at(track) = {};
    }
    return {std::nullopt, *std::move(result)};
}

std::size_t unpairAll(std::span<const UnpairTask> tasks,
                      const UnpairOptions& options,
                      const BatchOptions& batch,
                      const std::function<void(std::size_t, UnpairOutcome)>& finished) {
    const auto work = [&](std::size_t item, std::size_t) {
        return unpairOne(tasks[item], options);
    };
    return runBatchOf<UnpairOutcome>(tasks.size(), batch, work, finished);
}

std::string_view nameOf(UnpairBy by) {
    switch (by) {
        case UnpairBy::Field:
            return "field";
        case UnpairBy::Script:
            return "script";
        case UnpairBy::Style:
            return "style";
        case UnpairBy::Row:
            return "row";
        case UnpairBy::Half:
            return "half";
        case UnpairBy::Any:
            break;
    }
    return "any";
}

}  // namespace subs
