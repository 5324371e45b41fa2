// SPDX-License-Identifier: MIT
#include "format/ttml/vocabulary.h"

#include <array>

namespace subs::ttml {
namespace {

struct Name {
    std::string_view text;
    Vocabulary vocabulary;
};

/// What follows the namespace of elements in those of attributes.
constexpr std::array<Name, 5> kParts{{{"", Vocabulary::Tt},
                                      {"#parameter", Vocabulary::Parameter},
                                      {"#styling", Vocabulary::Styling},
                                      {"#style", Vocabulary::Styling},
                                      {"#metadata", Vocabulary::Metadata}}};

constexpr std::array<std::string_view, 4> kBases = {"http://www.w3.org/ns/ttml",
                                                    "http://www.w3.org/2006/10/ttaf1",
                                                    "http://www.w3.org/2006/04/ttaf1",
                                                    "http://www.w3.org/2004/11/ttaf1"};

constexpr std::array<Name, 5> kOthers{
    {{"http://www.w3.org/XML/1998/namespace", Vocabulary::Xml},
     {"http://www.w3.org/ns/ttml/profile/imsc1#parameter", Vocabulary::ImscParameter},
     {"http://www.w3.org/ns/ttml/profile/imsc1#styling", Vocabulary::ImscStyling},
     {"urn:ebu:tt:metadata", Vocabulary::EbuMetadata},
     {"urn:ebu:tt:style", Vocabulary::EbuStyling}}};

constexpr std::array<Name, 3> kFamilies{
    {{"http://www.smpte-ra.org/schemas/2052-1/", Vocabulary::Smpte},
     {"http://namespace.itunes.apple.com/itt/", Vocabulary::Apple},
     {"http://www.netflix.com/ns/ttml", Vocabulary::Netflix}}};

constexpr std::array<Name, 10> kPrefixes{{{"tt", Vocabulary::Tt},
                                          {"ttp", Vocabulary::Parameter},
                                          {"tts", Vocabulary::Styling},
                                          {"ttm", Vocabulary::Metadata},
                                          {"xml", Vocabulary::Xml},
                                          {"ittp", Vocabulary::ImscParameter},
                                          {"itts", Vocabulary::ImscStyling},
                                          {"ebuttm", Vocabulary::EbuMetadata},
                                          {"ebutts", Vocabulary::EbuStyling},
                                          {"smpte", Vocabulary::Smpte}}};

}  // namespace

const XmlVocabularies kVocabularies{
    static_cast<XmlVocabulary>(Vocabulary::None),
    [](std::string_view uri) { return static_cast<XmlVocabulary>(vocabularyOf(uri)); },
    [](std::string_view prefix) { return static_cast<XmlVocabulary>(vocabularyOfPrefix(prefix)); }};

Vocabulary vocabularyOf(std::string_view uri) {
    if (uri.empty()) return Vocabulary::None;
    for (const std::string_view base : kBases) {
        if (!uri.starts_with(base)) continue;
        for (const Name& part : kParts)
            if (uri.substr(base.size()) == part.text) return part.vocabulary;
    }
    for (const Name& other : kOthers)
        if (uri == other.text) return other.vocabulary;
    for (const Name& family : kFamilies)
        if (uri.starts_with(family.text)) return family.vocabulary;
    return Vocabulary::Other;
}

Vocabulary vocabularyOfPrefix(std::string_view prefix) {
    for (const Name& name : kPrefixes)
        if (prefix == name.text) return name.vocabulary;
    return Vocabulary::Other;
}

std::string_view uriOf(Vocabulary vocabulary) {
    switch (vocabulary) {
        case Vocabulary::Tt:
            return kBases.front();
        case Vocabulary::Parameter:
            return "http://www.w3.org/ns/ttml#parameter";
        case Vocabulary::Styling:
            return "http://www.w3.org/ns/ttml#styling";
        case Vocabulary::Metadata:
            return "http://www.w3.org/ns/ttml#metadata";
        default:
            break;
    }
    for (const Name& other : kOthers)
        if (other.vocabulary == vocabulary) return other.text;
    return {};
}

}  // namespace subs::ttml
