// SPDX-License-Identifier: MIT
// khmer_words FONT: of each line of standard input, its words, how many clusters it has, and how
// wide it is drawn in FONT.
#include <subs/text/count.h>
#include <subs/text/measure.h>
#include <subs/text/segment.h>

#include <iostream>
#include <string>

int main(int count, char** arguments) {
    const std::string font = count > 1 ? arguments[1] : "Khmer OS Battambang";
    const auto measurer = subs::Measurer::open(font);
    if (!measurer) {
        std::cerr << measurer.error().message << '\n';
        return 2;
    }
    if (!measurer->isAsAsked())
        std::cerr << "there is no font \"" << font << "\"; measured in \"" << measurer->family()
                  << "\"\n";
    subs::Segmenter segmenter("km");
    for (std::string line; std::getline(std::cin, line);) {
        std::size_t begin = 0;
        for (const std::uint32_t end : segmenter.wordBoundaries(line)) {
            std::cout << line.substr(begin, end - begin) << '|';
            begin = end;
        }
        std::cout << line.substr(begin) << '\t' << subs::counted(line, subs::CountUnit::Clusters)
                  << '\t' << measurer->measured(line).advance.value << '\n';
    }
}
