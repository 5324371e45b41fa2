// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/qc/check.h>

#include "catch.h"
#include "samples/cue_table.h"

#include <filesystem>
#include <set>
#include <utility>

namespace {

const std::filesystem::path kRoot = SUBS_SOURCE_DIR;

/// What was found where: the rule and the first frame of the cue. How long a line may be is told by
/// the drawn width where the font is at hand and by counting where it is not: both are called
/// "line" here.
using Found = std::set<std::pair<std::string, std::int64_t>>;

Found findings(const std::string& language, const std::string& format, const std::string& profile) {
    const auto name = profile + ".toml";
    const auto toml = subs::readFile(kRoot / "seeds" / "profiles" / name).value();
    const auto timeline = subs::FrameTimeline::constant(subs::parseFrameRate("24000/1001").value());
    subs::Checker checker(subs::parseProfile(toml, name).value(), {&timeline});
    const auto read =
        subs::openDocument(kRoot / "samples" / ("seven-lanterns." + language + "." + format));
    const auto table = testing::tableCues(language);
    Found found;
    for (const auto& finding : checker.check(read.value().document)) {
        const bool isLine = finding.rule == "line-width" || finding.rule == "line-length";
        found.emplace(isLine ? "line" : finding.rule, table.at(finding.index).first);
    }
    return found;
}

TEST_CASE("the faults that the sample's README names are found, and nothing else",
          "[samples][qc]") {
    const std::string format = GENERATE("srt", "ass");
    INFO(format);
    CHECK(findings("km", format, "house-km") == Found{{"duration-short", 1400}, {"line", 1596}});
    CHECK(findings("en", format, "netflix-en") ==
          Found{{"duration-short", 1400}, {"reading-speed", 1694}});
}

}  // namespace
