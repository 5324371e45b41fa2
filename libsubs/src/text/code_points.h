// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// The code points of a text, for those who look at a place from both sides. A byte that is no
/// UTF-8 is one of them, U+FFFD.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {
        points_.reserve(text.size() / 2 + 1);
        for (std::size_t at = 0; at < text.size();) {
            const Decoded decoded = decodeUtf8(text, at);
            points_.push_back({decoded.codePoint, static_cast<std::uint32_t>(at)});
            at += decoded.length;
        }
    }

    std::size_t size() const { return points_.size(); }
    /// 0 outside, before the first one too.
    char32_t operator[](std::size_t i) const {
        return i < points_.size() ? points_[i].codePoint : 0;
    }
    /// Its first byte; the size of the text behind the last one.
    std::uint32_t offset(std::size_t i) const {
        return i < points_.size() ? points_[i].begin : static_cast<std::uint32_t>(text_.size());
    }
    std::string_view text(std::size_t first, std::size_t last) const {
        return text_.substr(offset(first), offset(last) - offset(first));
    }

private:
    struct Point {
        char32_t codePoint;
        std::uint32_t begin;
    };

    const std::string_view text_;
    std::vector<Point> points_;
};

}  // namespace subs
