// SPDX-License-Identifier: MIT
#include "format/vtt/reader.h"

#include "format/cue_slots.h"
#include "format/vtt/alignment.h"
#include "format/vtt/ascii.h"
#include "format/vtt/blocks.h"
#include "format/vtt/cue_body.h"
#include "format/vtt/reader_remarks.h"
#include "format/vtt/settings.h"

#include <memory>
#include <string>
#include <utility>

namespace subs::vtt {
namespace {

/// What follows the signature in its line, without the blanks and dash that usually part them.
std::string_view titleIn(std::string_view line) {
    line.remove_prefix(kSignature.size());
    std::size_t at = 0;
    skipWhitespace(line, at);
    if (line.substr(at).starts_with("- ")) skipWhitespace(line, ++at);
    line.remove_prefix(at);
    while (!line.empty() && isWhitespace(line.back()))
        line.remove_suffix(1);
    return line;
}

/// The value of a line "Language: km" of the header; empty where there is none.
std::string_view languageIn(std::string_view header) {
    for (LineReader lines(header); lines.next();) {
        std::string_view line = lines.line();
        if (line.starts_with(kLanguageName))
            return takeWord(line = line.substr(kLanguageName.size()));
    }
    return {};
}

/// Goes over the blocks of a file once, part after part.
class Reader final : public PartReader {
public:
    explicit Reader(const ReadOptions& options) : asked_(options.language), language_(asked_) {}

    std::size_t partSize(std::string_view text) const override { return lastBlockBegin(text); }

    std::optional<Time> firstStart(std::string_view text) const override {
        BlockReader blocks(text, BlockReader::From::Cues);
        if (!blocks.next() || blocks.block().kind != BlockKind::Cue) return std::nullopt;
        return blocks.block().times.start;
    }

    bool read(Origin& origin, PartPlace place, Document& document) override {
        origin_ = &origin;
        text_ = origin.text;
        origin.pieces.clear();
        slots_.begin(document.cues);
        remarks_.beginPart(linesRead_);
        done_ = 0;
        isKnown_ = isKnown_ || hasSignature(text_);
        if (isKnown_)
            takeBlocks();
        else
            remarkNoSignature(remarks_);
        addGap(text_.size());
        remarkNul(remarks_, text_);
        slots_.finish();
        document.lastId = cuesSoFar_;
        document.title = title_;
        document.language = language_;
        return isKnown_ || place == PartPlace::Last;
    }

    std::uint32_t linesRead() const override { return linesRead_; }

    Diagnostics takeDiagnostics() override {
        if (isKnown_ && cuesSoFar_ == 0) remarkNoCues(remarks_);
        return remarks_.take();
    }

private:
    void takeBlocks() {
        BlockReader blocks(text_, from_);
        while (blocks.next())
            take(blocks.block());
        linesRead_ += blocks.lineCount();
        from_ = cuesSoFar_ > 0 ? BlockReader::From::Cues : BlockReader::From::Body;
    }

    void take(const Block& block) {
        addGap(block.begin);
        remarkBlock(remarks_, text_, block);
        switch (block.kind) {
            case BlockKind::Header:
                takeHeader(block);
                break;
            case BlockKind::Style:
                looks_.read(block.body.of(text_));
                break;
            case BlockKind::Region:
                addRegion(block.body.of(text_), regions_);
                break;
            case BlockKind::Cue:
                takeCue(block);
                break;
            default:
                break;
        }
        const bool isCue = block.kind == BlockKind::Cue;
        addPiece(block.begin, isCue ? PieceKind::Cue : PieceKind::Raw);
        last_ = block.kind;
        done_ = block.end;
    }

    /// The blank lines before `end`: those behind a cue go with it.
    void addGap(std::size_t end) {
        if (done_ < end)
            addPiece(done_, last_ == BlockKind::Cue ? PieceKind::Separator : PieceKind::Raw);
        done_ = end;
    }

    void addPiece(std::size_t begin, PieceKind kind) {
        origin_->pieces.push_back({static_cast<std::uint32_t>(begin), kind});
    }

    void takeHeader(const Block& block) {
        const std::string_view header = text_.substr(block.begin, block.end - block.begin);
        LineReader lines(header);
        if (lines.next()) title_ = titleIn(lines.line());
        if (asked_.empty()) language_ = languageIn(header);
    }

    void takeCue(const Block& block) {
        Cue& cue = slots_.next();
        cue.id = CueId{++cuesSoFar_};
        cue.piece.index = static_cast<std::uint32_t>(origin_->pieces.size());
        cue.start = block.times.start;
        cue.end = block.times.end;
        cue.label = cueTextOf(block.id.of(text_));
        const std::string_view line = block.timeLine.of(text_);
        cue.settings = block.times.settingsAt.of(line);
        std::vector<std::string_view> flaws;
        cue.alignment =
            alignmentOf(parsedSettings(block.times.settingsAt.of(line), regions_, &flaws));
        for (const std::string_view flaw : flaws)
            remarkSetting(remarks_, text_, block, flaw);
        remarkTimes(remarks_, block);
        const std::string markup = cueTextOf(block.body.of(text_));
        CueBody body = parsedBody(markup, looks_);
        remarkBody(remarks_, block, markup, body);
        cue.text = std::move(body.text);
        cue.speaker = body.speaker;
    }

    std::string asked_;  ///< The language, or empty.
    std::string language_;
    std::string title_;
    Origin* origin_ = nullptr;  ///< Of the part being read.
    std::string_view text_;     ///< The same.
    CueSlots slots_;
    Regions regions_;
    ClassLooks looks_;
    FileRemarks remarks_;
    BlockReader::From from_ = BlockReader::From::Header;
    BlockKind last_ = BlockKind::Header;
    std::size_t done_ = 0;
    bool isKnown_ = false;  ///< The file has the signature.
    std::uint32_t cuesSoFar_ = 0;
    std::uint32_t linesRead_ = 0;
};

}  // namespace

std::unique_ptr<PartReader> partReader(const ReadOptions& options) {
    return std::make_unique<Reader>(options);
}

Parsed parsed(Origin origin, const ReadOptions& options) {
    auto kept = std::make_shared<Origin>(std::move(origin));
    Parsed result;
    result.document.format = "vtt";
    Reader reader(options);
    reader.read(*kept, PartPlace::Last, result.document);
    result.document.origin = std::move(kept);
    result.diagnostics = reader.takeDiagnostics();
    return result;
}

FileHead headOf(std::string_view text) {
    FileHead head;
    if (!hasSignature(text)) return head;
    for (BlockReader blocks(text); blocks.next();) {
        const Block& block = blocks.block();
        if (block.kind == BlockKind::Cue) break;
        if (block.kind == BlockKind::Region) addRegion(block.body.of(text), head.regions);
        if (block.kind == BlockKind::Style) head.looks.read(block.body.of(text));
        if (block.kind == BlockKind::Header)
            head.title = titleIn(text.substr(0, text.find_first_of("\r\n")));
    }
    return head;
}

}  // namespace subs::vtt
