// SPDX-License-Identifier: MIT
// read_ass FILE.ass: how long our reader and libass take to read the same bytes, in one process and
// in turns. Prints the medians in milliseconds: "ours libass".
#include <subs/base/file.h>
#include <subs/format/registry.h>

#include <ass/ass.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kRuns = 9;

template <class Work>
double milliseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void readWithLibass(ASS_Library* library, std::string bytes) {
    const std::unique_ptr<ASS_Track, decltype(&ass_free_track)> track(
        ass_read_memory(library, bytes.data(), bytes.size(), nullptr), ass_free_track);
    if (!track || track->n_events == 0) std::fputs("libass read no events\n", stderr);
}

void readWithSubs(std::string bytes) {
    const auto read = subs::readDocument(std::move(bytes), "bench.ass");
    if (!read || read->document.cues.empty()) std::fputs("no cues were read\n", stderr);
}

}  // namespace

int main(int count, char** arguments) {
    const auto bytes =
        count == 2 ? subs::readFile(arguments[1]) : subs::failure("usage", "read_ass FILE.ass");
    if (!bytes) return std::fprintf(stderr, "%s\n", bytes.error().message.c_str()), 2;
    const std::unique_ptr<ASS_Library, decltype(&ass_library_done)> library(ass_library_init(),
                                                                            ass_library_done);
    ass_set_message_cb(
        library.get(), [](int, const char*, va_list, void*) {}, nullptr);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int run = 0; run < kRuns; ++run) {
        ours.push_back(milliseconds([&] { readWithSubs(*bytes); }));
        theirs.push_back(milliseconds([&] { readWithLibass(library.get(), *bytes); }));
    }
    std::printf("%.2f %.2f\n", median(ours), median(theirs));
    return 0;
}
