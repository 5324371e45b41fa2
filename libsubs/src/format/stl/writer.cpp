// SPDX-License-Identifier: MIT
#include "format/stl/writer.h"

#include <subs/format/features.h>
#include <subs/model/style_index.h>
#include <subs/text/newline.h>
#include <subs/time/fraction.h>

#include "format/document_losses.h"
#include "format/label_count.h"
#include "format/lines/break_text.h"
#include "format/patch.h"
#include "format/stl/cue_writer.h"
#include "format/stl/languages.h"
#include "format/time_losses.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace subs::stl {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBlocks = 99'999;

/// True of a document that is saved into the file that it was read from.
bool isSavedInPlace(const Document& document) {
    return document.format == kId && document.origin && document.origin->text.size() >= kGsiSize;
}

/// True of a document whose file is blank, and stays so.
bool isBlankFile(const Document& document) {
    return document.format == kId && document.origin && document.cues.empty();
}

std::string_view pieceOf(const Document& document, const Cue& cue) {
    if (!isInItsFile(document, cue, kId)) return {};
    return document.origin->stretch(cue.piece.index);
}

bool isDrawing(const Cue& cue) {
    return isBlank(cue.text.plain) && std::ranges::any_of(cue.text.spans, [](const Span& span) {
               return span.kind == SpanKind::Drawing;
           });
}

/// The first table that has all texts; the Latin one where none has, which is then refused.
const CharacterTable* tableFor(const Document& document) {
    for (std::size_t i = 0; i < CharacterTable::kCount; ++i) {
        const CharacterTable& table = CharacterTable::at(i);
        const bool hasAll = std::ranges::all_of(
            document.cues, [&](const Cue& cue) { return !unheldIn(cue.text.plain, table); });
        if (hasAll) return &table;
    }
    return &CharacterTable::latin();
}

/// How a new file is read.
FileContext newContext(const Document& document, const WriteOptions& options) {
    FileContext context;
    if (options.timeline)
        context.gsi.codes = codesFor(options.timeline->averageRate()).value_or(usualCodes());
    context.gsi.table = tableFor(document);
    const StyleIndex styles(document);
    const bool hasColors = std::ranges::any_of(
        document.cues, [&](const Cue& cue) { return hasColor(styles.styleOf(cue), cue); });
    context.gsi.display = hasColors ? Display::Teletext : Display::Open;
    return context;
}

FileContext contextFor(const Document& document, const WriteOptions& options) {
    return isSavedInPlace(document) ? contextOf(document.origin->text, options.timeline)
                                    : newContext(document, options);
}

/// Puts what changed into the file.
class Saver final : public PieceWriter {
public:
    Saver(const Document& document, const WriteOptions& options)
        : document_(document), writer_(document, options, contextFor(document, options)) {
        for (const Cue& cue : document.cues)
            used_.insert(cue.label);
    }

    Result<std::string> run() {
        auto file = patched(document_, *this);
        if (!file) return file;
        const std::size_t before = blocksIn(document_.origin->text);
        const std::size_t after = blocksIn(*file);
        if (after > kMostBlocks && after != before) return tooLong();
        if (after != before) count(*file, gsi::kBlocks, after, before);
        const std::size_t cues = cuePieces();
        if (document_.cues.size() != cues)
            count(*file, gsi::kSubtitles, document_.cues.size(), cues);
        putTitle(*file);
        return file;
    }

    static tl::unexpected<Error> tooLong() {
        return failure("stl.too-long",
                       "the file would have more than 99,999 blocks, which its header cannot "
                       "count; nothing was written");
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        group_ = headOf(original).group;
        return writer_.appendEdited(out, cue, original);
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        return writer_.appendNew(out, cue, group_, numberFor(cue));
    }

    void separate(std::string&) override {}

private:
    static std::size_t blocksIn(std::string_view file) {
        return (file.size() - kGsiSize) / kBlockSize;
    }

    std::size_t cuePieces() const {
        return static_cast<std::size_t>(
            std::ranges::count(document_.origin->pieces, PieceKind::Cue, &Piece::kind));
    }

    /// Counts on in a field, which may have counted wrong before and stays so then.
    static void count(std::string& file, GsiField field, std::size_t after, std::size_t before) {
        const auto said = numberIn(field.of(file));
        if (said && *said + after >= before) setNumber(file, field, *said + after - before);
    }

    void putTitle(std::string& file) const {
        const std::string title = gsiOf(document_.origin->text, nullptr).title;
        if (title == document_.title) return;
        if (const auto bytes = inCodePageOf(file, document_.title))
            setField(file, gsi::kTitle, *bytes);
    }

    /// Its own number, or the next that no subtitle has.
    std::uint16_t numberFor(const Cue& cue) {
        std::uint16_t number = 0;
        const char* end = cue.label.data() + cue.label.size();
        const auto read = std::from_chars(cue.label.data(), end, number);
        if (!cue.label.empty() && read.ec == std::errc() && read.ptr == end) return number;
        while (next_ < 0xFFFF && used_.contains(std::to_string(next_)))
            ++next_;
        return next_++;
    }

    const Document& document_;
    CueWriter writer_;
    std::uint8_t group_ = 0;
    std::uint16_t next_ = 1;
    std::set<std::string> used_;
};

/// The most columns that a line has, 40 at least.
std::size_t columnsOf(const Document& document) {
    constexpr std::size_t kUsual = 40;
    constexpr std::size_t kMost = 99;
    std::size_t most = kUsual;
    for (const Cue& cue : document.cues)
        for (const lines::TextLine& line : lines::linesOf(cue.text.plain))
            most = std::max<std::size_t>(most, line.end - line.begin);
    return std::min(most, kMost);
}

/// The header of a new file of `blocks`.
std::string headerFor(const Document& document,
                      const FileContext& context,
                      std::string_view blocks,
                      std::size_t subtitles) {
    const Gsi& gsi = context.gsi;
    const bool isTeletext = gsi.display == Display::Teletext;
    // No clock: two conversions of one file are the same bytes.
    constexpr std::string_view kNoDate = "000101";
    NewGsi header;
    header.set(gsi::kCodePage, "850");
    header.set(gsi::kDiskFormat, diskFormatOf(gsi.codes));
    header.set(gsi::kDisplay, isTeletext ? "1" : "0");
    header.set(gsi::kCharacterTable, gsi.table->number());
    header.set(gsi::kLanguage, codeOfLanguage(document.language));
    header.set(gsi::kCreation, kNoDate);
    header.set(gsi::kRevision, kNoDate);
    header.set(gsi::kRevisionNumber, "00");
    header.setNumber(gsi::kBlocks, blocks.size() / kBlockSize);
    header.setNumber(gsi::kSubtitles, subtitles);
    header.setNumber(gsi::kGroups, 1);
    header.setNumber(gsi::kColumns, isTeletext ? 40 : columnsOf(document));
    header.setNumber(gsi::kRows, static_cast<std::size_t>(gsi.rows));
    header.set(gsi::kTimeCodeStatus, "1");
    header.set(gsi::kStart, "00000000");
    std::string first;
    for (const std::uint8_t part : headOf(blocks).in) {
        first += static_cast<char>('0' + part / 10);
        first += static_cast<char>('0' + part % 10);
    }
    header.set(gsi::kFirstCue, first);
    header.set(gsi::kDisks, "1");
    header.set(gsi::kDisk, "1");
    std::string block = header.take();
    if (const auto title = inCodePageOf(block, document.title))
        setField(block, gsi::kTitle, *title);
    return block;
}

Result<std::string> writtenNew(const Document& document, const WriteOptions& options) {
    const FileContext context = newContext(document, options);
    const CueWriter writer(document, options, context);
    std::string blocks;
    std::size_t count = 0;
    constexpr std::size_t kNumbers = 0x10000;
    for (const Cue& cue : document.cues) {
        if (isDrawing(cue)) continue;
        const auto group = static_cast<std::uint8_t>(++count / kNumbers);
        auto done =
            writer.appendNew(blocks, cue, group, static_cast<std::uint16_t>(count % kNumbers));
        if (!done) return tl::unexpected(done.error());
    }
    if (count == 0) return std::string();
    if (blocks.size() / kBlockSize > kMostBlocks) return Saver::tooLong();
    return headerFor(document, context, blocks, count) + blocks;
}

void planTitle(const Document& document, std::string_view header, LossReport& losses) {
    const auto title = inCodePageOf(header, document.title);
    if (!title)
        losses.add(feature::kTitle, LossSeverity::Dropped, {}, document.title, {});
    else if (title->size() > gsi::kTitle.size)
        losses.add(feature::kTitle,
                   LossSeverity::Approximated,
                   {},
                   document.title,
                   "its first 32 characters");
}

}  // namespace

LossReport planned(const Document& document, const WriteOptions& options) {
    LossReport losses;
    const CueWriter writer(document, options, contextFor(document, options));
    const bool isInPlace = isSavedInPlace(document);
    if (!isInPlace && document.format != kId) {
        reportStyles(document, "letters of one kind", losses);
        reportCanvas(document, losses);
    }
    planTitle(document, isInPlace ? document.origin->text : NewGsi().take(), losses);
    LabelCount labels;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Cue& cue = document.cues[i];
        const bool saysMore = labels.saysMore(cue);
        if (isDrawing(cue) && !isInPlace) {
            losses.add(feature::kDrawing, LossSeverity::Dropped, cue.id, "a drawing", {});
            continue;
        }
        const std::string_view piece = isInPlace ? pieceOf(document, cue) : std::string_view();
        writer.plan(i, piece, losses);
        if (saysMore && piece.empty())
            losses.add(feature::kLabel, LossSeverity::Dropped, cue.id, cue.label, {});
    }
    if (document.format != kId) reportRaw(document, losses);
    return losses;
}

Result<std::string> written(const Document& document, const WriteOptions& options) {
    if (isSavedInPlace(document)) return Saver(document, options).run();
    if (isBlankFile(document)) return document.origin->text;
    if (options.timeline && !codesFor(options.timeline->averageRate()))
        return failure(
            "stl.frame-rate",
            fmt::format("an EBU STL file counts 23.976, 24, 25, 29.97, 48, 50 or 59.94 frames a "
                        "second, not {}; nothing was written (without --fps it counts 25)",
                        formatted(options.timeline->averageRate().framesPerSecond())));
    return writtenNew(document, options);
}

std::string markupOf(const Document& document, const Cue& cue) {
    const WriteOptions options;
    if (isSavedInPlace(document)) {
        FileContext context;
        context.gsi = gsiOf(document.origin->text, nullptr);
        return CueWriter(document, options, context).markupOf(cue, pieceOf(document, cue));
    }
    Document one;
    one.format = document.format;
    one.styles = document.styles;
    one.cues = {cue};
    return CueWriter(one, options, newContext(one, options)).markupOf(one.cues.front(), {});
}

std::vector<std::string> settingsJson(const Document& document) {
    std::vector<std::string> all;
    if (!isSavedInPlace(document)) return all;
    for (const Cue& cue : document.cues) {
        const std::string_view piece = pieceOf(document, cue);
        const BlockHead head = piece.empty() ? BlockHead() : headOf(piece);
        all.push_back(Json{{"row", head.row},
                           {"justification", head.justification},
                           {"group", head.group},
                           {"cumulative", head.cumulative},
                           {"in", textOf(head.in)},
                           {"out", textOf(head.out)}}
                          .dump());
    }
    return all;
}

}  // namespace subs::stl
