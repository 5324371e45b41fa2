// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

std::string cue(const std::string& number, const std::string& times, const std::string& text) {
    return number + "\n" + times + "\n" + text + "\n";
}

const std::string kOne = "00:00:01,000 --> 00:00:02,000";
const std::string kTwo = "00:00:03,000 --> 00:00:04,000";
const std::string kThree = "00:00:07,000 --> 00:00:08,000";

const std::string kKhmer = cue("1", kOne, "សួស្តី") + "\n" + cue("2", kTwo, "ទៅណា?");
const std::string kEnglish =
    cue("1", kOne, "Hello") + "\n" + cue("2", kTwo, "Where to?") + "\n" + cue("3", kThree, "Bye");
const std::string kBoth = cue("1", kOne, "សួស្តី\nHello") + "\n" + cue("2", kTwo, "ទៅណា?\nWhere to?") +
                          "\n" + cue("3", kThree, "Bye");

/// As `kKhmer` comes back: the blank line stays that parted its last cue from the next.
const std::string kKhmerBack = kKhmer + "\n";

void putPair(const fs::path& folder, const std::string& name) {
    put(folder / (name + ".km.srt"), kKhmer);
    put(folder / (name + ".en.srt"), kEnglish);
}

std::vector<json> linesOf(const std::string& text) {
    std::vector<json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(json::parse(line));
    return lines;
}

bool says(const Ran& ran, const std::string& text) {
    return ran.err.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("pair puts two files into one and names what has no partner", "[cli][pair]") {
    const testing::Folder folder;
    putPair(folder.path, "ខ្មែរ film");
    const Ran ran = run({"pair", "ខ្មែរ film.km.srt", "ខ្មែរ film.en.srt", "-o", "film.srt"},
                        {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.out.empty());
    CHECK(
        ran.err ==
        "ខ្មែរ film.en.srt:9: warning: cue 3 (\"3\") at 00:00:07.000 has no partner in the other track; it "
        "stands alone [pair.alone]\n");
    CHECK(get(folder.path / "film.srt") == kBoth);
}

TEST_CASE("pair takes the place of a file that it reads with --overwrite alone", "[cli][pair]") {
    const testing::Folder folder;
    putPair(folder.path, "film");
    const std::vector<std::string> onItself = {
        "pair", "film.km.srt", "film.en.srt", "-o", "film.km.srt"};
    const Ran refused = run(onItself, {.folder = folder.path});
    CHECK(refused.status == 2);
    CHECK(says(refused, "there is a file of that name; --overwrite replaces it"));
    CHECK(get(folder.path / "film.km.srt") == kKhmer);
    std::vector<std::string> asked = onItself;
    asked.emplace_back("--overwrite");
    CHECK(run(asked, {.folder = folder.path}).status == 0);
    CHECK(get(folder.path / "film.km.srt") == kBoth);
    CHECK(get(folder.path / "film.en.srt") == kEnglish);
}

TEST_CASE("unpair gives both files back", "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "film.srt", kBoth);
    const Ran ran =
        run({"unpair", "film.srt", "-o", "k.srt", "-o", "e.srt"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK(get(folder.path / "k.srt") == kKhmerBack);
    CHECK(get(folder.path / "e.srt") == kEnglish);
    // The names of the outputs tell which is which.
    CHECK(run({"unpair", "film.srt", "-o", "x.en.srt", "-o", "x.km.vtt"}, {.folder = folder.path})
              .status == 0);
    CHECK(get(folder.path / "x.en.srt") == kEnglish);
    CHECK(get(folder.path / "x.km.vtt").starts_with("WEBVTT"));
    CHECK(run({"unpair", "film.srt", "--lang", "en,km", "-o", "1.srt", "-o", "2.srt"},
              {.folder = folder.path})
              .status == 0);
    CHECK(get(folder.path / "1.srt") == kEnglish);
}

TEST_CASE("pair and unpair know the fields of files in two languages", "[cli][pair]") {
    const testing::Folder folder;
    putPair(folder.path, "film");
    for (const std::string ending : {"xlf", "tmx", "csv", "tsv", "xlsx"}) {
        INFO(ending);
        const std::string both = "film." + ending;
        CHECK(run({"pair", "-q", "film.km.srt", "film.en.srt", "-o", both}, {.folder = folder.path})
                  .status == 0);
        const Ran ran =
            run({"unpair", both, "-o", "back.km.srt", "-o", "back.en.srt", "--overwrite", "--json"},
                {.folder = folder.path});
        CHECK(ran.status == 0);
        CHECK(says(ran, "warning: 1 cue had no text in km and went to the other output alone"));
        CHECK(get(folder.path / "back.km.srt") == kKhmer);
        CHECK(get(folder.path / "back.en.srt") == kEnglish);
        const json told = json::parse(ran.out);
        CHECK(told["by"] == "field");
        CHECK(told["first"]["missing"] == json::array({3}));
    }
}

TEST_CASE("pair says where two languages cannot be told apart for their fields", "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kEnglish);
    put(folder.path / "b.srt", kEnglish);
    const Ran ran = run({"pair", "a.srt", "b.srt", "-o", "c.xlf"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(says(ran, "c.xlf: warning: both tracks seem to be in en, so that both texts of a cue"));
    CHECK(says(ran, "[pair.one-field]"));
    const Ran named =
        run({"pair", "a.srt", "b.srt", "-o", "d.xlf", "--lang", "en,fr"}, {.folder = folder.path});
    CHECK(named.err.empty());
    CHECK(get(folder.path / "d.xlf").find("srcLang=\"en\" trgLang=\"fr\"") != std::string::npos);
}

TEST_CASE("pair reads and writes standard streams", "[cli][pair]") {
    const testing::Folder folder;
    putPair(folder.path, "film");
    const Ran ran = run({"pair", "-q", "film.km.srt", "-", "-o", "-"},
                        {.input = kEnglish, .folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.out == kBoth);
    CHECK(run({"pair", "-", "-", "-o", "-"}, {.input = kEnglish}).status == 2);
    const Ran apart =
        run({"unpair", "-", "-o", "-", "-o", "e.srt"}, {.input = kBoth, .folder = folder.path});
    CHECK(apart.out == kKhmerBack);
    CHECK(get(folder.path / "e.srt") == kEnglish);
}

TEST_CASE("pair has options for the place and the times", "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "k.srt", cue("1", kOne, "ក"));
    put(folder.path / "e.srt", cue("1", "00:00:01,200 --> 00:00:02,400", "a"));
    const auto out = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"pair", "k.srt", "e.srt", "-o", "-"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words, {.folder = folder.path}).out;
    };
    CHECK(out({}) == cue("1", kOne, "ក\na"));
    CHECK(out({"--place", "above"}) == cue("1", kOne, "a\nក"));
    CHECK(out({"--times", "second"}) == cue("1", "00:00:01,200 --> 00:00:02,400", "ក\na"));
    CHECK(out({"--times", "exact"}) == cue("1", "00:00:01,000 --> 00:00:01,200", "ក") + "\n" +
                                           cue("2", "00:00:01,200 --> 00:00:02,000", "ក\na") +
                                           "\n" + cue("3", "00:00:02,000 --> 00:00:02,400", "a"));
    const std::string styles = out({"--as", "styles", "--place", "top", "-t", "ass"});
    CHECK(styles.find("Style: km,Khmer OS Battambang") != std::string::npos);
    CHECK(styles.find("0:00:01.20,0:00:02.40,en,") != std::string::npos);
    CHECK(out({"--as", "styles", "-t", "ass", "--times", "first"})
              .find("0:00:01.00,0:00:02.00,en,") != std::string::npos);
    CHECK(out({"--place", "top"}).empty());
}

TEST_CASE("pair tells moved times, and markup of another format, as losses", "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "k.srt", cue("1", kOne, "ក"));
    put(folder.path / "e.srt", cue("1", "00:00:01,200 --> 00:00:02,400", "a"));
    put(folder.path / "e.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<lang fr>oui</lang>\n");
    const auto pair = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"pair", "k.srt", "-o", "-"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words, {.folder = folder.path});
    };
    const Ran moved = pair({"e.srt", "--report", "text"});
    CHECK(moved.status == 0);
    CHECK(says(moved, "e.srt: time is approximated once\n    cues: 1\n"));
    CHECK(says(moved, "written instead: 00:00:01.000 --> 00:00:02.000\n"));
    CHECK_FALSE(says(moved, "nothing is lost"));
    CHECK(pair({"e.srt", "--fail-on", "approximated"}).status == 1);
    CHECK(pair({"e.srt", "--fail-on", "approximated", "--times", "exact"}).status == 0);
    CHECK(says(pair({"k.srt", "--report", "text"}), ": nothing is lost\n"));
    CHECK(pair({"e.vtt", "--fail-on", "dropped"}).status == 1);
    CHECK(says(pair({"e.vtt"}), "e.vtt:3: warning: language is dropped once, first in cue 1"));
}

TEST_CASE("pair finds the pairs in folders by their names", "[cli][pair]") {
    const testing::Folder folder;
    putPair(folder.path / "in", "1");
    putPair(folder.path / "in/deep", "2");
    put(folder.path / "in/1.fr.srt", kEnglish);
    put(folder.path / "in/3.km.srt", kKhmer);
    const Ran ran = run({"pair", "--recursive", "in", "--out-dir", "out", "-j", "2", "--json"},
                        {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(says(ran, "in/3.km.srt: error: there is no file of the same name in en beside this one"));
    CHECK(get(folder.path / "out/1.srt") == kBoth);
    CHECK(get(folder.path / "out/deep/2.srt") == kBoth);
    const std::vector<json> told = linesOf(ran.out);
    REQUIRE(told.size() == 3);
    CHECK(told[0]["error"]["code"] == "pair.no-partner");
    CHECK(told[1]["output"] == "out/1.srt");
    CHECK(told[1]["second"]["alone"] == json::array({3}));
    CHECK(told[2]["first"]["input"] == "in/deep/2.km.srt");
    const Ran again =
        run({"pair", "--recursive", "in", "--out-dir", "out"}, {.folder = folder.path});
    CHECK(says(again, "--overwrite replaces it"));
}

TEST_CASE("a shard of pairs is one of whole pairs", "[cli][pair]") {
    const testing::Folder folder;
    for (const char* name : {"a", "b", "c"})
        putPair(folder.path / "in", name);
    for (const char* part : {"1/2", "2/2"})
        CHECK(run({"pair",
                   "-q",
                   "--recursive",
                   "in",
                   "--out-dir",
                   part[0] == '1' ? "o1" : "o2",
                   "--shard",
                   part},
                  {.folder = folder.path})
                  .status == 0);
    CHECK(get(folder.path / "o1/a.srt") == kBoth);
    CHECK(get(folder.path / "o1/c.srt") == kBoth);
    CHECK(get(folder.path / "o2/b.srt") == kBoth);
    CHECK_FALSE(fs::exists(folder.path / "o1/b.srt"));
}

TEST_CASE("unpair names the files of a folder by their languages", "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "in/x/1.srt", kBoth);
    put(folder.path / "in/2.srt", kEnglish);
    const Ran ran = run({"unpair", "--recursive", "in", "--out-dir", "out", "--json", "-j", "2"},
                        {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(says(ran, "in/2.srt: error: nothing tells two languages apart"));
    CHECK(get(folder.path / "out/x/1.km.srt") == kKhmerBack);
    CHECK(get(folder.path / "out/x/1.en.srt") == kEnglish);
    CHECK(fs::exists(folder.path / "out/2.km.srt") == false);
    const std::vector<json> told = linesOf(ran.out);
    REQUIRE(told.size() == 2);
    CHECK(told[0]["error"]["code"] == "unpair.one-language");
    CHECK(told[1]["first"]["output"] == "out/x/1.km.srt");
    CHECK(told[1]["by"] == "script");
}

TEST_CASE("neither command writes over what it reads", "[cli][pair]") {
    const testing::Folder folder;
    putPair(folder.path, "film");
    put(folder.path / "film.srt", kBoth);
    const Ran ran = run({"unpair", "film.srt", "film.km.srt", "--out-dir", ".", "--overwrite"},
                        {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(says(ran, "would be written over an input"));
    CHECK(get(folder.path / "film.km.srt") == kKhmer);
    const Ran one = run({"unpair", "film.srt", "-o", "film.srt", "-o", "b.srt", "--overwrite"},
                        {.folder = folder.path});
    CHECK(one.status == 2);
    CHECK(get(folder.path / "film.srt") == kBoth);
}

TEST_CASE("unpair refuses one output by two names", "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "film.srt", kBoth);
    put(folder.path / "there.srt", "what was there");
    fs::create_symlink("there.srt", folder.path / "link.srt");
    for (const std::string name : {"./new.srt", "there.srt", "link.srt"}) {
        const std::string first = name == "./new.srt" ? "new.srt" : "there.srt";
        const Ran ran = run({"unpair", "film.srt", "-o", first, "-o", name, "--overwrite"},
                            {.folder = folder.path});
        CHECK(ran.status == 2);
        CHECK(says(ran, "the second language would be written over " + first));
        CHECK(get(folder.path / "there.srt") == "what was there");
        CHECK_FALSE(fs::exists(folder.path / "new.srt"));
    }
}

TEST_CASE("what was asked for stands in the object of a file that could not be done",
          "[cli][pair]") {
    const testing::Folder folder;
    put(folder.path / "one.srt", kKhmer);
    const Ran parted =
        run({"unpair", "one.srt", "-o", "a.srt", "-o", "b.srt", "--json"}, {.folder = folder.path});
    CHECK(parted.status == 2);
    const json object = json::parse(parted.out);
    CHECK(object["first"]["output"] == "a.srt");
    CHECK(object["second"]["output"] == "b.srt");
    const Ran named =
        run({"unpair", "one.srt", "--out-dir", "o", "--json"}, {.folder = folder.path});
    CHECK(named.status == 2);
    CHECK(json::parse(named.out)["first"]["output"] == nullptr);
    putPair(folder.path, "film");
    put(folder.path / "gone.lst", "film.km.srt\nfilm.en.srt\nmissing.km.srt\n");
    const Ran alone =
        run({"pair", "@gone.lst", "--out-dir", "o", "--json"}, {.folder = folder.path});
    CHECK(alone.status == 2);
    for (const json& each : linesOf(alone.out))
        CHECK_FALSE(each.contains("file"));
}

TEST_CASE("pair and unpair say what they need", "[cli][pair]") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> mistakes = {
        {{"pair", "a.srt", "-o", "b.srt"}, "-o is for two files"},
        {{"pair", "a.srt", "b.srt"}, "-o or --out-dir says where the output goes"},
        {{"pair", "a.srt", "b.srt", "-o", "c.srt", "--place", "top"},
         "--place top needs --as styles"},
        {{"pair", "a.srt", "b.srt", "-o", "c.srt", "--lang", "km"}, "is not two language tags"},
        {{"pair", "a.srt", "b.srt", "-o", "c.srt", "--lang", "km,km"}, "the two languages are one"},
        {{"pair", "a.srt", "b.srt", "--out-dir", "o"},
         "no two files are NAME.A.srt and NAME.B.srt"},
        {{"unpair", "a.srt"}, "-o twice, or --out-dir, says where the outputs go"},
        {{"unpair", "a.srt", "-o", "b.srt"}, "-o is given twice"},
        {{"unpair", "a.srt", "-o", "-", "-o", "-"}, "to standard output"},
        {{"unpair", "a.srt", "c.srt", "-o", "b.srt", "-o", "d.srt"}, "-o is for one input"},
        {{"unpair", "a.srt", "--out-dir", "o", "--by", "scirpt"}, "the nearest is script"},
        {{"unpair", "-", "--out-dir", "o"}, "standard input has no name"},
    };
    for (const auto& [arguments, message] : mistakes) {
        INFO(message);
        const Ran ran = run(arguments);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(says(ran, message));
    }
}
