// SPDX-License-Identifier: MIT
#include "format/translation/content_writer.h"

#include <subs/base/utf8.h>

#include "format/xml/xml_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace subs::translation {
namespace {

/// Writes one text.
class ContentWriter {
public:
    ContentWriter(std::string& out, const CueText& text, const ContentContext& context)
        : out_(out), text_(text), context_(context) {
        for (const std::string& id : context.ids)
            taken_.insert(id);
    }

    void run() {
        const std::vector<Span>& spans = text_.spans;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            advanceTo(spans[i].begin);
            if (spans[i].isPoint())
                addPoint(i);
            else
                open(i);
        }
        advanceTo(text_.plain.size());
    }

private:
    bool isXliff() const { return context_.dialect == Dialect::Xliff; }

    struct Open {
        std::size_t span = 0;
        std::string id;
        bool isPaired = false;  ///< A pc, which closes before what is around it.
    };

    /// Writes the text up to `place`, with the codes that end on the way there and at it.
    void advanceTo(std::size_t place) {
        while (!ends_.empty() && ends_.begin()->first <= place) {
            addText(ends_.begin()->first);
            closeNext();
        }
        addText(place);
    }

    void addText(std::size_t end) {
        for (; done_ < end;) {
            const std::size_t lineEnd = std::min(text_.plain.find('\n', done_), end);
            addWords(done_, lineEnd);
            done_ = lineEnd;
            if (done_ == end) return;
            addBreak();
            ++done_;
        }
    }

    /// XLIFF has an element for characters that XML forbids.
    void addWords(std::size_t begin, std::size_t end) {
        const std::string_view plain = text_.plain;
        for (std::size_t at = begin; isXliff() && at < end;) {
            const auto byte = static_cast<unsigned char>(plain[at]);
            const bool isForbidden = byte < 0x20 && byte != '\t';
            if (isForbidden) {
                appendXml(out_, plain, begin, at);
                out_ += fmt::format("<{}cp hex=\"{:04X}\"/>", context_.prefix, byte);
                begin = at + 1;
            }
            ++at;
        }
        appendXml(out_, plain, begin, end);
    }

    void addBreak() {
        if (!isXliff()) {
            out_ += fmt::format("<ph x=\"{}\" type=\"{}\"/>", newNumber(), kTmxBreak);
            return;
        }
        out_ += fmt::format("<{}ph id=\"{}\" type=\"fmt\" subType=\"{}\" equiv=\" \"/>",
                            context_.prefix,
                            newNumber(),
                            kXliffBreak);
    }

    /// Spans that end at one place close from the innermost out.
    void closeNext() {
        auto group = ends_.extract(ends_.begin());
        std::vector<std::size_t> closing = std::move(group.mapped());
        while (!closing.empty()) {
            closeOne(closing.back());
            closing.pop_back();
        }
    }

    void closeOne(std::size_t span) {
        const auto found = open_.find(span);
        const Open& one = found->second;
        if (!isXliff())
            out_ += fmt::format("<ept i=\"{}\"/>", one.id);
        else if (one.isPaired)
            out_.append("</").append(context_.prefix).append("pc>");
        else
            out_ += fmt::format("<{}ec startRef=\"{}\"/>", context_.prefix, one.id);
        if (one.isPaired) pairedEnds_.pop_back();
        open_.erase(found);
    }

    void open(std::size_t i) {
        const Span& span = text_.spans[i];
        const CodeName& name = codeNameOf(span.kind);
        Open one{i, idFor(i), false};
        one.isPaired = isXliff() && canPair(span);
        if (!isXliff()) {
            out_ += "<bpt i=\"" + one.id + "\"" + spelledAttribute("type", name.tmxType) + ">";
            appendXml(out_, span.value, 0, span.value.size());
            out_ += "</bpt>";
        } else {
            out_.append("<").append(context_.prefix).append(one.isPaired ? "pc" : "sc");
            out_ += spelledAttribute("id", one.id);
            addValue(span,
                     one.isPaired ? "dataRefStart" : "dataRef",
                     one.isPaired ? "dispStart" : "disp");
            out_ += spelledAttribute("type", name.xliffType) +
                    spelledAttribute("subType", name.xliffSubType);
            out_ += one.isPaired ? ">" : "/>";
        }
        if (one.isPaired) pairedEnds_.push_back(span.end);
        ends_[span.end].push_back(i);
        open_.emplace(i, std::move(one));
    }

    /// True of a span that ends no later than all pairs that are open, which are not so many that
    /// readers would refuse them.
    bool canPair(const Span& span) const {
        constexpr std::size_t kDeepest = 32;
        if (pairedEnds_.size() >= kDeepest) return false;
        return pairedEnds_.empty() || span.end <= pairedEnds_.back();
    }

    void addPoint(std::size_t i) {
        const Span& span = text_.spans[i];
        const CodeName& name = codeNameOf(span.kind);
        if (isVerbatim(span)) {
            out_ += span.value;
            return;
        }
        if (!isXliff()) {
            out_ += "<ph" + spelledAttribute("x", idFor(i)) +
                    spelledAttribute("type", name.tmxType) + ">";
            appendXml(out_, span.value, 0, span.value.size());
            out_ += "</ph>";
            return;
        }
        out_.append("<").append(context_.prefix).append("ph") += spelledAttribute("id", idFor(i));
        addValue(span, "dataRef", "disp");
        out_ += spelledAttribute("type", name.xliffType) +
                spelledAttribute("subType", name.xliffSubType) + "/>";
    }

    /// A code of another program, as its file has it.
    bool isVerbatim(const Span& span) const {
        if (!context_.isOwn || span.kind != SpanKind::Opaque || !span.value.ends_with('>'))
            return false;
        const std::string begin = "<" + std::string(context_.prefix);
        for (const char* const name : {"ph ", "it ", "ut ", "ph>", "ut>"})
            if (span.value.starts_with(begin + name)) return true;
        return false;
    }

    void addValue(const Span& span, std::string_view reference, std::string_view shown) {
        if (span.value.empty()) return;
        if (context_.data)
            out_ += spelledAttribute(reference, context_.data->idOf(span.value));
        else
            out_ += spelledAttribute(shown, span.value);
    }

    std::string idFor(std::size_t span) {
        if (span < context_.ids.size() && !context_.ids[span].empty()) return context_.ids[span];
        return newNumber();
    }

    std::string newNumber() {
        std::string id = std::to_string(++last_);
        while (taken_.contains(id))
            id = std::to_string(++last_);
        return id;
    }

    std::string& out_;
    const CueText& text_;
    const ContentContext& context_;
    std::size_t done_ = 0;
    std::map<std::size_t, std::vector<std::size_t>> ends_;  ///< Spans by where they end.
    std::unordered_map<std::size_t, Open> open_;
    std::vector<std::size_t> pairedEnds_;
    std::set<std::string, std::less<>> taken_;
    std::size_t last_ = 0;
};

}  // namespace

std::string DataTable::idOf(std::string_view value) {
    const auto [found, isNew] = places_.try_emplace(std::string(value), values_.size() + 1);
    if (isNew) values_.emplace_back(value);
    return "d" + std::to_string(found->second);
}

void appendContent(std::string& out, const CueText& text, const ContentContext& context) {
    ContentWriter(out, text, context).run();
}

}  // namespace subs::translation
