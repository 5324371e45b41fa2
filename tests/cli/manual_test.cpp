// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using testing::get;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// The words before the tab of each line that completion answers.
std::set<std::string> candidates(std::vector<std::string> words) {
    words.insert(words.begin(), "--complete");
    std::set<std::string> found;
    for (const std::string& line : linesOf(run(words).out))
        found.insert(line.substr(0, line.find('\t')));
    return found;
}

/// The names of options in `text` that stand alone or with others at the beginning of a line.
std::set<std::string> optionsIn(const std::string& text, const std::string& itemBegin) {
    std::set<std::string> names;
    for (const std::string& line : linesOf(text)) {
        if (!line.starts_with(itemBegin + "-")) continue;
        for (std::size_t from = itemBegin.size(); line.substr(from).starts_with('-');) {
            const std::size_t end = line.find_first_of(", ", from);
            names.insert(line.substr(from, end - from));
            if (end == line.npos || line[end] == ' ') break;
            from = std::min(line.find_first_not_of(", ", end), line.size());
        }
    }
    return names;
}

/// The source of a page as plain text.
std::string plainPage(const fs::path& page) {
    std::string text = get(page);
    for (const std::string escape : {"\\fB", "\\fI", "\\fR", "\\:"})
        for (std::size_t at = text.find(escape); at != text.npos; at = text.find(escape))
            text.erase(at, escape.size());
    for (std::size_t at = text.find("\\-"); at != text.npos; at = text.find("\\-"))
        text.erase(at, 1);
    return text;
}

fs::path pageOf(const std::string& command) {
    return fs::path(SUBS_MANUAL) / ("subs-" + command + ".1");
}

bool isInstalled(const std::string& program) {
    return run({"-c", "command -v " + program}, {.program = "/bin/bash"}).status == 0;
}

}  // namespace

TEST_CASE("help, manual and completion tell of the same options", "[cli][manual]") {
    const std::set<std::string> commands = candidates({""});
    CHECK(commands.size() >= 16);
    const std::string general = run({"--help"}).out;
    for (const std::string& command : commands) {
        INFO(command);
        CHECK(general.find("\n  " + command + " ") != general.npos);
        const std::set<std::string> helped = optionsIn(run({command, "--help"}).out, "  ");
        CHECK(helped.contains("--help"));
        CHECK(helped == candidates({command, "--"}));
        const std::string page = plainPage(pageOf(command));
        const std::size_t options = page.find("\n.SH OPTIONS\n");
        CHECK(helped ==
              optionsIn(page.substr(options, page.find("\n.SH EXAMPLES\n") - options), ""));
    }
}

TEST_CASE("each command has a page with all its sections, each option a value with a name",
          "[cli][manual]") {
    for (const std::string& command : candidates({""})) {
        INFO(command);
        const std::string page = plainPage(pageOf(command));
        std::size_t from = 0;
        for (const std::string section : {"NAME",
                                          "SYNOPSIS",
                                          "DESCRIPTION",
                                          "OPTIONS",
                                          "EXAMPLES",
                                          "EXIT STATUS",
                                          "FILES",
                                          "ENVIRONMENT",
                                          "SEE ALSO"}) {
            const std::size_t at = page.find("\n.SH " + section + "\n", from);
            REQUIRE(at != page.npos);
            CHECK(page.substr(at + section.size() + 6, 4) != ".SH ");  // It is not empty.
            from = at;
        }
        for (const std::string& line : linesOf(page)) {
            const bool isText = line.find(" TEXT") != line.npos && !line.starts_with("--separator");
            CHECK_FALSE((isText || line.find(" INT") != line.npos ||
                         line.find(" UINT") != line.npos || line.find(" FLOAT") != line.npos));
        }
    }
}

TEST_CASE("pages refer to pages that there are", "[cli][manual]") {
    for (const auto& entry : fs::directory_iterator(SUBS_MANUAL)) {
        const std::string page = plainPage(entry.path());
        for (std::size_t at = page.find("subs-"); at != page.npos;
             at = page.find("subs-", at + 1)) {
            const std::size_t end = page.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 5);
            if (page.substr(end, 3) != "(1)") continue;
            INFO(entry.path() << " " << page.substr(at, end - at));
            CHECK(fs::exists(fs::path(SUBS_MANUAL) / (page.substr(at, end - at) + ".1")));
        }
    }
}

TEST_CASE("man shows each page without a warning", "[cli][manual]") {
    if (!isInstalled("man")) return;
    for (const auto& entry : fs::directory_iterator(SUBS_MANUAL)) {
        INFO(entry.path());
        const Ran ran = run(
            {"-c", "man --warnings -E UTF-8 -l -Tutf8 -Z \"$0\" >/dev/null", entry.path().string()},
            {.environment = {{"MANROFFSEQ", ""}}, .program = "/bin/bash"});
        CHECK(ran.err.empty());
        CHECK(ran.status == 0);
    }
}

TEST_CASE("completion knows where in the line it is", "[cli][completion]") {
    CHECK(candidates({"con"}).contains("convert"));
    CHECK(candidates({"-"}) == std::set<std::string>{"--help", "--version"});
    CHECK(candidates({"no-such", ""}).empty());
    CHECK(candidates({"convert", "-t", ""}).contains("netflix-ttml"));
    CHECK(candidates({"convert", "--to", "a"}).contains("ass"));
    CHECK(candidates({"convert", "--to=a"}).contains("ass"));
    CHECK(candidates({"convert", "--to", "=", "a"}).contains("ass"));  // As bash parts it.
    CHECK(candidates({"convert", "--newline", ""}) == std::set<std::string>{"keep", "lf", "crlf"});
    CHECK(candidates({"info", "--lang", ""}).contains("km"));
    CHECK(candidates({"info", "--encoding", ""}).contains("UTF-16LE"));
    CHECK(candidates({"qc", "--profile", ""}).contains("house-km"));
    CHECK(candidates({"convert", "--out-dir", ""}) == std::set<std::string>{":folders"});
    CHECK(candidates({"convert", "--report-file", ""}) == std::set<std::string>{":files"});
    CHECK(candidates({"convert", "--by", "x", "--shard", ""}).empty());
    const auto fileKind = [](std::vector<std::string> words) {
        const std::set<std::string> found = candidates(std::move(words));
        return found.empty() ? std::string() : *found.begin();
    };
    CHECK(fileKind({"convert", ""}).starts_with(":files srt ass ssa"));
    CHECK(fileKind({"convert", "a.srt", "-o", "b.ass", ""}).starts_with(":files srt "));
    CHECK(fileKind({"convert", "--", "-"}).starts_with(":files srt "));
    CHECK(fileKind({"info", ""}).find(" mkv ") != std::string::npos);
    CHECK(fileKind({"render", "--film", ""}).starts_with(":files mkv "));
    CHECK(fileKind({"words", ""}).empty());
}

TEST_CASE("completion leaves out what was given and what it excludes", "[cli][completion]") {
    const std::set<std::string> left = candidates({"convert", "-o", "x.ass", "--fps", "25", "--"});
    for (const std::string name : {"-o", "--output", "--out-dir", "--fps", "--film", "--timecodes"})
        CHECK_FALSE(left.contains(name));
    CHECK(left.contains("--overwrite"));
    CHECK(candidates({"retime", "--anchor", "#1=0:01", "-"}).contains("--anchor"));
}

TEST_CASE("completion survives any line", "[cli][completion]") {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{},
                                               {"="},
                                               {"convert", "="},
                                               {"convert", "--=", "="},
                                               {"convert", "--=x"},
                                               {"convert", "-"},
                                               {"convert", "\xFF\xFE"},
                                               {"convert", "--to", std::string(100'000, 'x')},
                                               std::vector<std::string>(10'000, "--to")}) {
        std::vector<std::string> arguments = words;
        arguments.insert(arguments.begin(), "--complete");
        CHECK(run(arguments).status == 0);
    }
}
