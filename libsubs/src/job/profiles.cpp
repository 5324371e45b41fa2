// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/base/nearest_name.h>
#include <subs/job/profiles.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>

namespace subs {
namespace {

namespace fs = std::filesystem;

Result<Profile> readProfile(const fs::path& path) {
    const auto bytes = readFile(path);
    if (!bytes) return tl::unexpected(about(path.string(), bytes.error()));
    return parseProfile(*bytes, path.string());
}

bool lists(const Profile& profile, std::string_view language) {
    return std::ranges::find(profile.languages, language) != profile.languages.end();
}

/// Of the profiles that list `tag` the default one, else the first.
const Profile* bestFor(std::string_view tag, std::span<const Profile> known) {
    const Profile* best = nullptr;
    for (const Profile& profile : known) {
        if (tag.empty() || !lists(profile, tag)) continue;
        if (!best || (profile.isDefault && !best->isDefault)) best = &profile;
    }
    return best;
}

}  // namespace

fs::path seedsFolder() {
    if (const char* named = std::getenv("SUBS_SEEDS"); named != nullptr && *named != '\0')
        return named;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    fs::path installed = program.parent_path().parent_path() / "share" / "subs";
    if (!error && fs::is_directory(installed / "profiles", error)) return installed;
    return SUBS_SEEDS_FOLDER;
}

Result<std::vector<Profile>> profilesIn(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (entry->path().extension() == ".toml") files.push_back(entry->path());
    if (error)
        return failure(
            "qc.no-profiles",
            fmt::format("cannot look for profiles in {}: {}", folder.string(), error.message()));
    std::ranges::sort(files, {}, [](const fs::path& path) { return path.native(); });
    std::vector<Profile> profiles;
    for (const fs::path& file : files) {
        auto profile = readProfile(file);
        if (!profile) return tl::unexpected(profile.error());
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

Result<Profile> profileNamed(std::string_view name, std::span<const Profile> known) {
    const auto found = std::ranges::find(known, name, &Profile::id);
    if (found != known.end()) return *found;
    std::error_code ignored;
    if (fs::exists(fs::path(name), ignored)) return readProfile(name);
    std::string ids;
    for (const Profile& profile : known)
        ids += fmt::format("{}{}", ids.empty() ? "" : ", ", profile.id);
    std::vector<std::string_view> names;
    for (const Profile& profile : known)
        names.push_back(profile.id);
    const auto nearest = nearestName(name, names);
    return failure("qc.unknown-profile",
                   fmt::format("\"{}\" is no profile and no file{}; the profiles are: {}",
                               name,
                               nearest ? fmt::format("; the nearest is {}", *nearest) : "",
                               ids));
}

const Profile* profileFor(std::string_view language, std::span<const Profile> known) {
    const std::string_view primary = language.substr(0, language.find('-'));
    for (const std::string_view tag : {language, primary}) {
        if (const Profile* best = bestFor(tag, known)) return best;
    }
    const auto any = std::ranges::find_if(
        known, [](const Profile& profile) { return profile.languages.empty(); });
    return any == known.end() ? nullptr : &*any;
}

WrapOptions wrapOptionsFor(const Profile& profile) {
    WrapOptions options;
    options.balance = profile.balance;
    if (profile.maxLines) options.mostLines = static_cast<std::size_t>(*profile.maxLines);
    if (profile.maxLineWidthEm)
        options.limit = {WidthMeasure::Em, *profile.maxLineWidthEm};
    else if (profile.maxLineWidthShare)
        options.limit = {WidthMeasure::Picture, *profile.maxLineWidthShare};
    else if (profile.maxLineCount)
        options.limit = {WidthMeasure::Count, *profile.maxLineCount, profile.lineUnit};
    return options;
}

}  // namespace subs
