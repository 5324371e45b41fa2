// SPDX-License-Identifier: MIT
#include "format/ass/reader.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/ass/ascii.h"
#include "format/ass/event_line.h"
#include "format/ass/file_state.h"
#include "format/ass/remarks.h"
#include "format/ass/style_line.h"
#include "format/cue_slots.h"
#include "format/file_remarks.h"
#include "format/unread_ends.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

namespace subs::ass {
namespace {

/// Most event lines are longer.
constexpr std::size_t kLeastLikelyLine = 100;
constexpr std::string_view kEventBegin = "\nDialogue:";
constexpr std::string_view kUsualEvent = "Dialogue: ";
/// A start that cannot be read.
constexpr std::string_view kNoStart = "0:00:00.00";

bool isUsualEvent(std::string_view line) {
    return line.starts_with(kUsualEvent) && line.size() > kUsualEvent.size() &&
           !isBlank(line[kUsualEvent.size()]);
}

/// Goes over the lines of a file once, part after part, and sorts them into pieces, styles and
/// cues.
class FileReader final : public PartReader {
public:
    FileReader(const ReadOptions& options, Dialect dialect)
        : language_(options.language), state_(dialect) {}

    std::size_t partSize(std::string_view text) const override {
        const std::size_t at = text.rfind(kEventBegin);
        return at == std::string_view::npos ? 0 : at + 1;
    }

    bool read(Origin& origin, PartPlace place, Document& document) override {
        origin_ = &origin;
        document_ = &document;
        origin.pieces.clear();
        origin.unreadStarts.clear();
        slots_.begin(document.cues);
        LineReader lines(origin.text);
        while (lines.next())
            take(lines);
        lineBase_ += lines.number();
        slots_.finish();
        document.lastId = cuesSoFar_;
        describe();
        if (place == PartPlace::Last) remarkWhole();
        // Events follow a cut; elsewhere such lines are part of something else.
        const bool isWellCut = place == PartPlace::Last || state_.section() == Section::Events;
        return isWellCut && unread_.empty() && unreadEnds_.empty();
    }

    std::uint32_t linesRead() const override { return lineBase_; }

    Diagnostics takeDiagnostics() override { return std::move(remarks_.diagnostics); }

    /// What is told of a file that is read whole.
    LossReport takeUnread() {
        std::ranges::move(unreadEnds_.items, std::back_inserter(unread_.items));
        return std::move(unread_);
    }

private:
    void take(const LineReader& lines) {
        const std::string_view line = lines.line();
        remarks_.line = lineBase_ + lines.number();
        // Nearly all lines; they say nothing about others.
        if (state_.section() == Section::Events && isUsualEvent(line))
            return takeEvent({CueKind::Dialogue, kUsualEvent.size()}, line, lines.begin());
        const LineKind kind = state_.take(line);
        switch (kind) {
            case LineKind::Event:
                return takeEvent(*eventHead(line), line, lines.begin());
            case LineKind::Style:
                return takeStyle(line, lines.begin());
            case LineKind::Head:
                takeHead(line);
                return beginPiece(PieceKind::Section, lines.begin());
            case LineKind::Format:
            case LineKind::BadFormat:
                return takeFormat(kind, line, lines.begin());
            case LineKind::Blank:
                return takeBlank(lines.begin());
            case LineKind::Stray:
                remarks_.strayLine(state_.section(), line);
                break;
            default:
                break;
        }
        extend(lines.begin());
    }

    void beginPiece(PieceKind kind, std::size_t begin) {
        origin_->pieces.push_back({static_cast<std::uint32_t>(begin), kind});
    }

    bool lastIs(PieceKind kind) const {
        return !origin_->pieces.empty() && origin_->pieces.back().kind == kind;
    }

    /// A line that is none of ours: it joins the raw piece before it.
    void extend(std::size_t begin) {
        if (!lastIs(PieceKind::Raw) && !lastIs(PieceKind::Section))
            beginPiece(PieceKind::Raw, begin);
    }

    /// The blank lines at the end of a section's head stay behind what may come to be in the
    /// section.
    void takeBlank(std::size_t begin) {
        const bool holdsLines =
            state_.section() == Section::Events || state_.section() == Section::Styles;
        if (holdsLines && lastIs(PieceKind::Section)) return beginPiece(PieceKind::Raw, begin);
        extend(begin);
    }

    void takeHead(std::string_view line) {
        if (state_.section() == Section::Events) sawEvents_ = true;
        if (state_.section() == Section::Info) sawInfo_ = true;
        if (state_.section() == Section::Other) remarks_.unknownSection(line);
    }

    void takeFormat(LineKind kind, std::string_view line, std::size_t begin) {
        if (!lastIs(PieceKind::Section)) beginPiece(PieceKind::Section, begin);
        if (kind == LineKind::BadFormat) return remarks_.badFormatLine();
        if (state_.section() != Section::Events) return;
        remarks_.columnsWithoutTimes(state_.eventLayout());
        remarks_.columnsBehindText(line);
        remarks_.repeatedColumn(line);
    }

    void takeStyle(std::string_view line, std::size_t begin) {
        const std::size_t fieldsAt = line.find(':') + 1;
        const std::string_view fields = line.substr(fieldsAt);
        StyleRead read = readStyle(fields, {state_.styleLayout(), state_.dialect()});
        remarks_.styleRead(read, line);
        if (!styleNames_.insert(read.style.name).second) remarks_.duplicateStyle(read.style.name);
        read.style.piece = {static_cast<std::uint32_t>(origin_->pieces.size())};
        beginPiece(PieceKind::Style, begin);
        styles_.push_back(std::move(read.style));
    }

    void takeEvent(const EventHead& head, std::string_view line, std::size_t begin) {
        Cue& cue = slots_.next();
        cue.id = CueId{++cuesSoFar_};
        cue.kind = head.kind;
        cue.piece = {static_cast<std::uint32_t>(origin_->pieces.size())};
        beginPiece(PieceKind::Cue, begin);
        const EventRead read = readNewEvent(
            line.substr(head.fieldsAt), {state_.eventLayout(), state_.softBreak()}, cue);
        if (!read.isPlain()) {
            remarks_.eventRead(read, line);
            addUnread(cue.id, read, line);
        }
        const bool hasStarts = hasColumn(state_.eventLayout(), EventField::Start);
        if (!hasStarts || read.badStart)
            origin_->unreadStarts.push_back({cue.piece.index, cue.start});
        if (!hasStarts)
            unread_.add(feature::kUnread,
                        LossSeverity::Dropped,
                        cue.id,
                        "there is no Start column",
                        kNoStart);
        remarks_.times(cue);
        styleUsed(cue);
    }

    /// What the line of a cue says that was not read as that; its own format keeps it.
    void addUnread(CueId cue, const EventRead& read, std::string_view line) {
        const auto field = [&](const char* at) {
            FieldReader fields(line.substr(static_cast<std::size_t>(at - line.data())));
            return shownBeginning(trimmed(fields.next()));
        };
        const auto drop = [&](std::string_view before, std::string_view after) {
            unread_.add(feature::kUnread, LossSeverity::Dropped, cue, before, after);
        };
        if (read.badStart) {
            const std::string typed = field(read.badStart);
            drop(typed.empty() ? std::string_view("no start") : typed, kNoStart);
        }
        // Of one that is empty it is true that there is no end.
        const std::string end = read.badEnd ? field(read.badEnd) : std::string();
        if (!end.empty()) addUnreadEnd(unreadEnds_, cue, end);
        if (read.missingFields) drop(shownBeginning(line), "no text");
        if (read.marked)
            unread_.add(feature::kMetadata, LossSeverity::Dropped, cue, field(read.marked), {});
    }

    /// Remembers the first line of each style's name that is used; names repeat from cue to cue.
    void styleUsed(const Cue& cue) {
        if (cue.kind == CueKind::Comment || cue.style.empty() || cue.style == lastUsed_) return;
        lastUsed_ = cue.style;
        if (usedNames_.insert(lastUsed_).second) uses_.push_back({lastUsed_, remarks_.line});
    }

    /// What is known of the document so far.
    void describe() {
        const ScriptInfo& info = state_.info();
        if (document_->styles.size() != styles_.size()) document_->styles = styles_;
        document_->canvas = canvasOf(info);
        document_->title = info.title;
        document_->language = language_.empty() ? info.language : language_;
        if (origin_->pieces.empty() && !origin_->text.empty()) beginPiece(PieceKind::Raw, 0);
    }

    void remarkWhole() {
        for (const auto& [name, line] : uses_) {
            if (!styleNames_.contains(name)) remarks_.unknownStyle(name, line);
        }
        if (!sawInfo_) remarks_.noInfo();
        if (!sawEvents_) remarks_.noEvents();
        const ScriptInfo& info = state_.info();
        if (sawInfo_ && (!info.playResX || !info.playResY)) remarks_.noCanvas(canvasOf(info));
    }

    struct Use {
        std::string name;
        std::uint32_t line = 0;
    };

    Origin* origin_ = nullptr;      ///< Of the part being read.
    Document* document_ = nullptr;  ///< The same.
    CueSlots slots_;
    std::string language_;  ///< Asked for, or empty.
    FileState state_;
    std::vector<Style> styles_;  ///< Of all parts so far.
    std::uint32_t cuesSoFar_ = 0;
    std::uint32_t lineBase_ = 0;  ///< The lines of the parts before.
    Remarks remarks_;
    LossReport unread_;
    LossReport unreadEnds_;
    std::unordered_set<std::string> styleNames_;
    std::unordered_set<std::string> usedNames_;
    std::vector<Use> uses_;
    std::string lastUsed_;
    bool sawEvents_ = false;
    bool sawInfo_ = false;
};

}  // namespace

std::unique_ptr<PartReader> partReader(const ReadOptions& options, Dialect dialect) {
    return std::make_unique<FileReader>(options, dialect);
}

Parsed readFile(Origin origin, const ReadOptions& options, Dialect dialect) {
    auto kept = std::make_shared<Origin>(std::move(origin));
    Parsed result;
    result.document.format = dialect == Dialect::Ass ? "ass" : "ssa";
    result.document.cues.reserve(kept->text.size() / kLeastLikelyLine);
    kept->pieces.reserve(kept->text.size() / kLeastLikelyLine);
    FileReader reader(options, dialect);
    reader.read(*kept, PartPlace::Last, result.document);
    result.document.origin = std::move(kept);
    result.diagnostics = reader.takeDiagnostics();
    result.unread = reader.takeUnread();
    return result;
}

}  // namespace subs::ass
