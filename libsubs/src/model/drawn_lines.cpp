// SPDX-License-Identifier: MIT
#include "model/drawn_lines.h"

#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace subs {
namespace {

/// How a stretch of a text looks.
struct Look {
    std::string family;
    double size = 0;
    FaceChoice face;
    double scale = 1;
    double scaleY = 1;
    double spacing = 0;
    bool isNamed = false;  ///< The file itself names the family.

    friend bool operator==(const Look&, const Look&) = default;
};

Style ownStyle(const Document& document, const Cue& cue) {
    if (const Style* style = styleOf(document, cue)) return *style;
    return defaultStyleFor(document.language.empty() ? languageByScript(cue.text.plain)
                                                     : document.language);
}

/// "@" before a family asks for vertical text (VSFilter); the font is the same.
std::string familyOf(std::string_view name) {
    return std::string(name.starts_with('@') ? name.substr(1) : name);
}

std::optional<double> numberIn(std::string_view text) {
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool switchesOn(const Span& span) {
    constexpr int kBold = 600;
    return span.value.empty() || span.value == "1" || numberIn(span.value).value_or(0) >= kBold;
}

Look lookOf(const Style& style, bool isNamed) {
    return {familyOf(style.fontName),
            style.fontSize,
            {.bold = style.bold, .italic = style.italic},
            style.scaleX / 100,
            style.scaleY / 100,
            style.spacing,
            isNamed};
}

void applyRange(const Span& span, const Style& style, Look& look) {
    switch (span.kind) {
        case SpanKind::Font:
            look.family = familyOf(span.value);
            look.isNamed = true;
            break;
        case SpanKind::FontSize: {
            const double size = numberIn(span.value).value_or(0);
            look.size = size > 0 ? size : style.fontSize;
            break;
        }
        case SpanKind::Bold:
            look.face.bold = switchesOn(span);
            break;
        case SpanKind::Italic:
            look.face.italic = switchesOn(span);
            break;
        default:
            break;
    }
}

/// Tags that the model has no span for hold from their point on: \fscx, \fscy, \fsp, and \r, which
/// takes all back.
void applyPoint(const Span& span, const Style& style, Look& look) {
    constexpr std::string_view kStretch = "\\fscx";
    constexpr std::string_view kHeight = "\\fscy";
    constexpr std::string_view kSpacing = "\\fsp";
    const std::string_view tag = span.value;
    const auto scaled = [tag, kStretch](double styles) {
        const auto number = numberIn(tag.substr(kStretch.size()));
        return std::max(0.0, number.value_or(styles) / 100);
    };
    if (tag.starts_with(kStretch)) {
        look.scale = scaled(style.scaleX);
    } else if (tag.starts_with(kHeight)) {
        look.scaleY = scaled(style.scaleY);
    } else if (tag.starts_with(kSpacing)) {
        look.spacing = numberIn(tag.substr(kSpacing.size())).value_or(style.spacing);
    } else if (tag.starts_with("\\r")) {
        look.scale = style.scaleX / 100;
        look.scaleY = style.scaleY / 100;
        look.spacing = style.spacing;
    }
}

/// Where the look of `text` may change, with both its ends.
std::vector<std::size_t> cutsOf(const CueText& text) {
    std::vector<std::size_t> cuts{0, text.plain.size()};
    for (const Span& span : text.spans) {
        cuts.push_back(span.begin);
        cuts.push_back(span.end);
    }
    std::ranges::sort(cuts);
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

/// The looks of stretches between cuts, asked for from the first to the last: each span is looked
/// at when it begins, and of each kind the last one that goes on holds.
class LookWalk {
public:
    LookWalk(const CueText& text, const Style& style, Look own)
        : spans_(text.spans), style_(style), own_(std::move(own)) {}

    Look at(std::size_t begin, std::size_t end) {
        for (; next_ < spans_.size() && spans_[next_].begin <= begin; ++next_)
            take(spans_[next_]);
        Look look = own_;
        for (std::vector<const Span*>& open : open_) {
            while (!open.empty() && open.back()->end < end)
                open.pop_back();
            if (!open.empty()) applyRange(*open.back(), style_, look);
        }
        return look;
    }

private:
    void take(const Span& span) {
        if (span.isPoint()) {
            if (span.kind == SpanKind::Opaque) applyPoint(span, style_, own_);
            return;
        }
        const auto kind = std::ranges::find(kKinds, span.kind);
        if (kind != kKinds.end())
            open_[static_cast<std::size_t>(kind - kKinds.begin())].push_back(&span);
    }

    /// Those that `applyRange` knows; none changes what another one does.
    static constexpr std::array kKinds{
        SpanKind::Font, SpanKind::FontSize, SpanKind::Bold, SpanKind::Italic};

    std::span<const Span> spans_;
    const Style& style_;
    Look own_;  ///< With the points so far.
    std::size_t next_ = 0;
    std::array<std::vector<const Span*>, kKinds.size()> open_;
};

}  // namespace

/// libass (0.17.1, measured) shapes each code point by itself where letters are spaced, which takes
/// Khmer clusters apart, and puts the space after each.
double DrawnCue::Stretch::spacedAdvanceOf(std::string_view text) const {
    double sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decodeUtf8(text, at).length;
        const auto all = static_cast<std::uint32_t>(length);
        sum += measurer->pens(text.substr(at, length), {&all, 1}).front().value * em + spacing;
        at += length;
    }
    return sum;
}

double DrawnCue::Stretch::advanceOf(std::string_view text) const {
    return spacing != 0 ? spacedAdvanceOf(text) : measurer->measured(text).advance.value * em;
}

std::vector<double> DrawnCue::Stretch::pens(std::string_view text,
                                            std::span<const std::uint32_t> offsets) const {
    std::vector<double> result;
    if (spacing == 0) {
        for (const Em pen : measurer->pens(text, offsets))
            result.push_back(pen.value * em * scale);
        return result;
    }
    std::size_t from = 0;
    double sum = 0;
    for (const std::uint32_t offset : offsets) {
        sum += spacedAdvanceOf(text.substr(from, offset - from)) * scale;
        result.push_back(sum);
        from = offset;
    }
    return result;
}

bool DrawnCue::hasFonts(std::size_t begin, std::size_t end) const {
    bool all = true;
    forEachPart(begin, end, [&all](const Stretch& stretch, std::size_t, std::size_t) {
        all = all && stretch.isOwnFont;
    });
    return all;
}

std::vector<ReplacedFont> DrawnCue::replacedFonts() const {
    std::vector<ReplacedFont> fonts;
    for (const Stretch& stretch : stretches_) {
        if (!stretch.measurer || stretch.isOwnFont || !stretch.isNamed) continue;
        ReplacedFont font{*stretch.asked, stretch.measurer->family()};
        if (std::ranges::find(fonts, font) == fonts.end()) fonts.push_back(std::move(font));
    }
    return fonts;
}

const DrawnCue::Stretch* DrawnCue::stretchAt(std::size_t at) const {
    const auto found = std::ranges::upper_bound(stretches_, at, {}, &Stretch::end);
    return found == stretches_.end() || at < found->begin ? nullptr : &*found;
}

bool DrawnCue::namesFont(std::size_t at) const {
    const Stretch* stretch = stretchAt(at);
    return stretch && stretch->isNamed;
}

std::string_view DrawnCue::fontAt(std::size_t at) const {
    const Stretch* stretch = stretchAt(at);
    return stretch && stretch->measurer ? std::string_view(stretch->measurer->family())
                                        : std::string_view();
}

double DrawnCue::khmerSpacing(std::size_t begin, std::size_t end) const {
    double spacing = 0;
    forEachPart(begin, end, [&](const Stretch& stretch, std::size_t from, std::size_t to) {
        if (stretch.spacing != 0 && hasKhmer(text_.substr(from, to - from)))
            spacing = stretch.spacing;
    });
    return spacing;
}

double DrawnCue::advance(std::size_t begin, std::size_t end) const {
    double units = 0;
    forEachPart(begin, end, [&](const Stretch& stretch, std::size_t from, std::size_t to) {
        const std::string_view text = text_.substr(from, to - from);
        units += stretch.advanceOf(text) * stretch.scale;
    });
    return units;
}

double DrawnCue::extent(std::size_t begin, std::size_t end) const {
    double units = 0;
    double left = 0;
    double right = 0;
    forEachPart(begin, end, [&](const Stretch& stretch, std::size_t from, std::size_t to) {
        const std::string_view text = text_.substr(from, to - from);
        if (stretch.spacing != 0) {
            units += stretch.spacedAdvanceOf(text) * stretch.scale;
            return;
        }
        const LineExtent drawn = stretch.measurer->measured(text);
        const double scale = stretch.em * stretch.scale;
        left = std::min(left, units + drawn.inkLeft.value * scale);
        right = std::max(right, units + drawn.inkRight.value * scale);
        units += drawn.advance.value * scale;
    });
    return std::max(units, right) - left;
}

void DrawnCue::pens(std::size_t begin,
                    std::span<const std::uint32_t> offsets,
                    std::vector<double>& result) const {
    result.clear();
    double before = 0;
    auto next = offsets.begin();
    const std::size_t end = offsets.empty() ? begin : offsets.back();
    std::vector<std::uint32_t> inside;
    forEachPart(begin, end, [&](const Stretch& stretch, std::size_t from, std::size_t to) {
        const std::string_view text = text_.substr(from, to - from);
        inside.clear();
        for (; next != offsets.end() && *next <= to; ++next)
            inside.push_back(static_cast<std::uint32_t>(*next - from));
        const std::size_t asked = inside.size();
        inside.push_back(static_cast<std::uint32_t>(to - from));
        const std::vector<double> pens = stretch.pens(text, inside);
        for (std::size_t i = 0; i < asked; ++i)
            result.push_back(before + pens[i]);
        before += pens[asked];
    });
    result.resize(offsets.size(), before);
}

DrawnWidth DrawnCue::width(double units) const {
    return {{units / styleEm_}, units / canvas_, font_};
}

const DrawnLines::Measurers::value_type& DrawnLines::measurerFor(FaceKey key) {
    const auto [known, isNew] = measurers_.try_emplace(std::move(key));
    if (isNew) {
        auto opened = Measurer::open(known->first.first, known->first.second);
        if (opened) known->second = std::move(*opened);
    }
    return *known;
}

Style DrawnLines::shownStyle(const Document& document, const Cue& cue) const {
    Style style = ownStyle(document, cue);
    if (instead_.family) style.fontName = *instead_.family;
    if (instead_.size) style.fontSize = *instead_.size;
    return style;
}

DrawnCue DrawnLines::prepared(const Document& document, const Cue& cue) {
    const Style style = shownStyle(document, cue);
    const Look own = lookOf(style, instead_.family || styleOf(document, cue) != nullptr);
    DrawnCue drawn;
    drawn.text_ = cue.text.plain;
    drawn.placement_ = placementOf(document, style, cue, instead_.aspect);
    drawn.canvas_ = drawn.placement_.width;
    const std::vector<std::size_t> cuts = cutsOf(cue.text);
    const auto add = [&](const Look& look, std::size_t begin, std::size_t end) {
        const auto& [key, opened] = measurerFor({look.family, look.face});
        const Measurer* measurer = opened ? &*opened : nullptr;
        const double em = measurer ? measurer->metrics().emSizeFor(look.size) : 0;
        const bool isOwn = measurer && measurer->isAsAsked();
        drawn.canMeasure_ = drawn.canMeasure_ && measurer != nullptr;
        drawn.stretches_.push_back({begin,
                                    end,
                                    measurer,
                                    em,
                                    look.scale,
                                    look.scaleY,
                                    look.spacing,
                                    isOwn,
                                    look.isNamed,
                                    &key.first});
    };
    // Points that change no look, karaoke above all, do not part what is shaped together.
    std::optional<Look> last;
    LookWalk looks(cue.text, style, own);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        Look look = looks.at(cuts[i], cuts[i + 1]);
        if (look == last)
            drawn.stretches_.back().end = cuts[i + 1];
        else
            add(look, cuts[i], cuts[i + 1]);
        last = std::move(look);
    }
    if (const auto& opened = measurerFor({own.family, own.face}).second) {
        drawn.font_ = opened->family();
        drawn.styleEm_ = opened->metrics().emSizeFor(style.fontSize);
    } else if (drawn.stretches_.empty()) {
        add(own, 0, 0);
    }
    return drawn;
}

}  // namespace subs
