// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content_reader.h"
#include "format/ttml/vocabulary.h"

#include <functional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// Answers the id of a style that says one thing: "fontStyle", "italic".
using StyleNamer = std::function<std::string(std::string_view name, std::string_view value)>;

/// How names of TTML are spelt in one file: with which prefixes.
class Names {
public:
    /// As new files have them.
    Names() = default;
    /// As the file of that head has them.
    explicit Names(const Head& head);

    /// "tt:" or nothing.
    const std::string& elementPrefix() const { return element_; }
    /// "<tt:span"
    std::string openOf(std::string_view element) const;
    /// "</tt:span>"
    std::string closeOf(std::string_view element) const;
    /// ` tts:color="…"`, with a declaration of its prefix before it where the file has none.
    std::string attribute(Vocabulary vocabulary,
                          std::string_view name,
                          std::string_view value) const;

private:
    std::string element_;
    std::string styling_ = "tts:";
    std::string metadata_ = "ttm:";
    bool hasStyling_ = true;
    bool hasMetadata_ = true;
};

}  // namespace subs::ttml
