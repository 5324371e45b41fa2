// SPDX-License-Identifier: MIT
#include <subs/text/line_choice.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace subs {
namespace {

/// Between these shares of the limit an estimate leaves open whether a line fits, so that it is
/// measured. Estimates come within a hundredth or two, and ink hangs over the pen's ends by less
/// than a tenth of the narrowest lines that anyone asks for.
constexpr double kSurelyFits = 0.9;
constexpr double kSurelyNot = 1.04;
/// What adding up widths in binary fractions may be off by.
constexpr double kNoise = 1e-9;
/// Of three lines so many places are tried for each break; no text that fits has more.
constexpr std::size_t kMostTried = 256;

/// Lines as places in a list of knots: the beginning, the places, the end.
using Cuts = std::vector<std::size_t>;

/// One text whose lines are sought.
class Search {
public:
    Search(std::size_t begin,
           std::size_t end,
           std::span<const LineBreak> places,
           TextRuler& ruler,
           const LineShape& shape)
        : begin_(begin), end_(end), places_(places), ruler_(ruler), shape_(shape) {}

    ChosenLines lines() {
        estimate();
        if (fits({0, knots()}) || places_.empty() || shape_.mostLines < 2)
            return result({0, knots()});
        Cuts poor;
        for (std::size_t count = 2; count <= shape_.mostLines; ++count) {
            const Cuts fitting = bestFitting(count);
            if (!fitting.empty() && !hasBadBreak(fitting)) return result(fitting);
            if (poor.empty()) poor = fitting;
        }
        return result(poor.empty() ? leastOverflow() : poor);
    }

private:
    struct Cost {
        double overflow = std::numeric_limits<double>::infinity();
        double price = std::numeric_limits<double>::infinity();
        friend auto operator<=>(const Cost&, const Cost&) = default;
    };

    std::size_t knots() const { return places_.size() + 1; }
    std::size_t beginOf(std::size_t knot) const {
        return knot == 0 ? begin_ : places_[knot - 1].next;
    }
    std::size_t endOf(std::size_t knot) const {
        return knot == knots() ? end_ : places_[knot - 1].end;
    }
    bool isWithin(double width) const { return width <= shape_.widest * (1 + kNoise); }

    bool hasBadBreak(const Cuts& cuts) const {
        return std::any_of(cuts.begin() + 1, cuts.end() - 1, [this](std::size_t knot) {
            return places_[knot - 1].grade == BreakGrade::Bad;
        });
    }

    double measured(std::size_t from, std::size_t to) {
        const auto [known, isNew] = measured_.try_emplace({from, to}, 0);
        if (isNew) known->second = ruler_.width(beginOf(from), endOf(to));
        return known->second;
    }

    void estimate() {
        std::vector<std::uint32_t> offsets;
        for (const LineBreak& place : places_) {
            offsets.push_back(place.end);
            offsets.push_back(place.next);
        }
        offsets.push_back(static_cast<std::uint32_t>(end_));
        std::vector<double> distances;
        ruler_.distances(begin_, offsets, distances);
        nexts_.assign(1, 0);
        ends_.assign(1, 0);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            ends_.push_back(distances[2 * i]);
            nexts_.push_back(distances[2 * i + 1]);
        }
        ends_.push_back(distances.back());
    }

    /// As measured where it was, else estimated.
    double widthOf(std::size_t from, std::size_t to) const {
        const auto known = measured_.find({from, to});
        return known == measured_.end() ? ends_[to] - nexts_[from] : known->second;
    }

    /// As far as it is known: estimates count as right up to `slack_` times the limit.
    bool mayFit(std::size_t from, std::size_t to) const {
        const auto known = measured_.find({from, to});
        return known == measured_.end() ? ends_[to] - nexts_[from] <= shape_.widest * slack_
                                        : isWithin(known->second);
    }

    /// What the lines between `cuts` cost: 4 × the mean square of how far each is from their mean
    /// width, as a share of it; as much again for each upper line that is wider than the one below.
    double priceOfCuts(const Cuts& cuts) const {
        constexpr double kWeight = 4;
        const auto lines = static_cast<double>(cuts.size() - 1);
        double sum = 0;
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
            sum += widthOf(cuts[i], cuts[i + 1]);
        const double mean = std::max(sum / lines, kNoise);
        double unevenness = 0;
        double price = 0;
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            const double width = widthOf(cuts[i], cuts[i + 1]);
            unevenness += (width - mean) * (width - mean) / lines;
            if (i == 0) continue;
            price += priceOf(places_[cuts[i] - 1].grade);
            const double step = (widthOf(cuts[i - 1], cuts[i]) - width) / 2;
            if (shape_.balance == Balance::BottomHeavy && step > 0) unevenness += step * step;
        }
        return price + kWeight * unevenness / (mean * mean);
    }

    Cost costOf(const Cuts& cuts, bool mayOverflow) const {
        double widest = 0;
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            widest = std::max(widest, widthOf(cuts[i], cuts[i + 1]));
            if (!mayOverflow && !mayFit(cuts[i], cuts[i + 1])) return {};
        }
        const double overflow = std::max(0.0, widest - shape_.widest);
        return {mayOverflow ? overflow : 0, priceOfCuts(cuts)};
    }

    /// The knots that are tried for break `index` of `count` lines: all, or those nearest to where
    /// it would be in even lines.
    std::pair<std::size_t, std::size_t> triedKnots(std::size_t index, std::size_t count) const {
        if (count <= 2 || places_.size() <= kMostTried) return {1, knots()};
        const double wanted =
            ends_.back() * static_cast<double>(index) / static_cast<double>(count);
        const auto at =
            static_cast<std::size_t>(std::ranges::lower_bound(ends_, wanted) - ends_.begin());
        const std::size_t first = std::max<std::size_t>(at, kMostTried / 2 + 1) - kMostTried / 2;
        return {first, std::min(first + kMostTried, knots())};
    }

    void tryAll(Cuts& cuts, std::size_t count, bool mayOverflow, std::pair<Cost, Cuts>& best) {
        const std::size_t index = cuts.size();
        if (index == count) {
            cuts.push_back(knots());
            const Cost cost = costOf(cuts, mayOverflow);
            if (cost < best.first) best = {cost, cuts};
            cuts.pop_back();
            return;
        }
        const auto [first, last] = triedKnots(index, count);
        for (std::size_t knot = std::max(first, cuts.back() + 1); knot < last; ++knot) {
            if (!mayOverflow && widthOf(cuts.back(), knot) > shape_.widest * kSurelyNot) break;
            cuts.push_back(knot);
            tryAll(cuts, count, mayOverflow, best);
            cuts.pop_back();
        }
    }

    Cuts cheapest(std::size_t count, bool mayOverflow) {
        std::pair<Cost, Cuts> best;
        Cuts cuts{0};
        tryAll(cuts, count, mayOverflow, best);
        return best.second;
    }

    /// Measured, but for lines that are narrower or wider by far.
    bool fits(const Cuts& cuts) {
        bool fits = true;
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            const double share = widthOf(cuts[i], cuts[i + 1]) / shape_.widest;
            const bool isSure = share <= kSurelyFits || share >= kSurelyNot;
            fits = fits && (isSure ? share <= 1 : isWithin(measured(cuts[i], cuts[i + 1])));
        }
        return fits;
    }

    /// The cheapest `count` lines that fit; none where there are none. What was estimated wrongly
    /// is known better the next time.
    Cuts bestFitting(std::size_t count) {
        for (const double slack : {1.0, kSurelyNot}) {
            slack_ = slack;
            for (Cuts cuts = cheapest(count, false); !cuts.empty(); cuts = cheapest(count, false))
                if (fits(cuts)) return cuts;
        }
        return greedy(count);
    }

    /// Each line as long as it fits: finds lines that fit wherever there are any.
    Cuts greedy(std::size_t count) {
        Cuts cuts{0};
        while (cuts.size() <= count) {
            std::size_t knot = cuts.back() + 1;
            if (knot > knots() || !isWithin(nearlyMeasured(cuts.back(), knot))) return {};
            while (knot < knots() && isWithin(nearlyMeasured(cuts.back(), knot + 1)))
                ++knot;
            cuts.push_back(knot);
            if (knot == knots()) return cuts;
        }
        return {};
    }

    /// Measured unless it is clear by far on which side of the limit it is.
    double nearlyMeasured(std::size_t from, std::size_t to) {
        constexpr double kFar = 0.2;
        const double width = widthOf(from, to);
        return std::abs(width - shape_.widest) <= shape_.widest * kFar ? measured(from, to) : width;
    }

    Cuts leastOverflow() { return cheapest(std::min(shape_.mostLines, knots()), true); }

    ChosenLines result(const Cuts& cuts) {
        ChosenLines chosen;
        chosen.fits = fits(cuts);
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            chosen.width = std::max(chosen.width, widthOf(cuts[i], cuts[i + 1]));
            if (i > 0) chosen.breaks.push_back(places_[cuts[i] - 1]);
        }
        return chosen;
    }

    std::size_t begin_;
    std::size_t end_;
    std::span<const LineBreak> places_;
    TextRuler& ruler_;
    const LineShape& shape_;
    double slack_ = 1;
    std::vector<double> nexts_;  ///< Where each knot's line begins.
    std::vector<double> ends_;   ///< Where the line before it ends.
    std::map<std::pair<std::size_t, std::size_t>, double> measured_;
};

}  // namespace

void TextRuler::distances(std::size_t begin,
                          std::span<const std::uint32_t> offsets,
                          std::vector<double>& result) {
    result.clear();
    double sum = 0;
    std::size_t from = begin;
    for (const std::uint32_t offset : offsets) {
        if (offset > from) sum += width(from, offset);
        result.push_back(sum);
        from = std::max<std::size_t>(from, offset);
    }
}

double CountRuler::width(std::size_t begin, std::size_t end) {
    return static_cast<double>(counted(text_.substr(begin, end - begin), unit_));
}

ChosenLines chosenLines(std::size_t begin,
                        std::size_t end,
                        std::span<const LineBreak> places,
                        TextRuler& ruler,
                        const LineShape& shape) {
    assert(shape.mostLines >= 1);
    return Search(begin, end, places, ruler, shape).lines();
}

}  // namespace subs
