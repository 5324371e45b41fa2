// SPDX-License-Identifier: MIT
#include "format/ttml/ruby_marks.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

namespace subs::ttml {
namespace {

/// A base over [begin, text) and what is set above it, over [text, end).
struct RubyPlace {
    std::uint32_t begin = 0;
    std::uint32_t text = 0;
    std::uint32_t end = 0;
};

std::vector<RubyPlace> rubiesOf(const CueText& text) {
    std::vector<RubyPlace> rubies;
    auto first = text.spans.begin();  // None before goes round what comes.
    for (const Span& span : text.spans) {
        if (span.kind != SpanKind::RubyText || span.isPoint()) continue;
        first = std::find_if(first, text.spans.end(), [&](const Span& other) {
            return other.kind == SpanKind::Ruby && other.end > span.begin;
        });
        const auto around = std::find_if(first, text.spans.end(), [&](const Span& other) {
            return other.kind == SpanKind::Ruby && other.begin <= span.begin &&
                   other.end >= span.end;
        });
        std::uint32_t begin = around == text.spans.end() ? span.begin : around->begin;
        if (!rubies.empty()) begin = std::max(begin, rubies.back().end);
        if (begin <= span.begin) rubies.push_back({begin, span.begin, span.end});
    }
    return rubies;
}

class RubyMarker {
public:
    RubyMarker(std::vector<RubyPlace> rubies, const Names& names, std::string_view close)
        : rubies_(std::move(rubies)), names_(names), close_(close) {}

    std::vector<Mark> run(std::vector<Mark> marks) {
        for (Mark& mark : marks)
            part(mark);
        for (const RubyPlace& ruby : rubies_)
            add(ruby);
        std::ranges::stable_sort(
            placed_, {}, [](const Placed& one) { return std::tuple(one.mark.begin, one.depth); });
        marks.clear();
        for (Placed& one : placed_)
            marks.push_back(std::move(one.mark));
        return marks;
    }

private:
    /// Of those that begin at one place the outer ones come first.
    enum class Depth : std::uint8_t { AroundRuby, Container, Part, InPart };

    struct Placed {
        Mark mark;
        Depth depth = Depth::AroundRuby;
    };

    void part(const Mark& mark) {
        std::uint32_t begin = mark.begin;
        const RubyPlace* const first = rubyAt(begin);
        if (first != nullptr && (first->begin < begin || first->end > mark.end)) {
            putInside(mark, *first, begin, std::min(mark.end, first->end));
            begin = std::min(mark.end, first->end);
        }
        if (begin == mark.end) return;
        const RubyPlace* const last = rubyAt(mark.end - 1);
        if (last == nullptr || last->end == mark.end) return put(mark, begin, mark.end);
        put(mark, begin, last->begin);
        putInside(mark, *last, last->begin, mark.end);
    }

    const RubyPlace* rubyAt(std::uint32_t place) const {
        const auto next = std::ranges::upper_bound(rubies_, place, {}, &RubyPlace::begin);
        if (next == rubies_.begin() || std::prev(next)->end <= place) return nullptr;
        return &*std::prev(next);
    }

    void putInside(const Mark& mark,
                   const RubyPlace& ruby,
                   std::uint32_t begin,
                   std::uint32_t end) {
        put(mark, begin, std::min(end, ruby.text), Depth::InPart);
        put(mark, std::max(begin, ruby.text), end, Depth::InPart);
    }

    void put(const Mark& mark,
             std::uint32_t begin,
             std::uint32_t end,
             Depth depth = Depth::AroundRuby) {
        if (begin < end) placed_.push_back({{begin, end, mark.open, mark.close}, depth});
    }

    void add(const RubyPlace& ruby) {
        const auto tag = [&](std::string_view role) {
            return names_.openOf("span") + names_.attribute(Vocabulary::Styling, "ruby", role);
        };
        std::string container = tag("container") + ">";
        if (ruby.begin == ruby.text) container += tag("base") + "/>";
        put({0, 0, std::move(container), close_}, ruby.begin, ruby.end, Depth::Container);
        put({0, 0, tag("base") + ">", close_}, ruby.begin, ruby.text, Depth::Part);
        put({0, 0, tag("text") + ">", close_}, ruby.text, ruby.end, Depth::Part);
    }

    std::vector<RubyPlace> rubies_;
    const Names& names_;
    std::string_view close_;
    std::vector<Placed> placed_;
};

}  // namespace

std::vector<Mark> withRuby(std::vector<Mark> marks,
                           const CueText& text,
                           const Names& names,
                           std::string_view close) {
    std::vector<RubyPlace> rubies = rubiesOf(text);
    if (rubies.empty()) return marks;
    return RubyMarker(std::move(rubies), names, close).run(std::move(marks));
}

}  // namespace subs::ttml
