// SPDX-License-Identifier: MIT
#include "format/stl/cue_writer.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/fades.h"
#include "format/stl/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace subs::stl {
namespace {

constexpr std::size_t kMostColumns = 40;

FrameCount countOf(const FileContext& file) {
    const std::int64_t start = file.countsFromStart ? file.gsi.start.number : 0;
    return {file.gsi.codes.rate(), -start, file.gsi.codes.last().number - start};
}

/// True of a text that begins or ends with an empty row, or has a row that does with a blank:
/// readers take these for what the codes of a row take up.
bool hasBlankEnds(std::string_view text) {
    if (text.starts_with('\n') || text.ends_with('\n')) return true;
    for (LineReader lines(text); lines.next();)
        if (lines.line().starts_with(' ') || lines.line().ends_with(' ')) return true;
    return false;
}

std::optional<std::uint16_t> numberOf(std::string_view label) {
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
    const bool isAll = error == std::errc() && end == label.data() + label.size();
    return isAll && std::to_string(number) == label ? std::optional(number) : std::nullopt;
}

Alignment alignmentFor(const Style* style, const Cue& cue) {
    if (cue.alignment) return *cue.alignment;
    return style ? style->alignment : Alignment::BottomCentre;
}

int linesOf(const Cue& cue) {
    return static_cast<int>(std::max<std::size_t>(lineCount(cue.text), 1));
}

std::string nameOf(char32_t letter) {
    std::string text;
    appendUtf8(text, letter);
    return letter < ' '
               ? fmt::format("U+{:04X}", static_cast<std::uint32_t>(letter))
               : fmt::format("\"{}\" (U+{:04X})", text, static_cast<std::uint32_t>(letter));
}

std::size_t longestLine(std::string_view plain) {
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin <= plain.size();) {
        const std::size_t end = std::min(plain.find('\n', begin), plain.size());
        longest = std::max(longest, countCodePoints(plain.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

}  // namespace

CueWriter::CueWriter(const Document& document, const WriteOptions& options, const FileContext& file)
    : document_(document),
      styles_(document),
      options_(options),
      file_(file),
      start_(file.countsFromStart ? file.gsi.start.number : 0),
      edges_(document, options, countOf(file)) {}

TimeCode CueWriter::codeOf(Time time, Edge edge) const {
    return file_.gsi.codes.codeOf(Frame{edges_.frameOf(time, edge) + start_});
}

std::size_t CueWriter::indexOf(const Cue& cue) const {
    return static_cast<std::size_t>(&cue - document_.cues.data());
}

bool CueWriter::keepsTimes() const {
    return options_.timeline == nullptr;
}

NewFieldContext CueWriter::contextFor(const Cue& cue,
                                      bool isDoubleHeight,
                                      LossReport* losses) const {
    return {document_, styles_.styleOf(cue), file_.field(), isDoubleHeight, losses};
}

tl::unexpected<Error> CueWriter::unheld(const Cue& cue, char32_t letter) const {
    const std::string_view tables =
        document_.origin && document_.format == kId
            ? "in the character table of the file"
            : "in one of the character tables of EBU STL (Latin, Cyrillic, Arabic, Greek, Hebrew) "
              "that has the rest of the text";
    return failure(
        "format.unrepresentable",
        fmt::format(
            "cue {}: {} is not {}; nothing was written", indexOf(cue) + 1, nameOf(letter), tables));
}

Result<std::string> CueWriter::newFieldOf(const Cue& cue,
                                          bool isDoubleHeight,
                                          LossReport* losses) const {
    if (const auto letter = unheldIn(cue.text.plain, *file_.gsi.table)) return unheld(cue, *letter);
    return newField(cue, contextFor(cue, isDoubleHeight, losses));
}

Result<std::string> CueWriter::editedField(const Cue& cue,
                                           const std::string& field,
                                           LossReport* losses) const {
    const FieldText read = decodedField(field, file_.field());
    const NewFieldContext context = contextFor(cue, read.isDoubleHeight, losses);
    std::optional<char32_t> letter;
    const PatchedMarkup original{
        field,
        read.text.plain,
        read.shown,
        [&](std::string& out, std::string_view plain, std::size_t begin, std::size_t end) {
            const auto unheld = appendLetters(out, plain, begin, end, context, cue.id);
            if (unheld) letter = unheld;
        },
        [&](std::string_view markup, CueText& text) {
            text = decodedField(markup, file_.field()).text;
            return !letter;
        }};
    if (auto patched = patchedMarkup(original, cue.text)) return *std::move(patched);
    return newFieldOf(cue, read.isDoubleHeight, losses);
}

Result<void> CueWriter::appendText(std::string& out,
                                   const Cue& cue,
                                   const BlockHead& head,
                                   std::string_view field) const {
    const bool isDone = appendBlocks(out, head, field, [&](std::string_view part) {
        return !file_.gsi.table->endsInside(part);
    });
    if (isDone) return {};
    return failure("stl.text-too-long",
                   fmt::format("cue {}: the text is longer than the 240 blocks that a subtitle can "
                               "have; nothing was written",
                               indexOf(cue) + 1));
}

BlockHead CueWriter::editedHead(const Cue& cue, const Cue& read, const Subtitle& subtitle) const {
    BlockHead head = subtitle.head;
    // What was taken for a start that cannot be read is not put in its place.
    const bool mayRespell = !keepsTimes() && saysTime(head.in);
    if (cue.start != read.start || mayRespell) head.in = codeOf(cue.start, Edge::Start);
    const Time end = edges_.endOf(indexOf(cue));
    if (end != *read.end || !keepsTimes()) head.out = codeOf(end, Edge::End);
    if (cue.kind != read.kind) head.comment = cue.kind == CueKind::Comment ? kIsComment : 0;
    if (const auto number = numberOf(cue.label); number && cue.label != read.label)
        head.number = *number;
    if (cue.alignment != read.alignment) {
        const Alignment alignment = cue.alignment.value_or(Alignment::BottomCentre);
        const bool isDouble = decodedField(subtitle.text, file_.field()).isDoubleHeight;
        head.row = rowFor(alignment, linesOf(cue), isDouble ? 2 : 1, file_.gsi.rows);
        head.justification = justificationFor(alignment);
    }
    return head;
}

Result<void> CueWriter::appendEdited(std::string& out,
                                     const Cue& cue,
                                     std::string_view original) const {
    const Subtitle subtitle = subtitleIn(original);
    const Cue read = cueOf(subtitle, file_);
    const BlockHead head = editedHead(cue, read, subtitle);
    if (cue.text == read.text) {
        const std::size_t begin = out.size();
        out += original;
        for (std::size_t at = 0; head != subtitle.head && at < original.size(); at += kBlockSize)
            if (headOf(original.substr(at, kBlockSize)).isText()) setHead(out, begin + at, head);
        return {};
    }
    const auto field = editedField(cue, subtitle.text, nullptr);
    if (!field) return tl::unexpected(field.error());
    if (auto done = appendText(out, cue, head, *field); !done) return done;
    out += otherBlocksOf(original);
    return {};
}

Result<void> CueWriter::appendNew(std::string& out,
                                  const Cue& cue,
                                  std::uint8_t group,
                                  std::uint16_t number) const {
    const Alignment alignment = alignmentFor(styles_.styleOf(cue), cue);
    BlockHead head;
    head.group = group;
    head.number = number;
    head.in = codeOf(cue.start, Edge::Start);
    head.out = codeOf(edges_.endOf(indexOf(cue)), Edge::End);
    // Two rows a line, also where letters are not drawn twice as high: the usual place.
    head.row = rowFor(alignment, linesOf(cue), 2, file_.gsi.rows);
    head.justification = justificationFor(alignment);
    head.comment = cue.kind == CueKind::Comment ? kIsComment : 0;
    const auto field = newFieldOf(cue, isTeletext(), nullptr);
    if (!field) return tl::unexpected(field.error());
    return appendText(out, cue, head, *field);
}

void CueWriter::plan(std::size_t index, std::string_view original, LossReport& losses) const {
    const Cue& cue = document_.cues[index];
    const Subtitle subtitle = original.empty() ? Subtitle() : subtitleIn(original);
    const Cue read = original.empty() ? Cue() : cueOf(subtitle, file_);
    planFields(cue, original.empty() ? nullptr : &read, losses);
    const bool hasOwnTimes = !original.empty() && cue.start == read.start && cue.end == read.end;
    edges_.plan(
        index,
        hasOwnTimes ? FrameEdges::Source::OwnFile : FrameEdges::Source::Elsewhere,
        [&](std::int64_t frame) { return textOf(file_.gsi.codes.codeOf(Frame{frame + start_})); },
        losses);
    if (!original.empty() && cue.text == read.text) return;
    const auto field = original.empty() ? newFieldOf(cue, isTeletext(), &losses)
                                        : editedField(cue, subtitle.text, &losses);
    if (!field)
        losses.add(feature::kText, LossSeverity::Unrepresentable, cue.id, cue.text.plain, {});
    if (hasBlankEnds(cue.text.plain))
        losses.add(feature::kText,
                   LossSeverity::Approximated,
                   cue.id,
                   cue.text.plain,
                   "rows without the blanks at their ends");
    if (isTeletext() && longestLine(cue.text.plain) > kMostColumns)
        losses.add(feature::kText,
                   LossSeverity::Approximated,
                   cue.id,
                   cue.text.plain,
                   "a row of teletext shows 40 characters");
}

void CueWriter::planFields(const Cue& cue, const Cue* read, LossReport& losses) const {
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    reportLayout(document_, cue, styles_.styleOf(cue), losses);
    if (!cue.speaker.empty()) drop(feature::kSpeaker, cue.speaker);
    const bool isOwn = read != nullptr && read->settings == cue.settings;
    if (!isOwn && saysMoreThanPlace(document_, cue))
        drop(featureOfSettings(cue.settings), shownSettings(cue.settings));
    const bool isKept = read == nullptr || read->label == cue.label || numberOf(cue.label);
    if (!isKept) drop(feature::kLabel, cue.label);
}

std::string CueWriter::markupOf(const Cue& cue, std::string_view original) const {
    if (!original.empty()) {
        const Subtitle subtitle = subtitleIn(original);
        if (decodedField(subtitle.text, file_.field()).text == cue.text)
            return readableField(subtitle.text, file_.field());
    }
    return readableField(newField(cue, contextFor(cue, isTeletext(), nullptr)), file_.field());
}

}  // namespace subs::stl
