// SPDX-License-Identifier: MIT
#include "format/vtt/blocks.h"

#include "format/vtt/ascii.h"

namespace subs::vtt {
namespace {

bool hasArrow(std::string_view line) {
    return line.find(kArrow) != line.npos;
}

/// True of a line with `word` alone.
bool isHead(std::string_view line, std::string_view word) {
    return line.starts_with(word) && isBlank(line.substr(word.size()));
}

/// "NOTE", and after it nothing or a blank.
bool isNote(std::string_view line) {
    constexpr std::string_view kNote = "NOTE";
    return line.starts_with(kNote) &&
           (line.size() == kNote.size() || line[kNote.size()] == ' ' || line[kNote.size()] == '\t');
}

}  // namespace

bool hasSignature(std::string_view text) {
    if (!text.starts_with(kSignature)) return false;
    const std::string_view rest = text.substr(kSignature.size());
    return rest.empty() || std::string_view(" \t\r\n").find(rest.front()) != rest.npos;
}

bool BlockReader::step() {
    if (isAhead_) {
        isAhead_ = false;
        return true;
    }
    return lines_.next();
}

bool BlockReader::next() {
    do {
        if (!step()) return false;
    } while (lines_.line().empty());
    take();
    return true;
}

void BlockReader::take() {
    block_ = {};
    block_.begin = lines_.begin();
    block_.line = lines_.number();
    hasArrow_ = false;
    count_ = 0;
    if (isFirst_) return takeHeader();
    while (true) {
        ++count_;
        if (hasArrow(lines_.line())) {
            const bool beginsCue = count_ == 1 || (count_ == 2 && !hasArrow_);
            if (!beginsCue) {
                isAhead_ = true;
                break;
            }
            takeTimes();
        } else {
            if (lines_.line().empty()) break;
            takeLine();
        }
        block_.end = lines_.nextBegin();
        if (!lines_.next()) break;
    }
    finish();
}

void BlockReader::takeHeader() {
    isFirst_ = false;
    block_.kind = BlockKind::Header;
    block_.end = lines_.nextBegin();
    while (lines_.next()) {
        if (lines_.line().empty()) return;
        if (hasArrow(lines_.line())) {
            isAhead_ = true;
            return;
        }
        block_.end = lines_.nextBegin();
    }
}

void BlockReader::takeTimes() {
    hasArrow_ = true;
    const auto times = parsedTimeLine(lines_.line());
    block_.kind = times ? BlockKind::Cue : BlockKind::BadCue;
    block_.timeLine = {lines_.begin(), lines_.end()};
    block_.timeLineNumber = lines_.number();
    block_.body = {lines_.nextBegin(), lines_.nextBegin()};
    block_.bodyLine = lines_.number() + 1;
    if (!times) return;
    block_.times = *times;
    hasSeenCue_ = true;
}

void BlockReader::takeLine() {
    const std::string_view line = lines_.line();
    if (count_ == 1) {
        block_.id = {lines_.begin(), lines_.end()};
        if (isNote(line)) block_.kind = BlockKind::Note;
        block_.body = {lines_.nextBegin(), lines_.nextBegin()};
        block_.bodyLine = lines_.number() + 1;
        return;
    }
    if (count_ == 2 && !hasArrow_ && !hasSeenCue_) {
        const std::string_view head = block_.id.of(text_);
        if (isHead(head, "STYLE")) block_.kind = BlockKind::Style;
        if (isHead(head, "REGION")) block_.kind = BlockKind::Region;
    }
    block_.body.end = lines_.nextBegin();
}

std::optional<Block> cueBlockOf(std::string_view piece) {
    BlockReader blocks(piece, BlockReader::From::Body);
    if (!blocks.next() || blocks.block().kind != BlockKind::Cue) return std::nullopt;
    return blocks.block();
}

std::size_t lastBlockBegin(std::string_view text) {
    constexpr std::string_view kLineEnds = "\r\n";
    std::size_t end = text.size();
    while (true) {
        // The last byte of a text line, and the line end before that line.
        const std::size_t last = text.substr(0, end).find_last_not_of(kLineEnds);
        if (last == text.npos) return 0;
        const std::size_t before = text.find_last_of(kLineEnds, last);
        if (before == text.npos) return 0;
        std::string_view head = text.substr(0, before + 1);
        if (head.ends_with('\n')) head.remove_suffix(1);
        if (head.ends_with('\r')) head.remove_suffix(1);
        if (head.ends_with('\r') || head.ends_with('\n')) return before + 1;
        end = before + 1;
    }
}

void BlockReader::finish() {
    if (block_.kind != BlockKind::Cue) block_.id = {};
    if (block_.kind == BlockKind::Cue && block_.id.begin == block_.id.end)
        block_.id = {block_.begin, block_.begin};
}

}  // namespace subs::vtt
