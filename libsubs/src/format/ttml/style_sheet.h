// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/look.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// The `style` elements of a file's head, which content refers to by name.
class StyleSheet {
public:
    /// A style with the names of those that it goes on from, as written.
    void add(std::string_view id, std::string_view references, const StyleValues& values);
    /// What a list of names stands for, later ones over earlier ones (TTML2 §10.4.4.2). Names that
    /// there are none of go to `unknown`. Chains of more than 64 styles and loops are cut.
    StyleValues valuesOf(std::string_view references, std::vector<std::string_view>& unknown);

private:
    struct Style {
        std::string references;
        StyleValues values;
        enum class State : std::uint8_t { Specified, Resolving, Resolved } state = State::Specified;
    };

    void resolve(Style& style, std::size_t depth);

    std::map<std::string, Style, std::less<>> styles_;
};

}  // namespace subs::ttml
