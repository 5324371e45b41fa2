// SPDX-License-Identifier: MIT
#include "format/scc/writer.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/fades.h"
#include "format/label_count.h"
#include "format/likely_size.h"
#include "format/patch.h"
#include "format/scc/file.h"
#include "format/scc/load.h"
#include "format/scc/moved_lines.h"
#include "format/scc/program.h"
#include "format/scc/reader.h"
#include "format/scc/save.h"
#include "format/scc/schedule.h"
#include "format/scc/unread.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace subs::scc {
namespace {

/// What a file hardly exceeds: a letter takes two digits and half a blank, and in each row there
/// are codes that come twice, as those of a caption do.
constexpr std::size_t kBytesOfLetter = 5;
constexpr std::size_t kLettersOfCodes = 40;

bool isOwn(const Document& document) {
    return document.format == kId && document.origin != nullptr;
}

/// One writing, or the plan of one.
class Writer {
public:
    Writer(const Document& document, const WriteOptions& options, LossReport* losses)
        : document_(document),
          options_(options),
          losses_(losses),
          file_(isOwn(document) ? std::optional(fileOf(document.origin->text)) : std::nullopt),
          program_(document, options, codesFor(file_ ? file_->drop : DropFrame::Yes), losses) {}

    Result<std::string> run() {
        if (!file_) return newFile();
        if (isUntouched(document_, *file_, program_)) return own(document_.origin->text);
        auto moved = movedFile(document_, *file_, program_);
        if (!moved) return tl::unexpected(moved.error());
        if (*moved) return own(**moved);
        auto patched = patchedFile(document_, *file_, program_, losses_);
        if (!patched) return tl::unexpected(patched.error());
        auto text = *patched ? own(**patched) : newFile();
        if (text && losses_) planLost(*text);
        if (text && losses_ && !*patched && !text->empty()) planRewriting();
        return text;
    }

    void plan() {
        const bool isUnchanged = file_ && isUntouched(document_, *file_, program_);
        if (!isOwn(document_)) planDocument();
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            planCue(i, isUnchanged);
        if (!isUnchanged)
            if (const auto text = run(); !text) planError(text.error());
        if (!isOwn(document_)) reportRaw(document_, *losses_);
    }

private:
    Result<std::string> own(const std::string& text) const {
        if (!changesNewlines(document_, options_.newline)) return text;
        return withNewlines(text, newlineFor(document_, options_.newline));
    }

    Result<std::string> newFile() {
        ShowingWalk showings = program_.showings();
        if (auto done = planRows(showings); !done) return tl::unexpected(done.error());
        const std::string_view newline = bytesOf(newlineFor(document_, options_.newline));
        std::string text;
        text.reserve(kBytesOfLetter * likelySize(document_, kLettersOfCodes));
        text.append(kSignature).append(newline).append(newline);
        SentLines lines(text, program_.codes(), newline);
        Schedule schedule(0);
        std::vector<LateEnd> late;
        std::optional<Sent> last;
        for (auto showing = showings.next(); showing; showing = showings.next()) {
            if (last) schedule.erase(last->showing.end);
            const auto shown = send(*showing, schedule);
            if (!shown) return tl::unexpected(shown.error());
            schedule.takeInto(lines);
            if (last) noteEnd(*last, schedule.takenOff(), late);
            last = Sent{*std::move(showing), *shown};
        }
        if (!last) return std::string();
        if (!isEndless(last->showing)) schedule.erase(last->showing.end);
        schedule.finish();
        schedule.takeInto(lines);
        lines.finish();
        planEnds(late);
        return text;
    }

    /// What the rows of all captions lose, before what sending them does.
    Result<void> planRows(ShowingWalk& showings) {
        if (!losses_) return {};
        for (auto showing = showings.next(); showing; showing = showings.next())
            if (const auto rows = program_.rowsFor(*showing); !rows)
                return tl::unexpected(rows.error());
        showings.restart();
        return {};
    }

    /// Answers the frame at which it is shown.
    Result<std::int64_t> send(const Showing& showing, Schedule& schedule) {
        const auto rows = program_.rowsFor(showing);
        if (!rows) return tl::unexpected(rows.error());
        const Cue& cue = document_.cues[showing.cues.front()];
        const std::int64_t shown = schedule.show(showing.begin, loadOf(*rows, cue.id, losses_));
        reportLate(cue, showing.begin, shown, program_.codes(), losses_);
        planTogether(showing);
        return shown;
    }

    /// A caption that was sent.
    struct Sent {
        Showing showing;
        std::int64_t shown = 0;  ///< The frame from which it is.
    };

    /// What is shown until the next caption has been sent, though it ends before.
    struct LateEnd {
        std::size_t cue = 0;
        std::int64_t wanted = 0;
        std::int64_t end = 0;
    };

    /// Of those that come late it is told already.
    void noteEnd(const Sent& sent, std::int64_t end, std::vector<LateEnd>& late) const {
        const Showing& showing = sent.showing;
        if (losses_ && sent.shown <= showing.begin && end > showing.end)
            late.push_back({showing.cues.front(), showing.end, end});
    }

    void planEnds(const std::vector<LateEnd>& late) {
        for (const LateEnd& one : late)
            losses_->add(feature::kSendingTime,
                         LossSeverity::Approximated,
                         document_.cues[one.cue].id,
                         "an end at " + program_.clockOf(one.wanted),
                         program_.clockOf(one.end) + ": until then the next is being sent");
    }

    /// True of the last caption of a file that does not erase it, and has not got an end since.
    bool isEndless(const Showing& showing) const {
        return file_ && !file_->captions.empty() && !file_->captions.back().end &&
               showing.cues.size() == 1 && endsForShow(document_.cues[showing.cues.front()]);
    }

    void planTogether(const Showing& showing) {
        if (!losses_ || showing.cues.size() < 2) return;
        for (const std::size_t index : showing.cues)
            losses_->add(feature::kText,
                         LossSeverity::Approximated,
                         document_.cues[index].id,
                         "cues that are shown at one time",
                         "one caption of all of them");
    }

    /// What the file says and no caption does goes with the lines that are written anew. That of a
    /// file which is given up for a new one is told by who does that (format/in_place.h).
    void planLost(const std::string& text) {
        const SccFile after = fileOf(text);
        reportLostStray(*file_, document_.origin->text, after, *losses_);
        const bool isGivenUp = !file_->captions.empty() &&
                               std::ranges::none_of(document_.origin->pieces, [](Piece piece) {
                                   return piece.kind == PieceKind::Cue;
                               });
        if (isGivenUp) return;
        LossReport lost = lostUnread(*file_, after);
        std::ranges::move(lost.items, std::back_inserter(losses_->items));
    }

    /// A file that cannot be edited in its place is written anew.
    void planRewriting() {
        if (file_->captions.empty()) return;
        losses_->add(feature::kRaw,
                     LossSeverity::Approximated,
                     {},
                     "the file's own codes (paint-on, roll-up, positions)",
                     "the captions that it shows, written anew as pop-on captions");
    }

    void planDocument() {
        reportStyles(document_, "letters of one kind", *losses_);
        reportCanvas(document_, *losses_);
        if (!document_.title.empty())
            losses_->add(feature::kTitle, LossSeverity::Dropped, {}, document_.title, {});
    }

    void planCue(std::size_t index, bool isUnchanged) {
        const Cue& cue = document_.cues[index];
        const bool isLabelLost = labels_.saysMore(cue) || (isOwn(document_) && !cue.label.empty());
        const auto drop = [&](std::string_view feature, std::string_view before) {
            losses_->add(feature, LossSeverity::Dropped, cue.id, before, {});
        };
        if (cue.kind == CueKind::Comment) return drop(feature::kComment, cue.text.plain);
        if (Program::isOmitted(cue)) return drop(omittedFeature(cue), "a cue without text");
        reportLayout(document_, cue, program_.styles().styleOf(cue), *losses_);
        if (!cue.speaker.empty()) drop(feature::kSpeaker, cue.speaker);
        if (!isOwn(document_) && saysMoreThanPlace(document_, cue))
            drop(featureOfSettings(cue.settings), shownSettings(cue.settings));
        if (isLabelLost) drop(feature::kLabel, cue.label);
        const bool isOfFile = isOwn(document_) && cue.piece.has() && !isBeyond(index);
        if (isOfFile) return planMoves(cue);
        if (isUnchanged) return;
        program_.edges().plan(
            index,
            FrameEdges::Source::Elsewhere,
            [this](std::int64_t frame) { return program_.clockOf(frame); },
            *losses_);
    }

    /// What the edges of a caption of the file lose. On a film they are shown as before, and an end
    /// that is for show is not written.
    void planMoves(const Cue& cue) {
        LossReport moves;
        const auto spelt = [this](std::int64_t frame) { return program_.clockOf(frame); };
        program_.edges().planEdge(cue, cue.start, Edge::Start, spelt, moves);
        if (cue.end && !endsForShow(cue))
            program_.edges().planEdge(cue, *cue.end, Edge::End, spelt, moves);
        std::erase_if(moves.items,
                      [](const LossItem& item) { return item.severity == LossSeverity::Info; });
        for (const LossItem& item : moves.items)
            for (std::size_t i = 0; i < item.count; ++i)
                losses_->add(item.feature, item.severity, cue.id, item.before, item.after);
    }

    bool isBeyond(std::size_t index) const {
        const FrameEdges& edges = program_.edges();
        return edges.isBeyond(document_.cues[index].start, Edge::Start) ||
               edges.isBeyond(edges.endOf(index), Edge::End);
    }

    static std::string_view omittedFeature(const Cue& cue) {
        const bool isDrawing = std::ranges::any_of(
            cue.text.spans, [](const Span& span) { return span.kind == SpanKind::Drawing; });
        return isDrawing ? feature::kDrawing : feature::kText;
    }

    void planError(const Error& error) {
        losses_->add(feature::kText, LossSeverity::Unrepresentable, {}, error.message, {});
    }

    const Document& document_;
    const WriteOptions& options_;
    LossReport* losses_;
    LabelCount labels_;
    std::optional<SccFile> file_;
    Program program_;
};

}  // namespace

LossReport planned(const Document& document, const WriteOptions& options) {
    LossReport losses;
    Writer(document, options, &losses).plan();
    return losses;
}

Result<std::string> written(const Document& document, const WriteOptions& options) {
    return Writer(document, options, nullptr).run();
}

std::string markupOf(const Cue& cue) {
    return cue.text.plain;
}

}  // namespace subs::scc
