// SPDX-License-Identifier: MIT
#include "format/xml/cdata_section.h"

namespace subs {

std::optional<ByteRange> cdataSectionAround(std::string_view content, std::size_t at) {
    constexpr std::string_view kSection = "<![CDATA[";
    constexpr std::string_view kEnd = "]]>";
    constexpr std::string_view kComment = "<!--";
    constexpr std::string_view kInstruction = "<?";
    const auto behind = [&](std::string_view sign, std::size_t from) {
        const std::size_t found = content.find(sign, from);
        return found == content.npos ? content.size() : found + sign.size();
    };
    std::size_t open = content.find('<');
    while (open < at) {
        const std::string_view rest = content.substr(open);
        std::size_t end = open + 1;  // A value of an attribute has no "<" in it.
        if (rest.starts_with(kSection)) {
            const std::size_t close = content.find(kEnd, open + kSection.size());
            if (close == content.npos) return ByteRange{open, content.size()};
            end = close + kEnd.size();
            if (at < end) return ByteRange{open, end};
        } else if (rest.starts_with(kComment)) {
            end = behind("-->", open + kComment.size());
        } else if (rest.starts_with(kInstruction)) {
            end = behind("?>", open + kInstruction.size());
        }
        open = content.find('<', end);
    }
    return std::nullopt;
}

}  // namespace subs
