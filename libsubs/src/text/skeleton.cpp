// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/normalise.h>
#include <subs/text/punctuation.h>
#include <subs/text/skeleton.h>

#include "text/edit_list.h"

namespace subs {
namespace {

constexpr NormaliseOptions kForLooks{
    NormalisePolicy::Full, CoengDa::FoldToTa, InvisiblePolicy::Strip};

std::string utf8(char32_t c) {
    std::string text;
    appendUtf8(text, c);
    return text;
}

std::string withoutLookAlikes(std::string_view text) {
    EditList edits(text);
    for (const LookAlike& one : lookAlikesIn(text))
        if (one.meant != 0) edits.replace(one.begin, one.end, utf8(one.meant));
    return edits.taken().text;
}

/// Characters that look the same wherever they stand.
std::string withOneLook(std::string_view text) {
    EditList edits(text);
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        const std::size_t end = at + decoded.length;
        if (decoded.codePoint == 0x17C8) edits.replace(at, end, ":");
        if (decoded.codePoint == 0xA0) edits.replace(at, end, " ");
        at = end;
    }
    return edits.taken().text;
}

}  // namespace

std::string skeleton(std::string_view text) {
    const std::string spelt = normalised(text, kForLooks).text;
    const std::string khmer = normalised(withoutLookAlikes(spelt), kForLooks).text;
    return withNfcOutsideKhmer(withOneLook(khmer)).text;
}

}  // namespace subs
