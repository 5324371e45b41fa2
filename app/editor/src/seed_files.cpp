// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/seed_files.h>
#include <subs/job/profiles.h>
#include <subs/session/checks.h>
#include <subs/session/workspace.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace subs::editor {

using namespace session;

namespace {

// Installed beside the program, else in the source tree.
QDir samplesFolder() {
    const QDir installed(QCoreApplication::applicationDirPath() +
                         QStringLiteral("/../share/subs/samples"));
    return installed.exists() ? installed : QDir(QStringLiteral(SUBS_SAMPLES_DIR));
}

}  // namespace

QStringList sampleFiles() {
    const QDir folder = samplesFolder();
    QStringList files;
    for (const char* ending : {".mp4", ".km.srt", ".en.srt"})
        files << folder.filePath(QStringLiteral("seven-lanterns") + QLatin1String(ending));
    const bool there =
        std::ranges::all_of(files, [](const QString& file) { return QFile::exists(file); });
    return there ? files : QStringList();
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
