// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/rebreak.h>
#include <subs/text/script.h>

#include "text/break_place.h"

#include <algorithm>
#include <map>
#include <utility>

namespace subs {
namespace {

constexpr std::string_view kZwsp = "\u200B";
constexpr char32_t kZwspCharacter = 0x200B;

/// What is broken into lines by itself.
struct Paragraph {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<LineBreak> places;
    std::size_t allotted = 1;  ///< Lines.
    ChosenLines lines;
};

std::vector<Paragraph> paragraphsOf(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t trimmed =
            begin + withoutSpacesBefore(text.substr(begin, end - begin), end - begin);
        paragraphs.push_back({begin, trimmed, {}, 1, {}});
        begin = end + 1;
    }
    return paragraphs;
}

TextEdit editOf(std::size_t begin, std::size_t end, std::string replacement) {
    return {
        static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(replacement)};
}

/// Remembers what a ruler measured: a paragraph that gets another line is broken anew, and most of
/// what is measured then is the same.
class RememberedRuler : public TextRuler {
public:
    explicit RememberedRuler(TextRuler& ruler) : ruler_(ruler) {}

    double width(std::size_t begin, std::size_t end) override {
        const auto [known, isNew] = widths_.try_emplace({begin, end}, 0);
        if (isNew) known->second = ruler_.width(begin, end);
        return known->second;
    }

    void distances(std::size_t begin,
                   std::span<const std::uint32_t> offsets,
                   std::vector<double>& result) override {
        const auto known = std::ranges::find_if(distances_, [&](const Distances& one) {
            return one.begin == begin && std::ranges::equal(one.offsets, offsets);
        });
        if (known != distances_.end()) {
            result = known->values;
            return;
        }
        ruler_.distances(begin, offsets, result);
        distances_.push_back({begin, {offsets.begin(), offsets.end()}, result});
    }

private:
    struct Distances {
        std::size_t begin = 0;
        std::vector<std::uint32_t> offsets;
        std::vector<double> values;
    };

    TextRuler& ruler_;
    std::map<std::pair<std::size_t, std::size_t>, double> widths_;
    std::vector<Distances> distances_;
};

/// How much a paragraph wants another line: first of all one that is too wide, then one that is
/// broken at a bad place.
using Want = std::pair<int, double>;

Want wantOf(const Paragraph& paragraph) {
    const ChosenLines& lines = paragraph.lines;
    if (paragraph.allotted > paragraph.places.size()) return {0, 0};
    if (!lines.fits) return {2, lines.width};
    const bool isPoor = std::ranges::count(lines.breaks, BreakGrade::Bad, &LineBreak::grade) > 0;
    return {isPoor ? 1 : 0, lines.width};
}

/// One text on its way into lines.
class Rebreaking {
public:
    Rebreaking(std::string_view text,
               const JoinedLines& joined,
               LineBreaker& breaker,
               TextRuler& ruler,
               const LineShape& shape,
               ZwspUse zwsp)
        : text_(text),
          joined_(joined),
          breaker_(breaker),
          ruler_(ruler),
          shape_(shape),
          zwsp_(zwsp),
          paragraphs_(paragraphsOf(joined.text)),
          targets_(joined.joins.size()) {}

    Rebroken result() {
        for (Paragraph& paragraph : paragraphs_)
            choose(paragraph);
        spendSpareLines();
        Rebroken result;
        result.lines = 0;
        for (Paragraph& paragraph : paragraphs_) {
            if (!paragraph.lines.fits) measure(paragraph);
            result.lines += paragraph.lines.breaks.size() + 1;
            result.width = std::max(result.width, paragraph.lines.width);
            result.fits = result.fits && paragraph.lines.fits;
        }
        result.edits = edits();
        return result;
    }

private:
    void choose(Paragraph& paragraph) {
        LineShape shape = shape_;
        shape.mostLines = paragraph.allotted;
        paragraph.lines = chosenLines(paragraph.begin, paragraph.end, {}, ruler_, shape);
        const bool needsPlaces = !paragraph.lines.fits || zwsp_ == ZwspUse::Insert;
        if (needsPlaces && paragraph.places.empty()) paragraph.places = placesIn(paragraph);
        if (!paragraph.lines.fits && paragraph.allotted > 1)
            paragraph.lines =
                chosenLines(paragraph.begin, paragraph.end, paragraph.places, ruler_, shape);
    }

    /// What is told of lines that are too wide is measured.
    void measure(Paragraph& paragraph) {
        paragraph.lines.width = 0;
        std::size_t begin = paragraph.begin;
        const auto add = [&](std::size_t end) {
            paragraph.lines.width = std::max(paragraph.lines.width, ruler_.width(begin, end));
        };
        for (const LineBreak& taken : paragraph.lines.breaks) {
            add(taken.end);
            begin = taken.next;
        }
        add(paragraph.end);
    }

    /// Gives the lines that are left one by one to what wants them most.
    void spendSpareLines() {
        for (std::size_t lines = paragraphs_.size(); lines < shape_.mostLines; ++lines) {
            const auto neediest = std::ranges::max_element(paragraphs_, {}, wantOf);
            if (wantOf(*neediest).first == 0) return;
            ++neediest->allotted;
            choose(*neediest);
        }
    }

    std::vector<LineBreak> placesIn(const Paragraph& paragraph) {
        const std::string_view text(joined_.text);
        auto places =
            breaker_.breaks(text.substr(paragraph.begin, paragraph.end - paragraph.begin));
        for (LineBreak& place : places) {
            place.end += static_cast<std::uint32_t>(paragraph.begin);
            place.next += static_cast<std::uint32_t>(paragraph.begin);
            const std::size_t join = joinAt(place);
            // Someone ended a line there; a space between phrases may have gone with it.
            if (join < joined_.joins.size() && place.grade == BreakGrade::Plain &&
                joined_.joins[join].length == 0)
                place.grade = BreakGrade::Good;
        }
        return places;
    }

    /// The join that lies where `place` is, or the number of joins.
    std::size_t joinAt(const LineBreak& place) const {
        const auto& joins = joined_.joins;
        const auto found =
            std::ranges::lower_bound(joins, std::size_t{place.end}, {}, &JoinedLines::Join::begin);
        const bool isThere = found != joins.end() && found->begin + found->length <= place.next;
        return static_cast<std::size_t>((isThere ? found : joins.end()) - joins.begin());
    }

    std::vector<TextEdit> edits() {
        std::vector<TextEdit> edits;
        for (std::size_t i = 0; i < targets_.size(); ++i)
            targets_[i] = joined_.text.substr(joined_.joins[i].begin, joined_.joins[i].length);
        for (const Paragraph& paragraph : paragraphs_) {
            for (const LineBreak& place : paragraph.lines.breaks)
                put("\n", place, edits);
            if (zwsp_ == ZwspUse::Insert) insertZwsp(paragraph, edits);
        }
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            const JoinedLines::Join& join = joined_.joins[i];
            edits.push_back(editOf(join.oldBegin, join.oldEnd, std::move(targets_[i])));
        }
        if (zwsp_ == ZwspUse::Strip) stripZwsp(edits);
        std::erase_if(edits, [this](const TextEdit& edit) {
            return text_.substr(edit.begin, edit.end - edit.begin) == edit.replacement;
        });
        std::ranges::stable_sort(edits, {}, &TextEdit::begin);
        return edits;
    }

    void put(std::string_view what, const LineBreak& place, std::vector<TextEdit>& edits) {
        const std::size_t join = joinAt(place);
        if (join < targets_.size()) {
            targets_[join] = what;
            return;
        }
        edits.push_back(editOf(
            joined_.oldPlaceOf(place.end), joined_.oldPlaceOf(place.next), std::string(what)));
    }

    void insertZwsp(const Paragraph& paragraph, std::vector<TextEdit>& edits) {
        const auto& taken = paragraph.lines.breaks;
        for (const LineBreak& place : paragraph.places) {
            if (std::ranges::find(taken, place) != taken.end() || place.next > place.end) continue;
            const char32_t last = characterBefore(joined_.text, place.end);
            const char32_t first = decodeUtf8(joined_.text, place.next).codePoint;
            if (last == kZwspCharacter || first == kZwspCharacter) continue;
            if (isKhmer(last) || isKhmer(first)) put(kZwsp, place, edits);
        }
    }

    void stripZwsp(std::vector<TextEdit>& edits) const {
        for (std::size_t at = text_.find(kZwsp); at != text_.npos;
             at = text_.find(kZwsp, at + kZwsp.size()))
            edits.push_back(editOf(at, at + kZwsp.size(), ""));
    }

    std::string_view text_;
    const JoinedLines& joined_;
    LineBreaker& breaker_;
    RememberedRuler ruler_;
    const LineShape& shape_;
    ZwspUse zwsp_;
    std::vector<Paragraph> paragraphs_;
    std::vector<std::string> targets_;  ///< What each join becomes.
};

}  // namespace

Rebroken rebroken(std::string_view text,
                  const JoinedLines& joined,
                  LineBreaker& breaker,
                  TextRuler& ruler,
                  const LineShape& shape,
                  ZwspUse zwsp) {
    return Rebreaking(text, joined, breaker, ruler, shape, zwsp).result();
}

}  // namespace subs
