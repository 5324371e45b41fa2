// SPDX-License-Identifier: MIT
#include "format/scc/reader.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/scc/place.h"
#include "format/scc/unread.h"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

namespace subs::scc {
namespace {

/// Puts the lines of a file into pieces.
class Pieces {
public:
    explicit Pieces(const SccFile& file) : file_(file) {}

    /// All lines before `line` that no cue has.
    void fillTo(std::size_t line) {
        for (; next_ < line; ++next_) {
            const FileLine& one = file_.lines[next_];
            const bool isBlank = one.kind == FileLine::Kind::Blank && isBehindCue_;
            add(one.begin, isBlank ? PieceKind::Separator : PieceKind::Raw);
        }
    }

    PieceRef addCue(const CaptionLines& lines) {
        fillTo(lines.first);
        if (next_ > lines.first) return {static_cast<std::uint32_t>(pieces_.size() - 1)};
        add(file_.lines[lines.first].begin, PieceKind::Cue);
        isBehindCue_ = true;
        next_ = lines.behind;
        return {static_cast<std::uint32_t>(pieces_.size() - 1)};
    }

    std::vector<Piece> take() {
        fillTo(file_.lines.size());
        return std::move(pieces_);
    }

private:
    /// Lines of one kind are one piece.
    void add(std::size_t begin, PieceKind kind) {
        const bool goesOn =
            kind != PieceKind::Cue && !pieces_.empty() && pieces_.back().kind == kind;
        if (kind != PieceKind::Separator) isBehindCue_ = false;
        if (!goesOn) pieces_.push_back({static_cast<std::uint32_t>(begin), kind});
    }

    const SccFile& file_;
    std::size_t next_ = 0;
    bool isBehindCue_ = false;
    std::vector<Piece> pieces_;
};

void remarkLines(const SccFile& file, FileRemarks& remarks) {
    std::int64_t behind = 0;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const FileLine& line = file.lines[i];
        const auto add = [&](Severity severity, std::string_view code, std::string_view message) {
            remarks.addHabit(severity, numberOf(i), 0, code, message);
        };
        if (line.kind == FileLine::Kind::Stray)
            add(Severity::Warning,
                "scc.stray-line",
                "this line has no time code and pairs of bytes; kept, not read");
        if (line.kind != FileLine::Kind::Data) continue;
        if (!line.isRegular)
            add(Severity::Warning,
                "scc.bad-time-code",
                "there is no such time code; read by counting on, kept as written");
        if (line.hasBadWords)
            add(Severity::Warning,
                "scc.bad-word",
                "something here is no pair of bytes in hexadecimal digits; kept, not read");
        if (line.hasBadParity)
            add(Severity::Info,
                "scc.parity",
                "bytes have an even number of ones, which a decoder takes for damaged; read as "
                "they are meant");
        if (line.frame < behind)
            add(Severity::Info,
                "scc.overlap",
                "this line begins before the pairs of the one before are sent; read at its time");
        behind = line.behind;
    }
}

void remarkOddities(const Oddities& oddities, FileRemarks& remarks) {
    struct Kind {
        std::size_t count;
        Severity severity;
        std::string_view code;
        std::string_view message;
    };
    const std::array<Kind, 5> kinds{
        {{oddities.withoutMode,
          Severity::Warning,
          "scc.no-mode",
          "no command says yet how captions are shown; kept, not read as a decoder does not"},
         {oddities.otherChannel,
          Severity::Info,
          "scc.other-channel",
          "there are captions or data of another channel; kept, not read"},
         {oddities.textMode,
          Severity::Info,
          "scc.text-mode",
          "there is text that is no captions; kept, not read"},
         {oddities.unknown,
          Severity::Warning,
          "scc.unknown-code",
          "there is a code without a meaning; kept, not read"},
         {oddities.attributes,
          Severity::Info,
          "scc.attribute",
          "there are backgrounds or black letters, which are kept and not read"}}};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds.at(i).count > 0)
            remarks.add(kinds.at(i).severity,
                        numberOf(oddities.firstLine.at(i)),
                        0,
                        kinds.at(i).code,
                        std::string(kinds.at(i).message));
}

void remarkCaption(const Caption& caption, FileRemarks& remarks) {
    const auto add = [&](Severity severity, std::string_view code, std::string_view message) {
        remarks.addHabit(severity, numberOf(caption.showLine), 0, code, message);
    };
    if (caption.shown.isTooWide)
        add(Severity::Warning,
            "scc.too-wide",
            "a row has text beyond its 32 columns, which a decoder does not show; all is read");
    if (!caption.end)
        add(Severity::Info,
            "scc.no-erase",
            "nothing erases the last caption; read as shown for 10 seconds");
    else if (*caption.end == caption.begin)
        add(Severity::Warning,
            "scc.zero-duration",
            "a caption is shown and taken away in one frame; kept as written");
}

void remarkFile(const SccFile& file, FileRemarks& remarks) {
    const bool hasSignature =
        !file.lines.empty() && file.lines.front().kind == FileLine::Kind::Signature;
    if (!hasSignature)
        remarks.add(Severity::Info,
                    1,
                    0,
                    "scc.no-signature",
                    "the file does not begin with \"Scenarist_SCC V1.0\"; read all the same");
    if (file.hasUnseen)
        remarks.add(Severity::Warning,
                    0,
                    0,
                    "scc.never-shown",
                    "the caption that is loaded last is never shown; kept, not read");
    if (file.captions.empty())
        remarks.add(Severity::Warning, 0, 0, "scc.no-cues", "there is no caption in the file");
}

}  // namespace

Cue cueOf(const Caption& caption) {
    const TimeCodes codes = codesFor(DropFrame::Yes);
    Cue cue;
    cue.start = codes.timeOf(Frame{caption.begin});
    cue.end = caption.end ? codes.timeOf(Frame{*caption.end}) : cue.start + kUnerased;
    cue.text = caption.shown.text;
    cue.alignment = caption.shown.alignment;
    if (caption.mode == Mode::PaintOn) cue.settings = "paint-on";
    if (caption.mode == Mode::RollUp) cue.settings = "roll-up";
    return cue;
}

bool endsForShow(const Cue& cue) {
    return cue.end == cue.start + kUnerased;
}

bool saysSame(const Cue& cue, const Caption& caption) {
    return cue.text == caption.shown.text && cue.alignment == caption.shown.alignment &&
           cue.kind == CueKind::Dialogue;
}

Parsed parsed(Origin origin, const ReadOptions& options) {
    auto text = std::make_shared<Origin>(std::move(origin));
    SccFile file = fileOf(text->text);
    Document document;
    document.format = kId;
    document.language = options.language;
    FileRemarks remarks;
    remarkFile(file, remarks);
    remarkLines(file, remarks);
    remarkOddities(file.oddities, remarks);
    Pieces pieces(file);
    LossReport unread = unreadOf(file);
    document.cues.reserve(file.captions.size());
    for (Caption& caption : file.captions) {
        Cue cue = cueOf(caption);
        caption.shown.text = {};  // what a long file says is not held twice
        cue.id = document.newId();
        const CaptionLines own = file.isSimple
                                     ? linesOf(caption, file)
                                     : CaptionLines{caption.showLine, caption.showLine + 1};
        cue.piece = pieces.addCue(own);
        remarkCaption(caption, remarks);
        if (const auto lost = lostPlaceOf(caption.shown))
            unread.add(feature::kCoordinates,
                       LossSeverity::Approximated,
                       cue.id,
                       lost->before,
                       lost->after);
        document.cues.push_back(std::move(cue));
    }
    text->pieces = pieces.take();
    document.origin = std::move(text);
    return {std::move(document), remarks.take(), std::move(unread)};
}

}  // namespace subs::scc
