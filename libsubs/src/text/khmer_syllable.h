// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/conformance.h>
#include <subs/text/normalise.h>

#include "text/khmer_units.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace subs {

/// A sign of a syllable, or a subscript with its letter.
struct KhmerSign {
    KhmerSlot slot = KhmerSlot::Other;
    char32_t codePoint = 0;   ///< Of a subscript its letter; 0 where that is missing.
    bool hasJoiner = false;   ///< A U+200C follows.
    std::uint32_t begin = 0;  ///< In the text, in bytes.
    std::uint32_t end = 0;
};

/// A base and all that hangs on it.
struct KhmerSyllable {
    std::uint32_t begin = 0;  ///< In the text, in bytes.
    std::uint32_t end = 0;
    char32_t base = 0;
    std::vector<KhmerSign> signs;  ///< In the order in which they are to be written.
    bool isChanged = false;        ///< It is to be written otherwise than the text has it.
    std::vector<Issue> issues;
};

/// Reads the syllable whose base is `units[first]`, without surplus invisible characters and with
/// U+17D2 once. Answers the first unit behind it.
std::size_t readSyllable(std::span<const KhmerUnit> units,
                         std::size_t first,
                         KhmerSyllable& syllable);

/// Brings what was read into canonical order and puts right what has one right answer; notes in
/// `issues` what was wrong and what is. A syllable with a letter missing, or with a mark of another
/// script, is not put right. O(signs).
void repair(KhmerSyllable& syllable, CoengDa coengDa);

void appendSyllable(std::string& text, const KhmerSyllable& syllable);

}  // namespace subs
