// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/conformance.h>
#include <subs/text/normalise.h>

#include "text/khmer_slots.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs {

/// One code point, or one byte that is no UTF-8.
struct KhmerUnit {
    char32_t codePoint = 0;
    std::uint32_t begin = 0;
    KhmerSlot slot = KhmerSlot::Other;
    std::optional<IssueKind> surplus;  ///< Why an invisible character goes, where it does.
};

/// The units of `text`, and behind them one that is the end, with it judged which invisible
/// characters go by `policy`. A U+200C that stays follows a shifter, or has no Khmer beside it.
std::vector<KhmerUnit> khmerUnits(std::string_view text, InvisiblePolicy policy);

}  // namespace subs
