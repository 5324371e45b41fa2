// SPDX-License-Identifier: MIT
#include "format/vtt/writer.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/edges.h"
#include "format/fades.h"
#include "format/likely_size.h"
#include "format/markup_patch.h"
#include "format/patch.h"
#include "format/time_losses.h"
#include "format/vtt/alignment.h"
#include "format/vtt/ascii.h"
#include "format/vtt/blocks.h"
#include "format/vtt/cue_body.h"
#include "format/vtt/marks.h"
#include "format/vtt/reader.h"
#include "format/vtt/timestamp.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace subs::vtt {
namespace {

constexpr std::string_view kId = "vtt";

std::string spelled(Time time) {
    std::string text;
    appendTimestamp(text, time.nearestMilliseconds());
    return text;
}

bool isSpelt(const Document& document, const Cue& cue, Time time) {
    const auto block = cueBlockOf(document.origin->stretch(cue.piece.index));
    return block && (block->times.start == time || block->times.end == time);
}

constexpr TimeWords kTimeWords{spelled, isSpelt, kId};

EdgeRounder edgesOf(const DocumentPart& part, const WriteOptions& options) {
    return {part.document, options, NegativeTimes::Clamped, part.next};
}

/// True of what may stand in the line before the times.
bool fitsId(std::string_view label) {
    return label.find_first_of("\r\n") == label.npos && label.find(kArrow) == label.npos &&
           label.find('\0') == label.npos;
}

/// True of cues that the format has no place for: drawings without text, notes of nothing.
bool isOmitted(const Cue& cue) {
    if (!isBlank(cue.text.plain)) return false;
    return cue.kind == CueKind::Comment ||
           std::ranges::any_of(cue.text.spans,
                               [](const Span& span) { return span.kind == SpanKind::Drawing; });
}

std::string titleLine(std::string_view title) {
    std::string line(kSignature);
    if (title.empty()) return line;
    line += " - ";
    for (const char c : title)
        line += c == '\n' || c == '\r' || c == '\0' ? ' ' : c;
    return line;
}

std::string sheetOf(const NewRules& rules, std::string_view newline) {
    std::string sheet;
    if (rules.empty()) return sheet;
    sheet.append("STYLE").append(newline);
    for (const auto& [name, rule] : rules)
        sheet.append(rule).append(newline);
    return sheet;
}

Alignment alignmentIn(const Cue& cue, const Style* style) {
    if (cue.alignment) return *cue.alignment;
    return style ? style->alignment : Alignment::BottomCentre;
}

/// Writes the cues of a document, new ones and those that are in its file.
class Writer : public PieceWriter {
public:
    Writer(const DocumentPart& part, const WriteOptions& options, Newline newline)
        : document_(part.document),
          isOwn_(document_.format == kId),
          head_(isOwn_ && document_.origin ? headOf(document_.origin->text) : FileHead()),
          text_(document_, head_.looks),
          edges_(edgesOf(part, options)),
          newline_(bytesOf(newline)) {
        for (const Cue& cue : document_.cues)
            if (needsRules(cue)) noteRules(cue);
        sheet_ = sheetOf(text_.rules(), newline_);
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        if (isOmitted(cue)) return {};
        const auto block = cueBlockOf(original);
        if (!block || cue.kind == CueKind::Comment) return appendNewCue(out, cue);
        Copier copier(out, original);
        putLabel(copier, cue, *block, original);
        if (auto done = putTimes(copier, cue, *block); !done) return done;
        putSettings(copier, cue, *block, original);
        putBody(copier, cue, *block, original);
        copier.copyTo(original.size());
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        return isOmitted(cue) ? Result<void>() : append(out, cue);
    }

    void appendRaw(std::string& out, std::size_t index, std::string_view original) override {
        if (index != 0 || !hasSignature(original)) {
            out += original;
            return;
        }
        const std::size_t lineEnd = std::min(original.find_first_of("\r\n"), original.size());
        if (document_.title == head_.title)
            out += original;
        else
            out.append(titleLine(document_.title)).append(original.substr(lineEnd));
        if (sheet_.empty()) return;
        if (!out.ends_with('\n') && !out.ends_with('\r')) out += newline_;
        out.append(newline_).append(sheet_);
    }

    /// A blank line before a cue or note.
    void separate(std::string& out) override {
        if (out.empty()) return;
        if (!out.ends_with('\n') && !out.ends_with('\r')) out += newline_;
        std::string_view before = out;
        if (before.ends_with('\n')) before.remove_suffix(1);
        if (before.ends_with('\r')) before.remove_suffix(1);
        if (!before.ends_with('\n') && !before.ends_with('\r')) out += newline_;
    }

    /// What the STYLE block has that the file's own have not.
    const NewRules& rules() const { return text_.rules(); }

    /// The beginning of a new file.
    void appendHead(std::string& out) const {
        out.append(titleLine(document_.title)).append(newline_);
        if (!sheet_.empty()) out.append(newline_).append(sheet_);
    }

    Result<void> append(std::string& out, const Cue& cue) {
        if (cue.kind == CueKind::Comment) {
            appendNote(out, cue);
            return {};
        }
        const auto start = edges_.milliseconds(cue, cue.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        const Time last = edges_.endOf(indexOf(cue));
        const auto end = edges_.milliseconds(cue, last, Edge::End);
        if (!end) return tl::unexpected(end.error());
        if (!cue.label.empty() && fitsId(cue.label)) out.append(cue.label).append(newline_);
        appendTimestamp(out, *start);
        out += " --> ";
        appendTimestamp(out, *end);
        const std::string settings = newSettings(cue);
        if (!settings.empty()) out.append(" ").append(settings);
        out += newline_;
        const std::size_t body = out.size();
        text_.append(out, cue, newline_, last);
        if (out.size() > body) out += newline_;
        return {};
    }

private:
    /// Cues are handed in as they lie in the document.
    std::size_t indexOf(const Cue& cue) const {
        return static_cast<std::size_t>(&cue - document_.cues.data());
    }

    bool needsRules(const Cue& cue) const {
        const Style* style = text_.styles().styleOf(cue);
        return style || std::ranges::any_of(cue.text.spans, [](const Span& span) {
                   return span.kind == SpanKind::Color || span.kind == SpanKind::Font ||
                          span.kind == SpanKind::Strike;
               });
    }

    void noteRules(const Cue& cue) {
        std::string unused;
        if (!isOmitted(cue) && cue.kind != CueKind::Comment) text_.append(unused, cue, "\n");
    }

    std::string newSettings(const Cue& cue) const {
        if (isOwn_ && alignmentOf(parsedSettings(cue.settings, head_.regions)) == cue.alignment)
            return std::string(cue.settings);
        const Style* style = text_.styles().styleOf(cue);
        const Alignment alignment = alignmentIn(cue, style);
        const bool isUsual = alignment == Alignment::BottomCentre;
        return settingsWith(isOwn_ ? cue.settings.view() : std::string_view(),
                            isUsual ? std::nullopt : std::optional(alignment));
    }

    void appendNote(std::string& out, const Cue& cue) const {
        out.append("NOTE").append(newline_);
        std::string text;
        appendEscaped(text, cue.text.plain, 0, cue.text.plain.size());
        for (LineReader lines(text); lines.next();)
            if (!lines.line().empty()) out.append(lines.line()).append(newline_);
    }

    void putLabel(Copier& copier,
                  const Cue& cue,
                  const Block& block,
                  std::string_view original) const {
        if (cueTextOf(block.id.of(original)) == cue.label || !fitsId(cue.label)) return;
        const bool hasLine = block.id.begin < block.id.end;
        if (cue.label.empty()) return copier.replace({block.id.begin, block.timeLine.begin}, {});
        copier.replace(hasLine ? block.id : ByteRange{block.timeLine.begin, block.timeLine.begin},
                       hasLine ? cue.label : cue.label + std::string(newline_));
    }

    Result<void> putTimes(Copier& copier, const Cue& cue, const Block& block) const {
        const TimeLine& times = block.times;
        const auto put = [&](Time time, Time read, Edge edge, ByteRange at) -> Result<void> {
            const auto milliseconds = edges_.milliseconds(cue, time, edge);
            if (!milliseconds) return tl::unexpected(milliseconds.error());
            if (edges_.keeps(time, read, *milliseconds)) return {};
            std::string text;
            appendTimestamp(text, *milliseconds);
            copier.replace(at.shifted(block.timeLine.begin), text);
            return {};
        };
        if (auto done = put(cue.start, times.start, Edge::Start, times.startAt); !done) return done;
        return put(edges_.endOf(indexOf(cue)), times.end, Edge::End, times.endAt);
    }

    void putSettings(Copier& copier,
                     const Cue& cue,
                     const Block& block,
                     std::string_view original) const {
        const ByteRange at = block.times.settingsAt.shifted(block.timeLine.begin);
        const std::string settings = newSettings(cue);
        if (at.of(original) == settings) return;
        const bool isParted = at.begin > block.timeLine.begin + block.times.endAt.end;
        copier.replace(at, (isParted || settings.empty() ? "" : " ") + settings);
    }

    void putBody(Copier& copier, const Cue& cue, const Block& block, std::string_view original) {
        const std::string markup = cueTextOf(block.body.of(original));
        const CueBody body = parsedBody(markup, head_.looks);
        if (body.text == cue.text && body.speaker == cue.speaker) return;
        std::string changed = changedBody(markup, body, cue);
        const bool endsLine = original.ends_with('\n') || original.ends_with('\r');
        if (!endsLine && block.body.begin == original.size() && !changed.empty())
            changed.insert(0, newline_);
        if (endsLine && !changed.empty()) changed += newline_;
        copier.replace(block.body, changed);
    }

    std::string changedBody(const std::string& markup, const CueBody& body, const Cue& cue) {
        std::string changed;
        if (auto patched = patchedBody(markup, body, cue))
            return withNewlines(*patched, newlineOf(newline_));
        text_.append(changed, cue, newline_);
        return changed;
    }

    /// The body with nothing but the changed characters written anew, where that does.
    std::optional<std::string> patchedBody(const std::string& markup,
                                           const CueBody& body,
                                           const Cue& cue) const {
        const auto isBlank = [](const TextEdit& edit) { return edit.begin == edit.end; };
        if (body.speaker != cue.speaker || body.shown.empty() ||
            std::ranges::any_of(escapesOf(cue.text.plain), isBlank))
            return std::nullopt;
        const auto read = [&](std::string_view again, CueText& text) {
            CueBody parsed = parsedBody(again, head_.looks);
            text = std::move(parsed.text);
            return parsed.speaker == cue.speaker;
        };
        return patchedMarkup({markup, body.text.plain, body.shown, appendEscaped, read}, cue.text);
    }

    static Newline newlineOf(std::string_view bytes) {
        if (bytes == bytesOf(Newline::CrLf)) return Newline::CrLf;
        return bytes == bytesOf(Newline::Cr) ? Newline::Cr : Newline::Lf;
    }

    const Document& document_;
    bool isOwn_;
    FileHead head_;
    TextWriter text_;
    EdgeRounder edges_;
    std::string_view newline_;
    std::string sheet_;  ///< A STYLE block for what the file's own do not have.
};

/// True of a cue whose text is still the one of its file.
bool hasUntouchedBody(const Document& document, const Cue& cue, const ClassLooks& looks) {
    if (!isInItsFile(document, cue, kId)) return false;
    const std::string_view piece = document.origin->stretch(cue.piece.index);
    const auto block = cueBlockOf(piece);
    if (!block) return false;
    const CueBody body = parsedBody(cueTextOf(block->body.of(piece)), looks);
    return body.text == cue.text && body.speaker == cue.speaker;
}

void planCue(const Document& document,
             const Cue& cue,
             Time end,
             const ClassLooks& looks,
             TextWriter& text,
             LossReport& losses) {
    const auto lose =
        [&](std::string_view feature, LossSeverity severity, std::string_view before) {
            losses.add(feature, severity, cue.id, before, {});
        };
    if (isOmitted(cue)) {
        const bool isNote = cue.kind == CueKind::Comment;
        return lose(isNote ? feature::kComment : feature::kDrawing,
                    LossSeverity::Dropped,
                    isNote ? std::string_view(cue.text.plain) : "a drawing");
    }
    if (cue.kind == CueKind::Comment)
        return losses.add(feature::kComment,
                          LossSeverity::Approximated,
                          cue.id,
                          cue.text.plain,
                          "a NOTE without times");
    reportLayout(document, cue, text.styles().styleOf(cue), losses);
    if (!fitsId(cue.label)) lose(feature::kLabel, LossSeverity::Dropped, cue.label);
    if (document.format != kId && !cue.settings.empty())
        lose(featureOfSettings(cue.settings), LossSeverity::Dropped, shownSettings(cue.settings));
    if (hasUntouchedBody(document, cue, looks)) return;
    std::string unused;
    text.append(unused, cue, "\n", end);
}

void planDocument(const Document& document, LossReport& losses) {
    if (document.format == kId) return;
    reportStyles(document,
                 "tags and classes; bold, italic, colour and the ninth of the picture are kept",
                 losses);
    reportCanvas(document, losses);
}

void planCues(const DocumentPart& part, const WriteOptions& options, LossReport& losses) {
    const Document& document = part.document;
    const bool isOwn = document.format == kId;
    const FileHead head = isOwn && document.origin ? headOf(document.origin->text) : FileHead();
    const EdgeRounder edges = edgesOf(part, options);
    TextWriter text(document, head.looks, &losses);
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        planCue(document, document.cues[i], edges.endOf(i), head.looks, text, losses);
        const bool hasTimes = document.cues[i].kind == CueKind::Dialogue;
        if (hasTimes && !isOmitted(document.cues[i]))
            reportTimes(document, edges, i, kTimeWords, losses);
    }
    if (!isOwn) reportRaw(document, losses);
}

/// Writes a file of its own, whole or part after part.
class NewFile final : public PartWriter {
public:
    explicit NewFile(const WriteOptions& options) : options_(options) {}

    bool begin(std::string&, const Document& first, LossReport& losses) override {
        planDocument(first, losses);
        return first.format != kId;
    }

    bool append(std::string& out, const DocumentPart& part, LossReport& losses) override {
        if (lacksLastEnd(part)) return false;
        planCues(part, options_, losses);
        if (!appendCues(out, part)) return false;
        return hasHead_ || part.place == PartPlace::Middle;
    }

    Result<std::string> written(const Document& document) {
        std::string out;
        out.reserve(likelySize(document, 64));
        if (auto done = appendCues(out, {document}); !done) return tl::unexpected(done.error());
        return out;
    }

private:
    Result<void> appendCues(std::string& out, const DocumentPart& part) {
        const Document& document = part.document;
        const Newline newline = newlineFor(document, options_.newline);
        Writer writer(part, options_, newline);
        for (const Cue& cue : document.cues) {
            if (isOmitted(cue)) continue;
            if (!hasHead_) beginWith(out, writer);
            out += bytesOf(newline);
            if (auto done = writer.append(out, cue); !done) return done;
        }
        if (std::ranges::includes(rules_, writer.rules())) return {};
        return failure("vtt.late-rule", "a style is needed that does not stand at the beginning");
    }

    void beginWith(std::string& out, const Writer& writer) {
        writer.appendHead(out);
        rules_ = writer.rules();
        hasHead_ = true;
    }

    WriteOptions options_;
    bool hasHead_ = false;
    NewRules rules_;  ///< Those of the head.
};

}  // namespace

std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) {
    return std::make_unique<NewFile>(options);
}

LossReport planned(const Document& document, const WriteOptions& options) {
    LossReport losses;
    planDocument(document, losses);
    planCues({document}, options, losses);
    return losses;
}

Result<std::string> written(const Document& document, const WriteOptions& options) {
    const bool hasFile = document.format == kId && document.origin;
    // Cues put into an empty file need the signature that it has not.
    if (!hasFile || (!document.cues.empty() && subs::isBlank(document.origin->text)))
        return NewFile(options).written(document);
    Writer writer({document}, options, document.origin->newline);
    auto text = patched(document, writer);
    if (!text || !changesNewlines(document, options.newline)) return text;
    return withNewlines(*text, newlineFor(document, options.newline));
}

std::string markupOf(const Document& document, const Cue& cue) {
    const bool isOwn = document.format == kId && document.origin;
    const FileHead head = isOwn ? headOf(document.origin->text) : FileHead();
    if (isInItsFile(document, cue, kId)) {
        const std::string_view piece = document.origin->stretch(cue.piece.index);
        if (const auto block = cueBlockOf(piece)) {
            std::string markup = cueTextOf(block->body.of(piece));
            const CueBody body = parsedBody(markup, head.looks);
            if (body.text == cue.text && body.speaker == cue.speaker) return markup;
        }
    }
    std::string markup;
    TextWriter(document, head.looks).append(markup, cue, "\n");
    return markup;
}

}  // namespace subs::vtt
