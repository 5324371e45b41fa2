// SPDX-License-Identifier: MIT
#include "format/ass/style_choice.h"

#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include "format/ass/event_line.h"

#include <algorithm>

namespace subs::ass {
namespace {

/// Khmer letters have three bytes and begin with E1.
bool holdsKhmer(std::string_view text) {
    for (std::size_t at = text.find('\xE1'); at != std::string_view::npos;
         at = text.find('\xE1', at + 1)) {
        if (isKhmer(decodeUtf8(text, at).codePoint)) return true;
    }
    return false;
}

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

Style named(Style style, std::string_view name) {
    style.name = name;
    return style;
}

}  // namespace

StyleChoice::StyleChoice(const Document& document)
    : styles_(document.styles), isOwn_(!document.styles.empty()) {
    if (isOwn_) return;
    bool khmer = false;
    bool other = false;
    for (const Cue& cue : document.cues) {
        if (khmer && other) break;
        if (holdsKhmer(cue.text.plain)) {
            khmer = true;
        } else {
            other = other || holdsLetters(cue.text.plain);
        }
    }
    const bool onlyKhmer = khmer ? !other : document.language.substr(0, 2) == "km";
    const std::string_view language = onlyKhmer ? "km" : otherThanKhmer(document.language);
    styles_.push_back(named(defaultStyleFor(language), "Default"));
    hasKhmer_ = khmer && other;
    if (hasKhmer_) styles_.push_back(named(defaultStyleFor("km"), "Khmer"));
}

std::string_view StyleChoice::nameFor(const Cue& cue) const {
    if (isOwn_) return styleNameOf(cue);
    return styleFor(cue).name;
}

const Style& StyleChoice::styleFor(const Cue& cue) const {
    if (!isOwn_) return hasKhmer_ && holdsKhmer(cue.text.plain) ? styles_.back() : styles_.front();
    const auto lastNamed = [this](std::string_view name) {
        return std::find_if(
            styles_.rbegin(), styles_.rend(), [name](const Style& s) { return s.name == name; });
    };
    auto found = lastNamed(cue.style);
    if (found == styles_.rend()) found = lastNamed("Default");
    return found == styles_.rend() ? styles_.front() : *found;
}

}  // namespace subs::ass
