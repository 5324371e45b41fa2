// SPDX-License-Identifier: MIT
#include <subs/job/separate_text.h>

namespace subs {
namespace {

Offsets placesIn(std::string_view text, Separation separation, Segmenter& segmenter) {
    return separation == Separation::Words ? segmenter.wordBoundaries(text)
                                           : segmenter.lineBreaks(text);
}

}  // namespace

std::string separated(std::string_view text,
                      Separation separation,
                      std::string_view separator,
                      Segmenter& segmenter) {
    std::string result;
    std::size_t from = 0;
    for (const std::uint32_t place : placesIn(text, separation, segmenter)) {
        result += text.substr(from, place - from);
        from = place;
        const bool isThere =
            text.substr(0, place).ends_with(separator) || text.substr(place).starts_with(separator);
        if (!isThere) result += separator;
    }
    return result += text.substr(from);
}

std::vector<std::string> pieces(std::string_view text,
                                Separation separation,
                                Segmenter& segmenter) {
    std::vector<std::string> result;
    std::size_t from = 0;
    for (const std::uint32_t place : placesIn(text, separation, segmenter)) {
        result.emplace_back(text.substr(from, place - from));
        from = place;
    }
    if (from < text.size()) result.emplace_back(text.substr(from));
    return result;
}

}  // namespace subs
