// SPDX-License-Identifier: MIT
#include "format/srt/reader.h"

#include <subs/text/newline.h>

#include "format/srt/body_parser.h"
#include "format/srt/reader_remarks.h"
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

bool isNumber(std::string_view content) {
    return !content.empty() && content.find_first_not_of("0123456789") == std::string_view::npos;
}

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

class Reader {
public:
    Reader(Origin&& origin, const ReadOptions& options)
        : origin_(std::make_shared<Origin>(std::move(origin))) {
        document_.format = "srt";
        document_.language = options.language;
    }

    Parsed run() {
        const std::string_view text = origin_->text;
        reserve(text);
        for (LineReader lines(text); lines.next();)
            takeLine(lines);
        endOfFile(text);
        remarkWholeFile(remarks_, text, document_.cues.size());
        document_.origin = std::move(origin_);
        return {std::move(document_), remarks_.take()};
    }

private:
    void reserve(std::string_view text) {
        std::size_t arrows = 0;
        for (std::size_t at = text.find('>'); at != std::string_view::npos;
             at = text.find('>', at + 1)) {
            arrows += at > 0 && text[at - 1] == '-' ? 1 : 0;
        }
        document_.cues.reserve(arrows);
        origin_->pieces.reserve(2 * arrows + 2);
    }

    void takeLine(const LineReader& lines) {
        const std::string_view line = lines.line();
        const std::string_view content = trimmed(line);
        if (content.empty()) {
            afterBlank_ = true;
            return;
        }
        const bool mayBeTimes =
            content.front() <= '9' && (content.front() >= '0' || content.front() == '-');
        if (mayBeTimes) {
            if (const auto times = parsedTimeLine(line)) return beginCue(lines, *times);
            if (isDamagedTimeLine(line)) return beginDamaged(lines);
        }
        bodyEndBefore_ = bodyEnd_;
        bodyEnd_ = lines.nextBegin();
        last_ = {lines.begin(),
                 lines.nextBegin(),
                 lines.number(),
                 content,
                 std::exchange(afterBlank_, false)};
        hasLast_ = true;
    }

    void beginCue(const LineReader& lines, const TimeLine& times) {
        const Header header = headerBefore(lines);
        remarkHead(header);
        endBlock(header);
        cue_ = Cue();
        cue_.start = times.start;
        cue_.end = times.end;
        cue_.label = header.label;
        cue_.settings = times.settingsAt.of(lines.line());
        noteNumber(lines, header);
        remarkTimes(remarks_, lines.number(), times);
        beginBlock(BlockKind::Cue, header.begin, lines);
    }

    void beginDamaged(const LineReader& lines) {
        const Header header = headerBefore(lines);
        remarkHead(header);
        endBlock(header);
        lastNumber_ = isNumber(header.label) ? std::optional(valueOf(header.label)) : std::nullopt;
        remarkDamaged(remarks_, lines.number(), lines.line());
        beginBlock(BlockKind::Damaged, header.begin, lines);
    }

    void remarkHead(const Header& header) {
        const bool hasText = (header.takesLast ? bodyEndBefore_ : bodyEnd_) > 0;
        if (block_.kind == BlockKind::Head && hasText) remarkStrayText(remarks_);
    }

    void beginBlock(BlockKind kind, std::size_t begin, const LineReader& lines) {
        block_ = {kind, begin, lines.nextBegin(), lines.number() + 1};
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
        const bool apart = header.takesLast && header.labelLine + 1 != lines.number();
        if (header.label.empty()) {
            remarks_.addHabit(Habit::NoNumber, lines.number(), 0);
        } else if (!numeric) {
            remarkWordLabel(remarks_, header.labelLine, header.label);
        } else if (lastNumber_ && number != *lastNumber_ + 1 && !document_.cues.empty()) {
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
        cue_.piece.index = static_cast<std::uint32_t>(origin_->pieces.size());
        addPiece(block_.begin, bodyEnd, PieceKind::Cue);
        addPiece(bodyEnd, header.begin, PieceKind::Separator);
        takeBody(bodyEnd);
        cue_.id = document_.newId();
        document_.cues.push_back(std::move(cue_));
    }

    void addPiece(std::size_t begin, std::size_t end, PieceKind kind) {
        if (begin < end) origin_->pieces.push_back({static_cast<std::uint32_t>(begin), kind});
    }

    void takeBody(std::size_t bodyEnd) {
        const std::string_view body =
            std::string_view(origin_->text).substr(block_.bodyBegin, bodyEnd - block_.bodyBegin);
        parser_.parse(body, body_);
        // A copy allocates what is needed; the buffers stay for the next cue.
        cue_.text.plain = body_.text.plain;
        cue_.text.spans.assign(std::make_move_iterator(body_.text.spans.begin()),
                               std::make_move_iterator(body_.text.spans.end()));
        cue_.alignment = body_.alignment;
        remarkBody(remarks_, block_.bodyLine, body, body_.text, parser_.remarks());
    }

    void endOfFile(std::string_view text) {
        const std::size_t cut = block_.kind == BlockKind::Cue ? cutOffAt(text) : text.size();
        if (cut < text.size()) {
            endBlock({cut, {}, 0, false});
            addPiece(cut, text.size(), PieceKind::Raw);
            return;
        }
        endBlock({text.size(), {}, 0, false});
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

    std::shared_ptr<Origin> origin_;
    Document document_;
    Remarks remarks_;
    BodyParser parser_;
    Body body_;
    Cue cue_;
    Block block_;
    TextLine last_;  ///< The last line with something in it since the block's header.
    bool hasLast_ = false;
    bool afterBlank_ = true;         ///< The line before was blank, or there was none.
    std::size_t bodyEnd_ = 0;        ///< Where the line after the last text line begins.
    std::size_t bodyEndBefore_ = 0;  ///< The same without that last text line.
    std::optional<std::uint64_t> lastNumber_ = 0;  ///< Of the last cue; none where it had none.
};

}  // namespace

Parsed parsed(Origin origin, const ReadOptions& options) {
    return Reader(std::move(origin), options).run();
}

}  // namespace subs::srt
