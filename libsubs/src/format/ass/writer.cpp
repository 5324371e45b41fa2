// SPDX-License-Identifier: MIT
#include "format/ass/writer.h"

#include <subs/text/newline.h>

#include "format/ass/ascii.h"
#include "format/ass/file_context.h"
#include "format/ass/info_section.h"
#include "format/ass/new_file.h"
#include "format/ass/section_heads.h"
#include "format/ass/source.h"
#include "format/ass/style_choice.h"
#include "format/ass/style_line.h"
#include "format/ass/times_to_write.h"
#include "format/patch.h"

namespace subs::ass {
namespace {

bool isMoved(Time line, Time cue, std::int64_t units, Rounding rounding) {
    return isFrameRule(rounding) ? line != Time::fromCentiseconds(units) : line != cue;
}

/// Puts a document's styles and cues into the file that it was read from.
class FilePatcher final : public PieceWriter {
public:
    FilePatcher(const Document& document, const WriteOptions& options, Dialect from, Dialect to)
        : document_(document),
          options_(options),
          times_({document}, options),
          choice_(document),
          file_(*document.origin, from),
          from_(from),
          to_(to),
          newline_(bytesOf(document.origin->newline)),
          usualEvents_(eventLayout(eventColumns(to))),
          usualStyles_(styleLayout(styleColumns(to), to)) {}

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        const std::size_t index = file_.indexAt(cue.piece.index);
        const Context& context = file_[index];
        const bool sameColumns =
            from_ == to_ && (index == here_ || context.events == file_[here_].events);
        if (!sameColumns) return appendNewCue(out, cue);
        const std::string_view line = withoutLineEnd(original);
        const EventContext events{context.events, context.soft};
        const EventHead head = eventHead(line).value_or(EventHead());
        scratch_.kind = head.kind;
        const EventRead read = readEvent(line.substr(head.fieldsAt), events, scratch_);
        const auto times = times_.of(cue);
        if (!times) return tl::unexpected(times.error());
        const EventChanges changes = changesFrom(scratch_, read, cue, *times, options_.rounding);
        if (!changes.any()) {
            out += original;
            return {};
        }
        appendPatchedEvent(
            out, line, cue, *times, changes, events, textTarget(document_, choice_, cue));
        out += original.substr(line.size());
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        const auto times = times_.of(cue);
        if (!times) return tl::unexpected(times.error());
        const EventLayout& layout =
            from_ == to_ && hereIs(Section::Events) ? file_[here_].events : usualEvents_;
        appendEvent(
            out, cue, *times, {layout, styleNameOf(cue), textTarget(document_, choice_, cue)});
        out += newline_;
        return {};
    }

    void appendStyle(std::string& out, const Style& style, std::string_view original) override {
        const std::size_t index = file_.indexAt(style.piece.index);
        const Context& context = file_[index];
        if (from_ != to_ || context.styles != file_[here_].styles)
            return appendNewStyle(out, style);
        const std::string_view line = withoutLineEnd(original);
        const std::size_t fieldsAt = line.find(':') + 1;
        const StyleContext styles{context.styles, context.dialect};
        if (sameStyle(readStyle(line.substr(fieldsAt), styles).style, style)) {
            out += original;
            return;
        }
        out += line.substr(0, fieldsAt);
        appendPatchedStyle(out, style, line.substr(fieldsAt), styles);
        out += original.substr(line.size());
    }

    void appendNewStyle(std::string& out, const Style& style) override {
        const bool inPlace = from_ == to_ && hereIs(Section::Styles);
        out += "Style: ";
        appendStyleFields(
            out,
            style,
            {inPlace ? file_[here_].styles : usualStyles_, inPlace ? file_[here_].dialect : to_});
        out += newline_;
    }

    void appendRaw(std::string& out, std::size_t index, std::string_view original) override {
        const auto piece = static_cast<std::uint32_t>(index);
        here_ = file_.indexAt(piece);
        if (piece == file_.infoPiece()) return appendInfoPiece(out, original);
        if (from_ != to_) return appendForOther(out, original);
        out += original;
    }

    void separate(std::string& out) override {
        if (!out.empty() && out.back() != '\n' && out.back() != '\r') out += newline_;
    }

    /// Where cues and styles go in a file that has none.
    NewPlaces places() const {
        NewPlaces places;
        places.cues.piece = documentPlace(file_.eventsPiece());
        if (!places.cues.piece)
            places.cues.intro = std::string(newline_) + eventsIntro(to_, newline_);
        places.styles.piece = documentPlace(file_.stylesPiece());
        if (places.styles.piece) return places;
        places.styles.intro = stylesIntro(to_, newline_);
        if (file_.eventsPiece() != PieceRef::kNone) places.styles.piece = file_.eventsPiece();
        return places;
    }

    bool lacksInfo() const {
        return !file_.hasInfo() &&
               (document_.canvas != canvasOf(file_.info()) || !document_.title.empty());
    }

private:
    static std::optional<std::size_t> documentPlace(std::uint32_t section) {
        if (section == PieceRef::kNone) return std::nullopt;
        return section + 1;
    }

    bool hereIs(Section section) const { return file_[here_].section == section; }

    void appendInfoPiece(std::string& out, std::string_view original) const {
        if (from_ == to_) return appendInfo(out, original, file_.info(), document_, newline_);
        std::string changed;
        appendInfo(changed, original, file_.info(), document_, newline_);
        appendInfoFor(out, changed, to_, newline_);
    }

    /// A raw stretch in the other dialect: heads and columns are the other's, the rest is copied.
    void appendForOther(std::string& out, std::string_view original) {
        const bool styles = hereIs(Section::Styles);
        if (!styles && !hereIs(Section::Events)) {
            out += original;
            return;
        }
        for (LineReader lines(original); lines.next();) {
            const std::string_view line = trimmed(lines.line());
            if (styles && beginsWithWord(line, "[V4")) {
                out += stylesHead(to_);
            } else if (beginsWithWord(line, "Format:")) {
                out.append("Format: ").append(styles ? styleColumns(to_) : eventColumns(to_));
            } else {
                out += lines.line();
            }
            out += original.substr(lines.end(), lines.nextBegin() - lines.end());
        }
    }

    const Document& document_;
    const WriteOptions& options_;
    TimesToWrite times_;
    StyleChoice choice_;
    FileContext file_;
    Dialect from_;
    Dialect to_;
    std::string_view newline_;
    EventLayout usualEvents_;
    StyleLayout usualStyles_;
    std::size_t here_ = 0;  ///< The context of what is being written.
    Cue scratch_;
};

Result<std::string> patchedFile(const Document& document,
                                const WriteOptions& options,
                                Dialect from,
                                Dialect to) {
    FilePatcher patcher(document, options, from, to);
    auto text = patched(document, patcher, patcher.places());
    if (!text) return text;
    if (patcher.lacksInfo()) {
        std::string head;
        appendNewInfo(head, document, to, bytesOf(document.origin->newline));
        text->insert(0, head);
    }
    if (!changesNewlines(document, options.newline)) return text;
    return withNewlines(*text, newlineFor(document, options.newline));
}

}  // namespace

Result<std::string> writeFile(const Document& document,
                              const WriteOptions& options,
                              Dialect dialect) {
    switch (sourceOf(document, dialect)) {
        case Source::SameFile:
            return patchedFile(document, options, dialect, dialect);
        case Source::OtherDialect:
            return patchedFile(document, options, otherThan(dialect), dialect);
        case Source::Elsewhere:
            break;
    }
    return NewFile(options, dialect).written(document);
}

EventChanges changesFrom(const Cue& line,
                         const EventRead& read,
                         const Cue& cue,
                         const EventTimes& times,
                         Rounding rounding) {
    EventChanges changes;
    changes.kind = line.kind != cue.kind;
    const bool isTaken = read.badStart && line.start == cue.start;
    changes.start = !isTaken && isMoved(line.start, cue.start, times.start, rounding);
    changes.end =
        line.end != cue.end || (cue.end && isMoved(*line.end, *cue.end, times.end, rounding));
    changes.style = line.style != cue.style;
    changes.speaker = line.speaker != cue.speaker;
    changes.effect = line.effect != cue.effect;
    changes.text = line.alignment != cue.alignment || line.text != cue.text;
    changes.layer = line.layer != cue.layer;
    changes.left = line.margins.left != cue.margins.left;
    changes.right = line.margins.right != cue.margins.right;
    changes.vertical = line.margins.vertical != cue.margins.vertical;
    return changes;
}

}  // namespace subs::ass
