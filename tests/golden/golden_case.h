// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace testing {

/// A folder of tests/golden.
struct GoldenCase {
    std::string name;            ///< "srt/mixed-newlines"
    std::filesystem::path file;  ///< Its in.* file.
    nlohmann::json expected;     ///< Of expected.json; null where there is none.

    /// What the caller is said to have asked for.
    subs::DocumentOptions options() const;
    bool mustFail() const { return expected.contains("error"); }
};

/// All cases, or those of one format's folder, in the order of their names.
std::vector<GoldenCase> goldenCases(const std::string& format = {});

/// The bytes of a file.
std::string bytesOf(const std::filesystem::path& file);

}  // namespace testing
