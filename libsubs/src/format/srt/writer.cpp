// SPDX-License-Identifier: MIT
#include "format/srt/writer.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/edges.h"
#include "format/likely_size.h"
#include "format/patch.h"
#include "format/srt/body_parser.h"
#include "format/srt/body_patch.h"
#include "format/srt/cue_layout.h"
#include "format/srt/cue_numbers.h"
#include "format/srt/lowering.h"
#include "format/time_losses.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace subs::srt {
namespace {

constexpr std::string_view kArrow = " --> ";
constexpr std::string_view kId = "srt";

std::string spelled(Time time) {
    std::string text;
    appendTime(text, time.nearestMilliseconds());
    return text;
}

bool isSpelt(const Document& document, const Cue& cue, Time time) {
    const auto layout = layoutOf(document.origin->stretch(cue.piece.index));
    return layout && (layout->times.start == time || layout->times.end == time);
}

constexpr TimeWords kTimeWords{spelled, isSpelt, kId};

EdgeRounder edgesOf(const DocumentPart& part, const WriteOptions& options) {
    const bool isOwn = part.document.format == kId;
    return {
        part.document, options, isOwn ? NegativeTimes::Kept : NegativeTimes::Clamped, part.next};
}

/// Writes the cues of a document, new ones and those that are in its file.
class Writer : public PieceWriter {
public:
    /// `losses` takes what cues lose that are appended; may be null.
    Writer(const DocumentPart& part,
           const WriteOptions& options,
           Newline newline,
           LossReport* losses = nullptr)
        : document_(part.document),
          losses_(losses),
          lowering_(part.document, losses),
          edges_(edgesOf(part, options)),
          newline_(bytesOf(newline)) {}

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        if (lowering_.omits(cue)) return {};
        const std::optional<CueLayout> layout = layoutOf(original);
        if (!layout) return appendNewCue(out, cue);
        Copier copier(out, original);
        putLabel(copier, cue, *layout, original);
        auto done = putTimes(copier, cue, *layout, original);
        if (!done) return done;
        putSettings(copier, cue, *layout, original);
        putBody(copier, cue, *layout, original);
        copier.copyTo(original.size());
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        if (lowering_.omits(cue)) return {};
        const std::size_t index = indexOf(cue);
        return append(out, index, cue.label.empty() ? std::to_string(index + 1) : cue.label);
    }

    /// Two line ends before a cue, so that a blank line parts it from what is before it.
    void separate(std::string& out) override {
        if (out.empty()) return;
        if (!out.ends_with('\n') && !out.ends_with('\r')) out += newline_;
        for (const Newline newline : {Newline::CrLf, Newline::Lf, Newline::Cr}) {
            const std::string_view bytes = bytesOf(newline);
            if (!out.ends_with(bytes)) continue;
            const std::string_view before =
                std::string_view(out).substr(0, out.size() - bytes.size());
            if (!before.empty() && !before.ends_with('\n') && !before.ends_with('\r'))
                out += newline_;
            return;
        }
    }

    /// Appends `document.cues[index]` with the number or id `label`.
    Result<void> append(std::string& out, std::size_t index, std::string_view label) {
        const Cue& cue = document_.cues[index];
        const auto start = edges_.milliseconds(cue, cue.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        const auto end = edges_.milliseconds(cue, edges_.endOf(index), Edge::End);
        if (!end) return tl::unexpected(end.error());
        lowering_.reportFields(cue, label);
        out.append(label).append(newline_);
        appendTime(out, *start);
        out += kArrow;
        appendTime(out, *end);
        if (lowering_.isOwn() && !cue.settings.empty()) out.append(" ").append(cue.settings.view());
        out += newline_;
        const std::size_t body = out.size();
        lowering_.appendBody(out, cue, newline_);
        if (out.size() > body) out += newline_;
        if (losses_ != nullptr) reportTimes(document_, edges_, index, kTimeWords, *losses_);
        return {};
    }

    /// True of a cue that is not written, and lost.
    bool omits(const Cue& cue) { return lowering_.omits(cue); }

private:
    /// Cues are handed in as they lie in the document.
    std::size_t indexOf(const Cue& cue) const {
        return static_cast<std::size_t>(&cue - document_.cues.data());
    }

    void putLabel(Copier& copier,
                  const Cue& cue,
                  const CueLayout& layout,
                  std::string_view original) const {
        if (layout.label.of(original) == cue.label) return;
        if (cue.label.empty()) return copier.replace(layout.labelLine, {});
        const bool hasLine = layout.label.begin < layout.label.end;
        copier.replace(hasLine ? layout.label : ByteRange{0, 0},
                       hasLine ? cue.label : cue.label + std::string(newline_));
    }

    Result<void> putTimes(Copier& copier,
                          const Cue& cue,
                          const CueLayout& layout,
                          std::string_view original) const {
        const TimeLine& times = layout.times;
        const ByteRange startAt = times.startAt.shifted(layout.timeLine.begin);
        const ByteRange endAt = times.endAt.shifted(layout.timeLine.begin);
        const auto start = newEdge(cue, cue.start, times.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        if (!start->empty()) copier.replace(startAt, *start);
        if (!cue.end && !times.end) return {};
        const auto end = newEdge(cue, edges_.endOf(indexOf(cue)), times.end, Edge::End);
        if (!end) return tl::unexpected(end.error());
        if (end->empty()) return {};
        const bool parted = original[endAt.begin - 1] != '>';
        const bool followed = endAt.end < layout.timeLine.end && endAt.begin == endAt.end;
        copier.replace(endAt, (parted ? "" : " ") + *end + (followed ? " " : ""));
        return {};
    }

    /// The edge as it is to be written; empty where its spelling in the file stays.
    Result<std::string> newEdge(const Cue& cue,
                                Time time,
                                std::optional<Time> read,
                                Edge edge) const {
        const auto milliseconds = edges_.milliseconds(cue, time, edge);
        if (!milliseconds) return tl::unexpected(milliseconds.error());
        std::string text;
        if (!read || !edges_.keeps(time, *read, *milliseconds)) appendTime(text, *milliseconds);
        return text;
    }

    void putSettings(Copier& copier,
                     const Cue& cue,
                     const CueLayout& layout,
                     std::string_view original) const {
        const ByteRange settings = layout.times.settingsAt.shifted(layout.timeLine.begin);
        if (settings.of(original) == cue.settings) return;
        const bool parted = settings.begin > layout.timeLine.begin + layout.times.endAt.end;
        const bool needsSpace = !parted && !cue.settings.empty();
        copier.replace(settings, (needsSpace ? " " : "") + std::string(cue.settings));
    }

    void putBody(Copier& copier,
                 const Cue& cue,
                 const CueLayout& layout,
                 std::string_view original) {
        parser_.parse(layout.body.of(original), read_);
        if (read_.text == cue.text && read_.alignment == cue.alignment) return;
        if (const auto patched = patchedBody(layout.body.of(original), cue, newline_))
            return copier.replace(layout.body, *patched);
        std::string body;
        lowering_.appendBody(body, cue, newline_);
        const bool endsLine = original.ends_with('\n') || original.ends_with('\r');
        if (!endsLine && layout.body.begin == original.size() && !body.empty())
            body.insert(0, newline_);
        if (endsLine && !body.empty()) body += newline_;
        copier.replace(layout.body, body);
    }

    const Document& document_;
    LossReport* losses_;
    Lowering lowering_;
    EdgeRounder edges_;
    std::string_view newline_;
    BodyParser parser_;
    Body read_;
};

/// The lines of text of `cue` in its file.
std::optional<std::string_view> bodyInFile(const Document& document, const Cue& cue) {
    if (!isInItsFile(document, cue, kId)) return std::nullopt;
    const std::string_view stretch = document.origin->stretch(cue.piece.index);
    const std::optional<CueLayout> layout = layoutOf(stretch);
    if (!layout) return std::nullopt;
    return layout->body.of(stretch);
}

/// The same with what changed in them, where not all of them has to be written anew.
std::optional<std::string> bodyKept(const Document& document,
                                    const Cue& cue,
                                    std::string_view newline) {
    const std::optional<std::string_view> body = bodyInFile(document, cue);
    return body ? patchedBody(*body, cue, newline) : std::nullopt;
}

/// True where they still say what the cue says.
bool hasUntouchedBody(const Document& document, const Cue& cue, BodyParser& parser, Body& read) {
    const std::optional<std::string_view> body = bodyInFile(document, cue);
    if (!body) return false;
    parser.parse(*body, read);
    return read.text == cue.text && read.alignment == cue.alignment;
}

void planCues(const DocumentPart& part, const WriteOptions& options, LossReport& losses) {
    const Document& document = part.document;
    Lowering lowering(document, &losses);
    const EdgeRounder edges = edgesOf(part, options);
    std::string body;
    BodyParser parser;
    Body read;
    CueNumbers numbers;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Cue& cue = document.cues[i];
        if (lowering.omits(cue)) continue;
        lowering.reportFields(cue, numbers.next(cue.label));
        body.clear();
        // Without tags nothing is lost that would not be lost in a body that is kept.
        const bool isKept = hasUntouchedBody(document, cue, parser, read) ||
                            (!cue.text.spans.empty() && bodyKept(document, cue, "\n").has_value());
        if (!isKept) lowering.appendBody(body, cue, "\n");
        reportTimes(document, edges, i, kTimeWords, losses);
    }
}

/// Writes a file of its own, whole or part after part.
class NewFile final : public PartWriter {
public:
    explicit NewFile(const WriteOptions& options) : options_(options) {}

    bool begin(std::string&, const Document& first, LossReport& losses) override {
        Lowering(first, &losses).reportDocument();
        return first.format != "srt";
    }

    bool append(std::string& out, const DocumentPart& part, LossReport& losses) override {
        if (lacksLastEnd(part)) return false;
        Lowering(part.document, &losses).reportRaw();
        if (!appendCues(out, part, &losses)) return false;
        return hasBegun_ || part.place == PartPlace::Middle;
    }

    Result<std::string> written(const Document& document) {
        std::string out;
        out.reserve(likelySize(document, 64));
        const auto done = appendCues(out, {document}, nullptr);
        if (!done) return tl::unexpected(done.error());
        return out;
    }

private:
    /// `losses` may be null.
    Result<void> appendCues(std::string& out, const DocumentPart& part, LossReport* losses) {
        const Document& document = part.document;
        const Newline newline = newlineFor(document, options_.newline);
        Writer writer(part, options_, newline, losses);
        for (std::size_t i = 0; i < document.cues.size(); ++i) {
            const Cue& cue = document.cues[i];
            if (writer.omits(cue)) continue;
            if (std::exchange(hasBegun_, true)) out += bytesOf(newline);
            const std::string_view number = numbers_.next(cue.label);
            const bool isKept = document.format == kId && !cue.label.empty();
            if (auto done = writer.append(out, i, isKept ? std::string_view(cue.label) : number);
                !done)
                return done;
        }
        return {};
    }

    WriteOptions options_;
    bool hasBegun_ = false;
    CueNumbers numbers_;
};

std::string withoutEnd(std::string lines) {
    if (lines.ends_with('\n')) lines.pop_back();
    return lines;
}

}  // namespace

std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) {
    return std::make_unique<NewFile>(options);
}

LossReport planned(const Document& document, const WriteOptions& options) {
    LossReport losses;
    Lowering lowering(document, &losses);
    lowering.reportDocument();
    planCues({document}, options, losses);
    lowering.reportRaw();
    return losses;
}

Result<std::string> written(const Document& document, const WriteOptions& options) {
    if (document.format != "srt" || !document.origin) return NewFile(options).written(document);
    Writer writer({document}, options, document.origin->newline);
    auto text = patched(document, writer);
    if (!text || !changesNewlines(document, options.newline)) return text;
    return withNewlines(*text, newlineFor(document, options.newline));
}

std::string markupOf(const Document& document, const Cue& cue) {
    BodyParser parser;
    Body read;
    if (hasUntouchedBody(document, cue, parser, read))
        return withoutEnd(withNewlines(*bodyInFile(document, cue), Newline::Lf));
    if (const auto kept = bodyKept(document, cue, "\n"))
        return withoutEnd(withNewlines(*kept, Newline::Lf));
    std::string markup;
    Lowering(document).appendBody(markup, cue, "\n");
    return markup;
}

}  // namespace subs::srt
