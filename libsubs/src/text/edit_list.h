// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/normalise.h>

#include <string_view>
#include <utility>

namespace subs {

/// Collects edits to a text, first to last.
class EditList {
public:
    explicit EditList(std::string_view text) : text_(text) {}

    /// Nothing where that changes nothing. Neighbours that are taken out become one edit.
    void replace(std::size_t begin, std::size_t end, std::string_view replacement) {
        if (text_.substr(begin, end - begin) == replacement) return;
        if (replacement.empty() && !edits_.empty() && edits_.back().end == begin &&
            edits_.back().replacement.empty()) {
            edits_.back().end = static_cast<std::uint32_t>(end);
            return;
        }
        edits_.push_back({static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(end),
                          std::string(replacement)});
    }

    Normalised taken() {
        std::string text = withEdits(text_, edits_);
        return {std::move(text), std::move(edits_)};
    }

private:
    const std::string_view text_;
    std::vector<TextEdit> edits_;
};

}  // namespace subs
