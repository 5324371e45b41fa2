// SPDX-License-Identifier: MIT
#include "format/lines/writer.h"

#include <subs/format/capabilities.h>
#include <subs/format/features.h>
#include <subs/model/style_index.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/edges.h"
#include "format/label_count.h"
#include "format/likely_size.h"
#include "format/lines/break_text.h"
#include "format/lines/losses.h"
#include "format/patch.h"
#include "format/time_losses.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace subs::lines {
namespace {

/// A cue of a format whose ends have lines of their own has so many without its end.
constexpr int kMostLines = 2;

/// The text of the file from the piece of `cue` on.
std::string_view textFrom(const Document& document, const Cue& cue) {
    return std::string_view(document.origin->text)
        .substr(document.origin->pieces[cue.piece.index].begin);
}

/// Where the line begins that holds the byte `at` of `out`, or ends with it.
std::size_t lineBegin(std::string_view out, std::size_t at) {
    if (out[at] == '\n' && at > 0 && out[at - 1] == '\r') --at;
    const std::size_t before = at == 0 ? out.npos : out.find_last_of("\r\n", at - 1);
    return before == out.npos ? 0 : before + 1;
}

/// The last lines of `out`, `kMostLines` or fewer.
std::string_view lastLinesOf(std::string_view out) {
    std::size_t begin = out.size();
    for (int back = 0; back < kMostLines && begin > 0; ++back)
        begin = lineBegin(out, begin - 1);
    return out.substr(begin);
}

/// What is put in place of a stretch of a piece.
struct Replacement {
    ByteRange at;
    std::string text;
};

/// Writes the cues of a document, new ones and those that are in its file.
class Writer : public PieceWriter {
public:
    Writer(const DocumentPart& part,
           const WriteOptions& options,
           const CueSyntax& syntax,
           Newline newline)
        : part_(part),
          document_(part.document),
          styles_(part.document),
          options_(options),
          syntax_(syntax),
          edges_(part.document, options, NegativeTimes::Clamped, part.next),
          newline_(bytesOf(newline)) {}

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        if (isOmitted(cue)) return {};
        const std::string_view text = textFrom(document_, cue);
        const auto layout = syntax_.cueAt(text);
        if (!layout || layout->size != original.size()) return appendNewCue(out, cue);
        std::vector<Replacement> replacements;
        if (auto done = putStart(replacements, cue, *layout); !done) return done;
        if (auto done = putBody(replacements, cue, *layout, text, out); !done) return done;
        if (auto done = putEnd(replacements, cue, *layout, original); !done) return done;
        if (layout->sharesBody() && (!replacements.empty() || !isFollowed(cue)))
            return appendNewCue(out, cue);
        std::ranges::stable_sort(
            replacements, {}, [](const Replacement& one) { return one.at.begin; });
        Copier copier(out, original);
        for (const Replacement& one : replacements)
            copier.replace(one.at, one.text);
        copier.copyTo(original.size());
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        if (isOmitted(cue)) return {};
        std::optional<Time> end = endToWrite(cue, syntax_);
        if (!end && !holds(syntax_.info(), feature::kMissingEnd)) end = edges_.endOf(indexOf(cue));
        return append(out, cue, end);
    }

    /// A line end, and what stands between cues.
    void separate(std::string& out) override {
        if (out.empty()) return;
        if (!out.ends_with('\n') && !out.ends_with('\r')) out += newline_;
        const std::string_view gap = syntax_.gap(newline_);
        if (!gap.empty() && !endsWithBlankLine(out)) out += gap;
    }

    /// A cue of a new file. An end that a reader infers is not written where that takes a line.
    Result<void> appendToNewFile(std::string& out, std::size_t index) {
        const Cue& cue = document_.cues[index];
        if (syntax_.ends() == Ends::BesideStart) return appendNewCue(out, cue);
        const std::optional<Time> end = endToWrite(cue, syntax_);
        return append(out, cue, end && needsEnd(index) ? end : std::nullopt);
    }

private:
    /// Cues are handed in as they lie in the document.
    std::size_t indexOf(const Cue& cue) const {
        return static_cast<std::size_t>(&cue - document_.cues.data());
    }

    static bool endsWithBlankLine(std::string_view out) {
        return out.ends_with("\n\n") || out.ends_with("\r\n\r\n") || out.ends_with("\r\r");
    }

    /// False where a reader of the file infers the end, or another cue is to be seen by then.
    bool needsEnd(std::size_t index) const {
        const Cue& cue = document_.cues[index];
        const auto next = startBehind(part_, index);
        if (!next) return true;
        if (*next < *cue.end) return false;
        return *next > *cue.end || usualEnd(cue.start, next) != *cue.end;
    }

    Result<void> append(std::string& out, const Cue& cue, std::optional<Time> end) {
        NewCue made;
        const auto start = units(cue, cue.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        made.start = *start;
        if (end) {
            const auto last = units(cue, *end, Edge::End);
            if (!last) return tl::unexpected(last.error());
            made.end = *last;
        }
        const std::string body = bodyFor(cue, out, made);
        made.body = body;
        made.newline = newline_;
        syntax_.appendCue(out, made);
        return {};
    }

    Result<std::int64_t> units(const Cue& cue, Time time, Edge edge) const {
        auto result = syntax_.unitsOf(time, edge, options_);
        if (result) return result;
        return failure(result.error().code,
                       fmt::format("cue {}: {}", indexOf(cue) + 1, result.error().message));
    }

    /// The text of `cue` behind `out`. Where a time without a text ends the cue before it, one that
    /// is a cue has an invisible one.
    std::string bodyFor(const Cue& cue, std::string_view out, const NewCue& times) const {
        std::string body;
        syntax_.appendBody(body, {document_, cue, newline_, nullptr, styles_.styleOf(cue)});
        const bool mayBeEnd = syntax_.ends() == Ends::InLineOfTheirOwn && isBlank(body);
        if (mayBeEnd && (times.end || isTakenAsEnd(out, times.start))) body += kWordJoiner;
        return body;
    }

    /// True where a time without a text behind `out` would end the cue there.
    bool isTakenAsEnd(std::string_view out, std::int64_t start) const {
        if (syntax_.ends() != Ends::InLineOfTheirOwn) return false;
        std::string line;
        syntax_.appendCue(line, {start, std::nullopt, {}, newline_});
        std::size_t begin = out.size();
        for (int back = 0; back < kMostLines && begin > 0; ++back) {
            begin = lineBegin(out, begin - 1);
            const std::string both = std::string(out.substr(begin)) + line;
            if (isEndedCue(both)) return true;
        }
        return false;
    }

    /// True of one cue with an end, or of several that share a text, the last with an end.
    bool isEndedCue(std::string_view text) const {
        auto cue = syntax_.cueAt(text);
        while (cue && cue->sharesBody()) {
            text.remove_prefix(cue->size);
            cue = syntax_.cueAt(text);
        }
        return cue && cue->end && cue->size == text.size();
    }

    Result<void> putStart(std::vector<Replacement>& replacements,
                          const Cue& cue,
                          const CueLayout& layout) const {
        const auto start = changed(cue, cue.start, layout.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        if (!start->empty()) replacements.push_back({layout.startAt, *start});
        return {};
    }

    /// Behind the text, which may be put where the end is.
    Result<void> putEnd(std::vector<Replacement>& replacements,
                        const Cue& cue,
                        const CueLayout& layout,
                        std::string_view original) const {
        const bool hasEnd = endToWrite(cue, syntax_).has_value();
        if (!hasEnd && !layout.end) return {};
        if (!hasEnd && holds(syntax_.info(), feature::kMissingEnd)) {
            replacements.push_back({layout.endAt, {}});
            return {};
        }
        const auto end = changed(cue, edges_.endOf(indexOf(cue)), layout.end, Edge::End);
        if (!end) return tl::unexpected(end.error());
        if (end->empty()) return {};
        if (syntax_.ends() == Ends::BesideStart) {
            replacements.push_back({layout.endAt, *end});
        } else if (!layout.endTimeAt.empty()) {
            replacements.push_back({layout.endTimeAt, *end});
        } else {
            const bool hasLineBefore =
                endsLine(original) || (!replacements.empty() && endsLine(replacements.back().text));
            replacements.push_back({layout.endAt, endLine(*end, hasLineBefore)});
        }
        return {};
    }

    static bool endsLine(std::string_view text) {
        return text.ends_with('\n') || text.ends_with('\r');
    }

    /// The edge as it is to be written; empty where its spelling in the file stays.
    Result<std::string> changed(const Cue& cue,
                                Time time,
                                std::optional<Time> read,
                                Edge edge) const {
        if (read && *read == time && !isFrameRule(options_.rounding)) return std::string();
        const auto count = units(cue, time, edge);
        if (!count) return tl::unexpected(count.error());
        if (read && *read == syntax_.timeOf(*count, edge)) return std::string();
        std::string text;
        syntax_.appendTime(text, *count);
        return text;
    }

    /// A new line for an end, behind the last of a piece.
    std::string endLine(const std::string& time, bool hasLineBefore) const {
        std::string line(hasLineBefore ? std::string_view() : newline_);
        return line.append(time).append(syntax_.behindTime()).append(newline_);
    }

    Result<void> putBody(std::vector<Replacement>& replacements,
                         const Cue& cue,
                         const CueLayout& layout,
                         std::string_view text,
                         std::string_view out) const {
        const bool isSame = syntax_.textOf(layout.body.of(text)) == cue.text;
        const bool mayBeEnd = syntax_.ends() == Ends::InLineOfTheirOwn && !layout.sharesBody() &&
                              isBlank(layout.body.of(text));
        if (isSame && !mayBeEnd) return {};
        const auto start = units(cue, cue.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        NewCue times;
        times.start = *start;
        if (endToWrite(cue, syntax_)) times.end = 0;
        std::string body = bodyFor(cue, out, times);
        if (isSame && body == layout.body.of(text)) return {};
        if (syntax_.hasTextBelow() && layout.body.empty() && !body.empty()) {
            const bool isBelow = endsLine(text.substr(0, layout.body.begin));
            body.insert(0, isBelow ? std::string_view() : newline_);
            body += newline_;
        }
        replacements.push_back({layout.body, std::move(body)});
        return {};
    }

    /// True of a cue whose text stands behind the time of the next, where that is still so.
    bool isFollowed(const Cue& cue) const {
        const std::size_t next = indexOf(cue) + 1;
        if (next >= document_.cues.size()) return false;
        const Cue& other = document_.cues[next];
        return other.piece.index == cue.piece.index + 1 && other.text == cue.text &&
               !isOmitted(other);
    }

    const DocumentPart part_;
    const Document& document_;
    StyleIndex styles_;
    const WriteOptions& options_;
    const CueSyntax& syntax_;
    EdgeRounder edges_;
    std::string_view newline_;
};

/// Writes a file of its own, whole or part after part.
class NewFile final : public PartWriter {
public:
    NewFile(std::unique_ptr<const CueSyntax> owned,
            const CueSyntax& syntax,
            const WriteOptions& options)
        : owned_(std::move(owned)), syntax_(syntax), options_(options) {}

    bool begin(std::string&, const Document& first, LossReport& losses) override {
        planDocument(first, syntax_, losses);
        return first.format != syntax_.info().id;
    }

    bool append(std::string& out, const DocumentPart& part, LossReport& losses) override {
        if (lacksNext(part)) return false;
        planCues(part, options_, syntax_, labels_, losses);
        // Where a line may end the cue before it the writer looks back.
        std::string made = std::exchange(lastLines_, {});
        const std::size_t known = made.size();
        if (!appendCues(made, part)) return false;
        out.append(made, known);
        if (syntax_.ends() == Ends::InLineOfTheirOwn) lastLines_ = lastLinesOf(made);
        return hasBegun_ || part.place == PartPlace::Middle;
    }

    Result<std::string> written(const Document& document) {
        std::string out;
        out.reserve(likelySize(document, 48));
        if (auto done = appendCues(out, {document}); !done) return tl::unexpected(done.error());
        return out;
    }

private:
    /// True of a part whose last end cannot be written without knowing which cue follows.
    bool lacksNext(const DocumentPart& part) const {
        const bool mayNeed = part.place == PartPlace::Middle && !part.document.cues.empty();
        if (mayNeed && syntax_.ends() == Ends::InLineOfTheirOwn) return !part.next;
        return lacksLastEnd(part);
    }

    Result<void> appendCues(std::string& out, const DocumentPart& part) {
        const Document& document = part.document;
        const Newline newline = newlineFor(document, options_.newline);
        Writer writer(part, options_, syntax_, newline);
        for (std::size_t i = 0; i < document.cues.size(); ++i) {
            if (isOmitted(document.cues[i])) continue;
            const bool isFirst = !std::exchange(hasBegun_, true);
            out += isFirst ? syntax_.head(bytesOf(newline))
                           : std::string(syntax_.gap(bytesOf(newline)));
            if (auto done = writer.appendToNewFile(out, i); !done) return done;
        }
        return {};
    }

    std::unique_ptr<const CueSyntax> owned_;
    const CueSyntax& syntax_;
    WriteOptions options_;
    bool hasBegun_ = false;
    LabelCount labels_;
    std::string lastLines_;  ///< Of the parts before: they may have a cue that the next line ends.
};

}  // namespace

LossReport planned(const Document& document, const WriteOptions& options, const CueSyntax& syntax) {
    LossReport losses;
    planDocument(document, syntax, losses);
    LabelCount labels;
    planCues({document}, options, syntax, labels, losses);
    return losses;
}

Result<std::string> written(const Document& document,
                            const WriteOptions& options,
                            const CueSyntax& syntax) {
    const bool isOwn = document.format == syntax.info().id && document.origin;
    if (!isOwn || (isBlank(document.origin->text) && !document.cues.empty()))
        return NewFile(nullptr, syntax, options).written(document);
    Writer writer({document}, options, syntax, document.origin->newline);
    auto text = patched(document, writer);
    if (!text || !changesNewlines(document, options.newline)) return text;
    return withNewlines(*text, newlineFor(document, options.newline));
}

std::string markupOf(const Document& document, const Cue& cue, const CueSyntax& syntax) {
    if (const auto body = untouchedBody(document, cue, syntax))
        return withNewlines(*body, Newline::Lf);
    std::string markup;
    syntax.appendBody(markup, {document, cue, "\n", nullptr, styleOf(document, cue)});
    return markup;
}

std::unique_ptr<PartWriter> partWriter(std::unique_ptr<const CueSyntax> syntax,
                                       const WriteOptions& options) {
    const CueSyntax& borrowed = *syntax;
    return std::make_unique<NewFile>(std::move(syntax), borrowed, options);
}

}  // namespace subs::lines
