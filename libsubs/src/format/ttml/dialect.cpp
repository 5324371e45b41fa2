// SPDX-License-Identifier: MIT
#include "format/ttml/dialect.h"

#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace subs::ttml {
namespace {

/// Ends the reading when the content begins.
class HeadVisitor final : public ContentVisitor {
public:
    void content(const Head&) override { isDone_ = true; }
    bool hasEnough() const override { return isDone_; }

private:
    bool isDone_ = false;
};

struct KnownProfile {
    std::string_view uri;
    std::string_view name;
};

constexpr std::array<KnownProfile, 8> kProfiles{
    {{"http://www.w3.org/ns/ttml/profile/imsc1.2/text", "the text profile of IMSC 1.2"},
     {"http://www.w3.org/ns/ttml/profile/imsc1.1/text", "the text profile of IMSC 1.1"},
     {"http://www.w3.org/ns/ttml/profile/imsc1/text", "the text profile of IMSC 1"},
     {"http://www.w3.org/ns/ttml/profile/imsc1.1/image", "the image profile of IMSC 1.1"},
     {"http://www.w3.org/ns/ttml/profile/imsc1/image", "the image profile of IMSC 1"},
     {"http://www.w3.org/ns/ttml/profile/sdp-us", "the simple delivery profile of TTML 1"},
     {"http://www.w3.org/ns/ttml/profile/dfxp", "DFXP"},
     {"http://www.w3.org/2006/10/ttaf1#profile-dfxp", "DFXP"}}};

bool declares(const Head& head, Vocabulary vocabulary) {
    return std::ranges::any_of(head.prefixes, [&](const auto& prefix) {
        return vocabularyOf(prefix.second) == vocabulary;
    });
}

std::string reasonOf(const Head& head) {
    for (const KnownProfile& profile : kProfiles)
        if (head.profiles.find(profile.uri) != std::string::npos)
            return fmt::format("a tt element that names {}", profile.name);
    std::string_view standards = head.standards;
    const std::string_view standard = takeWord(standards);
    if (!standard.empty()) return fmt::format("a tt element that conforms to {}", standard);
    return "a tt element, as TTML has it";
}

std::string_view wordIn(std::string_view words, std::string_view part) {
    for (std::string_view word = takeWord(words); !word.empty(); word = takeWord(words))
        if (word.find(part) != word.npos) return word;
    return {};
}

DialectFound found(const Head& head) {
    const std::string_view standard = wordIn(head.standards, "urn:ebu:tt:distribution");
    if (!standard.empty())
        return {Dialect::EbuTtD, fmt::format("a tt element that conforms to {}", standard), 0};
    const std::string_view profile = wordIn(head.profiles, "netflix");
    if (!profile.empty())
        return {
            Dialect::Netflix, fmt::format("a tt element that names the profile {}", profile), 0};
    if (declares(head, Vocabulary::Netflix))
        return {Dialect::Netflix, "a tt element with Netflix's metadata", 0};
    if (declares(head, Vocabulary::Apple))
        return {Dialect::Itt, "a tt element with Apple's names", 0};
    const bool isSmpte = head.parameters.timeBase == TimeBase::Smpte;
    if (isSmpte && head.hasFrameRate && !declares(head, Vocabulary::EbuMetadata))
        return {Dialect::Itt,
                "a tt element with SMPTE time codes and a frame rate, as iTunes has it",
                0};
    return {Dialect::Ttml, reasonOf(head), 0};
}

}  // namespace

std::optional<DialectFound> dialectOf(std::string_view beginning) {
    const std::size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == beginning.npos || beginning[first] != '<') return std::nullopt;
    HeadVisitor visitor;
    Head head;
    readContent(beginning, visitor, head);
    if (!head.isTt) return std::nullopt;
    DialectFound result = found(head);
    result.begin = head.rootBegin;
    return result;
}

}  // namespace subs::ttml
