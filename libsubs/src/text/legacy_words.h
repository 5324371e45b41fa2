// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/legacy_font.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace subs {

/// Which words of a legacy text stay as they are: what stands between two spaces and has nothing to
/// do with the font.
class LegacyWords {
public:
    /// O(text). Beside Khmer in Unicode, digits and punctuation are what they are; by
    /// `LegacyScope::KeepLatinWords` so are words that read as Latin and not as Khmer.
    LegacyWords(std::string_view text, const LegacyTable& table, LegacyScope scope);

    /// True where byte `at` is in a word that stays. Asked of ascending bytes.
    bool stays(std::size_t at);

private:
    std::vector<std::size_t> begins_;
    std::vector<std::size_t> ends_;
    std::size_t next_ = 0;
};

}  // namespace subs
