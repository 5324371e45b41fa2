// SPDX-License-Identifier: MIT
// Runs the files of a folder, and their beginnings, and the kept inputs of a file, one a line as
// `keep` spells them, through a fuzzer's entry: for builds without libFuzzer.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kStep = 97;
constexpr std::size_t kLongest = 4096;

void run(const std::string& bytes, char choice) {
    const std::string input = choice + bytes;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
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

int replayLines(const std::filesystem::path& file) {
    int inputs = 0;
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line); ++inputs) {
        const std::string bytes = bytesOf(line);
        for (char choice = 0; choice < 9; ++choice)
            run(bytes, choice);
    }
    return inputs;
}

int replay(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) return replayLines(folder);
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().stem() != "in") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        for (char choice = 0; choice < 9; ++choice)
            run(bytes, choice);
        for (std::size_t cut = 0; cut < bytes.size() && cut < kLongest; cut += kStep)
            run(bytes.substr(0, cut), 0);
        ++files;
    }
    return files;
}

}  // namespace

int main(int count, char** arguments) {
    int files = 0;
    for (int i = 1; i < count; ++i)
        files += replay(arguments[i]);
    std::printf("%d inputs replayed\n", files);
    return files > 0 ? 0 : 1;
}
