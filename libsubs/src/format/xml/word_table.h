// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// Words of a file by small numbers, each kept once.
class WordTable {
public:
    /// Numbers below `first` are the owner's own, and stand for no word.
    explicit WordTable(std::uint16_t first) : words_(first) {}

    /// Of 10,000 words the last stands for all further ones: no file has so many.
    std::uint16_t indexOf(std::string_view word);
    const std::string& word(std::uint16_t index) const { return words_.at(index); }

private:
    std::vector<std::string> words_;
    std::map<std::string, std::uint16_t, std::less<>> indices_;
};

}  // namespace subs
