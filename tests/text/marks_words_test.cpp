// SPDX-License-Identifier: MIT
// Nothing is found wrong with the marks of our own words and lines.
#include <subs/base/file.h>
#include <subs/text/digits.h>
#include <subs/text/punctuation.h>
#include <subs/text/quotes.h>
#include <subs/text/segment.h>
#include <subs/text/skeleton.h>
#include <subs/text/writing.h>

#include "catch.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

const std::filesystem::path kData =
    std::filesystem::path(SUBS_SOURCE_DIR) / "libsubs" / "data" / "khmer";

std::vector<std::string> linesOf(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    REQUIRE(bytes);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
        lines.push_back(bytes->substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// A line of dialogue as it is written, by the guide of its folder; empty for a scene's name.
std::string unmarked(const std::string& line) {
    if (line.starts_with('#')) return {};
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        constexpr std::string_view kSpace = "␣";
        const bool isSpace = std::string_view(line).substr(at).starts_with(kSpace);
        if (isSpace) text += ' ';
        if (!isSpace && std::string_view(" _~^@").find(line[at]) == std::string_view::npos)
            text += line[at];
        at += isSpace ? kSpace.size() : 1;
    }
    return text;
}

/// Files of lines.
std::vector<std::vector<std::string>> dialogue() {
    std::vector<std::vector<std::string>> files;
    for (const auto& file : std::filesystem::directory_iterator(kData / "dialogue")) {
        if (file.path().extension() != ".txt") continue;
        files.emplace_back();
        for (const std::string& line : linesOf(file.path()))
            files.back().push_back(unmarked(line));
    }
    return files;
}

std::vector<std::string> words() {
    std::vector<std::string> all;
    for (const char* folder : {"khmerlbdict", "own", "khmer_segmenter"})
        for (const auto& file : std::filesystem::directory_iterator(kData / "words" / folder)) {
            const auto name = file.path().filename();
            if (name == "LICENSE.txt" || name == "README.md") continue;
            for (const std::string& line : linesOf(file.path()))
                if (!line.starts_with('#'))
                    all.push_back(line.substr(0, line.find_first_of("\t\r")));
        }
    return all;
}

/// What is found in `text`, in a few words; empty: nothing.
std::string foundIn(std::string_view text) {
    constexpr const char* kNames[] = {"colon", "final", "start", "stop", "repeated"};
    std::string found;
    for (const PunctuationIssue& issue : punctuationIssuesIn(text))
        found += std::string(kNames[static_cast<int>(issue.kind)]) + ' ';
    if (!lookAlikesIn(text).empty()) found += "look-alike ";
    if (!mixedQuotesIn(text).empty()) found += "mixed-quotes ";
    if (digitCounts(text).mixed > 0) found += "mixed-digits ";
    return found;
}

}  // namespace

TEST_CASE("nothing is wrong with the marks of our dialogue", "[text][khmer][marks]") {
    std::size_t count = 0;
    for (const std::vector<std::string>& lines : dialogue()) {
        count += lines.size();
        for (const std::string& line : lines) {
            INFO(line);
            CHECK(foundIn(line).empty());
        }
        // A quotation may go on over lines.
        CHECK(unbalancedIn(std::vector<std::string_view>(lines.begin(), lines.end())).empty());
    }
    CHECK(count > 3000);
}

TEST_CASE("spaces of our dialogue are in order, but for those inside of quotation marks",
          "[text][khmer][marks]") {
    for (const std::vector<std::string>& lines : dialogue())
        for (const std::string& line : lines) {
            INFO(line);
            const std::string tidy = withTidySpaces(line).text;
            CHECK((tidy == line || line.find(" »") != std::string::npos));
        }
}

TEST_CASE("nothing is wrong with the marks of the words", "[text][khmer][marks]") {
    const std::vector<std::string> all = words();
    CHECK(all.size() > 60'000);
    for (const std::string& word : all) {
        INFO(word);
        CHECK((foundIn(word).empty() && unbalancedIn(word).empty()));
    }
}
