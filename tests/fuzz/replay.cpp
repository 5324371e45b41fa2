// SPDX-License-Identifier: MIT
// fuzz_replay NAME PLACE...: runs the files of a folder, and their beginnings, and the kept inputs
// of a file, one a line as `keep` spells them, through the fuzzer's entry of that name: for builds
// without libFuzzer. One program holds all entries, as each would hold the whole library.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using Entry = int(const std::uint8_t* data, std::size_t size);

#define FUZZ_ENTRY(name) extern "C" Entry fuzz_##name;
#include "fuzz_entries.inc"
#undef FUZZ_ENTRY

namespace {

struct Named {
    std::string_view name;
    Entry* entry;
};

#define FUZZ_ENTRY(name) {#name, fuzz_##name},
constexpr Named kEntries[] = {
#include "fuzz_entries.inc"
};
#undef FUZZ_ENTRY

constexpr std::size_t kStep = 97;
constexpr std::size_t kLongest = 4096;

void run(Entry* entry, const std::string& bytes, char choice) {
    const std::string input = choice + bytes;
    entry(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

/// The bytes that `line` spells.
std::string bytesOf(const std::string& line) {
    std::string bytes;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size()) {
            bytes += line[i];
            continue;
        }
        const char sign = line[++i];
        if (sign == 'x' && i + 2 < line.size()) {
            bytes += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            const std::string_view spelt = "nr\\";
            const std::string_view meant = "\n\r\\";
            bytes += meant.at(spelt.find(sign));
        }
    }
    return bytes;
}

int replayLines(Entry* entry, const std::filesystem::path& file) {
    int inputs = 0;
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line); ++inputs) {
        const std::string bytes = bytesOf(line);
        for (char choice = 0; choice < 9; ++choice)
            run(entry, bytes, choice);
    }
    return inputs;
}

int replay(Entry* entry, const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) return replayLines(entry, folder);
    int files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.path().stem() != "in") continue;
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        for (char choice = 0; choice < 9; ++choice)
            run(entry, bytes, choice);
        for (std::size_t cut = 0; cut < bytes.size() && cut < kLongest; cut += kStep)
            run(entry, bytes.substr(0, cut), 0);
        ++files;
    }
    return files;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view name = count > 1 ? arguments[1] : "";
    const auto* named = std::find_if(std::begin(kEntries),
                                     std::end(kEntries),
                                     [&](const Named& each) { return each.name == name; });
    if (named == std::end(kEntries)) {
        std::fprintf(stderr, "no fuzzer is named \"%s\"\n", std::string(name).c_str());
        return 1;
    }
    int files = 0;
    for (int i = 2; i < count; ++i)
        files += replay(named->entry, arguments[i]);
    std::printf("%d inputs replayed\n", files);
    return files > 0 ? 0 : 1;
}
