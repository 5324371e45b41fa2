// SPDX-License-Identifier: MIT
#include "format/ttml/flat_marks.h"

#include "format/emphasis.h"
#include "format/html_color.h"
#include "format/xml/xml_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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

class FlatWriter {
public:
    FlatWriter(std::string& out,
               const Cue& cue,
               const MarkContext& context,
               const StyleNamer& styleFor)
        : out_(out), cue_(cue), context_(context), styleFor_(styleFor) {}

    void run() {
        const std::vector<std::uint32_t> edges = edgesOf(cue_.text);
        for (std::size_t i = 0; i + 1 < edges.size(); ++i)
            addPart(edges[i], edges[i + 1]);
    }

private:
    /// Line breaks stand between spans.
    void addPart(std::uint32_t begin, std::uint32_t end) {
        const std::string attributes = attributesAt(begin, end);
        const std::string_view plain = cue_.text.plain;
        for (std::size_t at = begin; at < end;) {
            const std::size_t lineEnd = std::min<std::size_t>(plain.find('\n', at), end);
            if (lineEnd > at) {
                out_.append("<span").append(attributes).append(">");
                appendXml(out_, plain, at, lineEnd);
                out_ += "</span>";
            }
            if (lineEnd < end) out_ += "<br/>";
            at = lineEnd + 1;
        }
    }

    /// Later spans are inside of earlier ones, and say what counts.
    std::string attributesAt(std::uint32_t begin, std::uint32_t end) const {
        std::vector<std::pair<SpanKind, const Span*>> said;
        for (const Span& span : cue_.text.spans) {
            if (span.isPoint() || span.begin > begin || span.end < end) continue;
            const auto known =
                std::ranges::find(said, span.kind, [](const auto& one) { return one.first; });
            if (known == said.end())
                said.emplace_back(span.kind, &span);
            else
                known->second = &span;
        }
        std::string styles;
        std::string attributes;
        for (const auto& [kind, span] : said) {
            if (kind == SpanKind::Language)
                attributes += context_.names.attribute(Vocabulary::Xml, "lang", span->value);
            const std::string id = styleOf(*span);
            if (!id.empty()) styles += (styles.empty() ? "" : " ") + id;
        }
        if (needsPreserve(cue_.text.plain))
            attributes += context_.names.attribute(Vocabulary::Xml, "space", "preserve");
        if (styles.empty()) return attributes;
        return context_.names.attribute(Vocabulary::None, "style", styles) + attributes;
    }

    std::string styleOf(const Span& span) const {
        switch (span.kind) {
            case SpanKind::Bold:
                return styleFor_("tts:fontWeight", isOn(span) ? "bold" : "normal");
            case SpanKind::Italic:
                return styleFor_("tts:fontStyle", isOn(span) ? "italic" : "normal");
            case SpanKind::Underline:
                return styleFor_("tts:textDecoration", isOn(span) ? "underline" : "none");
            case SpanKind::Color: {
                const auto color = htmlColor(span.value);
                return color ? styleFor_("tts:color", *color) : std::string();
            }
            case SpanKind::Font:
                return styleFor_("tts:fontFamily", span.value);
            case SpanKind::FontSize:
                return sizeStyle(span.value);
            default:
                return {};
        }
    }

    std::string sizeStyle(std::string_view value) const {
        double size = 0;
        std::from_chars(value.data(), value.data() + value.size(), size);
        constexpr double kHundred = 100;
        if (!(size > 0)) return {};
        return styleFor_("tts:fontSize", fmt::format("{:.7g}%", kHundred * size / context_.size));
    }

    std::string& out_;
    const Cue& cue_;
    const MarkContext& context_;
    const StyleNamer& styleFor_;
};

}  // namespace

void appendFlat(std::string& out,
                const Cue& cue,
                const MarkContext& context,
                const StyleNamer& styleFor) {
    if (context.losses) {
        // What is lost is lost in the same way as in spans.
        std::string unused;
        appendContent(unused, cue, context);
    }
    FlatWriter(out, cue, context, styleFor).run();
}

}  // namespace subs::ttml
