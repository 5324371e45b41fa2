// SPDX-License-Identifier: MIT
#include "format/stl/reader.h"

#include <subs/base/counted.h>
#include <subs/format/features.h>

#include "format/damaged_text.h"
#include "format/file_remarks.h"
#include "format/stl/header_texts.h"
#include "format/stl/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace subs::stl {
namespace {

constexpr std::uint8_t kLastCumulative = 3;
/// The first hour, and the first minute, second and frame, that there is not.
constexpr TimeCode kBeyond{24, 60, 60, 60};

/// What places and sets cannot be said by an alignment.
std::string settingsOf(const BlockHead& head) {
    if (head.cumulative == 0) return {};
    constexpr std::array<std::string_view, 4> kNames{"", "first", "middle", "last"};
    if (head.cumulative > kLastCumulative) return fmt::format("CS={}", head.cumulative);
    return fmt::format(
        "CS={} ({} of a cumulative set)", head.cumulative, kNames.at(head.cumulative));
}

bool startsBefore(const Subtitle& subtitle, const Gsi& gsi) {
    return gsi.codes.frameOf(subtitle.head.in) < gsi.start;
}

/// Reads one file.
class FileReader {
public:
    FileReader(const Origin& origin, const ReadOptions& options)
        : text_(origin.text), context_(contextOf(origin.text, options.timeline)) {}

    void run(Document& document) {
        document.format = kId;
        pieces_.push_back({0, PieceKind::Section});
        remarkHeader();
        addHeaderTexts(text_, unread_);
        BlockWalk walk(text_, kGsiSize);
        for (auto found = walk.next(); found != BlockWalk::Found::End; found = walk.next()) {
            ++block_;
            take(found, walk, document);
        }
        remarkCounts(document);
        addDoubleHeight(document);
        if (groups_.count > 0) unread_.items.push_back(std::move(groups_));
    }

    std::vector<Piece> takePieces() { return std::move(pieces_); }
    std::vector<UnreadStart> takeUnreadStarts() { return std::move(unreadStarts_); }
    Diagnostics takeRemarks() { return remarks_.take(); }
    LossReport takeUnread() { return std::move(unread_); }
    const Gsi& gsi() const { return context_.gsi; }

private:
    void add(Severity severity, std::string_view code, std::string_view message) {
        remarks_.addHabit(severity, 0, 0, code, message);
    }

    void addAt(Severity severity, std::string_view code, std::string_view message) {
        remarks_.addHabit(
            severity, 0, 0, code, message, fmt::format("first in block {}", blockNumber()));
    }

    std::size_t blockNumber() const { return (at_ - kGsiSize) / kBlockSize + 1; }

    void take(BlockWalk::Found found, const BlockWalk& walk, Document& document) {
        at_ = walk.begin();
        const auto begin = static_cast<std::uint32_t>(at_);
        if (found == BlockWalk::Found::Subtitle) {
            pieces_.push_back({begin, PieceKind::Cue});
            return takeSubtitle(walk.subtitle(), document);
        }
        pieces_.push_back({begin, PieceKind::Raw});
        if (found == BlockWalk::Found::Reserved)
            addAt(Severity::Warning,
                  "stl.reserved-block",
                  "a block has an extension number that is reserved (F0 to FD); kept, not read");
        isCut_ = isCut_ || found == BlockWalk::Found::Rest;
        if (found == BlockWalk::Found::Rest)
            addAt(Severity::Error,
                  "stl.cut-off",
                  "the file ends inside of a block, so that it may have been cut off; all is kept, "
                  "and the part of a block is not read");
    }

    void takeSubtitle(const Subtitle& subtitle, Document& document) {
        ++subtitles_;
        Cue cue = cueOf(subtitle, context_);
        cue.id = document.newId();
        cue.piece.index = static_cast<std::uint32_t>(pieces_.size() - 1);
        remarkSubtitle(subtitle, cue);
        if (!saysTime(subtitle.head.in)) addUnreadStart(subtitle.head.in, cue);
        // Blocks of other kinds stand amid those of a subtitle too.
        const std::string others =
            otherBlocksOf(text_.substr(subtitle.begin, subtitle.end - subtitle.begin));
        if (!others.empty())
            unread_.add(feature::kRaw,
                        LossSeverity::Dropped,
                        cue.id,
                        "user data amid the blocks of a subtitle",
                        {});
        document.cues.push_back(std::move(cue));
    }

    void addUnreadStart(const TimeCode& code, const Cue& cue) {
        unreadStarts_.push_back({cue.piece.index, cue.start});
        unread_.add(feature::kUnread,
                    LossSeverity::Dropped,
                    cue.id,
                    textOf(code),
                    textOf(context_.gsi.codes.codeOf(Frame{})));
        addAt(Severity::Warning,
              "stl.unread-start",
              "the time code in of a subtitle is none at any frame rate; taken as the beginning of "
              "the programme, which another format gets; kept as written");
    }

    void remarkSubtitle(const Subtitle& subtitle, const Cue& cue) {
        if (!subtitle.isFinished)
            addAt(Severity::Warning,
                  "stl.unfinished-chain",
                  "the last block of a subtitle is missing; read as far as it goes");
        if (isOdd(subtitle.head.in) || !context_.gsi.codes.isRegular(subtitle.head.out))
            addAt(Severity::Warning,
                  "stl.bad-time-code",
                  "there is no such time code at the frame rate of the file; read by counting on, "
                  "kept as written");
        if (*cue.end < cue.start)
            addAt(Severity::Warning,
                  "stl.end-before-start",
                  "the end is before the start; kept as written");
        else if (*cue.end == cue.start)
            addAt(Severity::Warning,
                  "stl.zero-duration",
                  "the subtitle has no duration; kept as written");
        if (cue.start < Time())
            addAt(Severity::Warning,
                  "stl.before-start",
                  "a subtitle is before the start of the programme (TCP); kept, its times are "
                  "negative");
        if (cue.text.plain.empty())
            addAt(Severity::Warning, "stl.empty-cue", "the subtitle has no text; kept");
        if (subtitle.head.cumulative > kLastCumulative)
            addAt(Severity::Warning,
                  "stl.bad-cumulative",
                  "the cumulative status means nothing; kept, read as a single subtitle");
        const FieldText field = decodedField(subtitle.text, context_.field());
        addPlace(subtitle.head, field, cue);
        if (field.isDoubleHeight) double_.push_back(cue.id);
        for (const UnknownBytes& unknown : field.unknown)
            unread_.add(feature::kDamage,
                        LossSeverity::Approximated,
                        cue.id,
                        bytesShown(unknown.bytes),
                        unknown.readAs);
        if (!field.unknown.empty())
            addAt(Severity::Warning,
                  "stl.bad-character",
                  "there are bytes that the character table of the file does not have; kept, read "
                  "as U+FFFD or nothing");
    }

    /// True of a time code that is one at another rate than the file's.
    bool isOdd(const TimeCode& code) const {
        return saysTime(code) && !context_.gsi.codes.isRegular(code);
    }

    /// What the head of a block says and no cue has: the exact rows, and the group.
    void addPlace(const BlockHead& head, const FieldText& field, const Cue& cue) {
        if (head.group != 0) addGroup(head.group, cue.id);
        if (cue.kind == CueKind::Comment || cue.text.plain.empty()) return;
        const auto lost = lostPlaceOf(head, field, context_.gsi);
        if (!lost) return;
        unread_.add(
            feature::kCoordinates, LossSeverity::Approximated, cue.id, lost->before, lost->after);
    }

    /// An item of its own, beside the texts of the header.
    void addGroup(std::uint8_t group, CueId cue) {
        if (groups_.count == 0) {
            groups_.feature = feature::kMetadata;
            groups_.before = fmt::format("subtitle group number (SGN): {}", group);
        }
        ++groups_.count;
        groups_.cues.push_back(cue);
    }

    void remarkHeader() {
        const Gsi& gsi = context_.gsi;
        if (!gsi.hasKnownRate)
            add(Severity::Warning,
                "stl.unknown-format-code",
                "the disk format code does not say how many frames a second has; read as 25");
        if (!gsi.hasKnownTable)
            add(Severity::Warning,
                "stl.unknown-table",
                "the character code table is none of 00 to 04; read as Latin");
        if (!gsi.hasKnownStart)
            add(Severity::Warning,
                "stl.bad-start",
                "the start of the programme (TCP) is no time code; read as 00:00:00:00");
        if (!context_.countsFromStart)
            add(Severity::Warning,
                "stl.start-after-cues",
                "all subtitles are before the start of the programme (TCP), which therefore is "
                "not taken off their times");
    }

    void remarkCounts(const Document& document) {
        if (document.cues.empty())
            add(Severity::Warning, "stl.no-cues", "there is no subtitle in the file");
        const auto said = numberIn(gsi::kBlocks.of(text_));
        const std::size_t blocks = (text_.size() - kGsiSize) / kBlockSize;
        const auto subtitles = numberIn(gsi::kSubtitles.of(text_));
        const bool isOther = said && *said != blocks && subtitles != blocks;
        const std::size_t missing = isOther && *said > blocks ? *said - blocks : 0;
        if (isOther)
            add(missing > 0 ? Severity::Warning : Severity::Info,
                "stl.block-count",
                fmt::format("the header counts {} blocks and there are {}; {}",
                            *said,
                            blocks,
                            missing > 0 ? "the file may have been cut off" : "all are read"));
        if (missing > 0 || isCut_) addCutOff(missing);
    }

    /// What is not there any more, or in a part of a block.
    void addCutOff(std::size_t missing) {
        LossItem& loss = unread_.items.emplace_back();
        loss.feature = feature::kUnread;
        loss.count = std::max<std::size_t>(missing, 1);
        loss.before = missing > 0 ? fmt::format("{} that the header counts and the file has not",
                                                counted(missing, "block"))
                                  : "the part of a block that the file ends with";
        loss.remedy = "get the file whole and convert it again";
    }

    /// Letters are as high as all others of a file where all are double.
    void addDoubleHeight(const Document& document) {
        const bool areAll = double_.size() == document.cues.size();
        for (const CueId cue : double_)
            unread_.add(feature::kFontSize,
                        areAll ? LossSeverity::Info : LossSeverity::Dropped,
                        cue,
                        "double height",
                        {});
    }

    std::string_view text_;
    FileContext context_;
    FileRemarks remarks_;
    std::vector<Piece> pieces_;
    std::vector<UnreadStart> unreadStarts_;
    std::size_t at_ = kGsiSize;
    std::size_t block_ = 0;
    std::size_t subtitles_ = 0;
    LossReport unread_;
    LossItem groups_;
    std::vector<CueId> double_;  ///< Of double height.
    bool isCut_ = false;         ///< The file ends inside of a block.
};

Parsed withoutHeader(std::shared_ptr<Origin> file) {
    Document document;
    document.format = kId;
    if (!file->text.empty()) file->pieces = {{0, PieceKind::Raw}};
    document.origin = std::move(file);
    FileRemarks remarks;
    remarks.add(Severity::Error,
                0,
                0,
                "stl.no-header",
                "the file is shorter than the header of EBU STL, 1024 bytes; all of it is kept, "
                "and there are no cues");
    return {std::move(document), remarks.take()};
}

}  // namespace

Time FileContext::timeOf(const TimeCode& code) const {
    const Frame frame = gsi.codes.frameOf(code);
    const std::int64_t start = countsFromStart ? gsi.start.number : 0;
    return gsi.codes.timeOf(Frame{frame.number - start});
}

FileContext contextOf(std::string_view file, const FrameTimeline* timeline) {
    FileContext context;
    context.gsi = gsiOf(file, timeline);
    bool any = false;
    bool isBehind = false;
    BlockWalk walk(file, kGsiSize);
    for (auto found = walk.next(); found != BlockWalk::Found::End && !isBehind;
         found = walk.next()) {
        if (found != BlockWalk::Found::Subtitle || !saysTime(walk.subtitle().head.in)) continue;
        any = true;
        isBehind = !startsBefore(walk.subtitle(), context.gsi);
    }
    context.countsFromStart = isBehind || !any;
    return context;
}

bool saysTime(const TimeCode& code) {
    for (std::size_t i = 0; i < code.size(); ++i)
        if (code.at(i) >= kBeyond.at(i)) return false;
    return true;
}

Cue cueOf(const Subtitle& subtitle, const FileContext& context) {
    Cue cue;
    const BlockHead& head = subtitle.head;
    FieldText field = decodedField(subtitle.text, context.field());
    if (saysTime(head.in)) cue.start = context.timeOf(head.in);
    cue.end = context.timeOf(head.out);
    cue.kind = head.comment == kIsComment ? CueKind::Comment : CueKind::Dialogue;
    cue.alignment = alignmentOf(head, field, context.gsi.rows);
    cue.label = std::to_string(head.number);
    cue.settings = settingsOf(head);
    cue.text = std::move(field.text);
    return cue;
}

Subtitle subtitleIn(std::string_view blocks) {
    BlockWalk walk(blocks, 0);
    walk.next();
    return walk.subtitle();
}

Parsed parsed(Origin origin, const ReadOptions& options) {
    auto file = std::make_shared<Origin>(std::move(origin));
    if (file->text.size() < kGsiSize) return withoutHeader(std::move(file));
    Document document;
    FileReader reader(*file, options);
    reader.run(document);
    file->encoding.name =
        fmt::format("EBU STL {} ({})", reader.gsi().table->number(), reader.gsi().table->name());
    file->encoding.reason = "said in its header";
    file->pieces = reader.takePieces();
    file->unreadStarts = reader.takeUnreadStarts();
    document.language = options.language.empty() ? reader.gsi().language : options.language;
    document.title = reader.gsi().title;
    document.origin = std::move(file);
    return {std::move(document), reader.takeRemarks(), reader.takeUnread()};
}

}  // namespace subs::stl
