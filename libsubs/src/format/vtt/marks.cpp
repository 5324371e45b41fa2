// SPDX-License-Identifier: MIT
#include "format/vtt/marks.h"

#include <subs/format/features.h>

#include "format/emphasis.h"
#include "format/style_color.h"
#include "format/time_losses.h"
#include "format/vtt/ascii.h"
#include "format/vtt/blocks.h"
#include "format/vtt/references.h"
#include "model/inner_time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace subs::vtt {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// `text` as the words behind a tag's name: one line, and nothing that ends the tag.
std::string annotationOf(std::string_view text) {
    std::string result;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (!result.empty()) result += ' ';
        for (const char c : word) {
            const std::string_view reference = c == '<' ? std::string_view() : referenceFor(c);
            reference.empty() ? result.push_back(c) : void(result.append(reference));
        }
    }
    return result;
}

std::string tagWith(std::string_view name, std::string_view annotation) {
    const std::string words = annotationOf(annotation);
    return "<" + std::string(name) + (words.empty() ? "" : " " + words) + ">";
}

/// "<b>" with classes: "<b.loud>".
std::string withClasses(const std::string& tag, std::string_view classes) {
    const std::size_t end = std::min(tag.find_first_of(" >"), tag.size());
    return tag.substr(0, end) + "." + std::string(classes) + tag.substr(end);
}

/// "q" of "<q.a b>" and of "</q>"; empty where it is no tag.
std::string_view nameOfTag(std::string_view tag) {
    if (!tag.starts_with('<')) return {};
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    return tag.substr(0, tag.find_first_of(" \t\n.>"));
}

/// Tags that are not understood and belong together, the opening one first. Spans have each of them
/// as a point.
std::map<const Span*, const Span*> pairedTags(const CueText& text) {
    constexpr std::ptrdiff_t kDeepest = 32;  // tags between two that belong together
    std::map<const Span*, const Span*> pairs;
    std::vector<const Span*> open;
    for (const Span& span : text.spans) {
        const std::string_view name = nameOfTag(span.value);
        if (span.kind != SpanKind::Opaque || !span.isPoint() || name.empty()) continue;
        if (!span.value.starts_with("</")) {
            open.push_back(&span);
            continue;
        }
        const auto last = open.rbegin() + std::min(std::ssize(open), kDeepest);
        const auto found = std::find_if(
            open.rbegin(), last, [&](const Span* one) { return nameOfTag(one->value) == name; });
        if (found == last) continue;
        if ((*found)->begin < span.begin) pairs.emplace(*found, &span);
        open.erase(found.base() - 1, open.end());
    }
    return pairs;
}

bool isEmptyLine(std::string_view plain, std::size_t begin) {
    return begin == plain.size() || plain[begin] == '\n';
}

}  // namespace

/// The tags of one text.
class MarkMaker {
public:
    MarkMaker(TextWriter& writer, const Cue& cue, const Style* style, std::optional<Time> end)
        : writer_(writer),
          cue_(cue),
          style_(style),
          latest_(cue.start.nearestMilliseconds()),
          end_(cue.end ? cue.end : end) {}

    std::vector<Mark> run() {
        addWhole();
        for (std::size_t i = 0; i < kEmphases.size(); ++i)
            addEmphasis(i);
        std::ranges::stable_sort(marks_, {}, &Mark::begin);
        const std::size_t computed = marks_.size();
        if (writer_.isOwn_) pairTags();
        for (const Span& span : cue_.text.spans)
            add(span);
        if (computed > 0) std::ranges::stable_sort(marks_, {}, &Mark::begin);
        return std::move(marks_);
    }

private:
    /// What holds for all of the text: who speaks, and the style's colour.
    void addWhole() {
        const auto size = static_cast<std::uint32_t>(cue_.text.plain.size());
        if (size == 0) return;
        if (!cue_.speaker.empty()) put({0, size, tagWith("v", cue_.speaker), "</v>"});
        if (isColored(style_)) addClass({SpanKind::Color, 0, size, hexText(style_->primary)});
    }

    void addEmphasis(std::size_t index) {
        const Emphasis& emphasis = kEmphases[index];
        const bool isInStyle = emphasis.isIn(style_);
        isSimple_[index] = isSimpleEmphasis(cue_.text, emphasis.kind, isInStyle);
        if (isSimple_[index]) return;
        for (const EmphasisRange& range : emphasisRanges(cue_.text, emphasis.kind, isInStyle))
            addTag({emphasis.kind, range.begin, range.end, {}});
        for (const Span& span : cue_.text.spans) {
            const bool isWeight = span.kind == SpanKind::Bold && span.value.size() > 1;
            if (isWeight && emphasis.kind == span.kind)
                lose(emphasis.feature, LossSeverity::Approximated, span, isOn(span) ? "<b>" : "");
        }
    }

    void add(const Span& span) {
        switch (span.kind) {
            case SpanKind::Bold:
            case SpanKind::Italic:
            case SpanKind::Underline:
            case SpanKind::Strike:
                if (isSimple_[static_cast<std::size_t>(span.kind)]) addTag(span);
                return;
            case SpanKind::Color:
            case SpanKind::Font:
                return addLook(span);
            case SpanKind::Voice:
                return put(markOf(span, tagWith("v", span.value), "</v>"));
            case SpanKind::Language:
                return put(markOf(span, tagWith("lang", span.value), "</lang>"));
            case SpanKind::Ruby:
                return put(markOf(span, "<ruby>", "</ruby>"));
            case SpanKind::RubyText:
                return put(markOf(span, "<rt>", "</rt>"));
            case SpanKind::Class:
                return addClasses(span);
            case SpanKind::InnerTime:
                return addTime(span);
            case SpanKind::FontSize:
                return lose(feature::kFontSize, LossSeverity::Dropped, span);
            case SpanKind::Karaoke:
                return lose(feature::kKaraoke, LossSeverity::Dropped, span);
            case SpanKind::Comment:
                return lose(feature::kTextComment, LossSeverity::Info, span);
            case SpanKind::Drawing:
                return lose(feature::kDrawing, LossSeverity::Dropped, span);
            case SpanKind::Opaque:
                return addOpaque(span);
        }
    }

    static Mark markOf(const Span& span, std::string open, std::string_view close) {
        return {span.begin, span.end, std::move(open), close};
    }

    void put(Mark mark) {
        // A name that ends in dashes makes no arrow, which would end the cue; a blank behind it is
        // not part of it.
        if (mark.open.ends_with("-->")) mark.open.insert(mark.open.size() - 1, " ");
        if (mark.begin < mark.end || mark.close.empty()) marks_.push_back(std::move(mark));
    }

    void addTag(const Span& span) {
        switch (span.kind) {
            case SpanKind::Bold:
                return put(markOf(span, "<b>", "</b>"));
            case SpanKind::Italic:
                return put(markOf(span, "<i>", "</i>"));
            case SpanKind::Underline:
                return put(markOf(span, "<u>", "</u>"));
            default:
                return addLook(span);
        }
    }

    /// A time inside of a cue is later than those before it and than the start, and earlier than
    /// the end (WebVTT §4.2.2). One that is as late as those says nothing. What its own file says
    /// stays; where its cue was moved, inside of that alone.
    void addTime(const Span& span) {
        if (!isUnmoved_) isUnmoved_ = writer_.isUnmoved(cue_);
        if (*isUnmoved_) return putTime(span);
        const auto time = innerTimeOf(span);
        if (!time) return lose(feature::kInnerTime, LossSeverity::Dropped, span);
        const std::int64_t now = time->nearestMilliseconds();
        const std::int64_t end = end_ ? end_->nearestMilliseconds() : now;
        if (!writer_.isOwn_ && now == latest_) return;
        if (now < latest_ || now > end || (now == end && end_ && !writer_.isOwn_))
            return lose(feature::kInnerTime, LossSeverity::Dropped, span);
        if (!writer_.isOwn_) latest_ = now;
        putTime(span);
    }

    void putTime(const Span& span) { put({span.begin, span.begin, "<" + span.value + ">", {}}); }

    /// A colour, font or strike, unless the classes before it say the same.
    void addLook(const Span& span) {
        if (span.isPoint()) return;
        const bool isImplied = std::ranges::any_of(implied_, [&](const Span& known) {
            return known.kind == span.kind && known.value == span.value &&
                   impliedBegin_ == span.begin && impliedEnd_ == span.end;
        });
        if (!isImplied) addClass(span);
    }

    void addClass(const Span& span) {
        if (const auto name = writer_.looks_.classOf(span))
            return put(markOf(span, "<c." + *name + ">", "</c>"));
        const auto made = newClassFor(span);
        if (!made) {
            const bool isFont = span.kind == SpanKind::Font;
            return lose(isFont ? feature::kFont : feature::kColor, LossSeverity::Dropped, span);
        }
        writer_.rules_.emplace(made->name, made->rule);
        put(markOf(span, "<c." + made->name + ">", "</c>"));
    }

    /// Those of the tag before it, or of one of their own.
    void addClasses(const Span& span) {
        implied_ = writer_.looks_.spansOf(span.value);
        impliedBegin_ = span.begin;
        impliedEnd_ = span.end;
        const bool joins = !marks_.empty() && marks_.size() != notUnderstood_ &&
                           marks_.back().begin == span.begin && marks_.back().end == span.end &&
                           !span.value.empty() && !marks_.back().open.starts_with("<c");
        if (joins)
            marks_.back().open = withClasses(marks_.back().open, span.value);
        else
            put(markOf(span, span.value.empty() ? "<c>" : "<c." + span.value + ">", "</c>"));
    }

    /// So that tags which are not understood nest with the others.
    void pairTags() {
        pairs_ = pairedTags(cue_.text);
        for (const auto& [opening, closing] : pairs_)
            closing_.insert(closing);
    }

    void addOpaque(const Span& span) {
        // Over characters it is another format's spelling of them.
        if (!span.isPoint()) return;
        if (!writer_.isOwn_) return lose(feature::kOverrides, LossSeverity::Dropped, span);
        if (closing_.contains(&span)) return;
        const auto pair = pairs_.find(&span);
        if (pair == pairs_.end()) return put({span.begin, span.begin, span.value, {}});
        put({span.begin, pair->second->begin, span.value, pair->second->value});
        notUnderstood_ = marks_.size();
    }

    void lose(std::string_view feature,
              LossSeverity severity,
              const Span& span,
              std::string_view after = {}) {
        writer_.lose(feature, severity, cue_, span.value, after);
    }

    TextWriter& writer_;
    const Cue& cue_;
    const Style* style_;
    /// When what was met last is shown from, in milliseconds; in its own file the whole cue.
    std::int64_t latest_;
    std::optional<Time> end_;
    std::optional<bool> isUnmoved_;  ///< Once it is asked for.
    std::vector<Mark> marks_;
    std::array<bool, 4> isSimple_{};
    std::vector<Span> implied_;  ///< What the classes that were met last stand for.
    std::uint32_t impliedBegin_ = 0;
    std::uint32_t impliedEnd_ = 0;
    std::map<const Span*, const Span*> pairs_;  ///< Of tags that are not understood.
    std::set<const Span*> closing_;             ///< Those of them that close.
    std::size_t notUnderstood_ = 0;             ///< How many marks there were with the last one.
};

TextWriter::TextWriter(const Document& document, const ClassLooks& looks, LossReport* losses)
    : document_(document),
      styles_(document),
      looks_(looks),
      losses_(losses),
      isOwn_(document.format == "vtt") {}

void TextWriter::append(std::string& out,
                        const Cue& cue,
                        std::string_view newline,
                        std::optional<Time> end) {
    const std::string_view plain = cue.text.plain;
    if (plain.empty() && cue.text.spans.empty()) return;
    const std::vector<TextEdit> escapes = escapesOf(plain);
    const auto isBlank = [](const TextEdit& edit) { return edit.begin == edit.end; };
    if (std::ranges::any_of(escapes, isBlank))
        lose(feature::kText, LossSeverity::Approximated, cue, "a blank line", "U+00A0");
    if (plain.find('\0') != plain.npos)
        lose(feature::kText, LossSeverity::Approximated, cue, "U+0000", "U+FFFD");
    const Style* style = styles_.styleOf(cue);
    appendMarked(out, plain, MarkMaker(*this, cue, style, end).run(), escapes, newline);
}

bool TextWriter::isUnmoved(const Cue& cue) const {
    if (!isInItsFile(document_, cue, "vtt")) return false;
    const auto block = cueBlockOf(document_.origin->stretch(cue.piece.index));
    return block && block->times.start == cue.start && cue.end == block->times.end;
}

void TextWriter::lose(std::string_view feature,
                      LossSeverity severity,
                      const Cue& cue,
                      std::string_view before,
                      std::string_view after) {
    if (losses_) losses_->add(feature, severity, cue.id, before, after);
}

std::vector<TextEdit> escapesOf(std::string_view plain) {
    std::vector<TextEdit> edits;
    const auto add = [&](std::size_t begin, std::size_t end, std::string_view text) {
        edits.push_back({static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(end),
                         std::string(text)});
    };
    if (plain.empty()) return edits;
    if (isEmptyLine(plain, 0)) add(0, 0, kNoBreakSpace);
    constexpr std::string_view kSigns("&<>\n\0", 5);
    for (std::size_t at = plain.find_first_of(kSigns); at != plain.npos;
         at = plain.find_first_of(kSigns, at + 1)) {
        if (plain[at] == '\n' && isEmptyLine(plain, at + 1)) add(at + 1, at + 1, kNoBreakSpace);
        if (plain[at] == '\0') add(at, at + 1, kReplacement);
        if (const std::string_view reference = referenceFor(plain[at]); !reference.empty())
            add(at, at + 1, reference);
    }
    return edits;
}

void appendEscaped(std::string& out, std::string_view plain, std::size_t begin, std::size_t end) {
    const std::string_view part = plain.substr(begin, end - begin);
    for (const char c : part) {
        const std::string_view reference = referenceFor(c);
        reference.empty() ? out.push_back(c) : void(out.append(reference));
    }
}

}  // namespace subs::vtt
