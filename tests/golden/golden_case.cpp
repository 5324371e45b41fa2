// SPDX-License-Identifier: MIT
#include "golden/golden_case.h"

#include <subs/base/file.h>

#include "catch.h"

#include <algorithm>
#include <fstream>

namespace testing {
namespace {

namespace fs = std::filesystem;

fs::path inputIn(const fs::path& folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().stem() == "in") return entry.path();
    }
    return {};
}

nlohmann::json jsonIn(const fs::path& folder) {
    std::ifstream stream(folder / "expected.json");
    return stream ? nlohmann::json::parse(stream) : nlohmann::json();
}

}  // namespace

subs::DocumentOptions GoldenCase::options() const {
    subs::DocumentOptions options;
    if (!expected.contains("ask")) return options;
    const nlohmann::json& ask = expected["ask"];
    if (ask.contains("encoding")) options.encoding = ask["encoding"].get<std::string>();
    options.format = ask.value("format", "");
    options.language = ask.value("language", "");
    return options;
}

std::vector<GoldenCase> goldenCases(const std::string& format) {
    std::vector<GoldenCase> cases;
    const fs::path root = fs::path(SUBS_SOURCE_DIR) / "tests/golden";
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / format)) {
        if (!entry.is_directory()) continue;
        const fs::path input = inputIn(entry.path());
        if (input.empty()) continue;
        cases.push_back(
            {entry.path().lexically_relative(root).string(), input, jsonIn(entry.path())});
    }
    std::sort(
        cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return cases;
}

std::string bytesOf(const fs::path& file) {
    auto bytes = subs::readFile(file);
    REQUIRE(bytes);
    return *std::move(bytes);
}

}  // namespace testing
