// SPDX-License-Identifier: MIT
#include "format/ass/losses.h"

#include <subs/format/features.h>

#include "base/scan.h"
#include "format/ass/ascii.h"
#include "format/ass/cue_losses.h"
#include "format/ass/file_context.h"
#include "format/ass/source.h"
#include "format/ass/style_choice.h"
#include "format/ass/style_line.h"
#include "format/ass/times_to_write.h"
#include "format/ass/writer.h"
#include "format/document_losses.h"
#include "format/label_count.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::ass {
namespace {

/// True of what is written as it is, whatever the target.
bool isPlainText(const CueText& text) {
    return text.spans.empty() && findAny<'\\', '\0'>(text.plain) == text.plain.size();
}

/// Goes over a document as the writer does.
class Planner {
public:
    Planner(const Document& document,
            const WriteOptions& options,
            Dialect dialect,
            const StyleChoice& choice,
            LossReport& report)
        : document_(document),
          options_(options),
          times_({document}, options),
          dialect_(dialect),
          source_(sourceOf(document, dialect)),
          choice_(choice),
          report_(report),
          ofCues_(document, dialect, source_, labels_, report) {
        if (source_ == Source::SameFile) file_.emplace(*document.origin, dialect);
        if (file_) haveTimes_ = file_->haveTimes();
    }

    void planStyles() {
        for (const Style& style : document_.styles) {
            if (!isCopied(style)) planStyle(style);
        }
        if (source_ == Source::OtherDialect && dialect_ == Dialect::Ass) planThirdColors();
    }

    void planCues() {
        for (const Cue& cue : document_.cues)
            planCue(cue);
        if (source_ == Source::Elsewhere) reportRaw(document_, report_);
    }

private:
    void add(std::string_view feature,
             LossSeverity severity,
             CueId cue,
             std::string_view before,
             std::string_view after) {
        report_.add(feature, severity, cue, before, after);
    }

    bool isCopied(const Style& style) {
        if (!file_ || !holds(style.piece, PieceKind::Style)) return false;
        const Context& context = (*file_)[file_->indexAt(style.piece.index)];
        const std::string_view line = withoutLineEnd(document_.origin->stretch(style.piece.index));
        const std::string_view fields = line.substr(line.find(':') + 1);
        return sameStyle(readStyle(fields, {context.styles, context.dialect}).style, style);
    }

    bool holds(PieceRef piece, PieceKind kind) const {
        const auto& pieces = document_.origin->pieces;
        return piece.index < pieces.size() && pieces[piece.index].kind == kind;
    }

    void planStyle(const Style& style) {
        const auto lose = [&](bool lost, LossSeverity severity, std::string_view what) {
            if (lost)
                add(feature::kStyles,
                    severity,
                    CueId(),
                    fmt::format("style {}: {}", style.name, what),
                    "");
        };
        lose(!fitsField(style.name) || !fitsField(style.fontName),
             LossSeverity::Approximated,
             "commas in a name");
        if (dialect_ == Dialect::Ass) return;
        lose(style.underline || style.strike, LossSeverity::Dropped, "underline or strikeout");
        lose(style.scaleX != 100 || style.scaleY != 100, LossSeverity::Dropped, "scaled letters");
        lose(style.spacing != 0, LossSeverity::Dropped, "spacing of letters");
        lose(style.angle != 0, LossSeverity::Dropped, "angle");
        lose(!shadowFits(style), LossSeverity::Approximated, "the shadow's own colour or opacity");
        lose(shadowFits(style) && style.backColor.alpha != kSsaShadowOpacity,
             LossSeverity::Info,
             "the shadow's opacity, by a hair");
        const std::uint8_t alpha = style.primary.alpha;
        lose(style.secondary.alpha != alpha || style.outlineColor.alpha != alpha,
             LossSeverity::Approximated,
             "opacities that differ");
    }

    /// ASS has no column for what SSA has one for and draws nowhere.
    void planThirdColors() {
        FileContext file(*document_.origin, otherThan(dialect_));
        for (const Style& style : document_.styles) {
            if (!holds(style.piece, PieceKind::Style)) continue;
            const Context& context = file[file.indexAt(style.piece.index)];
            const std::string_view line =
                withoutLineEnd(document_.origin->stretch(style.piece.index));
            const std::string_view color =
                thirdColorIn(line.substr(line.find(':') + 1), {context.styles, context.dialect});
            if (!color.empty())
                add(feature::kMetadata,
                    LossSeverity::Dropped,
                    CueId(),
                    fmt::format("style {}: TertiaryColour {}", style.name, color),
                    "");
        }
    }

    /// SSA's shadow has the outline's colour, half transparent. 128 is as good as 127.
    static bool shadowFits(const Style& style) {
        Color outline = style.outlineColor;
        outline.alpha = style.backColor.alpha;
        return outline == style.backColor && outline.alpha >= kSsaShadowOpacity &&
               outline.alpha <= kSsaShadowOpacity + 1;
    }

    /// Reads the line that `cue` was read from into `scratch_` again, and answers its columns;
    /// null where the cue's line is new.
    const EventLayout* readLine(const Cue& cue) {
        if (!file_ || !holds(cue.piece, PieceKind::Cue)) return nullptr;
        const Context& context = (*file_)[file_->indexAt(cue.piece.index)];
        const std::string_view line = withoutLineEnd(document_.origin->stretch(cue.piece.index));
        const auto head = eventHead(line);
        if (!head) return nullptr;
        scratch_.kind = head->kind;
        read_ = readEvent(line.substr(head->fieldsAt), {context.events, context.soft}, scratch_);
        return &context.events;
    }

    void planCue(const Cue& cue) {
        ofCues_.begin(cue);
        const bool plainText = isPlainText(cue.text);
        const bool isPlain =
            plainText && CueLosses::hasPlainTimes(cue) && ofCues_.isPlainBeside(cue);
        if (isPlain && haveTimes_) return;
        const auto times = times_.of(cue);
        if (!times) return;
        const TextLosses lostText = plainText ? TextLosses() : textLosses(cue);
        if (const EventLayout* layout = readLine(cue)) {
            const EventChanges changes =
                changesFrom(scratch_, read_, cue, *times, options_.rounding);
            ofCues_.addOfChanged(cue, *times, lostText, {changes, *layout});
        } else {
            ofCues_.addOfNew(cue, *times, lostText);
        }
    }

    TextLosses textLosses(const Cue& cue) {
        field_.clear();
        return appendText(field_, cue.text, cue.alignment, textTarget(document_, choice_, cue));
    }

    const Document& document_;
    const WriteOptions& options_;
    bool haveTimes_ = true;  ///< All events of the file have columns for them.
    TimesToWrite times_;
    Dialect dialect_;
    Source source_;
    const StyleChoice& choice_;
    std::optional<FileContext> file_;
    Cue scratch_;
    EventRead read_;
    std::string field_;
    LossReport& report_;
    LabelCount labels_;
    CueLosses ofCues_;
};

}  // namespace

LossReport losses(const Document& document, const WriteOptions& options, Dialect dialect) {
    const StyleChoice choice(document);
    LossReport report;
    Planner planner(document, options, dialect, choice, report);
    planner.planStyles();
    planner.planCues();
    return report;
}

void addStyleLosses(const Document& document,
                    const WriteOptions& options,
                    Dialect dialect,
                    LossReport& report) {
    const StyleChoice choice(document);
    Planner(document, options, dialect, choice, report).planStyles();
}

}  // namespace subs::ass
