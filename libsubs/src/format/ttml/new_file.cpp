// SPDX-License-Identifier: MIT
#include "format/ttml/new_file.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/edges.h"
#include "format/fades.h"
#include "format/likely_size.h"
#include "format/patch.h"
#include "format/time_losses.h"
#include "format/ttml/cue_times.h"
#include "format/ttml/flat_marks.h"
#include "format/ttml/marks.h"
#include "format/ttml/new_head.h"
#include "format/xml/xml_characters.h"

#include <algorithm>
#include <unordered_map>

namespace subs::ttml {
namespace {

/// True of cues that there is no place for: drawings without text, notes of nothing.
bool isOmitted(const Cue& cue) {
    if (!isBlank(cue.text.plain)) return false;
    return cue.kind == CueKind::Comment ||
           std::ranges::any_of(cue.text.spans,
                               [](const Span& span) { return span.kind == SpanKind::Drawing; });
}

/// Writes the cues of a document as paragraphs, or only says what they lose.
class NewFile {
public:
    NewFile(const Document& document,
            const WriteOptions& options,
            const DialectRules& rules,
            LossReport* losses = nullptr)
        : document_(document),
          rules_(rules),
          head_(document, options, rules),
          times_(document, options, rules),
          newline_(bytesOf(newlineFor(document, options.newline))),
          losses_(losses) {
        for (const Cue& cue : document.cues)
            if (isName(cue.label)) ++labels_[cue.label];
    }

    Result<std::string> run() {
        std::string body;
        body.reserve(likelySize(document_, 160));
        bool any = false;
        for (const Cue& cue : document_.cues) {
            if (isOmitted(cue)) continue;
            any = true;
            if (auto done = append(body, cue); !done) return tl::unexpected(done.error());
        }
        if (!any) return std::string();
        // The head has the styles that the paragraphs turned out to need.
        std::string head = head_.text(newline_);
        // A div of EBU-TT-D has a paragraph at least; there need be no body.
        const bool hasBody = !needsId() || body.find("<p ") != std::string::npos;
        if (hasBody) head_.appendBodyBegin(head, newline_);
        body.insert(0, head);
        if (hasBody) line(body, 2, "</div>");
        if (hasBody) line(body, 1, "</body>");
        body.append("</tt>").append(newline_);
        return body;
    }

    void plan() {
        head_.plan(*losses_);
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            planCue(i);
    }

    std::string contentOf(const Cue& cue) {
        std::string content;
        appendWords(content, cue, nullptr);
        return content;
    }

private:
    void line(std::string& out, std::size_t depth, std::string_view text) const {
        out.append(depth * 2, ' ').append(text).append(newline_);
    }

    Result<void> append(std::string& out, const Cue& cue) {
        if (cue.kind == CueKind::Comment) {
            line(out, 3, commentOf(cue));
            return {};
        }
        const auto index = static_cast<std::size_t>(&cue - document_.cues.data());
        auto times = times_.attributes(index);
        if (!times) return tl::unexpected(times.error());
        out.append("      <p");
        if (holdsLabel(cue))
            out += spelledAttribute("xml:id", cue.label);
        else if (needsId())
            out += spelledAttribute("xml:id", idFor(index));
        out += *times;
        out += head_.attributesFor(cue);
        if (rules_.has(feature::kSpeaker) && !cue.speaker.empty())
            if (const auto agent = head_.agentOf(cue.speaker))
                out += spelledAttribute("ttm:agent", *agent);
        out += '>';
        appendWords(out, cue, nullptr);
        out.append("</p>").append(newline_);
        return {};
    }

    static std::string commentOf(const Cue& cue) {
        std::string text = "<!-- ";
        std::string plain;
        appendXml(plain, cue.text.plain, 0, cue.text.plain.size());
        for (const char c : plain)
            text += c == '-' && text.ends_with('-') ? ' ' : c;
        return text + " -->";
    }

    void appendWords(std::string& out, const Cue& cue, LossReport* losses) {
        const MarkContext context{.rules = rules_,
                                  .names = names_,
                                  .agentOf =
                                      [this](std::string_view name) {
                                          return rules_.has(feature::kVoice) ? head_.agentOf(name)
                                                                             : std::nullopt;
                                      },
                                  .size = head_.sizeFor(cue),
                                  .hasCanvas = document_.canvas.has_value(),
                                  .start = cue.start,
                                  .losses = losses};
        if (rules_.dialect != Dialect::EbuTtD) return appendContent(out, cue, context);
        appendFlat(out, cue, context, [this](std::string_view name, std::string_view value) {
            return head_.styleFor(name, value);
        });
    }

    /// EBU Tech 3380, tt:p: the id is mandatory.
    bool needsId() const { return rules_.dialect == Dialect::EbuTtD; }

    /// "sub12", with more "-" where a label or the head has that.
    std::string idFor(std::size_t index) const {
        std::string id = "sub" + std::to_string(index + 1);
        while (labels_.contains(id) || head_.isUsed(id))
            id += "-";
        return id;
    }

    /// Numbers that only count the cues are not missed.
    bool isCount(const Cue& cue) const {
        const auto index = static_cast<std::size_t>(&cue - document_.cues.data());
        return cue.label == std::to_string(index + 1);
    }

    bool holdsLabel(const Cue& cue) const {
        if (!isName(cue.label) || head_.isUsed(cue.label)) return false;
        return labels_.at(cue.label) == 1;
    }

    void planCue(std::size_t index) {
        const Cue& cue = document_.cues[index];
        const auto drop = [&](std::string_view feature, std::string_view before) {
            losses_->add(feature, LossSeverity::Dropped, cue.id, before, {});
        };
        if (isOmitted(cue)) {
            const bool isNote = cue.kind == CueKind::Comment;
            return drop(isNote ? feature::kComment : feature::kDrawing,
                        isNote ? std::string_view(cue.text.plain) : "a drawing");
        }
        if (cue.kind == CueKind::Comment)
            return losses_->add(feature::kComment,
                                LossSeverity::Approximated,
                                cue.id,
                                cue.text.plain,
                                "an XML comment without times");
        reportLayout(document_, cue, head_.styles().styleOf(cue), *losses_);
        if (!cue.label.empty() && !holdsLabel(cue) && !isCount(cue))
            drop(feature::kLabel, cue.label);
        if (saysMoreThanPlace(document_, cue))
            drop(featureOfSettings(cue.settings), shownSettings(cue.settings));
        if (!cue.speaker.empty() && !rules_.has(feature::kSpeaker))
            drop(feature::kSpeaker, cue.speaker);
        head_.planPlace(cue, *losses_);
        times_.plan(index, *losses_);
        std::string unused;
        appendWords(unused, cue, losses_);
    }

    const Document& document_;
    const DialectRules& rules_;
    Names names_;
    NewHead head_;
    CueTimes times_;
    std::string_view newline_;
    LossReport* losses_;
    std::unordered_map<std::string_view, std::size_t> labels_;
};

}  // namespace

LossReport plannedNew(const Document& document,
                      const WriteOptions& options,
                      const DialectRules& rules) {
    LossReport losses;
    NewFile(document, options, rules, &losses).plan();
    return losses;
}

Result<std::string> writtenNew(const Document& document,
                               const WriteOptions& options,
                               const DialectRules& rules) {
    return NewFile(document, options, rules).run();
}

std::string newContent(const Document& document, const Cue& cue, const DialectRules& rules) {
    Document one;
    one.format = document.format;
    one.language = document.language;
    one.styles = document.styles;
    one.canvas = document.canvas;
    one.cues = {cue};
    return NewFile(one, {}, rules).contentOf(one.cues.front());
}

}  // namespace subs::ttml
