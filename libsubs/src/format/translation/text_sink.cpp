// SPDX-License-Identifier: MIT
#include "format/translation/text_sink.h"

#include "format/xml/words.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <tuple>
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

void TextSink::part(std::size_t order) {
    parts_.push_back({order, text_->text.plain.size()});
}

void TextSink::words(std::string_view words, ByteRange at) {
    const bool isExact = words.size() == at.end - at.begin;
    if (text_->preservesSpace || !isExact) return show(words, at);
    for (std::size_t begin = 0; begin < words.size();) {
        std::size_t end = begin;
        const bool isWhite = isSpace(words[begin]);
        while (end < words.size() && isSpace(words[end]) == isWhite)
            ++end;
        const std::string_view piece = words.substr(begin, end - begin);
        const ByteRange place{at.begin + begin, at.begin + end};
        if (isWhite)
            addWhite(piece, place);
        else
            show(piece, place);
        begin = end;
    }
}

/// A line end of the file is a blank, and none at the beginning of the text.
void TextSink::addWhite(std::string_view piece, ByteRange at) {
    if (piece.find('\n') == piece.npos) return show(piece, at);
    if (!text_->text.plain.empty()) show(" ", at);
}

void TextSink::show(std::string_view words, ByteRange at) {
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

void TextSink::lineBreak(ByteRange at) {
    show("\n", at);
}

void TextSink::character(std::string_view utf8, ByteRange at) {
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

void TextSink::copy(const UnitText& other, ByteRange stretch, std::size_t place) {
    const std::size_t here = text_->text.plain.size();
    const auto moved = [&](std::size_t at) {
        return static_cast<std::uint32_t>(at - stretch.begin + here);
    };
    const std::vector<Span>& spans = other.text.spans;
    const auto first = std::ranges::lower_bound(spans, stretch.begin, {}, &Span::begin);
    for (auto i = static_cast<std::size_t>(first - spans.begin()); i < spans.size(); ++i) {
        const Span& span = spans[i];
        if (span.begin >= stretch.end) break;
        if (span.end > stretch.end) continue;
        text_->text.spans.push_back({span.kind, moved(span.begin), moved(span.end), span.value});
        text_->ids.push_back(other.ids[i]);
    }
    show(stretch.of(other.text.plain), {place, place});
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
    const std::vector<TextPart> parts = std::exchange(parts_, {});
    if (!std::ranges::is_sorted(parts, {}, &TextPart::order)) putInOrder(text, parts);
    for (ShownStretch& shown : text.shown) {
        shown.markupBegin -= text.inner.begin;
        shown.markupEnd -= text.inner.begin;
    }
}

namespace {

/// Parts of a text in another order than they are read in.
class TurnedText {
public:
    TurnedText(const std::string& plain, std::span<const TextPart> parts) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts_.push_back({parts[i].order,
                              parts[i].begin,
                              i + 1 < parts.size() ? parts[i + 1].begin : plain.size()});
        std::ranges::stable_sort(parts_, {}, &Part::order);
        for (Part& part : parts_) {
            part.to = plain_.size();
            plain_.append(plain, part.begin, part.end - part.begin);
        }
        std::ranges::sort(parts_, {}, &Part::begin);
    }

    const std::string& plain() const { return plain_; }
    /// Where the stretch of `begin` to `end` is now, as much of it as is in the part that it begins
    /// in.
    std::pair<std::size_t, std::size_t> placeOf(std::size_t begin, std::size_t end) const {
        const auto behind = std::ranges::upper_bound(parts_, begin, {}, &Part::begin);
        const Part& part = *std::prev(behind);
        return {begin - part.begin + part.to, std::min(end, part.end) - part.begin + part.to};
    }

private:
    struct Part {
        std::size_t order = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t to = 0;  ///< Where it begins now.
    };

    std::vector<Part> parts_;  ///< As they are read.
    std::string plain_;
};

}  // namespace

void TextSink::putInOrder(UnitText& text, std::span<const TextPart> parts) {
    TurnedText turned(text.text.plain, parts);
    for (Span& span : text.text.spans) {
        const auto [begin, end] = turned.placeOf(span.begin, span.end);
        span.begin = static_cast<std::uint32_t>(begin);
        span.end = static_cast<std::uint32_t>(end);
    }
    for (ShownStretch& shown : text.shown)
        std::tie(shown.textBegin, shown.textEnd) = turned.placeOf(shown.textBegin, shown.textEnd);
    std::ranges::sort(text.shown, {}, &ShownStretch::textBegin);
    text.text.plain = turned.plain();
}

}  // namespace subs::translation
