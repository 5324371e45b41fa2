// SPDX-License-Identifier: MIT
#include "qc/khmer_marks.h"

#include <subs/base/utf8.h>

namespace subs {
namespace {

bool holdsKhmer(std::string_view text) {
    // All of the Khmer blocks begin with this byte.
    for (std::size_t at = text.find('\xE1'); at != std::string_view::npos;
         at = text.find('\xE1', at + 1))
        if (isKhmer(decodeUtf8(text, at).codePoint)) return true;
    return false;
}

}  // namespace

bool KhmerMarks::hasKhmer() {
    if (!hasKhmer_) hasKhmer_ = holdsKhmer(plain_);
    return *hasKhmer_;
}

std::vector<MarkPlace> KhmerMarks::punctuation(PunctuationKind kind) {
    if (!hasKhmer()) return {};
    if (!issues_) issues_ = punctuationIssuesIn(plain_);
    std::vector<MarkPlace> places;
    for (const PunctuationIssue& issue : *issues_)
        if (issue.kind == kind) places.push_back({issue.begin, issue.end});
    return places;
}

}  // namespace subs
