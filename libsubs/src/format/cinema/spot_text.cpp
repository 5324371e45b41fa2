// SPDX-License-Identifier: MIT
#include "format/cinema/spot_text.h"

#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>

namespace subs::cinema {
namespace {

/// A stretch of the cue's text that one run shows.
struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const Run* run = nullptr;
};

std::vector<std::size_t> readingOrder(const Spot& spot) {
    std::vector<std::size_t> order(spot.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto isVertical = [](const Line& line) { return line.placement.isVerticalWriting; };
    if (std::ranges::any_of(spot.lines, isVertical)) return order;
    std::ranges::stable_sort(
        order, {}, [&](std::size_t line) { return depthOf(spot.lines[line].placement); });
    return order;
}

class TextMaker {
public:
    TextMaker(const Spot& spot, std::string_view file, double emHeight)
        : spot_(spot), file_(file), emHeight_(emHeight) {}

    SpotText run() {
        result_.order = readingOrder(spot_);
        for (std::size_t i = 0; i < result_.order.size(); ++i) {
            if (i > 0) breakLine();
            addLine(spot_.lines[result_.order[i]]);
        }
        if (!std::ranges::is_sorted(result_.order)) result_.shown.clear();
        addLooks();
        addElements();
        std::ranges::stable_sort(spans(), {}, &Span::begin);
        return std::move(result_);
    }

private:
    std::string& plain() { return result_.text.plain; }
    std::vector<Span>& spans() { return result_.text.spans; }
    std::uint32_t here() const { return static_cast<std::uint32_t>(result_.text.plain.size()); }

    /// What stands between the last words of a line and the first of the next shows the break.
    void breakLine() {
        isBreakOpen_ = true;
        breakBegin_ = lastEnd_;
        breakAt_ = plain().size();
        plain() += '\n';
    }

    void closeBreak(std::size_t markup) {
        if (!std::exchange(isBreakOpen_, false)) return;
        result_.shown.push_back(
            {breakAt_, breakAt_ + 1, breakBegin_, std::max(markup, breakBegin_)});
    }

    void addLine(const Line& line) {
        const std::size_t begin = plain().size();
        const std::size_t inner = line.inner.begin - spot_.inner.begin;
        // Where a line has no words, a break is shown up to its inside.
        if (line.runCount == 0) closeBreak(inner);
        lastEnd_ = inner;
        for (std::size_t i = line.firstRun; i < line.firstRun + line.runCount; ++i) {
            const Run& run = spot_.runs[i];
            if (run.kind == RunKind::Verbatim)
                addVerbatim(run);
            else
                addWords(run, begin);
        }
        dropGap(begin);
        closeBreak(inner);
    }

    void addVerbatim(const Run& run) {
        gap_ = Gap();
        const std::uint32_t begin = here();
        plain().append(spot_.text, run.begin, run.end - run.begin);
        parts_.push_back({begin, here(), &run});
        show(begin, here(), run.at);
    }

    /// White space with a line end in it is one blank, and none at the ends of a line.
    void addWords(const Run& run, std::size_t lineBegin) {
        const std::string_view words =
            std::string_view(spot_.text).substr(run.begin, run.end - run.begin);
        const bool isExact = words.size() == run.at.end - run.at.begin;
        for (std::size_t at = 0; at < words.size();) {
            std::size_t end = at;
            const bool isBlank = isSpace(words[at]);
            while (end < words.size() && isSpace(words[end]) == isBlank)
                ++end;
            const std::string_view piece = words.substr(at, end - at);
            const ByteRange place =
                isExact ? ByteRange{run.at.begin + at, run.at.begin + end} : run.at;
            if (isBlank)
                addBlank(run, piece, place, lineBegin);
            else
                addPiece(run, piece, place);
            at = end;
        }
    }

    void addPiece(const Run& run, std::string_view piece, ByteRange place) {
        gap_ = Gap();
        const std::uint32_t begin = here();
        plain() += piece;
        addPart(begin, run);
        show(begin, here(), place);
    }

    void addBlank(const Run& run, std::string_view piece, ByteRange place, std::size_t lineBegin) {
        const bool hasBreak = piece.find('\n') != piece.npos;
        if (!hasBreak && !gap_.hasBreak) {
            const std::uint32_t begin = here();
            plain() += piece;
            addPart(begin, run);
            show(begin, here(), place);
            return;
        }
        if (!hasBreak || plain().size() == lineBegin || gap_.hasBreak) return;
        gap_ = {true, plain().size(), result_.shown.size(), parts_.size()};
        const std::uint32_t begin = here();
        plain() += ' ';
        addPart(begin, run);
        show(begin, here(), place);
    }

    /// A blank that a line end gave is none at the end of a line.
    void dropGap(std::size_t lineBegin) {
        if (gap_.hasBreak && gap_.at >= lineBegin && gap_.at + 1 == plain().size()) {
            plain().resize(gap_.at);
            result_.shown.resize(gap_.shown);
            if (parts_.size() > gap_.parts)
                parts_.resize(gap_.parts);
            else
                parts_.back().end = here();
        }
        gap_ = Gap();
    }

    void addPart(std::uint32_t begin, const Run& run) {
        if (!parts_.empty() && parts_.back().run == &run && parts_.back().end == begin)
            parts_.back().end = here();
        else
            parts_.push_back({begin, here(), &run});
    }

    void show(std::size_t begin, std::size_t end, ByteRange at) {
        const std::size_t from = at.begin - spot_.inner.begin;
        const std::size_t to = at.end - spot_.inner.begin;
        closeBreak(from);
        lastEnd_ = to;
        if (begin == end) return;
        const bool isJoined = !result_.shown.empty() && !gap_.hasBreak &&
                              result_.shown.back().isExact() && end - begin == to - from &&
                              result_.shown.back().textEnd == begin &&
                              result_.shown.back().markupEnd == from;
        if (isJoined) {
            result_.shown.back().textEnd = end;
            result_.shown.back().markupEnd = to;
        } else {
            result_.shown.push_back({begin, end, from, to});
        }
    }

    void addLooks() {
        const Look& base = spot_.look;
        const auto on = [](bool value, bool usual) {
            return value == usual ? std::string() : std::string(value ? "+" : "0");
        };
        add(SpanKind::Italic, [&](const Look& look) { return on(look.italic, false); });
        add(SpanKind::Underline, [&](const Look& look) { return on(look.underline, false); });
        add(SpanKind::Bold, [&](const Look& look) { return on(look.bold, base.bold); });
        add(SpanKind::Color, [&](const Look& look) {
            return look.color == base.color ? std::string() : spanColor(look.color);
        });
        add(SpanKind::FontSize, [&](const Look& look) {
            return look.size == base.size
                       ? std::string()
                       : fmt::format("{:.2f}", styleSize(look.size, kGrid.height, emHeight_));
        });
    }

    /// A span for each stretch over which `valueOf` says the same, line breaks inside included.
    void add(SpanKind kind, const std::function<std::string(const Look&)>& valueOf) {
        std::string open;
        for (const Part& part : parts_) {
            if (part.begin == part.end) continue;
            const std::string value = valueOf(part.run->look);
            const bool isSame = value == open && !value.empty() && isBeside(part.begin);
            if (isSame) {
                spans().back().end = part.end;
            } else if (!value.empty()) {
                spans().push_back({kind, part.begin, part.end, value == "+" ? "" : value});
            }
            open = value;
        }
    }

    bool isBeside(std::uint32_t begin) {
        const std::uint32_t end = spans().back().end;
        return end == begin || (end + 1 == begin && plain()[end] == '\n');
    }

    void addElements() {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const Part& part = parts_[i];
            if (part.run->kind == RunKind::Verbatim)
                spans().push_back(
                    {SpanKind::Opaque, part.begin, part.end, std::string(part.run->at.of(file_))});
            if (part.run->kind == RunKind::RubyText) addRuby(i);
        }
        for (const ByteRange picture : spot_.pictures)
            spans().push_back({SpanKind::Opaque, here(), here(), std::string(picture.of(file_))});
    }

    /// At its first part, a ruby with what is above its base.
    void addRuby(std::size_t first) {
        const std::uint32_t ruby = parts_[first].run->ruby;
        const auto isOf = [&](std::size_t i, RunKind kind) {
            return parts_[i].run->ruby == ruby && parts_[i].run->kind == kind;
        };
        if (first > 0 && isOf(first - 1, RunKind::RubyText)) return;
        std::size_t last = first;
        while (last + 1 < parts_.size() && isOf(last + 1, RunKind::RubyText))
            ++last;
        std::size_t base = first;
        while (base > 0 && isOf(base - 1, RunKind::RubyBase))
            --base;
        spans().push_back({SpanKind::Ruby, parts_[base].begin, parts_[last].end, ""});
        spans().push_back({SpanKind::RubyText, parts_[first].begin, parts_[last].end, ""});
    }

    struct Gap {
        bool hasBreak = false;
        std::size_t at = 0;
        std::size_t shown = 0;
        std::size_t parts = 0;
    };

    const Spot& spot_;
    std::string_view file_;
    double emHeight_;
    SpotText result_;
    std::vector<Part> parts_;
    Gap gap_;  ///< That the text so far ends with.
    std::size_t lastEnd_ = 0;
    bool isBreakOpen_ = false;
    std::size_t breakBegin_ = 0;
    std::size_t breakAt_ = 0;
};

}  // namespace

SpotText textOf(const Spot& spot, std::string_view file, double emHeight) {
    return TextMaker(spot, file, emHeight).run();
}

}  // namespace subs::cinema
