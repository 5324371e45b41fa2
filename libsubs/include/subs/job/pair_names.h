// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/unstack.h>
#include <subs/job/inputs.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

/// Which files are two languages of one film, by their names: NAME.km.srt and NAME.en.srt.
namespace subs {

/// `path` without the tag of a language before its ending, where it has one.
struct TaggedName {
    std::filesystem::path name;  ///< "film.srt" of "film.km.srt"
    std::string tag;             ///< "km"; empty: none.
};

/// The tag as it is spelt; "forced" and the like are none.
TaggedName taggedName(const std::filesystem::path& path);
/// The other way: "film.km.srt" of "film.srt" and "km".
std::filesystem::path withTag(const std::filesystem::path& path, std::string_view tag);

/// Files of the two languages of one film.
struct NamedPair {
    std::array<InputFile, 2> inputs;
    std::filesystem::path relative;  ///< Of the result: the first's without its tag.
};

struct NamedPairs {
    std::vector<NamedPair> pairs;  ///< Sorted bytewise by the first's name.
    /// Files of one of the languages whose other is not there; a fault says which. Files of which
    /// there are several for one name and language; inputs that had a fault.
    std::vector<InputFile> faulty;
    std::vector<InputFile> others;  ///< In neither language, by their names.
};

/// The pairs among `inputs`. Those of one folder belong together, then those at one place below the
/// folders that were named, then those of one name in a list. Endings may differ. O(n log n).
NamedPairs pairsByName(std::vector<InputFile> inputs, const LanguagePair& languages);

}  // namespace subs
