// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/editor/seed_files.h>
#include <subs/qc/profile.h>
#include <subs/session/checks.h>
#include <subs/session/workspace.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

#include <algorithm>
#include <memory>
#include <vector>

namespace subs::editor {

using namespace session;

namespace {

// Installed beside the program, else in the source tree.
QString sharedFolder(const QString& name, const char* inSource) {
    const QString installed =
        QCoreApplication::applicationDirPath() + QStringLiteral("/../share/subs/") + name;
    return QDir(installed).exists() ? installed : QString::fromUtf8(inSource);
}

std::vector<Profile> knownProfiles() {
    std::vector<Profile> profiles;
    const QDir folder(sharedFolder(QStringLiteral("profiles"), SUBS_SEEDS_DIR "/profiles"));
    for (const QString& name :
         folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
        const Result<std::string> text = readFile(folder.filePath(name).toStdString());
        if (!text) continue;
        Result<Profile> profile = parseProfile(*text, name.toStdString());
        if (profile) profiles.push_back(std::move(*profile));
    }
    return profiles;
}

bool lists(const Profile& profile, const std::string& tag) {
    return std::ranges::find(profile.languages, tag) != profile.languages.end();
}

// One that lists the language, else its primary language, else one for any; of several the default
// one.
const Profile* profileFor(const std::string& language, const std::vector<Profile>& known) {
    const std::string primary = language.substr(0, language.find('-'));
    const Profile* best = nullptr;
    for (const std::string& tag : {language, primary}) {
        for (const Profile& profile : known)
            if (lists(profile, tag) && (!best || (profile.isDefault && !best->isDefault)))
                best = &profile;
        if (best) return best;
    }
    const auto any =
        std::ranges::find_if(known, [](const Profile& p) { return p.languages.empty(); });
    return any == known.end() ? nullptr : &*any;
}

}  // namespace

QStringList sampleFiles() {
    const QDir folder(sharedFolder(QStringLiteral("samples"), SUBS_SAMPLES_DIR));
    QStringList files;
    for (const char* ending : {".mp4", ".km.srt", ".en.srt"})
        files << folder.filePath(QStringLiteral("seven-lanterns") + QLatin1String(ending));
    const bool there =
        std::ranges::all_of(files, [](const QString& file) { return QFile::exists(file); });
    return there ? files : QStringList();
}

void keepProfiles(Workspace& workspace, Checks& checks) {
    const auto known = std::make_shared<const std::vector<Profile>>(knownProfiles());
    const auto keep = [&workspace, &checks, known](Side side) {
        const Profile* wanted = profileFor(workspace.language(side).toStdString(), *known);
        const Profile* now = checks.profile(side);
        if (wanted && (!now || now->id != wanted->id)) checks.setProfile(side, *wanted);
    };
    for (const Side side : kBothSides)
        keep(side);
    QObject::connect(&workspace, &Workspace::trackReplaced, &checks, keep);
}

}  // namespace subs::editor
