// SPDX-License-Identifier: MIT
#include "format/sheet/columns.h"

#include <subs/text/language_tag.h>

#include "format/lines/clock.h"
#include "format/sheet/times.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace subs::sheet {
namespace {

struct Named {
    std::string_view name;
    Role role;
    TimeUnit unit = TimeUnit::Clock;
};

/// The first name of a role is the one that is written.
constexpr std::array kNames = {
    Named{"id", Role::Label},
    Named{"index", Role::Label},
    Named{"#", Role::Label},
    Named{"no", Role::Label},
    Named{"no.", Role::Label},
    Named{"nr", Role::Label},
    Named{"number", Role::Label},
    Named{"cue", Role::Label},
    Named{"label", Role::Label},
    Named{"start", Role::Start},
    Named{"start time", Role::Start},
    Named{"start timecode", Role::Start},
    Named{"begin", Role::Start},
    Named{"in", Role::Start},
    Named{"in time", Role::Start},
    Named{"time in", Role::Start},
    Named{"tc in", Role::Start},
    Named{"timecode in", Role::Start},
    Named{"from", Role::Start},
    Named{"start ms", Role::Start, TimeUnit::Milliseconds},
    Named{"start (ms)", Role::Start, TimeUnit::Milliseconds},
    Named{"end", Role::End},
    Named{"end time", Role::End},
    Named{"end timecode", Role::End},
    Named{"out", Role::End},
    Named{"out time", Role::End},
    Named{"time out", Role::End},
    Named{"tc out", Role::End},
    Named{"timecode out", Role::End},
    Named{"stop", Role::End},
    Named{"to", Role::End},
    Named{"end ms", Role::End, TimeUnit::Milliseconds},
    Named{"end (ms)", Role::End, TimeUnit::Milliseconds},
    Named{"duration", Role::Duration},
    Named{"dur", Role::Duration},
    Named{"duration ms", Role::Duration, TimeUnit::Milliseconds},
    Named{"duration (ms)", Role::Duration, TimeUnit::Milliseconds},
    Named{"start frame", Role::StartFrame},
    Named{"frame in", Role::StartFrame},
    Named{"in frame", Role::StartFrame},
    Named{"end frame", Role::EndFrame},
    Named{"frame out", Role::EndFrame},
    Named{"out frame", Role::EndFrame},
    Named{"fps", Role::Rate},
    Named{"frame rate", Role::Rate},
    Named{"style", Role::Style},
    Named{"actor", Role::Speaker},
    Named{"speaker", Role::Speaker},
    Named{"character", Role::Speaker},
    Named{"name", Role::Speaker},
    Named{"effect", Role::Effect},
    Named{"layer", Role::Layer},
    Named{"alignment", Role::Alignment},
    Named{"margins", Role::Margins},
    Named{"kind", Role::Kind},
    Named{"text", Role::Text},
    Named{"subtitle", Role::Text},
    Named{"subtitles", Role::Text},
    Named{"caption", Role::Text},
    Named{"dialogue", Role::Text},
    Named{"dialog", Role::Text},
    Named{"transcript", Role::Text},
};

/// The languages whose bare names are columns of texts.
constexpr std::array kLanguages = {std::pair{"khmer", "km"},
                                   std::pair{"english", "en"},
                                   std::pair{"french", "fr"},
                                   std::pair{"thai", "th"},
                                   std::pair{"lao", "lo"},
                                   std::pair{"vietnamese", "vi"},
                                   std::pair{"chinese", "zh"},
                                   std::pair{"japanese", "ja"},
                                   std::pair{"korean", "ko"},
                                   std::pair{"german", "de"},
                                   std::pair{"spanish", "es"},
                                   std::pair{"km", "km"},
                                   std::pair{"en", "en"},
                                   std::pair{"fr", "fr"},
                                   std::pair{"th", "th"},
                                   std::pair{"vi", "vi"},
                                   std::pair{"zh", "zh"}};

/// `name` in lower case with single blanks, for "_" and "-" too.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char letter : name) {
        const bool isBlank = letter == ' ' || letter == '_' || letter == '-' || letter == '\t' ||
                             letter == '\n' || letter == '\r' || letter == '\v';
        if (!isBlank)
            plain += loweredLatin(letter);
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    while (plain.ends_with(' '))
        plain.pop_back();
    return plain;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The language of a column "text km", "text (pt-BR)", "text_Khmer".
std::string languageIn(std::string_view name) {
    constexpr std::string_view kText = "text";
    std::string_view rest = trimmed(name).substr(kText.size());
    if (rest.empty() || std::string_view(" _-(").find(rest[0]) == rest.npos) return {};
    rest = trimmed(rest.substr(1));
    if (rest.starts_with('(')) rest.remove_prefix(1);
    if (rest.ends_with(')')) rest.remove_suffix(1);
    rest = trimmed(rest);
    if (isLanguageTag(rest)) return std::string(rest);
    return nearestLanguageTag(rest);
}

Column columnNamed(std::string_view name) {
    const std::string plain = plainName(name);
    const auto known = std::ranges::find(kNames, std::string_view(plain), &Named::name);
    if (known != kNames.end()) return {known->role, known->unit};
    for (const auto& [word, language] : kLanguages)
        if (plain == word) return {Role::Text, TimeUnit::Clock, language};
    if (!plain.starts_with("text")) return {};
    std::string language = languageIn(name);
    if (language.empty()) return {};
    return {Role::Text, TimeUnit::Clock, std::move(language)};
}

bool isTaken(const std::vector<Column>& all, const Column& column) {
    return std::ranges::any_of(all, [&](const Column& other) {
        return column.role == Role::Text
                   ? other.role == Role::Text && other.language == column.language
                   : other.role == column.role;
    });
}

/// What the cells of a column without a name are.
struct Contents {
    bool hasClocks = false;
    bool hasOthers = false;  ///< What is neither a clock nor a number.
    bool hasNumbers = false;
};

bool isNumber(std::string_view value) {
    return std::ranges::all_of(value, lines::isDigit);
}

void look(Contents& contents, std::string_view value) {
    value = trimmed(value);
    if (value.empty()) return;
    if (isClock(value))
        contents.hasClocks = true;
    else if (isNumber(value))
        contents.hasNumbers = true;
    else
        contents.hasOthers = true;
}

}  // namespace

Columns::Columns(std::vector<Column> all) : all_(std::move(all)) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        auto& place = places_[static_cast<std::size_t>(all_[i].role)];
        if (!place) place = i;
        if (all_[i].role == Role::Text) texts_.push_back(i);
    }
}

std::optional<std::size_t> Columns::findText(std::string_view language) const {
    const auto found = std::ranges::find_if(
        texts_, [&](std::size_t place) { return all_[place].language == language; });
    return found == texts_.end() ? std::nullopt : std::optional(*found);
}

Columns columnsNamed(std::span<const std::string> names) {
    std::vector<Column> all;
    std::size_t texts = 0;
    for (const std::string& name : names) {
        Column column = columnNamed(name);
        texts += column.role == Role::Text ? 1 : 0;
        const bool isTooMuch = column.role == Role::Text && texts > kMostLanguages;
        if (isTooMuch || (column.role != Role::Unknown && isTaken(all, column))) {
            const Role doubled = column.role;
            column = {};
            column.doubled = doubled;
        }
        all.push_back(std::move(column));
    }
    return Columns(std::move(all));
}

std::optional<Columns> columnsByContent(std::span<const std::vector<std::string>> rows) {
    std::vector<Contents> contents;
    for (const std::vector<std::string>& row : rows) {
        contents.resize(std::max(contents.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            look(contents[i], row[i]);
    }
    std::vector<Column> all(contents.size());
    std::size_t clocks = 0;
    std::size_t texts = 0;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const bool isTime =
            contents[i].hasClocks && !contents[i].hasOthers && !contents[i].hasNumbers;
        if (isTime && clocks++ < 2) all[i].role = clocks == 1 ? Role::Start : Role::End;
        if (!isTime && contents[i].hasOthers && texts++ == 0) all[i].role = Role::Text;
        if (i == 0 && contents[i].hasNumbers && !contents[i].hasClocks && !contents[i].hasOthers)
            all[i].role = Role::Label;
    }
    Columns columns(std::move(all));
    if (clocks != 2 || texts != 1 || columns.find(Role::End) != *columns.find(Role::Start) + 1)
        return std::nullopt;
    return columns;
}

std::string nameOf(const Column& column) {
    if (column.role == Role::Text && !column.language.empty()) return "text " + column.language;
    const auto known = std::ranges::find(kNames, column.role, &Named::role);
    return known == kNames.end() ? std::string() : std::string(known->name);
}

std::string_view neededColumns() {
    return "a first row with the names of the columns is needed: at least \"start\" and \"text\", "
           "and best \"end\" too; texts of two languages are in \"text km\" and \"text en\"";
}

}  // namespace subs::sheet
