// SPDX-License-Identifier: MIT
#include "format/xml/tag_text.h"

#include "format/xml/words.h"
#include "format/xml/xml_characters.h"
#include "text/letter_kinds.h"

#include <algorithm>

namespace subs {
namespace {

bool endsName(char c) {
    return isSpace(c) || c == '=' || c == '>' || c == '/';
}

}  // namespace

TagText::TagText(std::string_view tag) : text_(tag) {
    scan();
}

void TagText::scan() {
    std::size_t at = 1;
    const auto skip = [&](auto wanted) {
        while (at < text_.size() && wanted(text_[at]))
            ++at;
    };
    skip([](char c) { return !endsName(c); });
    nameEnd_ = std::min(at, text_.size());
    while (at < text_.size()) {
        Attribute attribute;
        attribute.all.begin = at;
        skip([](char c) { return isSpace(c) || c == '/' || c == '='; });
        attribute.name.begin = at;
        skip([](char c) { return !endsName(c); });
        attribute.name.end = at;
        if (attribute.name.empty()) return;
        skip([](char c) { return isSpace(c) || c == '='; });
        const bool isQuoted = at < text_.size() && (text_[at] == '"' || text_[at] == '\'');
        const std::size_t close = isQuoted ? text_.find(text_[at], at + 1) : text_.npos;
        if (close == text_.npos) return;
        attribute.value = {at + 1, close};
        at = attribute.all.end = close + 1;
        attributes_.push_back(attribute);
    }
}

const TagText::Attribute* TagText::find(std::string_view name) const {
    for (const Attribute& attribute : attributes_)
        if (attribute.name.of(text_) == name) return &attribute;
    return nullptr;
}

std::optional<std::string_view> TagText::value(std::string_view name) const {
    const Attribute* found = find(name);
    return found ? std::optional(found->value.of(text_)) : std::nullopt;
}

std::vector<std::string_view> TagText::names() const {
    std::vector<std::string_view> names;
    for (const Attribute& attribute : attributes_)
        names.push_back(attribute.name.of(text_));
    return names;
}

std::string_view TagText::speltName(std::string_view name) const {
    for (const Attribute& attribute : attributes_) {
        const std::string_view own = attribute.name.of(text_);
        if (std::ranges::equal(own, name, {}, loweredLatin, loweredLatin)) return own;
    }
    return name;
}

void TagText::set(std::string_view name, std::string_view value) {
    std::string escaped = attributeText(value);
    if (const Attribute* found = find(name)) {
        if (text_[found->value.end] == '\'')
            for (std::size_t at = escaped.find('\''); at != std::string::npos;
                 at = escaped.find('\'', at))
                escaped.replace(at, 1, "&apos;");
        edits_.push_back({found->value, std::move(escaped)});
        return;
    }
    const std::size_t at = attributes_.empty() ? nameEnd_ : attributes_.back().all.end;
    edits_.push_back({{at, at}, " " + std::string(name) + "=\"" + escaped + "\""});
}

void TagText::remove(std::string_view name) {
    if (const Attribute* found = find(name)) edits_.push_back({found->all, {}});
}

std::string TagText::text() const {
    std::vector<Edit> edits = edits_;
    std::ranges::stable_sort(edits, {}, [](const Edit& edit) { return edit.at.begin; });
    std::string result;
    Copier copier(result, text_);
    for (const Edit& edit : edits)
        copier.replace(edit.at, edit.text);
    copier.copyTo(text_.size());
    return result;
}

void appendElement(std::string& out,
                   const TagText& tag,
                   std::string_view content,
                   std::string_view end) {
    const std::string text = tag.text();
    if (!tag.isEmptyElement()) {
        out.append(text).append(content).append(end);
    } else if (content.empty()) {
        out += text;
    } else {
        out.append(text, 0, text.size() - 2).append(">").append(content);
        out.append("</").append(tag.name()).append(">");
    }
}

}  // namespace subs
