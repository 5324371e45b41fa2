// SPDX-License-Identifier: MIT
#include "format/vtt/reader.h"

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
    constexpr std::string_view kName = "Language:";
    for (LineReader lines(header); lines.next();) {
        std::string_view line = lines.line();
        if (line.starts_with(kName)) return takeWord(line = line.substr(kName.size()));
    }
    return {};
}

class Reader {
public:
    Reader(Origin origin, const ReadOptions& options)
        : origin_(std::make_shared<Origin>(std::move(origin))), text_(origin_->text) {
        document_.format = "vtt";
        document_.language = options.language;
    }

    Parsed run() {
        if (hasSignature(text_)) {
            for (BlockReader blocks(text_); blocks.next();)
                take(blocks.block());
            if (document_.cues.empty()) remarkNoCues(remarks_);
        } else {
            remarkNoSignature(remarks_);
        }
        addGap(text_.size());
        remarkNul(remarks_, text_);
        document_.origin = std::move(origin_);
        return {std::move(document_), remarks_.take()};
    }

private:
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
                regions_.push_back(parsedRegion(block.body.of(text_)));
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
        if (lines.next()) document_.title = titleIn(lines.line());
        if (document_.language.empty()) document_.language = languageIn(header);
    }

    void takeCue(const Block& block) {
        Cue& cue = document_.cues.emplace_back();
        cue.id = document_.newId();
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

    std::shared_ptr<Origin> origin_;
    std::string_view text_;
    Document document_;
    std::vector<Region> regions_;
    ClassLooks looks_;
    FileRemarks remarks_;
    BlockKind last_ = BlockKind::Header;
    std::size_t done_ = 0;
};

}  // namespace

Parsed parsed(Origin origin, const ReadOptions& options) {
    return Reader(std::move(origin), options).run();
}

FileHead headOf(std::string_view text) {
    FileHead head;
    if (!hasSignature(text)) return head;
    for (BlockReader blocks(text); blocks.next();) {
        const Block& block = blocks.block();
        if (block.kind == BlockKind::Cue) break;
        if (block.kind == BlockKind::Region)
            head.regions.push_back(parsedRegion(block.body.of(text)));
        if (block.kind == BlockKind::Style) head.looks.read(block.body.of(text));
        if (block.kind == BlockKind::Header)
            head.title = titleIn(text.substr(0, text.find_first_of("\r\n")));
    }
    return head;
}

}  // namespace subs::vtt
