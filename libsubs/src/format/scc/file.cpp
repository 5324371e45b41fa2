// SPDX-License-Identifier: MIT
#include "format/scc/file.h"

#include <subs/text/newline.h>

#include <algorithm>

namespace subs::scc {
namespace {

bool isBlankLine(std::string_view line) {
    return line.find_first_not_of(" \t\f\v") == line.npos;
}

bool isSignature(std::string_view line) {
    return line.substr(0, kSignature.size()) == kSignature;
}

void countWord(FileLine& line, const Word& word, const Word& before) {
    line.hasBadParity = line.hasBadParity || (word.isRead && !word.hasParity);
    line.hasBadWords = line.hasBadWords || !word.isRead;
    if (!word.isRead) return;
    const bool isLetters = word.pair.first >= 0x20;
    line.hasLetters = line.hasLetters || isLetters;
    const bool isRepeated = before.isRead && before.pair == word.pair;
    const auto command = commandOf(word.pair);
    if (!command || isRepeated) return;
    if (*command == Command::EndOfCaption) ++line.shows;
    if (*command == Command::EraseDisplayed) ++line.erases;
}

class FileWalk {
public:
    explicit FileWalk(std::string_view text) : text_(text) {}

    SccFile take() {
        file_.lines.reserve(static_cast<std::size_t>(std::ranges::count(text_, '\n')) + 1);
        for (LineReader lines(text_); lines.next();)
            takeLine(lines);
        decoder_.finish();
        file_.captions = decoder_.takeCaptions();
        file_.oddities = decoder_.oddities();
        file_.hasUnseen = decoder_.hasUnseen();
        file_.isSecondChannel = decoder_.isSecondChannel();
        return std::move(file_);
    }

private:
    void takeLine(const LineReader& lines) {
        FileLine line;
        line.begin = lines.begin();
        const std::string_view text = lines.line();
        const auto start = lineStartOf(text);
        if (start)
            takeData(line, text, *start);
        else if (!isBlankLine(text))
            line.kind = isSignature(text) && file_.lines.empty() ? FileLine::Kind::Signature
                                                                 : FileLine::Kind::Stray;
        file_.lines.push_back(line);
    }

    void takeData(FileLine& line, std::string_view text, const LineStart& start) {
        line.kind = FileLine::Kind::Data;
        line.drop = start.drop;
        if (!hasData_) file_.drop = start.drop;
        hasData_ = true;
        const TimeCodes codes = codesFor(start.drop);
        line.isRegular = codes.isRegular(start.code);
        line.frame = codes.frameOf(start.code).number;
        line.behind = line.frame;
        const auto index = static_cast<LineIndex>(file_.lines.size());
        Word before;
        before.isRead = false;
        for (WordWalk words(text, start.size); words.next(); ++line.behind) {
            const Word& word = words.word();
            countWord(line, word, before);
            before = word;
            if (word.isRead) decoder_.take(word.pair, {line.behind, index});
        }
    }

    std::string_view text_;
    Decoder decoder_;
    SccFile file_;
    bool hasData_ = false;
};

bool isOwnErasure(const FileLine& line) {
    return !line.hasLetters && line.shows == 0 && line.erases > 0;
}

/// True of a caption that is loaded and shown by one line, and erased by that of the next or a line
/// between.
bool isSimple(const Caption& caption, const Caption* next, const SccFile& file) {
    const FileLine& own = file.lines[caption.showLine];
    const bool isOwn = caption.mode == Mode::PopOn && caption.loadLine == caption.showLine &&
                       own.shows == 1 && own.erases <= 1;
    if (!isOwn) return false;
    if (!caption.end) return next == nullptr;
    if (next && caption.endLine == next->showLine) return true;
    const bool isBetween = caption.isEndedByErase && caption.endLine > caption.showLine &&
                           (!next || caption.endLine < next->showLine);
    return isBetween && isOwnErasure(file.lines[caption.endLine]) &&
           file.lines[caption.endLine].frame >= own.behind;
}

bool isSimple(const SccFile& file) {
    std::vector<bool> isUsed(file.lines.size(), false);
    std::int64_t behind = 0;
    for (std::size_t i = 0; i < file.captions.size(); ++i) {
        const Caption* next = i + 1 < file.captions.size() ? &file.captions[i + 1] : nullptr;
        const Caption& caption = file.captions[i];
        const bool isOrdered = !next || caption.showLine < next->showLine;
        if (!isOrdered || !isSimple(caption, next, file)) return false;
        isUsed[caption.showLine] = true;
        if (caption.end) isUsed[caption.endLine] = true;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const FileLine& line = file.lines[i];
        if (line.kind != FileLine::Kind::Data) continue;
        const bool isStrange = line.hasBadWords || !line.isRegular || line.drop != file.drop;
        if (!isUsed[i] || isStrange || line.frame < behind) return false;
        behind = line.behind;
    }
    return !file.captions.empty() && !file.isSecondChannel;
}

}  // namespace

SccFile fileOf(std::string_view text) {
    SccFile file = FileWalk(text).take();
    file.isSimple = isSimple(file);
    return file;
}

CaptionLines linesOf(const Caption& caption, const SccFile& file) {
    const bool hasOwn = caption.end && !isErasedByNext(caption, file);
    return {caption.showLine, (hasOwn ? caption.endLine : caption.showLine) + 1};
}

bool isErasedByNext(const Caption& caption, const SccFile& file) {
    return caption.end && file.lines[caption.endLine].shows > 0;
}

}  // namespace subs::scc
