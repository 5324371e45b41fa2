// SPDX-License-Identifier: MIT
#include <subs/text/glossary.h>

#include "text/break_units.h"
#include "text/khmer_run.h"

namespace subs {

bool Glossary::add(std::string_view term) {
    BreakText text;
    text.assign(term, KhmerShown::AsLetters);
    bool any = false;
    forEachKhmerRun(text, [&](std::size_t first, std::size_t last) {
        words_.emplace(text.stretch(first, last));
        any = true;
    });
    return any;
}

}  // namespace subs
