// SPDX-License-Identifier: GPL-3.0-or-later
#include "completion.h"

#include <subs/format/registry.h>
#include <subs/job/profiles.h>

#include "command.h"
#include "declaration.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace subs::cli {
namespace {

using Meaning = std::pair<std::string_view, std::string_view>;

constexpr std::array kLanguages = std::to_array<Meaning>({
    {"km", "Khmer"},
    {"en", "English"},
    {"fr", "French"},
    {"ja", "Japanese"},
    {"ko", "Korean"},
    {"lo", "Lao"},
    {"th", "Thai"},
    {"vi", "Vietnamese"},
    {"zh-Hans", "Chinese, simplified"},
    {"zh-Hant", "Chinese, traditional"},
});
constexpr std::array kEncodings = std::to_array<Meaning>({
    {"UTF-8", ""},
    {"UTF-16LE", ""},
    {"UTF-16BE", ""},
    {"windows-1252", "Western Europe"},
    {"windows-1250", "Central Europe"},
    {"windows-1251", "Cyrillic"},
    {"ISO-8859-1", "Latin 1"},
    {"Shift_JIS", "Japanese"},
    {"GB18030", "Chinese"},
    {"Big5", "Chinese, traditional"},
    {"EUC-KR", "Korean"},
});
constexpr std::array kRates = std::to_array<Meaning>({
    {"23.976", "24000/1001"},
    {"24", "film"},
    {"25", "PAL"},
    {"29.97", "30000/1001, NTSC"},
    {"30", ""},
    {"50", ""},
    {"59.94", "60000/1001"},
    {"60", ""},
});
constexpr std::array kSizes =
    std::to_array<Meaning>({{"1920x1080", ""}, {"3840x2160", ""}, {"1280x720", ""}});
constexpr std::string_view kFilmEndings = "mkv mp4 mov m4v webm avi ts m2ts mxf mpg ogv";

void add(std::string& lines, std::string_view candidate, std::string_view meaning) {
    fmt::format_to(std::back_inserter(lines), "{}", candidate);
    if (!meaning.empty()) fmt::format_to(std::back_inserter(lines), "\t{}", meaning);
    lines += '\n';
}

std::string listed(std::span<const Meaning> meanings) {
    std::string lines;
    for (const auto& [candidate, meaning] : meanings)
        add(lines, candidate, meaning);
    return lines;
}

std::string formatNames() {
    std::string lines;
    for (const Format* format : formats())
        add(lines, format->info().id, format->info().name);
    return lines;
}

std::string subtitleEndings() {
    std::vector<std::string_view> endings;
    for (const Format* format : formats())
        for (const std::string_view ending : format->info().extensions)
            if (std::ranges::find(endings, ending) == endings.end()) endings.push_back(ending);
    return fmt::format("{}", fmt::join(endings, " "));
}

/// Those that are installed; a file may be named too.
std::string profileNames() {
    std::string lines;
    if (const auto known = profilesIn(seedsFolder() / "profiles"))
        for (const Profile& profile : *known)
            add(lines, profile.id, profile.title);
    return lines + ":files toml\n";
}

std::string choices(std::string_view names) {
    std::string lines;
    for (std::size_t from = 0; from <= names.size();) {
        const std::size_t to = std::min(names.find('|', from), names.size());
        add(lines, names.substr(from, to - from), "");
        from = to + 1;
    }
    return lines;
}

/// What a value of that name may be; nothing for one that only a person knows, such as a time.
std::string valuesNamed(std::string_view name) {
    if (name.find('|') != name.npos) return choices(name);
    if (name == "FORMAT") return formatNames();
    if (name == "LANGUAGE") return listed(kLanguages);
    if (name == "ENCODING") return listed(kEncodings);
    if (name == "RATE") return listed(kRates);
    if (name == "SIZE") return listed(kSizes);
    if (name == "PROFILE") return profileNames();
    if (name == "FILE") return ":files\n";
    if (name == "FOLDER") return ":folders\n";
    if (name == "FILM") return fmt::format(":files {}\n", kFilmEndings);
    if (name == "SUBTITLES") return fmt::format(":files {}\n", subtitleEndings());
    if (name == "MEDIA") return fmt::format(":files {} {}\n", subtitleEndings(), kFilmEndings);
    return {};
}

std::string commandNames(std::string_view current) {
    if (current.starts_with('-')) return "--help\n--version\n";
    std::string lines;
    for (const Command& command : commands())
        add(lines, command.name, command.summary);
    return lines;
}

/// Where the word that is completed stands.
struct Place {
    const CLI::Option* option = nullptr;  ///< It is the value of this one; else null.
    bool isInput = false;                 ///< Behind "--".
    std::set<const CLI::Option*> given;   ///< The options before it.
};

const CLI::Option* optionNamed(const CLI::App& app, std::string_view word) {
    if (!word.starts_with('-') || word.size() < 2) return nullptr;
    return app.get_option_no_throw(std::string(word.substr(0, word.find('='))));
}

Place placeAfter(std::span<const std::string> words, const CLI::App& app) {
    Place place;
    for (const std::string& word : words) {
        if (place.isInput) break;
        if (std::exchange(place.option, nullptr) != nullptr) continue;
        place.isInput = word == "--";
        const CLI::Option* option = optionNamed(app, word);
        if (option == nullptr) continue;
        place.given.insert(option);
        if (takesValue(*option) && word.find('=') == word.npos) place.option = option;
    }
    return place;
}

/// The names of all options that can still be given.
std::string optionNames(const CLI::App& app, const std::set<const CLI::Option*>& given) {
    std::string lines;
    for (const CLI::Option* option : switchesOf(app)) {
        const bool isExcluded =
            std::ranges::any_of(option->get_excludes(),
                                [&](const CLI::Option* other) { return given.contains(other); });
        if (isExcluded || (given.contains(option) && !repeats(*option))) continue;
        for (const std::string& name : namesOf(*option))
            add(lines, name, option->get_description());
    }
    return lines;
}

std::string inputs(const CLI::App& app) {
    const auto positionals = positionalsOf(app);
    return positionals.empty() ? std::string() : valuesNamed(valueName(*positionals.front()));
}

/// bash parts words at "="; here they are whole again.
std::vector<std::string> joined(std::span<const std::string> words) {
    std::vector<std::string> whole;
    bool isValue = false;
    for (const std::string& word : words) {
        const bool isSign = word == "=" && !whole.empty() && whole.back().starts_with("--");
        if (isSign || isValue)
            whole.back() += word;
        else
            whole.push_back(word);
        isValue = isSign;
    }
    return whole;
}

}  // namespace

std::string completions(std::span<const std::string> words) {
    const std::vector<std::string> line = joined(words);
    if (line.size() < 2) return commandNames(line.empty() ? "" : line.front());
    const Command* command = commandNamed(line.front());
    if (command == nullptr) return {};
    const Declaration declaration = declarationOf(*command);
    const CLI::App& app = *declaration.app;
    const std::string& current = line.back();
    const Place place = placeAfter(std::span(line).subspan(1, line.size() - 2), app);
    if (place.option != nullptr) return valuesNamed(valueName(*place.option));
    if (place.isInput || !current.starts_with('-')) return inputs(app);
    if (!current.starts_with("--") || current.find('=') == current.npos)
        return optionNames(app, place.given);
    const CLI::Option* option = optionNamed(app, current);
    return option == nullptr || !takesValue(*option) ? "" : valuesNamed(valueName(*option));
}

}  // namespace subs::cli
