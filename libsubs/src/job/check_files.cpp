// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/check_files.h>
#include <subs/job/profiles.h>

#include <fmt/format.h>

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

Result<const Profile*> chosenProfile(const Document& document, std::span<const Profile> profiles) {
    const Profile* profile =
        profiles.size() == 1 ? profiles.data() : profileFor(document.language, profiles);
    if (profile != nullptr) return profile;
    const std::string language = document.language.empty()
                                     ? "an unknown language"
                                     : fmt::format("language \"{}\"", document.language);
    return failure("qc.no-profile",
                   fmt::format("there is no profile for {}; --profile names one", language));
}

Result<CheckedFile> checkTask(const CheckFileTask& task,
                              const CheckFilesOptions& options,
                              Checkers& checkers) {
    if (task.input.fault) return tl::unexpected(*task.input.fault);
    const auto read = task.bytes ? readDocument(*task.bytes, task.input.path, options.reading)
                                 : openDocument(task.input.path, options.reading);
    if (!read) return tl::unexpected(read.error());
    const auto profile = chosenProfile(read->document, options.profiles);
    if (!profile) return tl::unexpected(profile.error());
    CheckedFile result;
    result.profile = (*profile)->id;
    result.diagnostics = read->diagnostics;
    result.findings = checkers.check(**profile, options.checking, read->document);
    result.cueLines = cueLinesOf(read->document);
    return result;
}

}  // namespace

std::size_t checkFiles(std::span<const CheckFileTask> tasks,
                       const CheckFilesOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, CheckedFile)>& finished) {
    std::vector<Checkers> checkers(workersFor(tasks.size(), batch));
    std::vector<CheckedFile> outcomes(tasks.size());
    const auto work = [&](std::size_t item, std::size_t worker) {
        auto outcome = checkTask(tasks[item], options, checkers[worker]);
        outcomes[item] =
            outcome ? std::move(*outcome) : CheckedFile{outcome.error(), {}, {}, {}, {}};
    };
    return runBatch(tasks.size(), batch, work, [&](std::size_t item) {
        finished(item, std::exchange(outcomes[item], {}));
    });
}

std::vector<std::uint32_t> cueLinesOf(const Document& document) {
    std::vector<std::uint32_t> lines(document.cues.size(), 0);
    if (!document.origin) return lines;
    const Origin& origin = *document.origin;
    std::vector<std::uint32_t> lineOfPiece;
    LineReader reader(origin.text);
    bool more = reader.next();
    for (const Piece& piece : origin.pieces) {
        while (more && reader.nextBegin() <= piece.begin && reader.nextBegin() < origin.text.size())
            more = reader.next();
        lineOfPiece.push_back(reader.number());
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const PieceRef piece = document.cues[i].piece;
            piece.has() && piece.index < lineOfPiece.size())
            lines[i] = lineOfPiece[piece.index];
    return lines;
}

}  // namespace subs
