// SPDX-License-Identifier: MIT
#include "job/sidecar/settings_merge.h"

#include <map>
#include <vector>

namespace subs {
namespace {

std::string_view nameOf(std::string_view word) {
    return word.substr(0, word.find(':'));
}

std::vector<std::string_view> wordsOf(std::string_view settings) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t begin = settings.find_first_not_of(" \t");
        if (begin == std::string_view::npos) return words;
        settings.remove_prefix(begin);
        const std::string_view word = settings.substr(0, settings.find_first_of(" \t"));
        words.push_back(word);
        settings.remove_prefix(word.size());
    }
}

std::map<std::string_view, std::string_view> byName(std::string_view settings) {
    std::map<std::string_view, std::string_view> words;
    for (const std::string_view word : wordsOf(settings))
        words[nameOf(word)] = word;
    return words;
}

}  // namespace

std::string mergedSettings(std::string_view original,
                           std::string_view written,
                           std::string_view edited) {
    if (written == edited) return std::string(original);
    if (written == original) return std::string(edited);
    const auto before = byName(written);
    const auto after = byName(edited);
    auto missing = after;  // what the original has no word for
    std::string result;
    const auto put = [&](std::string_view word) {
        if (!result.empty()) result += ' ';
        result += word;
    };
    for (const std::string_view word : wordsOf(original)) {
        const auto old = before.find(nameOf(word));
        const auto fresh = after.find(nameOf(word));
        missing.erase(nameOf(word));
        if (fresh == after.end()) {
            if (old == before.end()) put(word);
        } else {
            put(old != before.end() && old->second == fresh->second ? word : fresh->second);
        }
    }
    for (const auto& [name, word] : missing) {
        const auto old = before.find(name);
        if (old == before.end() || old->second != word) put(word);
    }
    return result;
}

}  // namespace subs
