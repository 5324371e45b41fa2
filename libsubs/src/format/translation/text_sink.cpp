// SPDX-License-Identifier: MIT
#include "format/translation/text_sink.h"

#include "format/xml/words.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace subs::translation {
namespace {

bool canBePoint(SpanKind kind) {
    return kind == SpanKind::Karaoke || kind == SpanKind::Comment || kind == SpanKind::Drawing ||
           kind == SpanKind::Opaque || kind == SpanKind::InnerTime;
}

/// What switches letters on or off has the value of a weight; codes of other programs have their
/// own spelling of it, which is none.
std::string valueFor(SpanKind kind, std::string value) {
    const bool isEmphasis = kind == SpanKind::Bold || kind == SpanKind::Italic ||
                            kind == SpanKind::Underline || kind == SpanKind::Strike;
    const bool isWeight = std::ranges::all_of(value, isDigit);
    return isEmphasis && !isWeight ? std::string() : value;
}

}  // namespace

void TextSink::words(std::string_view words, Stretch at) {
    const bool isExact = words.size() == at.end - at.begin;
    if (text_->preservesSpace || !isExact) return show(words, at);
    for (std::size_t begin = 0; begin < words.size();) {
        std::size_t end = begin;
        const bool isWhite = isSpace(words[begin]);
        while (end < words.size() && isSpace(words[end]) == isWhite)
            ++end;
        const std::string_view piece = words.substr(begin, end - begin);
        const Stretch place{at.begin + begin, at.begin + end};
        if (isWhite)
            addWhite(piece, place);
        else
            show(piece, place);
        begin = end;
    }
}

/// A line end of the file is a blank, and none at the beginning of the text.
void TextSink::addWhite(std::string_view piece, Stretch at) {
    if (piece.find('\n') == piece.npos) return show(piece, at);
    if (!text_->text.plain.empty()) show(" ", at);
}

void TextSink::show(std::string_view words, Stretch at) {
    std::string& plain = text_->text.plain;
    const std::size_t begin = plain.size();
    plain += words;
    if (words.empty()) return;
    auto& shown = text_->shown;
    const bool isExact = words.size() == at.end - at.begin;
    const bool isJoined = isExact && !shown.empty() && shown.back().isExact() &&
                          shown.back().textEnd == begin && shown.back().markupEnd == at.begin;
    if (isJoined) {
        shown.back().textEnd = plain.size();
        shown.back().markupEnd = at.end;
    } else {
        shown.push_back({begin, plain.size(), at.begin, at.end});
    }
}

void TextSink::lineBreak(Stretch at) {
    show("\n", at);
}

void TextSink::character(std::string_view utf8, Stretch at) {
    show(utf8, at);
}

void TextSink::open(SpanKind kind, std::string value, std::string id) {
    const auto here = static_cast<std::uint32_t>(text_->text.plain.size());
    open_.push_back(text_->text.spans.size());
    text_->text.spans.push_back({kind, here, here, valueFor(kind, std::move(value))});
    text_->ids.push_back(std::move(id));
}

void TextSink::close(std::string_view id) {
    const auto found = std::ranges::find_if(
        open_.rbegin(), open_.rend(), [&](std::size_t span) { return text_->ids[span] == id; });
    if (found == open_.rend()) return;
    text_->text.spans[*found].end = static_cast<std::uint32_t>(text_->text.plain.size());
    open_.erase(std::next(found).base());
}

void TextSink::point(SpanKind kind, std::string value, std::string id) {
    const auto here = static_cast<std::uint32_t>(text_->text.plain.size());
    text_->text.spans.push_back({kind, here, here, std::move(value)});
    text_->ids.push_back(std::move(id));
}

void TextSink::finish(UnitText& text) {
    const auto here = static_cast<std::uint32_t>(text.text.plain.size());
    for (const std::size_t span : open_)
        text.text.spans[span].end = here;
    open_.clear();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.text.spans.size(); ++i) {
        Span& span = text.text.spans[i];
        if (span.isPoint() && !canBePoint(span.kind)) continue;
        if (kept != i) {
            text.text.spans[kept] = std::move(span);
            text.ids[kept] = std::move(text.ids[i]);
        }
        ++kept;
    }
    text.text.spans.resize(kept);
    text.ids.resize(kept);
    for (ShownStretch& shown : text.shown) {
        shown.markupBegin -= text.inner.begin;
        shown.markupEnd -= text.inner.begin;
    }
}

}  // namespace subs::translation
