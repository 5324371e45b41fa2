// SPDX-License-Identifier: MIT
#include "format/scc/save.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/scc/load.h"
#include "format/scc/place.h"
#include "format/scc/reader.h"
#include "format/scc/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace subs::scc {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Where the file has the end of a caption that nothing erases, its cue has one for show.
bool isSameEnd(const Cue& cue, const Showing& showing, const Caption& caption) {
    if (!caption.end) return endsForShow(cue);
    return showing.end == *caption.end;
}

bool isSame(const Cue& cue, const Showing& showing, const Caption& caption) {
    return saysSame(cue, caption) && showing.begin == caption.begin &&
           isSameEnd(cue, showing, caption);
}

/// A cue of the document, with the caption that it was read from.
struct Item {
    std::size_t cue = 0;
    Showing showing;
    std::size_t caption = kNone;
    bool isNew = false;      ///< Its lines are written anew.
    bool isEndless = false;  ///< Nothing in the file ends it.
};

class Saver {
public:
    Saver(const Document& document, const SccFile& file, Program& program, LossReport* losses)
        : document_(document),
          file_(file),
          program_(program),
          losses_(losses),
          text_(document.origin->text),
          newline_(bytesOf(document.origin->newline)),
          schedule_(0) {}

    Result<std::optional<std::string>> run() {
        if (!file_.isSimple || !collect()) return std::optional<std::string>();
        out_ = text_.substr(0, begin(0));
        for (std::size_t i = 0; i < items_.size(); ++i) {
            items_[i].isNew = items_[i].isNew || !fits(items_[i]);
            if (!items_[i].isNew) {
                copy(i);
            } else if (auto done = write(i); !done) {
                return tl::unexpected(done.error());
            }
        }
        eraseNow();
        return std::optional(std::move(out_));
    }

private:
    const Caption& captionOf(const Item& item) const { return file_.captions[item.caption]; }
    const FileLine& lineOf(const Item& item) const { return file_.lines[captionOf(item).showLine]; }

    /// Where the lines of a caption begin, and where those of the next do.
    std::size_t begin(std::size_t caption) const {
        return file_.lines[file_.captions[caption].showLine].begin;
    }
    std::size_t end(std::size_t caption) const {
        return caption + 1 < file_.captions.size() ? begin(caption + 1) : text_.size();
    }

    /// The caption of each piece.
    std::vector<std::size_t> captionsByPiece() const {
        const std::vector<Piece>& pieces = document_.origin->pieces;
        std::vector<std::size_t> captions(pieces.size(), kNone);
        std::size_t next = 0;
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (pieces[i].kind == PieceKind::Cue && next < file_.captions.size())
                captions[i] = next++;
        return captions;
    }

    /// False where the cues are no row of captions.
    bool collect() {
        const std::vector<std::size_t> captions = captionsByPiece();
        std::size_t last = kNone;
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            const Cue& cue = document_.cues[i];
            if (Program::isOmitted(cue)) continue;
            Item item{i, program_.showingOf(i), kNone, true};
            if (cue.piece.index < captions.size()) item.caption = captions[cue.piece.index];
            if (item.caption != kNone) {
                if (last != kNone && item.caption <= last) return false;
                last = item.caption;
                item.isNew = !isSame(cue, item.showing, captionOf(item));
                // An end that is for show ends nothing.
                item.isEndless = !captionOf(item).end && endsForShow(cue);
            }
            const bool overlaps = !items_.empty() && !items_.back().isEndless &&
                                  items_.back().showing.end > item.showing.begin;
            if (overlaps) return false;
            items_.push_back(std::move(item));
        }
        return !items_.empty();
    }

    /// True of the line of an unchanged caption that takes off the one before at the right time.
    bool erasesInTime(const Item& item) const {
        if (item.caption == 0) return false;
        const Caption& before = file_.captions[item.caption - 1];
        return isErasedByNext(before, file_) && pending_ == before.end;
    }

    /// True of an unchanged caption whose lines can stay behind what is before them now.
    bool fits(const Item& item) const {
        if (lineOf(item).frame < schedule_.free()) return false;
        return !pending_ || erasesInTime(item) || *pending_ + kCode <= lineOf(item).frame;
    }

    /// The lines of an unchanged caption, as they are.
    void copy(std::size_t i) {
        const Item& item = items_[i];
        if (erasesInTime(item)) pending_.reset();
        eraseNow();
        if (isParted_) part();
        isParted_ = false;
        out_ += text_.substr(begin(item.caption), end(item.caption) - begin(item.caption));
        const Caption& caption = captionOf(item);
        const CaptionLines lines = linesOf(caption, file_);
        schedule_ = Schedule(file_.lines[lines.behind - 1].behind);
        if (isErasedByNext(caption, file_)) pending_ = caption.end;
    }

    Result<void> write(std::size_t i) {
        const Item& item = items_[i];
        const auto rows = program_.rowsFor(item.showing);
        if (!rows) return tl::unexpected(rows.error());
        const Cue& cue = document_.cues[item.cue];
        reportPlace(item, cue);
        if (pending_) schedule_.erase(*pending_);
        const std::int64_t shown =
            schedule_.show(item.showing.begin, loadOf(*rows, cue.id, losses_));
        reportLate(cue, item.showing.begin, shown, program_.codes(), losses_);
        pending_.reset();
        if (!item.isEndless) pending_ = std::max(item.showing.end, shown + kCode);
        isParted_ = isParted_ || item.caption == kNone;
        appendLines();
        if (!isLeftToNext(i)) eraseNow();
        appendTail(item);
        return {};
    }

    /// A caption that is written anew stands at a ninth of the picture.
    void reportPlace(const Item& item, const Cue& cue) {
        if (!losses_ || item.caption == kNone) return;
        const Shown& shown = captionOf(item).shown;
        const auto lost = cue.alignment == shown.alignment ? lostPlaceOf(shown) : std::nullopt;
        if (!lost) return;
        losses_->add(
            feature::kCoordinates, LossSeverity::Approximated, cue.id, lost->before, lost->after);
    }

    /// True where the lines of the next caption are to take caption `i` off.
    bool isLeftToNext(std::size_t i) const {
        if (i + 1 == items_.size()) return false;
        const Item& next = items_[i + 1];
        return next.isNew || !fits(next) || erasesInTime(next);
    }

    /// In a line of its own.
    void eraseNow() {
        if (!pending_) return;
        schedule_.erase(*std::exchange(pending_, std::nullopt));
        schedule_.finish();
        isParted_ = true;
        appendLines();
    }

    /// What stands behind the lines of a caption in the file: blank lines as a rule.
    void appendTail(const Item& item) {
        if (item.caption == kNone) return;
        const CaptionLines lines = linesOf(captionOf(item), file_);
        if (lines.behind >= file_.lines.size()) return;
        const std::size_t from = file_.lines[lines.behind].begin;
        if (from >= end(item.caption)) return;
        out_ += text_.substr(from, end(item.caption) - from);
        isParted_ = false;
    }

    void appendLines() {
        const std::string lines = schedule_.takeLines(program_.codes(), newline_);
        if (lines.empty()) return;
        if (isParted_) part();
        out_ += lines;
        isParted_ = true;
    }

    /// Ends what is before with a blank line.
    void part() {
        if (out_.empty()) return;
        if (!out_.ends_with('\n') && !out_.ends_with('\r')) out_ += newline_;
        const std::string_view before =
            std::string_view(out_).substr(0, out_.size() - newline_.size());
        if (!before.ends_with('\n') && !before.ends_with('\r')) out_ += newline_;
    }

    const Document& document_;
    const SccFile& file_;
    Program& program_;
    LossReport* losses_;
    std::string_view text_;
    std::string_view newline_;
    Schedule schedule_;
    std::optional<std::int64_t> pending_;  ///< When what is shown is still to be taken off.
    bool isParted_ = false;                ///< A blank line comes before what is put next.
    std::vector<Item> items_;
    std::string out_;
};

}  // namespace

bool isUntouched(const Document& document, const SccFile& file, Program& program) {
    if (document.cues.size() != file.captions.size()) return false;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Cue& cue = document.cues[i];
        const Caption& caption = file.captions[i];
        const Cue read = cueOf(caption);
        const bool hasSameTimes = cue.start == read.start && cue.end == read.end;
        if (!saysSame(cue, caption)) return false;
        if (!hasSameTimes && !isSame(cue, program.showingOf(i), caption)) return false;
    }
    return true;
}

Result<std::optional<std::string>> patchedFile(const Document& document,
                                               const SccFile& file,
                                               Program& program,
                                               LossReport* losses) {
    return Saver(document, file, program, losses).run();
}

void reportLate(const Cue& cue,
                std::int64_t wanted,
                std::int64_t shown,
                const TimeCodes& codes,
                LossReport* losses) {
    if (!losses || shown <= wanted) return;
    losses->add(
        feature::kSendingTime,
        LossSeverity::Approximated,
        cue.id,
        codes.textOf(Frame{wanted}),
        fmt::format("{}: it takes so long to send its letters", codes.textOf(Frame{shown})));
}

}  // namespace subs::scc
