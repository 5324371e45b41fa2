// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::sheet {

/// What a column is for.
enum class Role : std::uint8_t {
    Unknown,  ///< Kept as it is.
    Label,
    Start,
    End,
    Duration,
    StartFrame,  ///< The first frame that shows the cue.
    EndFrame,    ///< The last one.
    Rate,        ///< Frames a second.
    Style,
    Speaker,
    Effect,
    Layer,
    Alignment,
    Margins,
    Kind,
    Text,
};

/// How the times of a column are spelt.
enum class TimeUnit : std::uint8_t { Clock, Milliseconds };

struct Column {
    Role role = Role::Unknown;
    TimeUnit unit = TimeUnit::Clock;
    std::string language = {};  ///< Of a text; BCP 47, or empty.
    /// Of one that is not known since another is for what its name says: that.
    Role doubled = Role::Unknown;

    friend bool operator==(const Column&, const Column&) = default;
};

/// A table has texts in so many languages; further columns of texts are not known.
inline constexpr std::size_t kMostLanguages = 32;

/// The columns of a table, in their order. Each role but that of a text is there once at most.
class Columns {
public:
    Columns() = default;
    explicit Columns(std::vector<Column> all);

    const std::vector<Column>& all() const { return all_; }
    std::size_t size() const { return all_.size(); }
    /// The place of the column for `role`, the first one of texts.
    std::optional<std::size_t> find(Role role) const {
        return places_[static_cast<std::size_t>(role)];
    }
    /// The places of all columns of texts.
    const std::vector<std::size_t>& texts() const { return texts_; }
    /// The place of the column for texts of `language`.
    std::optional<std::size_t> findText(std::string_view language) const;
    bool has(Role role) const { return find(role).has_value(); }
    /// True where there is all that a cue needs: when it begins, and a text.
    bool areEnough() const {
        return (has(Role::Start) || has(Role::StartFrame)) && has(Role::Text);
    }

private:
    static constexpr std::size_t kRoles = static_cast<std::size_t>(Role::Text) + 1;

    std::vector<Column> all_;
    std::array<std::optional<std::size_t>, kRoles> places_;
    std::vector<std::size_t> texts_;
};

/// What columns of these names are for: "start", "Start time", "TC in", "start_ms", "text km",
/// "Khmer". Upper and lower case, blanks around it, "_" and "-" for a blank make no difference. Of
/// two columns of one role the first has it.
Columns columnsNamed(std::span<const std::string> names);

/// The columns of a table without names, of which these are rows: those where two columns beside
/// each other hold clock times, one other one letters, and the rest only numbers or nothing.
/// Nothing where that is not so.
std::optional<Columns> columnsByContent(std::span<const std::vector<std::string>> rows);

/// The name of a column, as `columnsNamed` reads it.
std::string nameOf(const Column& column);

/// "Start, end and text are needed ...": what a table must have to be read.
std::string_view neededColumns();

}  // namespace subs::sheet
