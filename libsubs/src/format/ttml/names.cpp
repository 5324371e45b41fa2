// SPDX-License-Identifier: MIT
#include "format/ttml/names.h"

#include "format/xml/xml_characters.h"

namespace subs::ttml {
namespace {

/// The prefix that the root declares for a vocabulary, with its colon; nothing where it does not.
bool findPrefix(const Head& head, Vocabulary vocabulary, std::string& prefix) {
    for (const auto& [name, uri] : head.prefixes) {
        if (vocabularyOf(uri) != vocabulary || name.empty()) continue;
        prefix = name + ":";
        return true;
    }
    return false;
}

}  // namespace

Names::Names(const Head& head)
    : element_(head.rootPrefix),
      hasStyling_(findPrefix(head, Vocabulary::Styling, styling_)),
      hasMetadata_(findPrefix(head, Vocabulary::Metadata, metadata_)) {}

std::string Names::openOf(std::string_view element) const {
    return "<" + element_ + std::string(element);
}

std::string Names::closeOf(std::string_view element) const {
    return "</" + element_ + std::string(element) + ">";
}

std::string Names::attribute(Vocabulary vocabulary,
                             std::string_view name,
                             std::string_view value) const {
    std::string text;
    const auto declare = [&](std::string_view prefix, bool isDeclared) {
        if (!isDeclared)
            text.append(" xmlns:")
                .append(prefix.substr(0, prefix.size() - 1))
                .append("=\"")
                .append(uriOf(vocabulary))
                .append("\"");
        text.append(" ").append(prefix);
    };
    if (vocabulary == Vocabulary::Styling)
        declare(styling_, hasStyling_);
    else if (vocabulary == Vocabulary::Metadata)
        declare(metadata_, hasMetadata_);
    else
        text += vocabulary == Vocabulary::Xml ? " xml:" : " ";
    return text.append(name).append("=\"").append(attributeText(value)).append("\"");
}

}  // namespace subs::ttml
