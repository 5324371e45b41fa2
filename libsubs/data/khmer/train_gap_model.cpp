// SPDX-License-Identifier: MIT
// train_gap_model OUT LEXICON DIALOGUE...: teaches the model that judges the gaps of Khmer text, by
// an averaged perceptron. Whole numbers all the way and a fixed order: the same files give the same
// model. Run when the library is built.
#include "annotated.h"
#include "text/break_units.h"
#include "text/gap_features.h"
#include "text/gap_model.h"
#include "text/khmer_run.h"
#include "text/lexicon.h"
#include "text/lexicon_states.h"
#include "text/word_search.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace subs;

constexpr int kRounds = 8;
/// Weights are averages, kept in so many parts of one.
constexpr std::int64_t kParts = 16;
/// The words of the lexicon are dealt out into so many shares, and so many of them left out in
/// turn.
constexpr std::size_t kShares = 3;
constexpr std::size_t kSharesLeftOut = 2;

/// A source of chance that is always the same.
class Chance {
public:
    /// A number below `end`.
    std::size_t below(std::size_t end) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::size_t>(state_ >> 33U) % end;
    }

private:
    std::uint64_t state_ = 1;
};

/// A gap of the dialogue.
struct Example {
    GapFacts facts{};
    GapKind kind = GapKind::Inside;
};

/// Adds what `lexicon` sees of lines.
class Examples {
public:
    Examples(Lexicon lexicon, std::vector<Example>& all) : search_(lexicon), all_(all) {}

    void add(const data::AnnotatedLine& line) {
        text_.assign(line.text, KhmerShown::AsLetters);
        forEachKhmerRun(text_,
                        [&](std::size_t first, std::size_t last) { addRun(line, first, last); });
    }

private:
    void addRun(const data::AnnotatedLine& line, std::size_t first, std::size_t last) {
        run_.assign(text_, first, last);
        search_.wordsOf(run_);
        features_.assign(run_, search_);
        for (std::size_t boundary = 1; boundary < run_.size(); ++boundary) {
            const auto gap = line.gaps.find(text_.units[first + boundary].begin);
            all_.push_back(
                {features_.at(boundary), gap == line.gaps.end() ? GapKind::Inside : gap->second});
        }
    }

    BreakText text_;
    WordSearch search_;
    KhmerRun run_;
    GapFeatures features_;
    std::vector<Example>& all_;
};

/// A lexicon without the words of one share; those that every list has stay.
std::vector<LexiconState> without(const std::map<std::string, WordCost>& words, std::size_t share) {
    constexpr std::size_t kLongestKept = 3;
    std::map<std::string, WordCost> kept;
    std::size_t index = 0;
    for (const auto& word : words) {
        const bool isOfShare = index++ % kShares == share;
        if (!isOfShare || word.first.size() <= kLongestKept) kept.insert(word);
    }
    return lexiconStates(kept);
}

/// The lines as the lexicon sees them, and as it would if it lacked words, as it does of text that
/// is not ours.
std::vector<Example> examplesOf(const std::vector<data::AnnotatedLine>& lines, Lexicon lexicon) {
    std::vector<Example> all;
    const auto add = [&](Lexicon seenBy) {
        Examples examples(seenBy, all);
        for (const data::AnnotatedLine& line : lines)
            examples.add(line);
    };
    add(lexicon);
    const std::map<std::string, WordCost> words = lexicon.words();
    for (std::size_t share = 0; share < kSharesLeftOut; ++share) {
        const std::vector<LexiconState> lacking = without(words, share);
        add(Lexicon(lacking.data()));
    }
    return all;
}

using Sums = std::array<std::int64_t, kGapKinds>;

/// The facts of the examples, numbered from 0 in the order in which they are seen.
class FactNumbers {
public:
    std::uint32_t of(std::uint32_t fact) {
        const auto [known, isNew] =
            numbers_.emplace(fact, static_cast<std::uint32_t>(facts_.size()));
        if (isNew) facts_.push_back(fact);
        return known->second;
    }

    const std::vector<std::uint32_t>& all() const { return facts_; }

private:
    std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
    std::vector<std::uint32_t> facts_;
};

/// Sums of weights over time give their averages in the end.
class Perceptron {
public:
    explicit Perceptron(std::size_t facts) : weights_(facts), sums_(facts), changed_(facts) {}

    /// Facts are numbers.
    void learn(const Example& example) {
        ++time_;
        const auto wanted = static_cast<std::size_t>(example.kind);
        const std::size_t chosen = choice(example.facts);
        if (chosen == wanted) return;
        for (const std::uint32_t fact : example.facts) {
            bringUpToNow(fact);
            ++weights_[fact][wanted];
            --weights_[fact][chosen];
        }
    }

    /// In parts of one.
    Sums average(std::size_t fact) {
        bringUpToNow(fact);
        Sums result = sums_[fact];
        for (std::int64_t& sum : result)
            sum = sum * kParts / std::max<std::int64_t>(time_, 1);
        return result;
    }

private:
    std::size_t choice(const GapFacts& facts) const {
        Sums scores{};
        for (const std::uint32_t fact : facts) {
            for (std::size_t kind = 0; kind < kGapKinds; ++kind)
                scores[kind] += weights_[fact][kind];
        }
        return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                        scores.begin());
    }

    void bringUpToNow(std::size_t fact) {
        for (std::size_t kind = 0; kind < kGapKinds; ++kind)
            sums_[fact][kind] += weights_[fact][kind] * (time_ - changed_[fact]);
        changed_[fact] = time_;
    }

    std::int64_t time_ = 0;
    std::vector<Sums> weights_;
    std::vector<Sums> sums_;
    std::vector<std::int64_t> changed_;
};

/// The examples in an order that is mixed and always the same.
std::vector<std::size_t> mixedOrder(std::size_t size, Chance& chance) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = size; i > 1; --i)
        std::swap(order[i - 1], order[chance.below(i)]);
    return order;
}

/// How much a fact decides.
int weightOf(const GapCell& cell) {
    const auto [least, most] = std::minmax_element(cell.weights.begin(), cell.weights.end());
    return *most - *least;
}

GapCell cellOf(std::uint32_t fact, const Sums& average) {
    GapCell cell;
    cell.check = GapModel::checkOf(fact);
    for (std::size_t kind = 0; kind < kGapKinds; ++kind)
        cell.weights[kind] =
            static_cast<std::int8_t>(std::clamp<std::int64_t>(average[kind], -127, 127));
    return cell;
}

Perceptron trained(const std::vector<Example>& examples, std::size_t facts) {
    Perceptron perceptron(facts);
    Chance chance;
    for (int round = 0; round < kRounds; ++round) {
        for (const std::size_t i : mixedOrder(examples.size(), chance))
            perceptron.learn(examples[i]);
    }
    return perceptron;
}

/// Of facts that share a place the one that decides most has it.
std::vector<GapCell> cellsOf(std::vector<Example> examples) {
    FactNumbers numbers;
    for (Example& example : examples) {
        for (std::uint32_t& fact : example.facts)
            fact = numbers.of(fact);
    }
    Perceptron perceptron = trained(examples, numbers.all().size());
    std::vector<GapCell> cells(GapModel::kPlaces);
    for (std::size_t i = 0; i < numbers.all().size(); ++i) {
        const std::uint32_t fact = numbers.all()[i];
        const GapCell cell = cellOf(fact, perceptron.average(i));
        GapCell& place = cells[GapModel::placeOf(fact)];
        if (weightOf(cell) > weightOf(place)) place = cell;
    }
    return cells;
}

std::vector<LexiconState> statesIn(const char* file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::vector<LexiconState> states(bytes.size() / sizeof(LexiconState));
    if (!states.empty())
        std::memcpy(states.data(), bytes.data(), states.size() * sizeof(LexiconState));
    return states;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<LexiconState> lexicon =
        count > 3 ? statesIn(arguments[2]) : std::vector<LexiconState>();
    if (lexicon.empty()) {
        std::cerr << "usage: train_gap_model OUT LEXICON DIALOGUE...\n";
        return 2;
    }
    std::vector<data::AnnotatedLine> lines;
    for (int i = 3; i < count; ++i) {
        for (const std::string& line : data::markedLines(arguments[i], data::Share::Training))
            lines.push_back(data::annotatedLine(line));
    }
    const std::vector<GapCell> cells = cellsOf(examplesOf(lines, Lexicon(lexicon.data())));
    std::ofstream out(arguments[1], std::ios::binary);
    out.write(reinterpret_cast<const char*>(cells.data()),
              static_cast<std::streamsize>(cells.size() * sizeof(GapCell)));
    out.close();
    return out ? 0 : 1;
}
