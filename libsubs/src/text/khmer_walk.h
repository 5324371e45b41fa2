// SPDX-License-Identifier: MIT
#pragma once

#include "text/khmer_syllable.h"

#include <cstdint>
#include <string_view>

namespace subs {

/// What a walk over a text finds in it, first to last.
class KhmerVisitor {
public:
    KhmerVisitor() = default;
    KhmerVisitor(const KhmerVisitor&) = delete;
    KhmerVisitor& operator=(const KhmerVisitor&) = delete;
    virtual ~KhmerVisitor() = default;

    /// A syllable that was read and repaired.
    virtual void syllable(const KhmerSyllable& syllable) = 0;
    /// An invisible character that is surplus, between syllables or inside of what was shown last.
    virtual void surplus(IssueKind kind, std::uint32_t begin, std::uint32_t end) = 0;
    /// Signs with no letter to stand on. A letter after a U+17D2 among them is one of its own.
    virtual void orphan(std::uint32_t begin, std::uint32_t end) = 0;
    virtual void lunarDate(char32_t symbol, std::uint32_t begin, std::uint32_t end) = 0;
    /// U+17D8.
    virtual void beyyal(std::uint32_t begin, std::uint32_t end) = 0;
};

struct KhmerWalkOptions {
    CoengDa coengDa = CoengDa::Keep;
    InvisiblePolicy invisibles = InvisiblePolicy::Tidy;
};

/// Shows `visitor` all Khmer of `text` that could be otherwise. O(n).
void walkKhmer(std::string_view text, const KhmerWalkOptions& options, KhmerVisitor& visitor);

}  // namespace subs
