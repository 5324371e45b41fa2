// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace testing {

/// What a run of the program said and how it ended.
struct Ran {
    int status = -1;  ///< Exit status; 1000 plus the signal where one ended it.
    std::string out;
    std::string err;
};

struct RunOptions {
    std::string input = {};             ///< Standard input.
    std::filesystem::path folder = {};  ///< Where it runs; empty: here.
    std::map<std::string, std::string> environment = {};
    std::string outputFile = {};                     ///< Standard output goes there instead.
    std::function<void()> inChild = {};              ///< Called before the program begins.
    std::function<void(int pid)> whileRunning = {};  ///< Called once it has begun.
    std::string program = SUBS_PROGRAM;
};

/// Runs the program with `arguments` and waits for it.
Ran run(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// Writes a file and the folders that it needs.
void put(const std::filesystem::path& path, std::string_view bytes);
/// The whole file; the test fails where there is none.
std::string get(const std::filesystem::path& path);
/// A subtitle file of `cues` cues, half of them Khmer.
std::string someSrt(int cues = 2);

}  // namespace testing
