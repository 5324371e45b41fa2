// SPDX-License-Identifier: MIT
#pragma once

#include "text/khmer_run.h"
#include "text/lexicon.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace subs {

/// Where a word was found.
enum class WordSource : std::uint8_t {
    Unknown,  ///< Nowhere: a stretch that holds no known word.
    Lexicon,
    Glossary,  ///< Agreed on by the project: whole, and parted from its neighbours.
};

/// A word of a run.
struct FoundWord {
    std::uint32_t begin = 0;  ///< A boundary of the run.
    std::uint32_t end = 0;
    WordSource source = WordSource::Unknown;
    WordCost cost = 0;
};

/// Finds the words of unspaced Khmer: of all ways to cut a run into words of a lexicon, words of a
/// glossary and unknown stretches, the cheapest. Keeps its buffers from one run to the next.
class WordSearch {
public:
    explicit WordSearch(Lexicon lexicon, std::optional<Lexicon> glossary = std::nullopt)
        : lexicon_(lexicon), glossary_(glossary) {}

    /// The words of `run`, which they cover, in their order; valid until the next call. O(n).
    const std::vector<FoundWord>& wordsOf(const KhmerRun& run);

private:
    /// The cheapest way to a boundary.
    struct Node {
        std::int64_t cost = 0;
        std::uint32_t from = 0;  ///< Where its last word begins.
        WordSource source = WordSource::Unknown;
    };

    void offerWords(const KhmerRun& run,
                    std::size_t from,
                    const Lexicon& lexicon,
                    WordSource source);
    void offerUnknown(const KhmerRun& run, std::size_t from);
    void offer(std::size_t from, std::size_t to, WordCost cost, WordSource source);

    Lexicon lexicon_;
    std::optional<Lexicon> glossary_;
    std::vector<Node> nodes_;
    std::vector<WordMatch> matches_;
    std::vector<FoundWord> words_;
};

}  // namespace subs
