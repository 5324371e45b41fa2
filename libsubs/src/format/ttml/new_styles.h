// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content_reader.h"
#include "format/ttml/names.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// Styles for edited texts of a file of EBU-TT-D, whose content says nothing of how it looks but
/// which styles it has (EBU Tech 3380, tt:p and tt:span): those that the file has, else new ones
/// at the end of its styling.
class NewStyles {
public:
    NewStyles(const Head& head, const Names& names) : head_(head), names_(names) {}

    /// False where the file has no styling that one could be put into.
    bool canAdd() const { return head_.stylingEnd && !head_.styleIds.empty(); }
    /// The id of a style that says that one thing: "fontStyle", "italic".
    std::string idFor(std::string_view name, std::string_view value);
    /// The new ones, and where in the file they go.
    const std::string& text() const { return text_; }
    std::optional<std::size_t> place() const { return head_.stylingEnd; }

private:
    std::string freeId(std::string_view name, std::string_view value) const;

    const Head& head_;
    const Names& names_;
    std::map<std::string, std::string, std::less<>> added_;  ///< Ids by "fontStyle=italic".
    std::string text_;
};

}  // namespace subs::ttml
