// SPDX-License-Identifier: MIT
#pragma once

#include "text/break_units.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// A stretch of Khmer clusters without anything between them, in the symbols of a lexicon. Its
/// boundaries are numbered from 0, before the first cluster, to `size()`, behind the last. The
/// buffers are kept from one run to the next.
class KhmerRun {
public:
    /// The units [first, last) of `text`.
    void assign(const BreakText& text, std::size_t first, std::size_t last);

    /// In clusters.
    std::size_t size() const { return symbolAt_.size() - 1; }
    /// The clusters between two boundaries.
    std::string_view stretch(std::size_t from, std::size_t to) const {
        return std::string_view(symbols_).substr(symbolAt_[from], symbolAt_[to] - symbolAt_[from]);
    }

private:
    std::string symbols_;
    std::vector<std::uint32_t> symbolAt_;  ///< Where each boundary is in the symbols.
};

/// Calls `use(first, last)` for the units of each stretch of `text` in which Khmer clusters follow
/// one another, two at least.
template <class Use>
void forEachKhmerRun(const BreakText& text, Use use) {
    const auto& units = text.units;
    for (std::size_t first = 0; first < units.size();) {
        std::size_t last = first;
        while (last < units.size() && isKhmerLetter(units[last].kind))
            ++last;
        if (last > first + 1) use(first, last);
        first = last + 1;
    }
}

}  // namespace subs
