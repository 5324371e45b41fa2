// SPDX-License-Identifier: MIT
#include <subs/model/without_cues.h>

namespace subs {

Document withoutCues(const Document& document) {
    Document rest;
    rest.format = document.format;
    rest.language = document.language;
    rest.title = document.title;
    rest.canvas = document.canvas;
    rest.hasOpenEnds = document.hasOpenEnds;
    rest.styles = document.styles;
    rest.origin = document.origin;
    rest.lastId = document.lastId;
    return rest;
}

}  // namespace subs
