// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace subs {

/// A text that is nearly always empty, in the size of a pointer. A value like any other.
class RareText {
public:
    RareText() = default;
    RareText(std::string_view text) { *this = text; }
    RareText(const RareText& other) { *this = other.view(); }
    RareText(RareText&&) noexcept = default;
    ~RareText() = default;

    RareText& operator=(const RareText& other) { return *this = other.view(); }
    RareText& operator=(RareText&&) noexcept = default;
    RareText& operator=(std::string_view text) {
        if (text.empty()) {
            text_.reset();
        } else {
            text_ = std::make_unique<std::string>(text);
        }
        return *this;
    }

    bool empty() const { return !text_; }
    void clear() { text_.reset(); }
    std::string_view view() const { return text_ ? std::string_view(*text_) : std::string_view(); }
    operator std::string_view() const { return view(); }

    friend bool operator==(const RareText& a, const RareText& b) { return a.view() == b.view(); }
    friend bool operator==(const RareText& a, std::string_view b) { return a.view() == b; }

private:
    std::unique_ptr<std::string> text_;  ///< Null: empty.
};

}  // namespace subs
