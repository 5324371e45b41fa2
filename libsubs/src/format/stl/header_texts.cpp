// SPDX-License-Identifier: MIT
#include "format/stl/header_texts.h"

#include <subs/format/features.h>

#include "format/stl/gsi.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace subs::stl {
namespace {

struct NamedField {
    std::string_view name;
    GsiField field;
};

/// Where they stand: EBU Tech 3264, 3. (GSI 07 to 12, 26 to 28).
constexpr std::array kTexts = {NamedField{"original episode title (OET)", {48, 32}},
                               NamedField{"translated programme title (TPT)", {80, 32}},
                               NamedField{"translated episode title (TET)", {112, 32}},
                               NamedField{"translator (TN)", {144, 32}},
                               NamedField{"translator's contact (TCD)", {176, 32}},
                               NamedField{"reference code (SLR)", {208, 16}},
                               NamedField{"publisher (PUB)", {277, 32}},
                               NamedField{"editor (EN)", {309, 32}},
                               NamedField{"editor's contact (ECD)", {341, 32}}};
/// Of a user: no one else knows what it means.
constexpr GsiField kUserArea{448, 576};

}  // namespace

void addHeaderTexts(std::string_view file, LossReport& unread) {
    const auto drop = [&](std::string_view what) {
        unread.add(feature::kMetadata, LossSeverity::Dropped, {}, what, {});
    };
    for (const NamedField& each : kTexts)
        if (const std::string text = textIn(file, each.field); !text.empty())
            drop(fmt::format("{}: {}", each.name, text));
    if (!trimmed(kUserArea.of(file)).empty()) drop("the user-defined area (UDA)");
}

}  // namespace subs::stl
