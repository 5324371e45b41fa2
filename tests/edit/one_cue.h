// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <string>
#include <utility>

namespace testing {

/// A document of one cue without times.
inline subs::Document oneCue(subs::CueText text, std::string language) {
    subs::Document document;
    document.language = std::move(language);
    subs::Cue cue;
    cue.id = document.newId();
    cue.text = std::move(text);
    document.cues.push_back(std::move(cue));
    return document;
}

}  // namespace testing
