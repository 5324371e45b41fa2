// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/seed_files.h>
#include <subs/job/profiles.h>
#include <subs/session/checks.h>
#include <subs/session/workspace.h>

#include <QtCore/QFile>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace subs::editor {

using namespace session;

QStringList sampleFiles() {
    // Installed they lie among the seeds, in the source tree beside them.
    const std::filesystem::path seeds = seedsFolder();
    for (const auto& folder : {seeds / "samples", seeds.parent_path() / "samples"}) {
        QStringList files;
        for (const char* ending : {".mp4", ".km.srt", ".en.srt"})
            files << QString::fromStdString((folder / "seven-lanterns").string() + ending);
        if (std::ranges::all_of(files, [](const QString& file) { return QFile::exists(file); }))
            return files;
    }
    return {};
}

Result<void> keepProfiles(Workspace& workspace, Checks& checks) {
    Result<std::vector<Profile>> read = profilesIn(seedsFolder() / "profiles");
    if (!read) return tl::unexpected(read.error());
    const auto known = std::make_shared<const std::vector<Profile>>(std::move(*read));
    const auto keep = [&workspace, &checks, known](Side side) {
        const Profile* wanted = profileFor(workspace.language(side).toStdString(), *known);
        const Profile* now = checks.profile(side);
        if (wanted && (!now || now->id != wanted->id)) checks.setProfile(side, *wanted);
    };
    for (const Side side : kBothSides)
        keep(side);
    QObject::connect(&workspace, &Workspace::trackReplaced, &checks, keep);
    return {};
}

}  // namespace subs::editor
