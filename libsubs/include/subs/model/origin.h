// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/charset.h>
#include <subs/text/newline.h>
#include <subs/time/time.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// What a stretch of a file is.
enum class PieceKind : std::uint8_t {
    Raw,  ///< Anything else: headers, comments, unknown sections, stray text. Kept in its place.
    Section,    ///< As Raw, and the beginning of a part of the file: nothing moves across it
                ///< ("[Fonts]").
    Separator,  ///< What parts a cue from the next (blank lines); goes when its cue goes.
    Style,
    Cue,
};

/// A stretch of `Origin::text`, up to the beginning of the next piece.
struct Piece {
    std::uint32_t begin = 0;
    PieceKind kind = PieceKind::Raw;
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// The start of a cue that its file says in a way that cannot be read, or does not say though its
/// format asks for it: nobody can tell when the cue begins.
struct UnreadStart {
    std::uint32_t piece = 0;  ///< Of its cue.
    Time taken;               ///< What the reader took for it.
    friend bool operator==(const UnreadStart&, const UnreadStart&) = default;
};

/// The file that a document was read from, kept so that what was not edited is written byte for
/// byte. The pieces cover the whole text without gap or overlap. Immutable once read; shared by all
/// copies of the document.
struct Origin {
    std::string text;  ///< The whole file as UTF-8, see `decodeText`.
    Encoding encoding;
    Newline newline = Newline::Lf;  ///< Of most of its lines.
    std::string
        bytes;  ///< The file itself, only where `text` does not give it back (see `decodeText`).
    /// `text` is the bytes of a file that is no text, so that it has no lines.
    bool isBinary = false;
    std::vector<Piece> pieces;
    std::vector<UnreadStart> unreadStarts;  ///< By their pieces, see model/unread_starts.h.

    /// The stretch of piece `index`, with its line ends.
    std::string_view stretch(std::size_t index) const;
};

}  // namespace subs
