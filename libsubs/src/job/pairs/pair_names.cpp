// SPDX-License-Identifier: MIT
#include <subs/job/pair_names.h>
#include <subs/text/language_tag.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

/// Files of one name, by language.
using Group = std::array<std::vector<InputFile>, 2>;
using Groups = std::map<fs::path, Group>;

/// Which of the two languages a name tells.
std::optional<std::size_t> languageOf(const InputFile& input, const LanguagePair& languages) {
    const std::string tag = taggedName(input.path).tag;
    if (tag.empty()) return std::nullopt;
    if (isOfLanguage(tag, languages.first)) return 0;
    return isOfLanguage(tag, languages.second) ? std::optional<std::size_t>(1) : std::nullopt;
}

/// The name of the film, without the ending.
fs::path filmOf(const fs::path& path) {
    return taggedName(path).name.replace_extension();
}

/// Finds the pairs of one list.
class Matcher {
public:
    explicit Matcher(const LanguagePair& languages) : languages_(languages) {}

    NamedPairs matched(std::vector<InputFile> inputs) {
        Groups byFolder;
        for (InputFile& input : inputs) {
            const auto language = languageOf(input, languages_);
            if (input.fault)
                result_.faulty.push_back(std::move(input));
            else if (!language)
                result_.others.push_back(std::move(input));
            else
                byFolder[filmOf(input.path)].at(*language).push_back(std::move(input));
        }
        Groups byPlace;
        for (auto& [film, group] : byFolder)
            if (!take(group)) add(byPlace, group);
        Groups byName;
        for (auto& [film, group] : byPlace)
            if (!take(group)) addListed(byName, group);
        for (auto& [film, group] : byName)
            if (!take(group)) refuse(group);
        std::ranges::sort(
            result_.pairs, {}, [](const NamedPair& pair) { return pair.inputs[0].path.native(); });
        return std::move(result_);
    }

private:
    bool take(Group& group) {
        if (group[0].size() != 1 || group[1].size() != 1) return false;
        fs::path relative = taggedName(group[0].front().relative).name;
        result_.pairs.push_back(
            {{std::move(group[0].front()), std::move(group[1].front())}, std::move(relative)});
        return true;
    }

    /// The folders of a list are not those below one folder; the others are refused.
    void addListed(Groups& groups, Group& group) {
        Group rest;
        for (const std::size_t language : {0U, 1U})
            for (InputFile& input : group[language]) {
                const fs::path film = filmOf(input.relative.filename());
                Group& target = input.isListed ? groups[film] : rest;
                target[language].push_back(std::move(input));
            }
        refuse(rest);
    }

    static void add(Groups& groups, Group& group) {
        for (const std::size_t language : {0U, 1U})
            for (InputFile& input : group[language]) {
                const fs::path film = filmOf(input.relative);
                groups[film][language].push_back(std::move(input));
            }
    }

    void refuse(Group& group) {
        for (const std::size_t language : {0U, 1U})
            for (InputFile& input : group[language]) {
                input.fault = faultOf(group, language);
                result_.faulty.push_back(input);
            }
    }

    Error faultOf(const Group& group, std::size_t language) const {
        const std::string& own = language == 0 ? languages_.first : languages_.second;
        const std::string& other = language == 0 ? languages_.second : languages_.first;
        if (group[1 - language].empty())
            return {"pair.no-partner",
                    fmt::format("there is no file of the same name in {} beside this one", other)};
        const bool hasSeveral = group[language].size() > 1;
        return {"pair.several",
                fmt::format("there are several files of this name in {}, so that it is not known "
                            "which of them belongs to which",
                            hasSeveral ? own : other)};
    }

    const LanguagePair& languages_;
    NamedPairs result_;
};

}  // namespace

TaggedName taggedName(const fs::path& path) {
    const fs::path stem = path.stem();
    const std::string tag = stem.extension().string();
    if (tag.size() < 2 || !isLanguageTag(tag.substr(1)) || stem.stem().empty())
        return {path, std::string()};
    fs::path name = path;
    name.replace_filename(stem.stem());
    name += path.extension();
    return {std::move(name), tag.substr(1)};
}

fs::path withTag(const fs::path& path, std::string_view tag) {
    fs::path name = path;
    name.replace_extension();
    name += fmt::format(".{}", tag);
    name += path.extension();
    return name;
}

NamedPairs pairsByName(std::vector<InputFile> inputs, const LanguagePair& languages) {
    return Matcher(languages).matched(std::move(inputs));
}

}  // namespace subs
