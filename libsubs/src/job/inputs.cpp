// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/job/inputs.h>
#include <subs/time/fraction.h>

#include "text/charset_detect.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

bool isSubtitleName(const fs::path& path) {
    return path.has_extension() && formatNamed(path.extension().string()) != nullptr;
}

/// The ending of TMPlayer and of others that were saved as texts, and of what is no subtitles.
bool isTextName(const fs::path& path) {
    const std::string ending = path.extension().string();
    return ending == ".txt" || ending == ".TXT" || ending == ".Txt";
}

/// True of a file whose content says that it is subtitles, and not its name.
bool hasCues(const fs::path& path) {
    constexpr std::size_t kEnough = std::size_t{1} << 16U;
    constexpr int kLikely = 50;  // by content alone (recognise.cpp)
    auto file = FileSource::open(path);
    if (!file) return false;
    std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(file->size(), kEnough)), 0);
    const auto size = file->read(head);
    if (!size) return false;
    head.resize(*size);
    const auto read = readDocument(std::move(head), path);
    return read && read->probe.score >= kLikely && !read->document.cues.empty();
}

InputFile faulty(const fs::path& path, std::string code, std::string message) {
    return {path, path.filename(), Error{std::move(code), std::move(message)}};
}

InputFile unreadableFolder(const fs::path& folder, const std::error_code& error) {
    return faulty(folder,
                  "io.denied",
                  fmt::format("cannot look into {}: {}", folder.string(), error.message()));
}

/// A link to a file that is not there would be passed over without a word.
InputFile danglingLink(const fs::path& path) {
    return faulty(path,
                  "io.not-found",
                  fmt::format("{} is a link to a file that is not there", path.string()));
}

/// The subtitle files in `folder` and below, in no order, with the folders that cannot be looked
/// into and the links that lead nowhere.
void collectFolder(const fs::path& folder, const fs::path& top, std::vector<InputFile>& found) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        std::error_code ignored;
        const fs::path& path = entries->path();
        if (entries->is_directory(ignored)) {
            if (!entries->is_symlink(ignored)) collectFolder(path, top, found);
        } else if (entries->is_regular_file(ignored)) {
            if (isSubtitleName(path) || (isTextName(path) && hasCues(path)))
                found.push_back({path, path.lexically_relative(top), std::nullopt});
        } else if (!entries->exists(ignored) && isSubtitleName(path)) {
            found.push_back(danglingLink(path));
        }
    }
    if (error) found.push_back(unreadableFolder(folder, error));
}

void addFolder(const fs::path& folder,
               const InputOptions& options,
               std::vector<InputFile>& inputs) {
    if (options.folders == Folders::Refuse) {
        inputs.push_back(faulty(
            folder,
            "input.folder",
            fmt::format("{} is a folder; --recursive takes the files in it", folder.string())));
        return;
    }
    std::vector<InputFile> found;
    collectFolder(folder, folder, found);
    if (found.empty())
        found.push_back(faulty(
            folder, "input.nothing-found", fmt::format("no subtitle file in {}", folder.string())));
    std::ranges::sort(found, {}, [](const InputFile& file) { return file.path.native(); });
    std::ranges::move(found, std::back_inserter(inputs));
}

/// A name of a list keeps its folders, without what leads out of where it starts.
fs::path placeOf(const fs::path& path) {
    fs::path place;
    for (const fs::path& part : path.lexically_normal().relative_path())
        if (part != "..") place /= part;
    return place;
}

void addName(const std::string& name, const InputOptions& options, std::vector<InputFile>& inputs) {
    const fs::path path(name);
    std::error_code ignored;
    if (name != "-" && fs::is_directory(path, ignored)) return addFolder(path, options, inputs);
    inputs.push_back({path, path.filename(), std::nullopt});
}

void addListed(const std::string& name,
               const InputOptions& options,
               std::vector<InputFile>& inputs) {
    const std::size_t before = inputs.size();
    addName(name, options, inputs);
    const bool isFolder = inputs.size() != before + 1 || inputs.back().path != fs::path(name);
    if (isFolder || inputs.back().isStandardInput()) return;
    inputs.back().relative = placeOf(name);
    inputs.back().isListed = true;
}

/// The names in a list file: NUL-separated where there is a NUL, else one a line. A byte order
/// mark, as Windows puts before a text, is none of a name.
std::vector<std::string> namesIn(std::string_view list) {
    if (list.starts_with(kUtf8Bom)) list.remove_prefix(kUtf8Bom.size());
    const char separator = list.find('\0') == std::string_view::npos ? '\n' : '\0';
    std::vector<std::string> names;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        std::string_view name = list.substr(0, end);
        if (separator == '\n' && name.ends_with('\r')) name.remove_suffix(1);
        if (!name.empty()) names.emplace_back(name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return names;
}

void addList(const fs::path& list, const InputOptions& options, std::vector<InputFile>& inputs) {
    const auto bytes = readFile(list);
    if (!bytes) {
        inputs.push_back({list, list.filename(), bytes.error()});
        return;
    }
    const std::vector<std::string> names = namesIn(*bytes);
    if (names.empty())
        inputs.push_back(faulty(
            list, "input.empty-list", fmt::format("the list {} names no file", list.string())));
    for (const std::string& name : names)
        addListed(name, options, inputs);
}

}  // namespace

Result<Shard> parseShard(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto index = parseFraction(text.substr(0, slash));
    const auto count = parseFraction(slash == std::string_view::npos ? "" : text.substr(slash + 1));
    const bool whole = index && count && index->denominator() == 1 && count->denominator() == 1;
    if (whole && index->numerator() >= 1 && *index <= *count)
        return Shard{static_cast<std::size_t>(index->numerator()),
                     static_cast<std::size_t>(count->numerator())};
    return failure(
        "input.bad-shard",
        fmt::format("\"{}\" is no part of a list; 2/5 is the second part of five", text));
}

std::vector<InputFile> gatheredInputs(std::span<const std::string> names,
                                      const InputOptions& options) {
    std::vector<InputFile> inputs;
    for (const std::string& name : names) {
        if (name.size() > 1 && name.starts_with('@'))
            addList(name.substr(1), options, inputs);
        else
            addName(name, options, inputs);
    }
    return inputs;
}

std::vector<InputFile> sharded(std::vector<InputFile> inputs, Shard shard) {
    std::ranges::stable_sort(inputs, {}, [](const InputFile& file) { return file.path.native(); });
    std::vector<InputFile> part;
    for (std::size_t i = shard.index - 1; i < inputs.size(); i += shard.count)
        part.push_back(std::move(inputs[i]));
    return part;
}

}  // namespace subs
