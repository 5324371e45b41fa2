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
#include "text/word_search.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace subs;

constexpr int kRounds = 8;
/// Weights are averages, kept in so many parts of one.
constexpr std::int64_t kParts = 64;

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

class Examples {
public:
    explicit Examples(const char* lexicon)
        : search_(Lexicon(lexicon)), features_(Lexicon(lexicon)) {}

    void add(const data::AnnotatedLine& line) {
        text_.assign(line.text, KhmerShown::AsLetters);
        forEachKhmerRun(text_,
                        [&](std::size_t first, std::size_t last) { addRun(line, first, last); });
    }

    const std::vector<Example>& all() const { return all_; }

private:
    void addRun(const data::AnnotatedLine& line, std::size_t first, std::size_t last) {
        run_.assign(text_, first, last);
        features_.assign(run_, search_.wordsOf(run_));
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
    std::vector<Example> all_;
};

/// Sums of weights over time give their averages in the end.
class Perceptron {
public:
    void learn(const Example& example) {
        ++time_;
        const auto wanted = static_cast<std::size_t>(example.kind);
        const std::size_t chosen = choice(example.facts);
        if (chosen == wanted) return;
        for (const std::uint32_t fact : example.facts) {
            change(GapModel::placeOf(fact) + wanted, 1);
            change(GapModel::placeOf(fact) + chosen, -1);
        }
    }

    std::vector<GapModel::Weight> averages() const {
        std::vector<GapModel::Weight> result;
        for (std::size_t i = 0; i < weights_.size(); ++i) {
            const std::int64_t sum = sums_[i] + weights_[i] * (time_ - changed_[i]);
            const std::int64_t average = sum * kParts / std::max<std::int64_t>(time_, 1);
            result.push_back(
                static_cast<GapModel::Weight>(std::clamp<std::int64_t>(average, -32'768, 32'767)));
        }
        return result;
    }

private:
    std::size_t choice(const GapFacts& facts) const {
        std::array<std::int64_t, kGapKinds> scores{};
        for (const std::uint32_t fact : facts) {
            for (std::size_t kind = 0; kind < kGapKinds; ++kind)
                scores[kind] += weights_[GapModel::placeOf(fact) + kind];
        }
        return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                        scores.begin());
    }

    void change(std::size_t place, std::int64_t by) {
        sums_[place] += weights_[place] * (time_ - changed_[place]);
        changed_[place] = time_;
        weights_[place] += by;
    }

    static constexpr std::size_t kSize = GapModel::kPlaces * kGapKinds;
    std::int64_t time_ = 0;
    std::vector<std::int64_t> weights_ = std::vector<std::int64_t>(kSize);
    std::vector<std::int64_t> sums_ = std::vector<std::int64_t>(kSize);
    std::vector<std::int64_t> changed_ = std::vector<std::int64_t>(kSize);
};

/// The examples in an order that is mixed and always the same.
std::vector<std::size_t> mixedOrder(std::size_t size, Chance& chance) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = size; i > 1; --i)
        std::swap(order[i - 1], order[chance.below(i)]);
    return order;
}

std::vector<GapModel::Weight> trained(const std::vector<Example>& examples) {
    Perceptron perceptron;
    Chance chance;
    for (int round = 0; round < kRounds; ++round) {
        for (const std::size_t i : mixedOrder(examples.size(), chance))
            perceptron.learn(examples[i]);
    }
    return perceptron.averages();
}

std::string bytesOf(const char* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int count, char** arguments) {
    const std::string lexicon = count > 3 ? bytesOf(arguments[2]) : std::string();
    if (lexicon.empty()) {
        std::cerr << "usage: train_gap_model OUT LEXICON DIALOGUE...\n";
        return 2;
    }
    Examples examples(lexicon.data());
    for (int i = 3; i < count; ++i) {
        for (const std::string& line : data::markedLines(arguments[i], data::Share::Training))
            examples.add(data::annotatedLine(line));
    }
    const std::vector<GapModel::Weight> weights = trained(examples.all());
    std::ofstream out(arguments[1], std::ios::binary);
    out.write(reinterpret_cast<const char*>(weights.data()),
              static_cast<std::streamsize>(weights.size() * sizeof(GapModel::Weight)));
    out.close();
    return out ? 0 : 1;
}
