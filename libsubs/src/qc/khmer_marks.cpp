// SPDX-License-Identifier: MIT
#include "qc/khmer_marks.h"

namespace subs {

bool KhmerMarks::hasKhmer() {
    if (!hasKhmer_) hasKhmer_ = subs::hasKhmer(plain_);
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
