// SPDX-License-Identifier: MIT
#include <subs/text/glossary.h>

#include "text/break_units.h"

#include <algorithm>

namespace subs {
namespace {

bool isPassedOver(BreakClass kind) {
    return kind == BreakClass::Space || kind == BreakClass::ZeroWidthSpace;
}

}  // namespace

bool Glossary::add(std::string_view term) {
    BreakText text;
    text.assign(term, KhmerShown::AsLetters);
    std::string_view before;
    bool any = false;
    for (std::size_t first = 0; first < text.units.size();) {
        std::size_t last = first;
        while (last < text.units.size() && isKhmerLetter(text.units[last].kind))
            ++last;
        if (last == first) {
            if (!isPassedOver(text.units[first].kind)) before = {};
            ++first;
            continue;
        }
        const std::string_view word = text.stretch(first, last);
        if (last > first + 1) words_.emplace(word);
        any = any || last > first + 1;
        if (!before.empty()) wordsBefore_[std::string(word)].emplace(before);
        before = word;
        first = last;
    }
    return any;
}

bool Glossary::goesOn(std::string_view before, std::string_view word) const {
    const auto found = wordsBefore_.find(word);
    return found != wordsBefore_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const std::string& first) {
               return before.ends_with(first);
           });
}

}  // namespace subs
