// SPDX-License-Identifier: MIT
#include <subs/job/normalise_files.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

std::string srt(const std::string& text) {
    return "1\n00:00:01,000 --> 00:00:04,000\n" + text + "\n";
}

NormalisedFile fileOf(const std::string& bytes, const NormaliseFilesOptions& options = {}) {
    NormalisedFile result;
    const std::vector<NormaliseFileTask> tasks = {{{"a.srt", "a.srt", std::nullopt}, bytes}};
    normaliseFiles(
        tasks, options, {}, [&](std::size_t, NormalisedFile file) { result = std::move(file); });
    return result;
}

/// "3:7" of each issue.
std::string placesOf(const std::vector<PlacedIssue>& issues) {
    std::string places;
    for (const PlacedIssue& issue : issues)
        places += (places.empty() ? "" : " ") + std::to_string(issue.place.line) + ":" +
                  std::to_string(issue.place.column);
    return places;
}

}  // namespace

TEST_CASE("a file without anything to put right comes back byte for byte", "[job][khmer]") {
    for (const std::string& bytes :
         {srt("ខ្មែរ\r\n<i>é</i>"), srt("ក្ \xFF"), std::string("junk\n\n") + srt("ា")})
        CHECK(fileOf(bytes).bytes == bytes);
}

TEST_CASE("issues are placed in the file, past its markup", "[job][khmer]") {
    const NormaliseFilesOptions checking{.aim = NormaliseAim::Check};
    CHECK(placesOf(fileOf(srt("<b>លេាក</b>\nab <i>លេាក</i>ខែ្មរ"), checking).issues) ==
          "3:7 4:10 4:26");
    // The same misspelling twice in a line.
    CHECK(placesOf(fileOf(srt("លេាក លេាក"), checking).issues) == "3:4 3:17");
    CHECK(fileOf(srt("លេាក"), checking).bytes.empty());
    CHECK(fileOf(srt("លេាក"), checking).changedCues == 1);
}

TEST_CASE("only what is left is told where files are put right", "[job][khmer]") {
    const NormalisedFile file = fileOf(srt("លេាក ក្ ៣្។"));
    CHECK(file.bytes == srt("លោក ក្ ៣្។"));
    REQUIRE(file.issues.size() == 2);
    CHECK(file.issues[0].kind == PlacedKind(IssueKind::DanglingCoeng));
    CHECK(file.issues[1].kind == PlacedKind(IssueKind::LunarDate));
    NormaliseFilesOptions full;
    full.writing.encoding.policy = NormalisePolicy::Full;
    CHECK(fileOf(srt("៣្។"), full).bytes == srt("\u19E3"));
    CHECK(fileOf(srt("៣្។"), full).issues.empty());
}

TEST_CASE("a text is put right in blocks of lines as it is at once", "[job][khmer]") {
    std::string text = "\uFEFF";
    for (int i = 0; i < 30000; ++i)
        text += i % 3 == 0 ? "លេាក \u200Bab\r\n" : "\u200Bខែ្មរ\n";
    const std::string result = normalisedLines(text, {});
    CHECK(result == "\uFEFF" + normalised(std::string_view(text).substr(3)).text);
    CHECK(normalisedLines("", {}).empty());
}
