// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>

#include "catch.h"

#include <string>
#include <string_view>

namespace testing {

/// `text` read as `format`.
inline subs::Parsed parsed(std::string_view format, std::string text) {
    subs::Origin origin;
    origin.newline = subs::dominantNewline(text);
    origin.text = std::move(text);
    const subs::Format* found = subs::formatNamed(format);
    REQUIRE(found);
    return found->read(std::move(origin), {});
}

inline subs::Document documentOf(std::string_view format, std::string text) {
    return parsed(format, std::move(text)).document;
}

/// `document` as `format` writes it.
inline std::string written(const subs::Document& document,
                           std::string_view format,
                           const subs::WriteOptions& options = {}) {
    auto text = subs::formatNamed(format)->write(document, options);
    REQUIRE(text);
    return *text;
}

/// How often `code` is among `diagnostics`.
inline int countOf(const subs::Diagnostics& diagnostics, std::string_view code) {
    int count = 0;
    for (const subs::Diagnostic& diagnostic : diagnostics)
        count += diagnostic.code == code ? 1 : 0;
    return count;
}

/// The loss of `feature`; null where there is none.
inline const subs::LossItem* lossOf(const subs::LossReport& losses, std::string_view feature) {
    for (const subs::LossItem& item : losses.items)
        if (item.feature == feature) return &item;
    return nullptr;
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

/// `text` with the first `from`, which must be there, as `to`.
inline std::string withReplaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

inline subs::Time ms(std::int64_t milliseconds) {
    return subs::Time::fromMilliseconds(milliseconds);
}

}  // namespace testing
