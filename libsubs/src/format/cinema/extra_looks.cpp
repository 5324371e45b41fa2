// SPDX-License-Identifier: MIT
#include "format/cinema/extra_looks.h"

#include <subs/format/features.h>

#include "format/cinema/dialect.h"
#include "format/xml/words.h"

namespace subs::cinema {
namespace {

using namespace feature;

// clang-format off
constexpr std::array<ExtraLook, kExtraLooks> kLooks{{
    {"Text", "Direction", kWritingDirection, "ltr horizontal", -1},
    {"Text", "Zposition", kDepth, {}, 0},
    {"Text", "VariableZ", kDepth, {}, -1},
    {"Font", "ID", kFont, {}, -1},
    {"Font", "Script", kFont, "normal", -1},
    {"Font", "AspectAdjust", kFont, {}, 1},
    {"Font", "Spacing", kSpacing, {}, 0},
    {"Rt", "Position", kRuby, "before", -1},
}};
// clang-format on

bool isUsual(const ExtraLook& look, std::string_view value) {
    return value.empty() || hasWord(look.usual, value) ||
           (look.usualNumber >= 0 && areNumbers(value, look.usualNumber));
}

}  // namespace

const std::array<ExtraLook, kExtraLooks>& extraLooks() {
    return kLooks;
}

void ExtraLookWords::read(const XmlTag& tag, ExtraLookValues& values) {
    for (std::size_t i = 0; i < kExtraLooks; ++i) {
        if (kLooks[i].element != tag.name) continue;
        const auto value = valueIn(tag, kLooks[i].name);
        if (!value) continue;
        std::string words(tag.name);
        words.append(" ").append(kLooks[i].name).append("=\"").append(trimmed(*value)).append("\"");
        values[i] = isUsual(kLooks[i], trimmed(*value)) ? std::uint16_t{0} : words_.indexOf(words);
    }
}

}  // namespace subs::cinema
