// SPDX-License-Identifier: MIT
#include "format/srt/body_parser.h"

#include <subs/text/newline.h>

#include "base/scan.h"
#include "format/srt/time_line.h"

#include <algorithm>
#include <utility>

namespace subs::srt {
namespace {

constexpr std::array<SpanKind, 4> kToggles = {
    SpanKind::Bold, SpanKind::Italic, SpanKind::Underline, SpanKind::Strike};

/// Goes from one `<` or `{` of a line to the next; each byte is looked at twice at most.
struct MarkupFinder {
    explicit MarkupFinder(std::string_view text) : line(text) { goTo(0); }

    void goTo(std::size_t from) {
        if (angle < from || from == 0) angle = std::min(line.find('<', from), line.size());
        if (brace < from || from == 0) brace = std::min(line.find('{', from), line.size());
        at = std::min(angle, brace);
    }

    std::string_view line;
    std::size_t angle = 0;
    std::size_t brace = 0;
    std::size_t at = 0;
};

}  // namespace

std::optional<std::string_view> plainBody(std::string_view body) {
    constexpr std::string_view kDoubtful = "\n \t\xEF";
    if (body.empty()) return body;
    for (std::size_t line = 0; line < body.size();) {
        if (kDoubtful.find(body[line]) != std::string_view::npos) return std::nullopt;
        const std::size_t end = findAny<'<', '{', '\r', '\n'>(body, line);
        if (end < body.size() && body[end] != '\n') return std::nullopt;
        line = end + 1;
    }
    if (body.back() == '\n') body.remove_suffix(1);
    return body;
}

void BodyParser::parse(std::string_view body, Body& out) {
    out_ = &out;
    out.text.plain.clear();
    out.text.spans.clear();
    out.alignment.reset();
    remarks_.clear();
    bool begun = false;
    std::size_t last = 0;
    for (LineReader lines(body); lines.next();) {
        // Some files have a blank line after every line; the text begins where there is something.
        if (!begun && trimmed(lines.line()).empty()) continue;
        if (std::exchange(begun, true)) show("\n", last, lines.begin());
        parseLine(lines.line(), lines.begin());
        last = lines.begin() + lines.line().size();
    }
    finish();
}

void BodyParser::parse(std::string_view body, Body& out, std::vector<ShownStretch>& shown) {
    shown.clear();
    shown_ = &shown;
    parse(body, out);
    shown_ = nullptr;
}

/// Appends `text`, for which the bytes [begin, end) of the body stand.
void BodyParser::show(std::string_view text, std::size_t begin, std::size_t end) {
    std::string& plain = out_->text.plain;
    if (shown_ && !text.empty())
        shown_->push_back({plain.size(), plain.size() + text.size(), begin, end});
    plain += text;
}

void BodyParser::parseLine(std::string_view line, std::size_t at) {
    const auto showTo = [&](std::size_t from, std::size_t to) {
        show(line.substr(from, to - from), at + from, at + to);
    };
    std::size_t done = 0;
    for (MarkupFinder finder(line); finder.at < line.size();) {
        const std::string_view rest = line.substr(finder.at);
        const std::optional<Tag> tag = rest.front() == '<' ? tagAt(rest) : std::nullopt;
        const std::string_view markup = tag ? tag->whole : overrideAt(rest);
        if (!markup.empty()) {
            showTo(done, finder.at);
            if (tag) {
                take(*tag, at + finder.at);
            } else {
                takeOverride(markup);
            }
            done = finder.at + markup.size();
        }
        finder.goTo(std::max(done, finder.at + 1));
    }
    showTo(done, line.size());
}

void BodyParser::take(const Tag& tag, std::size_t at) {
    if (tag.name == TagName::Other) {
        remarks_.push_back({Habit::UnknownTag, at, tag.whole});
        return addOpaque(tag.whole);
    }
    tag.closes ? close(tag, at) : open(tag, at);
}

void BodyParser::open(const Tag& tag, std::size_t at) {
    std::vector<Span>& spans = out_->text.spans;
    const auto first = static_cast<std::uint32_t>(spans.size());
    FontReading reading = FontReading::Understood;
    if (tag.name == TagName::Font) {
        reading = appendFontSpans(tag.attributes, position(), spans);
    } else {
        spans.push_back({kToggles[static_cast<std::size_t>(tag.name)], position(), position(), {}});
    }
    if (reading != FontReading::Understood) {
        const bool color = reading == FontReading::UnknownColor;
        remarks_.push_back({color ? Habit::UnknownColor : Habit::UnknownFont, at, tag.whole});
        addOpaque(tag.whole);
        open_[static_cast<std::size_t>(tag.name)].push_back({first, 0, at, tag.whole});
        return;
    }
    const auto count = static_cast<std::uint32_t>(spans.size()) - first;
    open_[static_cast<std::size_t>(tag.name)].push_back({first, count, at, tag.whole});
}

void BodyParser::close(const Tag& tag, std::size_t at) {
    std::vector<OpenTag>& open = open_[static_cast<std::size_t>(tag.name)];
    if (open.empty()) {
        remarks_.push_back({Habit::UnopenedTag, at, tag.whole});
        return addOpaque(tag.whole);
    }
    const OpenTag opened = open.back();
    open.pop_back();
    if (opened.spans == 0) return addOpaque(tag.whole);
    for (std::uint32_t i = 0; i < opened.spans; ++i)
        out_->text.spans[opened.firstSpan + i].end = position();
}

void BodyParser::takeOverride(std::string_view block) {
    const std::optional<Alignment> alignment = alignmentOf(block);
    if (alignment && !out_->alignment) {
        out_->alignment = alignment;
    } else {
        addOpaque(block.substr(1, block.size() - 2));
    }
}

void BodyParser::addOpaque(std::string_view markup) {
    out_->text.spans.push_back({SpanKind::Opaque, position(), position(), std::string(markup)});
}

/// Closes what is open at the end of the text, and drops what covers nothing ("<i></i>").
void BodyParser::finish() {
    std::vector<Span>& spans = out_->text.spans;
    if (spans.empty()) return;
    for (std::vector<OpenTag>& open : open_) {
        for (const OpenTag& opened : open) {
            remarks_.push_back({Habit::UnclosedTag, opened.at, opened.markup});
            for (std::uint32_t i = 0; i < opened.spans; ++i)
                spans[opened.firstSpan + i].end = position();
        }
        open.clear();
    }
    std::erase_if(spans,
                  [](const Span& span) { return span.isPoint() && span.kind != SpanKind::Opaque; });
    std::stable_sort(remarks_.begin(),
                     remarks_.end(),
                     [](const MarkupRemark& a, const MarkupRemark& b) { return a.at < b.at; });
}

}  // namespace subs::srt
