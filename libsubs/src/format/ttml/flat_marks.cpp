// SPDX-License-Identifier: MIT
#include "format/ttml/flat_marks.h"

#include <subs/text/language_tag.h>

#include "format/emphasis.h"
#include "format/html_color.h"
#include "format/innermost_spans.h"
#include "format/xml/tag_text.h"
#include "format/xml/xml_characters.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// Where something about the text changes, ascending.
std::vector<std::uint32_t> edgesOf(const CueText& text) {
    std::vector<std::uint32_t> edges = {0, static_cast<std::uint32_t>(text.plain.size())};
    for (const Span& span : text.spans) {
        edges.push_back(span.begin);
        edges.push_back(span.end);
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

using Attribute = std::pair<std::string_view, std::string>;

class FlatWriter {
public:
    FlatWriter(std::string& out,
               const Cue& cue,
               const MarkContext& context,
               const StyleNamer& styleFor,
               std::string_view around)
        : out_(out),
          cue_(cue),
          context_(context),
          styleFor_(styleFor),
          open_(context.names.openOf("span") + ">"),
          around_(around.empty() || around.ends_with("/>") ? std::string_view(open_) : around),
          close_(context.names.closeOf("span")),
          preserves_(needsPreserve(cue.text.plain)),
          spans_(cue.text, [](const Span&) { return true; }) {}

    void run() {
        const std::vector<std::uint32_t> edges = edgesOf(cue_.text);
        for (std::size_t i = 0; i + 1 < edges.size(); ++i)
            addPart(edges[i], edges[i + 1]);
    }

private:
    /// Line breaks stand between spans.
    void addPart(std::uint32_t begin, std::uint32_t end) {
        const std::vector<Attribute> attributes = attributesFrom(begin);
        const std::string_view plain = cue_.text.plain;
        for (std::size_t at = begin; at < end;) {
            const std::size_t lineEnd = std::min<std::size_t>(plain.find('\n', at), end);
            if (lineEnd > at) {
                appendTag(attributes);
                appendXml(out_, plain, at, lineEnd);
                out_ += close_;
            }
            if (lineEnd < end) out_ += breakTag(context_.names);
            at = lineEnd + 1;
        }
    }

    /// Of two styles the later one counts (TTML2 §10.4.4.2). An id is given once.
    void appendTag(const std::vector<Attribute>& attributes) {
        TagText tag(around_);
        for (const auto& [name, value] : attributes) {
            const auto own = name == "style" ? tag.value(name) : std::nullopt;
            tag.set(name, own ? std::string(*own) + " " + value : value);
        }
        if (!std::exchange(isFirst_, false)) tag.remove("xml:id");
        out_ += tag.text();
    }

    /// Later spans are inside of earlier ones, and say what counts.
    std::vector<Attribute> attributesFrom(std::uint32_t begin) {
        spans_.moveTo(begin);
        std::string styles;
        std::string language;
        for (const Span* const span : spans_.all()) {
            if (span->kind == SpanKind::Language) language = nearestLanguageTag(span->value);
            const std::string id = styleOf(*span);
            if (!id.empty()) styles += (styles.empty() ? "" : " ") + id;
        }
        std::vector<Attribute> attributes;
        if (!styles.empty()) attributes.emplace_back("style", styles);
        if (!language.empty()) attributes.emplace_back("xml:lang", language);
        if (preserves_) attributes.emplace_back("xml:space", "preserve");
        return attributes;
    }

    std::string styleOf(const Span& span) const {
        switch (span.kind) {
            case SpanKind::Bold:
                return styleFor_("fontWeight", isOn(span) ? "bold" : "normal");
            case SpanKind::Italic:
                return styleFor_("fontStyle", isOn(span) ? "italic" : "normal");
            case SpanKind::Underline:
                return styleFor_("textDecoration", isOn(span) ? "underline" : "none");
            case SpanKind::Color: {
                const auto color = htmlColor(span.value);
                return color ? styleFor_("color", *color) : std::string();
            }
            case SpanKind::Font:
                return styleFor_("fontFamily", quotedFamily(span.value));
            case SpanKind::FontSize:
                return sizeStyle(span);
            default:
                return {};
        }
    }

    std::string sizeStyle(const Span& span) const {
        const auto size = sizeOf(span, context_);
        return size ? styleFor_("fontSize", percentText(*size / context_.size)) : std::string();
    }

    std::string& out_;
    const Cue& cue_;
    const MarkContext& context_;
    const StyleNamer& styleFor_;
    std::string open_;
    std::string_view around_;
    std::string close_;
    bool preserves_;
    InnermostSpans spans_;
    bool isFirst_ = true;
};

}  // namespace

void appendFlat(std::string& out,
                const Cue& cue,
                const MarkContext& context,
                const StyleNamer& styleFor,
                std::string_view around) {
    if (context.losses) {
        // What is lost is lost in the same way as in spans.
        std::string unused;
        appendContent(unused, cue, context);
    }
    FlatWriter(out, cue, context, styleFor, around).run();
}

}  // namespace subs::ttml
