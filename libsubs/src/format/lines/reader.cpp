// SPDX-License-Identifier: MIT
#include "format/lines/reader.h"

#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/cue_slots.h"
#include "format/file_remarks.h"
#include "format/text_signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace subs::lines {
namespace {

std::uint32_t lineEndsIn(std::string_view text) {
    std::uint32_t count = 0;
    for (LineReader lines(text); lines.next();)
        if (lines.end() < lines.nextBegin()) ++count;
    return count;
}

/// The line that begins at `at`, without its line end, and where the next begins.
struct Line {
    std::string_view text;
    std::size_t next = 0;
};

Line lineAt(std::string_view text, std::size_t at) {
    LineReader lines(text, at);
    lines.next();
    return {lines.line(), lines.nextBegin()};
}

/// Codes of remarks, which begin with the name of the format.
struct Codes {
    explicit Codes(std::string_view id)
        : stray(fmt::format("{}.stray-text", id)),
          empty(fmt::format("{}.empty-cue", id)),
          tooLarge(fmt::format("{}.time-too-large", id)),
          endBeforeStart(fmt::format("{}.end-before-start", id)),
          zeroDuration(fmt::format("{}.zero-duration", id)),
          noCues(fmt::format("{}.no-cues", id)),
          nul(fmt::format("{}.nul", id)) {}

    std::string stray;
    std::string empty;
    std::string tooLarge;
    std::string endBeforeStart;
    std::string zeroDuration;
    std::string noCues;
    std::string nul;
};

/// Goes over the lines of a file once, part after part.
class Reader final : public PartReader {
public:
    Reader(const FormatInfo& info,
           std::unique_ptr<const CueSyntax> syntax,
           const ReadOptions& options,
           Diagnostics headRemarks)
        : syntax_(std::move(syntax)),
          language_(options.language),
          codes_(info.id),
          headRemarks_(std::move(headRemarks)) {}

    std::size_t partSize(std::string_view text) const override {
        if (!syntax_) return 0;
        std::size_t end = text.size();
        while (end > 0) {
            const std::size_t before = text.find_last_of("\r\n", end - 1);
            if (before == text.npos) return 0;
            const std::size_t begin = before + 1;
            // A cue whose text is in `text` whole; one without a text may be the end of another.
            const auto cue =
                begin < text.size() ? syntax_->cueAt(text.substr(begin)) : std::nullopt;
            if (cue && !isBlank(cue->body.shifted(begin).of(text)) &&
                begin + std::max(cue->size, cue->body.end) < text.size())
                return begin;
            end = before;
        }
        return 0;
    }

    std::optional<Time> firstStart(std::string_view text) const override {
        const auto cue = syntax_ ? syntax_->cueAt(text) : std::nullopt;
        return cue ? std::optional(cue->start) : std::nullopt;
    }

    bool read(Origin& origin, PartPlace, Document& document) override {
        origin_ = &origin;
        const std::string_view text = origin.text;
        if (linesRead_ == 0 && syntax_) title_ = syntax_->titleIn(text);
        origin.pieces.clear();
        slots_.begin(document.cues);
        remarks_.beginPart(linesRead_);
        line_ = 1;
        for (std::size_t at = 0; at < text.size();)
            at += takeAt(text, at);
        linesRead_ +=
            line_ - 1 + (text.empty() || text.ends_with('\n') || text.ends_with('\r') ? 0 : 1);
        slots_.finish();
        document.lastId = cuesSoFar_;
        document.language = language_;
        document.title = title_;
        return unread_.empty();
    }

    std::uint32_t linesRead() const override { return linesRead_; }

    LossReport takeUnread() { return std::exchange(unread_, {}); }

    Diagnostics takeDiagnostics() override {
        remarks_.beginPart(0);
        if (cuesSoFar_ == 0 && syntax_)
            remarks_.add(Severity::Warning, 0, 0, codes_.noCues, "there is no cue in the file");
        Diagnostics all = std::move(headRemarks_);
        std::ranges::move(remarks_.take(), std::back_inserter(all));
        return all;
    }

private:
    /// Takes what begins at `at`, and answers how many bytes that is.
    std::size_t takeAt(std::string_view text, std::size_t at) {
        const Line line = lineAt(text, at);
        if (isBlank(line.text)) return takeBlank(at, line.next);
        if (syntax_)
            if (const auto cue = syntax_->cueAt(text.substr(at))) return takeCue(text, at, *cue);
        const bool joins = last_ == PieceKind::Raw && !origin_->pieces.empty();
        if (!joins) addPiece(at, PieceKind::Raw);
        if (syntax_ && !syntax_->isKnown(line.text)) remarkStray(line.text);
        ++line_;
        return line.next - at;
    }

    void remarkStray(std::string_view line) {
        const CueRemark remark = syntax_->remarkOnStray(line).value_or(
            CueRemark{codes_.stray, "there is text without times; kept in its place, not shown"});
        remarks_.addHabit(
            Severity::Warning, line_, 0, remark.code, remark.message, shownBeginning(line));
    }

    /// Blank lines behind a cue go with it.
    std::size_t takeBlank(std::size_t at, std::size_t next) {
        const bool behindCue = last_ == PieceKind::Cue && !origin_->pieces.empty();
        if (origin_->pieces.empty() || last_ == PieceKind::Cue)
            addPiece(at, behindCue || cuesSoFar_ > 0 ? PieceKind::Separator : PieceKind::Raw);
        ++line_;
        return next - at;
    }

    std::size_t takeCue(std::string_view text, std::size_t at, const CueLayout& layout) {
        Cue& cue = slots_.next();
        cue.id = CueId{++cuesSoFar_};
        cue.piece.index = static_cast<std::uint32_t>(origin_->pieces.size());
        addPiece(at, PieceKind::Cue);
        cue.start = layout.start;
        cue.end = layout.end;
        cue.text = syntax_->textOf(layout.body.shifted(at).of(text));
        const std::string_view piece = text.substr(at, layout.size);
        syntax_->addUnread(piece, layout, cue.id, unread_);
        if (const auto remark = syntax_->remarkOn(piece, layout))
            remarks_.addHabit(Severity::Warning, line_, 0, remark->code, remark->message);
        remarkCue(cue);
        line_ += lineEndsIn(piece);
        return layout.size;
    }

    void addPiece(std::size_t begin, PieceKind kind) {
        origin_->pieces.push_back({static_cast<std::uint32_t>(begin), kind});
        last_ = kind;
    }

    void remarkCue(const Cue& cue) {
        if (isTooLarge(cue.start) || (cue.end && isTooLarge(*cue.end)))
            warn(codes_.tooLarge, "a time is too large to be worked with; kept as written");
        else if (cue.end && *cue.end < cue.start)
            warn(codes_.endBeforeStart, "the end is before the start; kept as written");
        else if (cue.end && *cue.end == cue.start)
            warn(codes_.zeroDuration, "the cue has no duration; kept as written");
        if (cue.text.plain.empty())
            remarks_.addHabit(
                Severity::Warning, line_, 0, codes_.empty, "the cue has no text; kept");
        if (cue.text.plain.find('\0') != cue.text.plain.npos)
            remarks_.addHabit(Severity::Warning, line_, 0, codes_.nul, "there is a NUL byte; kept");
    }

    void warn(std::string_view code, std::string_view message) {
        remarks_.add(Severity::Warning, line_, 1, code, std::string(message));
    }

    std::unique_ptr<const CueSyntax> syntax_;
    std::string language_;
    std::string title_;
    Codes codes_;
    Diagnostics headRemarks_;
    Origin* origin_ = nullptr;  ///< Of the part being read.
    CueSlots slots_;
    LossReport unread_;  ///< Told of a file that is read whole.
    FileRemarks remarks_;
    PieceKind last_ = PieceKind::Raw;
    std::uint32_t line_ = 1;
    std::uint32_t linesRead_ = 0;
    std::uint32_t cuesSoFar_ = 0;
};

}  // namespace

std::unique_ptr<PartReader> partReader(std::unique_ptr<const CueSyntax> syntax,
                                       const ReadOptions& options,
                                       Diagnostics headRemarks) {
    const FormatInfo& info = syntax->info();
    return std::make_unique<Reader>(info, std::move(syntax), options, std::move(headRemarks));
}

bool hasCue(std::string_view text, const CueSyntax& syntax) {
    for (std::size_t at = 0; at < text.size(); at = lineAt(text, at).next)
        if (syntax.cueAt(text.substr(at))) return true;
    return false;
}

Parsed parsed(Origin origin,
              const FormatInfo& info,
              std::unique_ptr<const CueSyntax> syntax,
              const ReadOptions& options,
              Diagnostics headRemarks) {
    auto kept = std::make_shared<Origin>(std::move(origin));
    Parsed result;
    result.document.format = info.id;
    Reader reader(info, std::move(syntax), options, std::move(headRemarks));
    reader.read(*kept, PartPlace::Last, result.document);
    result.document.origin = std::move(kept);
    result.diagnostics = reader.takeDiagnostics();
    result.unread = reader.takeUnread();
    return result;
}

Probe probed(std::string_view text, const CueSyntax& syntax, int certain, std::string reason) {
    constexpr std::size_t kFew = 4;  // One of so many lines.
    Probe probe;
    std::size_t others = 0;
    text = text.substr(0, kProbedForLines);
    for (std::size_t at = 0; at < text.size();) {
        if (probe.cues > 0 && at >= kProbedCues) break;
        const Line line = lineAt(text, at);
        const auto cue = isBlank(line.text) ? std::nullopt : syntax.cueAt(text.substr(at));
        if (cue && probe.cues++ == 0) probe.begin = at;
        if (!cue && !isBlank(line.text) && !syntax.isKnown(line.text)) ++others;
        at = cue ? at + cue->size : line.next;
    }
    if (probe.cues == 0) return {};
    constexpr int kUnlikely = 30;
    probe.score = others > kFew * probe.cues ? kUnlikely : certain;
    probe.reason = std::move(reason);
    return probe;
}

}  // namespace subs::lines
