// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// A start tag as it is typed, to change attributes in it and leave all else.
class TagText {
public:
    /// `tag` is borrowed.
    explicit TagText(std::string_view tag);

    /// The value of an attribute as typed, by its name with prefix.
    std::optional<std::string_view> value(std::string_view name) const;
    /// The names of all attributes, as typed.
    std::vector<std::string_view> names() const;
    /// The name of the attribute that differs from `name` in the case of letters alone; else
    /// `name`.
    std::string_view speltName(std::string_view name) const;
    /// Puts in or changes an attribute; `value` is put in quotes.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    bool isChanged() const { return !edits_.empty(); }
    /// The tag with its changes.
    std::string text() const;
    /// True of "<p/>".
    bool isEmptyElement() const { return text_.ends_with("/>"); }
    /// "tt:p"
    std::string_view name() const { return text_.substr(1, nameEnd_ - 1); }

private:
    struct Attribute {
        ByteRange all;  ///< With the white space before it.
        ByteRange name;
        ByteRange value;
    };
    struct Edit {
        ByteRange at;
        std::string text;
    };

    void scan();
    const Attribute* find(std::string_view name) const;

    std::string_view text_;
    std::size_t nameEnd_ = 0;
    std::vector<Attribute> attributes_;
    std::vector<Edit> edits_;
};

/// Appends the element that begins with `tag`: `end` is its end tag, where it has one already. An
/// empty element gets one where there is content.
void appendElement(std::string& out,
                   const TagText& tag,
                   std::string_view content,
                   std::string_view end);

}  // namespace subs
