// SPDX-License-Identifier: MIT
#include "format/srt/reader.h"

#include <subs/text/newline.h>

#include "format/cue_slots.h"
#include "format/srt/body_parser.h"
#include "format/srt/cue_begin.h"
#include "format/srt/letters.h"
#include "format/srt/reader_remarks.h"
#include "format/srt/regular_body.h"
#include "format/srt/time_line.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace subs::srt {
namespace {

constexpr std::size_t kLongestWordLabel = 32;

/// True of what may be a cue's id: one short word without letters beyond ASCII (Khmer sentences
/// have no spaces either).
bool isWord(std::string_view content) {
    if (content.size() > kLongestWordLabel) return false;
    return std::all_of(content.begin(), content.end(), [](char c) {
        return c > ' ' && c <= '~' && std::string_view("<>{}").find(c) == std::string_view::npos;
    });
}

/// A line with something in it.
struct TextLine {
    std::size_t begin = 0;
    std::size_t nextBegin = 0;
    std::uint32_t number = 0;
    std::string_view content;  ///< Without the spaces around it.
    bool afterBlank = true;    ///< Or the first of the file.
};

/// What the lines since the last line of times are part of.
enum class BlockKind : std::uint8_t { Head, Cue, Damaged };

struct Block {
    BlockKind kind = BlockKind::Head;
    std::size_t begin = 0;  ///< Where its header begins.
    std::size_t bodyBegin = 0;
    std::uint32_t bodyLine = 1;  ///< The number of the first line of its body.
};

/// The line or lines before one of times that belong to the cue it begins.
struct Header {
    std::size_t begin = 0;
    std::string_view label;
    std::uint32_t labelLine = 0;
    bool takesLast = false;  ///< The last text line is the label.
};

/// Goes over the lines of a file once, part after part.
class Reader final : public PartReader {
public:
    std::size_t partSize(std::string_view text) const override { return lastCueBegin(text); }

    /// A part begins with a number and a line of times.
    std::optional<Time> firstStart(std::string_view text) const override {
        LineReader lines(text);
        lines.next();
        if (!lines.next()) return std::nullopt;
        const auto times = parsedTimeLine(lines.line());
        return times ? std::optional(times->start) : std::nullopt;
    }

    bool read(Origin& origin, PartPlace place, Document& document) override {
        origin_ = &origin;
        document_ = &document;
        origin.pieces.clear();
        slots_.begin(document.cues);
        startPart();
        LineReader lines(origin.text);
        while (lines.next()) {
            if (takeLine(lines) == Took::Times) takeRegularBody(lines);
        }
        endPart(place);
        remarkNul(remarks_, origin.text, lineBase_);
        lineBase_ += linesSkipped_ + lines.number();
        slots_.finish();
        document.lastId = cuesSoFar_;
        return true;
    }

    std::uint32_t linesRead() const override { return lineBase_; }

    Diagnostics takeDiagnostics() override {
        if (cuesSoFar_ == 0) remarkNoCues(remarks_);
        return remarks_.take();
    }

private:
    /// A part begins as a file does, but for the number that is expected.
    void startPart() {
        block_ = {};
        block_.bodyLine = lineBase_ + 1;
        hasLast_ = false;
        afterBlank_ = true;
        bodyEnd_ = bodyEndBefore_ = regularEnd_ = 0;
        linesSkipped_ = 0;
    }

    std::uint32_t numberOf(const LineReader& lines) const {
        return lineBase_ + linesSkipped_ + lines.number();
    }

    /// What a line was.
    enum class Took : std::uint8_t { Times, Other };

    Took takeLine(const LineReader& lines) {
        const std::string_view line = lines.line();
        const std::string_view content = trimmed(line);
        if (content.empty()) {
            afterBlank_ = true;
            return Took::Other;
        }
        const bool mayBeTimes = content.front() <= '9' &&
                                (content.front() >= '0' || content.front() == '-') &&
                                content.find(':') != std::string_view::npos;
        if (mayBeTimes) {
            if (const auto times = parsedTimeLine(line)) {
                beginCue(lines, *times);
                return Took::Times;
            }
            if (isDamagedTimeLine(line)) {
                beginDamaged(lines);
                return Took::Other;
            }
        }
        bodyEndBefore_ = bodyEnd_;
        bodyEnd_ = lines.nextBegin();
        last_.begin = lines.begin();
        last_.nextBegin = lines.nextBegin();
        last_.number = numberOf(lines);
        last_.content = content;
        last_.afterBlank = std::exchange(afterBlank_, false);
        hasLast_ = true;
        return Took::Other;
    }

    /// Goes over the text behind the times of a cue at once, where nothing in it needs a look.
    /// None of its lines can belong to the next cue, so that there is no last one to remember.
    void takeRegularBody(LineReader& lines) {
        const auto body = regularBodyAt(origin_->text, lines.nextBegin());
        if (!body) return;
        bodyEnd_ = regularEnd_ = body->end;
        afterBlank_ = true;
        linesSkipped_ += lines.number() + body->lines;
        lines = LineReader(origin_->text, body->next);
    }

    void beginCue(const LineReader& lines, const TimeLine& times) {
        const Header header = headerBefore(lines);
        remarkHead(header);
        endBlock(header);
        cue_ = &slots_.next();
        cue_->id = CueId{++cuesSoFar_};
        cue_->start = times.start;
        cue_->end = times.end;
        cue_->label = header.label;
        cue_->settings = times.settingsAt.of(lines.line());
        noteNumber(lines, header);
        remarkTimes(remarks_, numberOf(lines), times);
        beginBlock(BlockKind::Cue, header.begin, lines);
    }

    void beginDamaged(const LineReader& lines) {
        const Header header = headerBefore(lines);
        remarkHead(header);
        endBlock(header);
        lastNumber_ = isNumber(header.label) ? std::optional(valueOf(header.label)) : std::nullopt;
        remarkDamaged(remarks_, numberOf(lines), lines.line());
        beginBlock(BlockKind::Damaged, header.begin, lines);
    }

    void remarkHead(const Header& header) {
        const bool hasText = (header.takesLast ? bodyEndBefore_ : bodyEnd_) > 0;
        if (block_.kind == BlockKind::Head && hasText) remarkStrayText(remarks_);
    }

    void beginBlock(BlockKind kind, std::size_t begin, const LineReader& lines) {
        block_ = {kind, begin, lines.nextBegin(), numberOf(lines) + 1};
        bodyEnd_ = bodyEndBefore_ = lines.nextBegin();
        hasLast_ = false;
        afterBlank_ = false;
    }

    /// Which line before the line of times is the cue's number.
    Header headerBefore(const LineReader& lines) const {
        const Header none{lines.begin(), {}, 0, false};
        if (!hasLast_) return none;
        const Header taken{last_.begin, last_.content, last_.number, true};
        const bool adjacent = last_.nextBegin == lines.begin();
        if (!adjacent) return last_.afterBlank && isExpectedNumber(last_.content) ? taken : none;
        const bool labels = isNumber(last_.content) || (last_.afterBlank && isWord(last_.content));
        return labels ? taken : none;
    }

    /// The number that the next cue should have, so that a number apart from its times is not taken
    /// for text.
    bool isExpectedNumber(std::string_view content) const {
        return isNumber(content) && lastNumber_ && valueOf(content) == *lastNumber_ + 1;
    }

    void noteNumber(const LineReader& lines, const Header& header) {
        const bool numeric = isNumber(header.label);
        const std::uint64_t number = valueOf(header.label);
        const bool apart = header.takesLast && header.labelLine + 1 != numberOf(lines);
        if (header.label.empty()) {
            remarks_.addHabit(Habit::NoNumber, numberOf(lines), 0);
        } else if (!numeric) {
            remarkWordLabel(remarks_, header.labelLine, header.label);
        } else if (lastNumber_ && number != *lastNumber_ + 1 && cuesSoFar_ > 1) {
            remarks_.addHabit(Habit::NumberOrder, header.labelLine, 0);
        }
        if (apart) remarks_.addHabit(Habit::BlankAfterNumber, header.labelLine, 0);
        lastNumber_ = numeric ? std::optional(number) : std::nullopt;
    }

    /// 0 for a number that is too large to count with.
    static std::uint64_t valueOf(std::string_view digits) {
        std::uint64_t value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
    }

    /// Cuts the block that ends where `header` begins into its pieces.
    void endBlock(const Header& header) {
        const std::size_t bodyEnd = header.takesLast ? bodyEndBefore_ : bodyEnd_;
        if (block_.kind != BlockKind::Cue) {
            addPiece(block_.begin, header.begin, PieceKind::Raw);
            return;
        }
        cue_->piece.index = static_cast<std::uint32_t>(origin_->pieces.size());
        addPiece(block_.begin, bodyEnd, PieceKind::Cue);
        addPiece(bodyEnd, header.begin, PieceKind::Separator);
        takeBody(bodyEnd);
    }

    void addPiece(std::size_t begin, std::size_t end, PieceKind kind) {
        if (begin < end) origin_->pieces.push_back({static_cast<std::uint32_t>(begin), kind});
    }

    void takeBody(std::size_t bodyEnd) {
        const std::string_view body =
            std::string_view(origin_->text).substr(block_.bodyBegin, bodyEnd - block_.bodyBegin);
        if (bodyEnd == regularEnd_) {
            cue_->text.plain = body.substr(0, body.size() - 1);
            return;
        }
        if (const auto plain = plainBody(body)) {
            cue_->text.plain = *plain;
            if (plain->empty()) remarkEmpty(remarks_, block_.bodyLine);
            return;
        }
        parser_.parse(body, body_);
        // A copy allocates what is needed; the buffers stay for the next cue.
        cue_->text.plain = body_.text.plain;
        cue_->text.spans.assign(std::make_move_iterator(body_.text.spans.begin()),
                                std::make_move_iterator(body_.text.spans.end()));
        cue_->alignment = body_.alignment;
        remarkBody(remarks_, block_.bodyLine, body, body_.text, parser_.remarks());
    }

    void endPart(PartPlace place) {
        const std::string_view text = origin_->text;
        const bool mayBreakOff = place == PartPlace::Last && block_.kind == BlockKind::Cue;
        const std::size_t cut = mayBreakOff ? cutOffAt(text) : text.size();
        endBlock({cut, {}, 0, false});
        addPiece(cut, text.size(), PieceKind::Raw);
    }

    /// Where the remains of a cue begin whose times break off at the end of the file, else the
    /// size.
    std::size_t cutOffAt(std::string_view text) {
        if (!hasLast_ || last_.afterBlank || !isCutOffTimeLine(last_.content)) return text.size();
        const std::string_view before =
            text.substr(block_.bodyBegin, last_.begin - block_.bodyBegin);
        std::size_t blankEnd = 0;
        std::size_t lastLine = 0;
        std::string_view number;
        for (LineReader lines(before); lines.next();) {
            number = trimmed(lines.line());
            if (number.empty()) blankEnd = lines.nextBegin();
            lastLine = lines.begin();
        }
        if (blankEnd == 0 || lastLine != blankEnd || !isNumber(number)) return text.size();
        remarkTruncated(remarks_, last_.number);
        // The text of the cue before ends with its last line that is not blank.
        bodyEnd_ = block_.bodyBegin + endOfText(before.substr(0, lastLine));
        return block_.bodyBegin + lastLine;
    }

    static std::size_t endOfText(std::string_view body) {
        std::size_t end = 0;
        for (LineReader lines(body); lines.next();) {
            if (!trimmed(lines.line()).empty()) end = lines.nextBegin();
        }
        return end;
    }

    Origin* origin_ = nullptr;      ///< Of the part being read.
    Document* document_ = nullptr;  ///< The same.
    CueSlots slots_;
    Remarks remarks_;
    BodyParser parser_;
    Body body_;
    Cue* cue_ = nullptr;  ///< The one whose text is being read.
    Block block_;
    TextLine last_;  ///< The last line with something in it since the block's header.
    bool hasLast_ = false;
    bool afterBlank_ = true;         ///< The line before was blank, or there was none.
    std::size_t bodyEnd_ = 0;        ///< Where the line after the last text line begins.
    std::size_t bodyEndBefore_ = 0;  ///< The same without that last text line.
    std::size_t regularEnd_ = 0;     ///< Of the last text that was gone over at once.
    std::optional<std::uint64_t> lastNumber_ = 0;  ///< Of the last cue; none where it had none.
    std::uint32_t lineBase_ = 0;                   ///< The lines of the parts before.
    std::uint32_t linesSkipped_ = 0;               ///< Of the part, before those of the reader.
    std::uint32_t cuesSoFar_ = 0;
};

}  // namespace

std::unique_ptr<PartReader> partReader() {
    return std::make_unique<Reader>();
}

Parsed parsed(Origin origin, const ReadOptions& options) {
    auto kept = std::make_shared<Origin>(std::move(origin));
    Parsed result;
    result.document.format = "srt";
    result.document.language = options.language;
    const std::size_t cues = likelyCues(kept->text);
    result.document.cues.reserve(cues);
    kept->pieces.reserve(2 * cues);
    Reader reader;
    reader.read(*kept, PartPlace::Last, result.document);
    result.document.origin = std::move(kept);
    result.diagnostics = reader.takeDiagnostics();
    return result;
}

}  // namespace subs::srt
