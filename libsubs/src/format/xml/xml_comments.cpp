// SPDX-License-Identifier: MIT
#include "format/xml/xml_comments.h"

#include "format/xml/words.h"

#include <algorithm>
#include <cstddef>

namespace subs {
namespace {

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::string_view kSection = "<![CDATA[";
constexpr std::string_view kSectionEnd = "]]>";

}  // namespace

std::vector<std::string_view> xmlCommentsIn(std::string_view markup) {
    std::vector<std::string_view> comments;
    for (std::size_t at = markup.find("<!"); at != markup.npos; at = markup.find("<!", at)) {
        const bool isComment = markup.substr(at).starts_with(kComment);
        const bool isSection = markup.substr(at).starts_with(kSection);
        at += isComment ? kComment.size() : isSection ? kSection.size() : 2;
        if (!isComment && !isSection) continue;
        const std::size_t end =
            std::min(markup.find(isComment ? kCommentEnd : kSectionEnd, at), markup.size());
        const std::string_view words = trimmed(markup.substr(at, end - at));
        if (isComment && !words.empty()) comments.push_back(words);
        at = end;
    }
    return comments;
}

}  // namespace subs
