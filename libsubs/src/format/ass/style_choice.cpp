// SPDX-License-Identifier: MIT
#include "format/ass/style_choice.h"

#include <subs/text/script.h>

#include "format/ass/event_line.h"

#include <algorithm>

namespace subs::ass {
namespace {

/// Of the first byte of a letter: ASCII, or what begins a letter of most scripts (not E2 and F0,
/// which begin signs).
bool isLetter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return byte >= 0xC3 && byte <= 0xED && byte != 0xE2;
}

bool holdsLetters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isLetter);
}

std::string_view otherThanKhmer(std::string_view language) {
    return language.substr(0, 2) == "km" ? std::string_view() : language;
}

/// In files of other formats words look the same before they are sung and after.
Style named(Style style, std::string_view name) {
    style.name = name;
    style.secondary = style.primary;
    return style;
}

ScriptsUsed scriptsUsed(const std::vector<Cue>& cues) {
    ScriptsUsed used;
    for (const Cue& cue : cues) {
        if (used.all()) break;
        if (hasKhmer(cue.text.plain)) {
            used.khmer = true;
        } else {
            used.other = used.other || holdsLetters(cue.text.plain);
        }
    }
    return used;
}

}  // namespace

StyleChoice::StyleChoice(const Document& document)
    : styles_(document.styles), index_(styles_), isOwn_(!document.styles.empty()) {
    if (isOwn_) return;
    used_ = scriptsUsed(document.cues);
    const bool onlyKhmer = used_.khmer ? !used_.other : document.language.substr(0, 2) == "km";
    const std::string_view language = onlyKhmer ? "km" : otherThanKhmer(document.language);
    styles_.push_back(named(defaultStyleFor(language), "Default"));
    hasKhmer_ = used_.all();
    if (hasKhmer_) styles_.push_back(named(defaultStyleFor("km"), "Khmer"));
}

bool StyleChoice::covers(const Document& part) const {
    if (isOwn_) return part.styles == styles_;
    if (!part.styles.empty()) return false;
    if (used_.all()) return true;
    const ScriptsUsed used = scriptsUsed(part.cues);
    return (!used.khmer || used_.khmer) && (!used.other || used_.other);
}

std::string_view StyleChoice::nameFor(const Cue& cue) const {
    if (isOwn_) return styleNameOf(cue);
    return styleFor(cue).name;
}

const Style& StyleChoice::styleFor(const Cue& cue) const {
    if (!isOwn_) return hasKhmer_ && hasKhmer(cue.text.plain) ? styles_.back() : styles_.front();
    const Style* const found = index_.styleOf(cue);
    return found ? *found : styles_.front();
}

TextTarget textTarget(const Document& document, const StyleChoice& choice, const Cue& cue) {
    TextTarget target;
    if (document.canvas) target.canvasHeight = document.canvas->height;
    if (cue.text.spans.empty()) return target;
    const Style& style = choice.styleFor(cue);
    target.styleIsBold = style.bold;
    target.styleFontSize = style.fontSize;
    return target;
}

}  // namespace subs::ass
