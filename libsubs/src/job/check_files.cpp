// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/check_files.h>
#include <subs/job/cue_lines.h>
#include <subs/job/legacy_font.h>
#include <subs/job/profiles.h>
#include <subs/job/retime.h>
#include <subs/text/script.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace subs {
namespace {

/// The checkers of one thread, each with its fonts open.
class Checkers {
public:
    std::vector<Finding> check(const Profile& profile,
                               const CheckOptions& options,
                               const Document& document) {
        auto found = checkers_.find(profile.id);
        if (found == checkers_.end())
            found = checkers_.emplace(profile.id, Checker(profile, options)).first;
        return found->second.check(document);
    }

private:
    std::map<std::string, Checker> checkers_;
};

struct Chosen {
    const Profile* profile = nullptr;
    std::string reason;
    bool hasLetters = false;
};

bool isWritten(const Document& document) {
    return std::ranges::any_of(document.cues,
                               [](const Cue& cue) { return subs::hasLetters(cue.text.plain); });
}

/// How the language of a document is known, in words.
std::string languageText(const Document& document, const CheckFilesOptions& options) {
    if (document.language.empty()) return "a language that is not known";
    return fmt::format("{}, {}",
                       document.language,
                       options.reading.language.empty() ? "which the letters of the text tell"
                                                        : "which was named");
}

tl::unexpected<Error> noProfile(const Document& document, bool hasLetters) {
    if (!hasLetters && document.language.empty())
        return failure("qc.no-profile",
                       "no letter tells the language of the text; --language or --profile says it");
    const auto legacy = legacyRemark(document);
    const std::string language = document.language.empty()
                                     ? "the language of the text, which its letters do not tell"
                                     : fmt::format("language \"{}\"", document.language);
    return failure("qc.no-profile",
                   fmt::format("there is no profile for {}; --language or --profile names one{}{}",
                               language,
                               legacy ? "; " : "",
                               legacy ? legacy->message : ""));
}

Result<Chosen> chosenProfile(const Document& document, const CheckFilesOptions& options) {
    const bool isSingle = options.profiles.size() == 1;
    const Profile* profile =
        isSingle ? options.profiles.data() : profileFor(document.language, options.profiles);
    const bool letters = isWritten(document);
    if (profile == nullptr) return noProfile(document, letters);
    if (isSingle && options.choice == ProfileChoice::Named)
        return Chosen{profile, "the one that was named", letters};
    const std::string_view kind = profile->isDefault           ? "the default"
                                  : profile->languages.empty() ? "for any language, so also"
                                                               : "the first";
    return Chosen{
        profile, fmt::format("{} for {}", kind, languageText(document, options)), letters};
}

void remarkChoice(const Chosen& chosen, const CheckFilesOptions& options, CheckedFile& result) {
    const bool isJudged =
        options.choice == ProfileChoice::ByLanguage && options.reading.language.empty();
    if (!chosen.hasLetters && isJudged)
        result.diagnostics.push_back(
            {Severity::Warning,
             0,
             0,
             "qc.no-letters",
             fmt::format("no letter tells the language of the text; checked by {}",
                         result.profile)});
    result.diagnostics.push_back({Severity::Info,
                                  0,
                                  0,
                                  "qc.profile",
                                  fmt::format("checked by {}: {}", result.profile, chosen.reason)});
}

/// A file that should hold cues and has none does not pass, whatever its profile.
void remarkEmptiness(const Document& document, Diagnostics& diagnostics) {
    bool isBlank = false;
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code != "format.empty") continue;
        diagnostic.severity = Severity::Error;
        isBlank = true;
    }
    if (document.cues.empty() && !isBlank)
        diagnostics.push_back(
            {Severity::Warning, 0, 0, "qc.no-cues", "there is no cue in the file to check"});
}

void remarkPast(const Document& document, const CheckFilesOptions& options, CheckedFile& result) {
    if (options.frames == nullptr) return;
    auto past = pastLastFrame(
        document, *options.frames, Rounding::Frame, "frames there are counted at the average rate");
    if (past) result.diagnostics.push_back(std::move(*past));
}

Result<CheckedFile> checkTask(const CheckFileTask& task,
                              const CheckFilesOptions& options,
                              Checkers& checkers) {
    if (task.input.fault) return tl::unexpected(*task.input.fault);
    DocumentOptions reading = options.reading;
    if (options.frames != nullptr) reading.timeline = &options.frames->timeline;
    auto read = task.bytes ? readDocument(*task.bytes, task.input.path, reading)
                           : openDocument(task.input.path, reading);
    if (!read) return tl::unexpected(read.error());
    const auto chosen = chosenProfile(read->document, options);
    // Where there is nothing to check no profile is missed.
    if (!chosen && !read->document.cues.empty()) return tl::unexpected(chosen.error());
    CheckedFile result;
    result.language = read->document.language;
    result.diagnostics = std::move(read->diagnostics);
    remarkEmptiness(read->document, result.diagnostics);
    if (!chosen) return result;
    result.profile = chosen->profile->id;
    result.profileReason = chosen->reason;
    remarkChoice(*chosen, options, result);
    if (auto legacy = legacyRemark(read->document))
        result.diagnostics.push_back(*std::move(legacy));
    CheckOptions checking;
    checking.aspect = aspectOf(options.frames, options.aspect);
    if (options.frames != nullptr) checking.timeline = &options.frames->timeline;
    remarkPast(read->document, options, result);
    result.findings = checkers.check(*chosen->profile, checking, read->document);
    result.cueLines = cueLinesOf(read->document);
    return result;
}

}  // namespace

std::size_t checkFiles(std::span<const CheckFileTask> tasks,
                       const CheckFilesOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, CheckedFile)>& finished) {
    std::vector<Checkers> checkers(workersFor(tasks.size(), batch));
    const auto work = [&](std::size_t item, std::size_t worker) {
        return checkTask(tasks[item], options, checkers[worker]);
    };
    return runBatchOf<CheckedFile>(tasks.size(), batch, work, finished);
}

}  // namespace subs
