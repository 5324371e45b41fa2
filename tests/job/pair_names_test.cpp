// SPDX-License-Identifier: MIT
#include <subs/job/pair_names.h>

#include "catch.h"

#include <filesystem>
#include <string>
#include <vector>

using namespace subs;

namespace {

using Texts = std::vector<std::string>;

/// Files in the folder "in" that was named.
std::vector<InputFile> filesOf(const Texts& names) {
    std::vector<InputFile> files;
    for (const std::string& name : names)
        files.push_back({std::filesystem::path("in") / name, name, std::nullopt});
    return files;
}

/// "first + second -> relative" of each.
Texts told(const NamedPairs& named) {
    Texts pairs;
    for (const NamedPair& pair : named.pairs)
        pairs.push_back(pair.inputs[0].relative.string() + " + " +
                        pair.inputs[1].relative.string() + " -> " + pair.relative.string());
    return pairs;
}

/// "name code" of each.
Texts faultsOf(const NamedPairs& named) {
    Texts faults;
    for (const InputFile& file : named.faulty)
        faults.push_back(file.relative.string() + " " + file.fault.value().code);
    return faults;
}

}  // namespace

TEST_CASE("a name is told from its language", "[job][pair]") {
    CHECK(taggedName("a/film.km.srt").name == "a/film.srt");
    CHECK(taggedName("a/film.km.srt").tag == "km");
    CHECK(taggedName("ខ្មែរ.pt-BR.vtt").name == "ខ្មែរ.vtt");
    for (const char* name :
         {"film.srt", "film", "km.srt", ".km.srt", "film.forced.srt", "a.km/b.srt"}) {
        INFO(name);
        CHECK(taggedName(name).tag.empty());
        CHECK(taggedName(name).name == name);
    }
    CHECK(withTag("a/film.srt", "km") == "a/film.km.srt");
    CHECK(withTag("film", "en") == "film.en");
}

TEST_CASE("files of one name in two languages are a pair", "[job][pair]") {
    const NamedPairs named = pairsByName(filesOf({"b/2.en.srt",
                                                  "b/2.km.vtt",
                                                  "1.km.srt",
                                                  "1.en.srt",
                                                  "1.fr.srt",
                                                  "3.khm.srt",
                                                  "3.en-GB.srt",
                                                  "plain.srt"}),
                                         {"km", "en"});
    CHECK(told(named) == Texts{"1.km.srt + 1.en.srt -> 1.srt",
                               "3.khm.srt + 3.en-GB.srt -> 3.srt",
                               "b/2.km.vtt + b/2.en.srt -> b/2.vtt"});
    CHECK(named.others.size() == 2);
    CHECK(named.faulty.empty());
}

TEST_CASE("languages are told apart as far as they were named", "[job][pair]") {
    const auto files = filesOf({"1.pt-BR.srt", "1.pt-PT.srt"});
    CHECK(told(pairsByName(files, {"pt-PT", "pt-BR"})) ==
          Texts{"1.pt-PT.srt + 1.pt-BR.srt -> 1.srt"});
    CHECK(pairsByName(files, {"km", "en"}).others.size() == 2);
}

TEST_CASE("a file without its other language is named, and so are several of one", "[job][pair]") {
    const NamedPairs named = pairsByName(
        filesOf({"1.km.srt", "2.en.srt", "3.km.srt", "3.km.ass", "3.en.srt"}), {"km", "en"});
    CHECK(named.pairs.empty());
    CHECK(faultsOf(named) == Texts{"1.km.srt pair.no-partner",
                                   "2.en.srt pair.no-partner",
                                   "3.km.srt pair.several",
                                   "3.km.ass pair.several",
                                   "3.en.srt pair.several"});
}

TEST_CASE("two folders may hold one language each", "[job][pair]") {
    std::vector<InputFile> files = {{"khmer/x/1.km.srt", "x/1.km.srt", std::nullopt},
                                    {"english/x/1.en.srt", "x/1.en.srt", std::nullopt}};
    CHECK(told(pairsByName(files, {"km", "en"})) == Texts{"x/1.km.srt + x/1.en.srt -> x/1.srt"});
}

TEST_CASE("an input with a fault keeps it", "[job][pair]") {
    std::vector<InputFile> files = filesOf({"1.km.srt"});
    files[0].fault = Error{"io.denied", "cannot look into it"};
    CHECK(faultsOf(pairsByName(files, {"km", "en"})) == Texts{"1.km.srt io.denied"});
}

TEST_CASE("files of a list are a pair across its folders", "[job][pair]") {
    std::vector<InputFile> files;
    for (const char* name : {"km/1.km.srt", "en/1.en.srt", "en/2.en.srt"}) {
        files.push_back({name, name, std::nullopt});
        files.back().isListed = true;
    }
    const NamedPairs named = pairsByName(files, {"km", "en"});
    CHECK(told(named) == Texts{"km/1.km.srt + en/1.en.srt -> km/1.srt"});
    CHECK(faultsOf(named) == Texts{"en/2.en.srt pair.no-partner"});
    // Those below a folder are not.
    CHECK(pairsByName(filesOf({"km/1.km.srt", "en/1.en.srt"}), {"km", "en"}).pairs.empty());
}
