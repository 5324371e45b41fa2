// SPDX-License-Identifier: MIT
#include "format/patch.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

namespace subs {
namespace {

constexpr std::uint32_t kNone = PieceRef::kNone;
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
/// "The piece just put", of which the one after is no piece (something new) or the first piece (the
/// file's start).
constexpr std::size_t kNew = kNowhere - 1;
constexpr std::size_t kStart = kNowhere;

/// Which cues or styles of the document come from which pieces of the file.
struct Assignment {
    std::vector<std::uint32_t> owner;  ///< By piece: the place in the document, or kNone.
    std::vector<std::uint32_t>
        survivors;  ///< Places in the document of what has a piece, in its order.
    std::vector<std::uint32_t>
        pieceOf;                 ///< By place in the document: the piece, or kNone for a new thing.
    std::size_t leadingNew = 0;  ///< How many new things come before the first survivor.
    std::size_t firstPiece =
        kNowhere;  ///< The first piece of the kind, whether it survives or not.
};

/// Of two things that claim one piece (a cue that was split) the first keeps it.
template <class Things>
Assignment assigned(const Things& things, const std::vector<Piece>& pieces, PieceKind kind) {
    Assignment result;
    result.owner.assign(pieces.size(), kNone);
    result.pieceOf.assign(things.size(), kNone);
    result.survivors.reserve(things.size());
    for (std::size_t i = 0; i < things.size(); ++i) {
        const std::uint32_t piece = things[i].piece.index;
        if (piece >= pieces.size() || pieces[piece].kind != kind || result.owner[piece] != kNone)
            continue;
        result.owner[piece] = static_cast<std::uint32_t>(i);
        result.pieceOf[i] = piece;
        result.survivors.push_back(static_cast<std::uint32_t>(i));
    }
    result.leadingNew = result.survivors.empty() ? things.size() : result.survivors.front();
    for (std::size_t p = 0; p < pieces.size() && result.firstPiece == kNowhere; ++p) {
        if (pieces[p].kind == kind) result.firstPiece = p;
    }
    return result;
}

/// One saving: walks over the pieces and puts the survivors, in the order of the document, where
/// survivors are in the file.
class Patch {
public:
    Patch(const Document& document, PieceWriter& writer, const NewPlaces& places)
        : document_(document),
          origin_(*document.origin),
          writer_(writer),
          places_(places),
          cues_(assigned(document.cues, origin_.pieces, PieceKind::Cue)),
          styles_(assigned(document.styles, origin_.pieces, PieceKind::Style)),
          cuePlace_(placeOf(cues_, places.cues)),
          stylePlace_(placeOf(styles_, places.styles)) {}

    Result<std::string> run() {
        out_.reserve(origin_.text.size() + origin_.text.size() / 64 + 64);
        for (std::size_t p = 0; p < count();) {
            if (auto done = putLeadingNew(p); !done) return tl::unexpected(done.error());
            auto next = put(p);
            if (!next) return tl::unexpected(next.error());
            p = *next;
        }
        if (auto done = putLeadingNew(count()); !done) return tl::unexpected(done.error());
        return std::move(out_);
    }

private:
    std::size_t count() const { return origin_.pieces.size(); }
    PieceKind kind(std::size_t piece) const { return origin_.pieces[piece].kind; }

    std::size_t placeOf(const Assignment& things, const NewPlace& place) const {
        if (things.firstPiece != kNowhere) return things.firstPiece;
        return std::min(place.piece.value_or(count()), count());
    }

    bool survives(std::size_t piece) const { return cues_.owner[piece] != kNone; }

    /// New things that nothing of their kind comes before. Styles first: cues name them.
    Result<void> putLeadingNew(std::size_t piece) {
        if (piece >= stylePlace_ && !std::exchange(stylesBegun_, true) && styles_.leadingNew > 0) {
            putIntro(styles_, places_.styles);
            putNewStyles(0);
        }
        if (piece < cuePlace_ || std::exchange(cuesBegun_, true) || cues_.leadingNew == 0)
            return {};
        putIntro(cues_, places_.cues);
        return putNewCues(0);
    }

    void putIntro(const Assignment& things, const NewPlace& place) {
        if (things.firstPiece != kNowhere || place.intro.empty()) return;
        begin(kNew);
        out_ += place.intro;
    }

    /// Puts what stands at `piece` and answers the next piece to look at.
    Result<std::size_t> put(std::size_t piece) {
        switch (kind(piece)) {
            case PieceKind::Cue:
                return survives(piece) ? putGroup(piece) : afterDeleted(piece);
            case PieceKind::Style:
                return putStyle(piece);
            case PieceKind::Raw:
            case PieceKind::Section:
            case PieceKind::Separator:
                copy(piece);
                return piece + 1;
        }
        return piece + 1;
    }

    /// At the place of surviving cue `place`: the next cue in the document's order, with what
    /// trails it.
    Result<std::size_t> putGroup(std::size_t place) {
        const std::uint32_t index = cues_.survivors[nextCue_++];
        const std::size_t own = cues_.pieceOf[index];
        begin(own);
        auto done = writer_.appendCue(out_, document_.cues[index], origin_.stretch(own));
        if (!done) return tl::unexpected(done.error());
        std::size_t p = putSeparators(own + 1);
        done = putNewCues(index + 1);
        if (!done) return tl::unexpected(done.error());
        putTrailing(p);
        return endOfGroup(place);
    }

    std::size_t putSeparators(std::size_t piece) {
        for (; piece < count() && kind(piece) == PieceKind::Separator; ++piece)
            copy(piece);
        return piece;
    }

    /// The raw pieces behind a cue, those of deleted cues after it included.
    void putTrailing(std::size_t piece) {
        while (piece < count() && !endsGroup(piece)) {
            if (kind(piece) == PieceKind::Cue) {
                piece = afterDeleted(piece);
            } else {
                copy(piece++);
            }
        }
    }

    bool endsGroup(std::size_t piece) const {
        if (piece == stylePlace_ || kind(piece) == PieceKind::Section ||
            kind(piece) == PieceKind::Style)
            return true;
        return kind(piece) == PieceKind::Cue && survives(piece);
    }

    std::size_t endOfGroup(std::size_t cue) const {
        std::size_t piece = cue + 1;
        while (piece < count() && !endsGroup(piece))
            ++piece;
        return piece;
    }

    /// A deleted thing goes with the separators after it.
    std::size_t afterDeleted(std::size_t piece) const {
        ++piece;
        while (piece < count() && kind(piece) == PieceKind::Separator)
            ++piece;
        return piece;
    }

    std::size_t putStyle(std::size_t piece) {
        if (styles_.owner[piece] == kNone) return afterDeleted(piece);
        const std::uint32_t index = styles_.survivors[nextStyle_++];
        const std::size_t own = styles_.pieceOf[index];
        begin(own);
        writer_.appendStyle(out_, document_.styles[index], origin_.stretch(own));
        last_ = own == piece ? own : kNew;
        putNewStyles(index + 1);
        return piece + 1;
    }

    Result<void> putNewCues(std::size_t index) {
        for (; index < document_.cues.size() && cues_.pieceOf[index] == kNone; ++index) {
            begin(kNew);
            auto done = writer_.appendNewCue(out_, document_.cues[index]);
            if (!done) return done;
        }
        return {};
    }

    void putNewStyles(std::size_t index) {
        for (; index < document_.styles.size() && styles_.pieceOf[index] == kNone; ++index) {
            begin(kNew);
            writer_.appendNewStyle(out_, document_.styles[index]);
        }
    }

    void copy(std::size_t piece) {
        if (kind(piece) != PieceKind::Separator) begin(piece);
        last_ = piece;
        const std::string_view original = origin_.stretch(piece);
        if (kind(piece) == PieceKind::Separator) {
            out_ += original;
        } else {
            writer_.appendRaw(out_, piece, original);
        }
    }

    /// `piece` comes next, or something new: they are parted from what they did not follow in the
    /// file.
    void begin(std::size_t piece) {
        const bool follows = piece != kNew && last_ + 1 == piece;
        if (!follows) writer_.separate(out_);
        last_ = piece;
    }

    const Document& document_;
    const Origin& origin_;
    PieceWriter& writer_;
    const NewPlaces& places_;
    Assignment cues_;
    Assignment styles_;
    std::size_t cuePlace_;
    std::size_t stylePlace_;
    std::size_t nextCue_ = 0;
    std::size_t nextStyle_ = 0;
    bool stylesBegun_ = false;
    bool cuesBegun_ = false;
    std::size_t last_ = kStart;  ///< The piece just put.
    std::string out_;
};

}  // namespace

void PieceWriter::appendStyle(std::string& out, const Style&, std::string_view original) {
    out += original;
}

void PieceWriter::appendNewStyle(std::string&, const Style&) {}

void PieceWriter::appendRaw(std::string& out, std::size_t, std::string_view original) {
    out += original;
}

Result<std::string> patched(const Document& document,
                            PieceWriter& writer,
                            const NewPlaces& places) {
    assert(document.origin);
    return Patch(document, writer, places).run();
}

bool changesSections(const Document& document) {
    const std::vector<Piece>& pieces = document.origin->pieces;
    std::vector<std::uint32_t> own;  // the pieces of the cues, in the document's order
    const Assignment cues = assigned(document.cues, pieces, PieceKind::Cue);
    for (const std::uint32_t index : cues.survivors)
        own.push_back(cues.pieceOf[index]);
    if (std::ranges::is_sorted(own)) return false;
    std::vector<std::uint32_t> sections;  // by piece: how many begin before it
    std::uint32_t count = 0;
    for (const Piece& piece : pieces)
        sections.push_back(count += piece.kind == PieceKind::Section ? 1 : 0);
    std::vector<std::uint32_t> places = own;
    std::ranges::sort(places);
    return !std::ranges::equal(
        own, places, [&](std::uint32_t a, std::uint32_t b) { return sections[a] == sections[b]; });
}

Newline newlineFor(const Document& document, NewlineChoice choice) {
    switch (choice) {
        case NewlineChoice::Lf:
            return Newline::Lf;
        case NewlineChoice::CrLf:
            return Newline::CrLf;
        case NewlineChoice::Keep:
            break;
    }
    return document.origin ? document.origin->newline : Newline::Lf;
}

bool changesNewlines(const Document& document, NewlineChoice choice) {
    if (choice == NewlineChoice::Keep || !document.origin) return false;
    return document.origin->newline != newlineFor(document, choice) ||
           hasMixedNewlines(document.origin->text);
}

}  // namespace subs
