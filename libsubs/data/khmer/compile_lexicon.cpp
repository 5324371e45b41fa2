// SPDX-License-Identifier: MIT
// compile_lexicon LEXICON SPELLINGS SOURCES: makes the Khmer lexicon of the word lists that the
// table SOURCES names (a `WordList` a line), and a list of the words with a subscript DA or TA of
// which the lists have one spelling only. Run when the library is built.
#include <subs/text/clusters.h>

#include "text/khmer_symbols.h"
#include "text/lexicon_states.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

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

/// A line of the table.
struct WordList {
    std::string file;
    double weight = 1;         ///< Of its counts.
    double uncounted = 1;      ///< The count of a word without one.
    std::size_t shortest = 1;  ///< Words of fewer clusters are left out.

    bool holds(std::string_view word) const {
        return shortest < 2 || subs::clusterEnds(word).size() >= shortest;
    }
};

/// The ways in which words of the same symbols are spelt, each with how many lists have it.
using Spellings = std::map<std::string, std::map<std::string, int>>;

/// Has what the lexicon calls by one symbol: a subscript DA or TA.
bool hasSubscriptTa(std::string_view word) {
    return word.find("\u17D2\u178A") != std::string_view::npos ||
           word.find("\u17D2\u178F") != std::string_view::npos;
}

bool addList(const fs::path& folder, const WordList& list, Counts& counts, Spellings& spellings) {
    std::ifstream in(folder / list.file);
    if (!in) return false;
    std::set<std::string> seen;
    for (std::string line; std::getline(in, line);) {
        line = cleaned(line);
        const std::size_t tab = line.find('\t');
        const std::string word = line.substr(0, tab);
        const std::string symbols = subs::khmerSymbols(word);
        if (symbols.empty() || !list.holds(word)) continue;
        const double count =
            tab == std::string::npos ? list.uncounted : std::atof(line.c_str() + tab);
        counts[symbols] += list.weight * count;
        if (hasSubscriptTa(word) && seen.insert(word).second) ++spellings[symbols][word];
    }
    return true;
}

bool addLists(const fs::path& sources, Counts& counts, Spellings& spellings) {
    std::ifstream in(sources);
    bool any = false;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream fields(line);
        WordList list;
        if (!(fields >> list.file >> list.weight >> list.uncounted >> list.shortest)) return false;
        if (!addList(sources.parent_path(), list, counts, spellings)) return false;
        any = true;
    }
    return any;
}

std::vector<subs::LexiconState> statesOf(const Counts& counts) {
    double all = 0;
    for (const auto& [word, count] : counts)
        all += std::max(count, kLeastCount);
    std::map<std::string, subs::WordCost> costs;
    for (const auto& [word, count] : counts) {
        const double cost = -100 * std::log(std::max(count, kLeastCount) / all);
        costs[word] = static_cast<subs::WordCost>(std::lround(cost));
    }
    return subs::lexiconStates(costs);
}

/// Those that two lists have and no list has otherwise, a line each.
void writeSettled(const Spellings& spellings, std::ostream& out) {
    for (const auto& [symbols, ways] : spellings)
        if (ways.size() == 1 && ways.begin()->second > 1) out << ways.begin()->first << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: compile_lexicon LEXICON SPELLINGS SOURCES\n";
        return 2;
    }
    Counts counts;
    Spellings spellings;
    const bool isRead = addLists(arguments[3], counts, spellings);
    const std::vector<subs::LexiconState> states =
        isRead ? statesOf(counts) : std::vector<subs::LexiconState>();
    std::ofstream out(arguments[1], std::ios::binary);
    out.write(reinterpret_cast<const char*>(states.data()),
              static_cast<std::streamsize>(states.size() * sizeof(subs::LexiconState)));
    out.close();
    std::ofstream settled(arguments[2], std::ios::binary);
    writeSettled(spellings, settled);
    settled.close();
    if (!states.empty() && out && settled) return 0;
    std::cerr << "compile_lexicon: cannot make " << arguments[1] << " of " << arguments[3] << '\n';
    return 1;
}
