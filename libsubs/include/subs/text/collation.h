// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <string_view>

namespace subs {

/// The order of words of a language, by CLDR as ICU has it. Khmer is put right first
/// (text/normalise.h, subscript DA as TA), since CLDR sorts a misspelt word elsewhere. O(n) for
/// each text. One thread at a time.
class Collator {
public:
    /// `language` is BCP 47; that of one that is not known, and of "", is CLDR's root.
    explicit Collator(std::string_view language);
    Collator(Collator&& other) noexcept;
    Collator& operator=(Collator&& other) noexcept;
    ~Collator();

    std::weak_ordering compare(std::string_view a, std::string_view b) const;
    /// Bytes that compare as the texts do; for sorting many. Not to be kept: they change with ICU.
    std::string sortKey(std::string_view text) const;

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace subs
