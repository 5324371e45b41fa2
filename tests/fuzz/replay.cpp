// SPDX-License-Identifier: MIT
// Runs the files of a folder, and their beginnings, through a fuzzer's entry: for builds without
// libFuzzer.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kStep = 97;
constexpr std::size_t kLongest = 4096;

void run(const std::string& bytes, char choice) {
    const std::string input = choice + bytes;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

int replay(const std::filesystem::path& folder) {
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
    std::printf("%d files replayed\n", files);
    return files > 0 ? 0 : 1;
}
