// SPDX-License-Identifier: MIT
// compile_lexicon OUT SOURCES: makes the Khmer lexicon of the word lists that the table SOURCES
// names (file, weight of a count, count of a word without one). Run when the library is built.
#include "text/khmer_symbols.h"

#include <unicode/bytestriebuilder.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;

/// Counts below are those of accidents.
constexpr double kLeastCount = 0.5;

/// Symbols and weighed counts.
using Counts = std::map<std::string, double>;

/// `line` without a byte order mark, a carriage return and U+200B, which stands inside some names.
std::string cleaned(std::string line) {
    for (const std::string_view unwanted : {"\xEF\xBB\xBF", "\r", "\xE2\x80\x8B"}) {
        for (std::size_t at = line.find(unwanted); at != std::string::npos;
             at = line.find(unwanted))
            line.erase(at, unwanted.size());
    }
    return line;
}

bool addList(const fs::path& list, double weight, double uncounted, Counts& counts) {
    std::ifstream in(list);
    if (!in) return false;
    for (std::string line; std::getline(in, line);) {
        line = cleaned(line);
        const std::size_t tab = line.find('\t');
        const std::string symbols = subs::khmerSymbols(line.substr(0, tab));
        if (symbols.empty()) continue;
        const double count = tab == std::string::npos ? uncounted : std::atof(line.c_str() + tab);
        counts[symbols] += weight * count;
    }
    return true;
}

bool addLists(const fs::path& sources, Counts& counts) {
    std::ifstream in(sources);
    bool any = false;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream fields(line);
        std::string file;
        double weight = 0;
        double uncounted = 0;
        if (!(fields >> file >> weight >> uncounted)) return false;
        if (!addList(sources.parent_path() / file, weight, uncounted, counts)) return false;
        any = true;
    }
    return any;
}

std::string trieOf(const Counts& counts) {
    double all = 0;
    for (const auto& [word, count] : counts)
        all += std::max(count, kLeastCount);
    UErrorCode status = U_ZERO_ERROR;
    icu::BytesTrieBuilder builder(status);
    for (const auto& [word, count] : counts) {
        const double cost = -100 * std::log(std::max(count, kLeastCount) / all);
        builder.add(word, static_cast<std::int32_t>(std::lround(cost)), status);
    }
    const icu::StringPiece bytes = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
    return U_SUCCESS(status) ? std::string(bytes.data(), static_cast<std::size_t>(bytes.size()))
                             : std::string();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: compile_lexicon OUT SOURCES\n";
        return 2;
    }
    Counts counts;
    const bool isRead = addLists(arguments[2], counts);
    const std::string trie = isRead ? trieOf(counts) : std::string();
    std::ofstream out(arguments[1], std::ios::binary);
    out << trie;
    out.close();
    if (!trie.empty() && out) return 0;
    std::cerr << "compile_lexicon: cannot make " << arguments[1] << " of " << arguments[2] << '\n';
    return 1;
}
