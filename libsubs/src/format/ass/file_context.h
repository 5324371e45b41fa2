// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/ass/file_state.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs::ass {

/// What the lines from one piece on are read by.
struct Context {
    std::uint32_t fromPiece = 0;
    Section section = Section::None;
    Dialect dialect = Dialect::Ass;
    EventLayout events;
    StyleLayout styles;
    SoftBreak soft = SoftBreak::Space;
};

/// The contexts of a file that was read before, found again from its raw pieces (few beside the
/// cues).
class FileContext {
public:
    FileContext(const Origin& origin, Dialect dialect);

    /// The number of the context that holds at `piece`. Constant time from one piece to a near one.
    std::size_t indexAt(std::uint32_t piece);
    const Context& operator[](std::size_t index) const { return contexts_[index]; }

    /// True where events have a column for their start and one for their end in all contexts.
    bool haveTimes() const;

    const ScriptInfo& info() const { return info_; }
    bool hasInfo() const { return infoPiece_ != PieceRef::kNone; }
    std::uint32_t infoPiece() const { return infoPiece_; }
    /// The piece of the first section of this kind, or `PieceRef::kNone`.
    std::uint32_t eventsPiece() const { return eventsPiece_; }
    std::uint32_t stylesPiece() const { return stylesPiece_; }

private:
    void note(Section section, std::uint32_t piece);

    std::vector<Context> contexts_;
    std::size_t cursor_ = 0;
    ScriptInfo info_;
    std::uint32_t infoPiece_ = PieceRef::kNone;
    std::uint32_t eventsPiece_ = PieceRef::kNone;
    std::uint32_t stylesPiece_ = PieceRef::kNone;
};

/// `stretch` without the line end at its end.
std::string_view withoutLineEnd(std::string_view stretch);

}  // namespace subs::ass
