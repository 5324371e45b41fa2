// SPDX-License-Identifier: MIT
#include "text/legacy_reading.h"

namespace subs {

KhmerReading KhmerReader::read(std::string_view text) {
    KhmerReading reading;
    text_.assign(text, KhmerShown::AsLetters);
    const auto count = [&](std::size_t first, std::size_t last) {
        run_.assign(text_, first, last);
        for (const FoundWord& word : search_.wordsOf(run_)) {
            const std::size_t clusters = word.end - word.begin;
            if (word.source == WordSource::Unknown)
                reading.unknown += clusters;
            else
                (clusters > 1 ? reading.inLongWords : reading.inShortWords) += clusters;
        }
    };
    const auto& units = text_.units;
    for (std::size_t first = 0; first < units.size();) {
        std::size_t last = first;
        while (last < units.size() && isKhmerLetter(units[last].kind))
            ++last;
        if (last > first) count(first, last);
        first = last + 1;
    }
    return reading;
}

}  // namespace subs
