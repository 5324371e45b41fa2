// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace subs {

class LegacyMap;

/// Families of fonts from before Unicode that draw Khmer signs at the places of Latin letters.
/// Their text is Latin letters to a program and is stored in the order in which it is drawn.
enum class LegacyFont : std::uint8_t { Limon, Abc, Khek, Fk, Baidok, Truth };

/// Which sign the fonts of one family draw at which place. Copies share what they hold, which
/// nothing changes.
class LegacyTable {
public:
    /// The table of a family that the library has (`data/khmer/legacy`): today of Limon.
    static std::optional<LegacyTable> of(LegacyFont font);

    /// A table in UTF-8 as `data/khmer/legacy/limon.tsv` is one; its README says what the columns
    /// are. A row that is none makes text wrong unseen, so nothing is passed over. Errors, with the
    /// line: "legacy-table.row" (columns, places, kind or signs that are none),
    /// "legacy-table.twice" (a place that stands above already); "legacy-table.empty". O(text).
    static Result<LegacyTable> parse(std::string_view text);

    const LegacyMap& map() const { return *map_; }

private:
    explicit LegacyTable(std::shared_ptr<const LegacyMap> map);

    std::shared_ptr<const LegacyMap> map_;
};

}  // namespace subs
