// SPDX-License-Identifier: MIT
#include <subs/text/segment.h>
#include <subs/text/skeleton.h>

#include "text/edit_list.h"

#include <algorithm>
#include <functional>
#include <map>

namespace subs {
namespace {

constexpr std::string_view kCoengDa = "\u17D2\u178A";
constexpr std::string_view kCoengTa = "\u17D2\u178F";
constexpr std::string_view kAoy = "\u17B2\u17D2\u1799";         // ឲ្យ
constexpr std::string_view kAoyByOther = "\u17B1\u17D2\u1799";  // ឱ្យ

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string withTa(std::string_view word) {
    std::string folded(word);
    for (std::size_t at = folded.find(kCoengDa); at != std::string::npos;
         at = folded.find(kCoengDa, at))
        folded.replace(at, kCoengDa.size(), kCoengTa);
    return folded;
}

class VariantCounter {
public:
    explicit VariantCounter(Segmenter& segmenter) : segmenter_(segmenter) {}

    void take(std::string_view text, std::size_t index) {
        countParts(text, kAoy, index);
        countParts(text, kAoyByOther, index);
        if (has(text, kCoengDa) || has(text, kCoengTa)) countWords(text, index);
    }

    std::vector<Variants> taken() {
        std::vector<Variants> result;
        for (Variants& variants : words_) {
            if (variants.size() < 2) continue;
            std::ranges::stable_sort(variants, std::greater(), &Spelling::count);
            result.push_back(std::move(variants));
        }
        return result;
    }

private:
    void countParts(std::string_view text, std::string_view part, std::size_t index) {
        for (std::size_t at = text.find(part); at != std::string_view::npos;
             at = text.find(part, at + part.size()))
            count(std::string(kAoy), text, at, at + part.size(), index);
    }

    void countWords(std::string_view text, std::size_t index) {
        std::size_t begin = 0;
        Offsets ends = segmenter_.wordBoundaries(text);
        ends.push_back(static_cast<std::uint32_t>(text.size()));
        for (const std::size_t end : ends) {
            const std::string_view word = text.substr(begin, end - begin);
            if (has(word, kCoengDa) || has(word, kCoengTa))
                count(withTa(word), text, begin, end, index);
            begin = end;
        }
    }

    void count(std::string key,
               std::string_view text,
               std::size_t begin,
               std::size_t end,
               std::size_t index) {
        const auto [place, isNew] = places_.try_emplace(std::move(key), words_.size());
        if (isNew) words_.emplace_back();
        Variants& variants = words_[place->second];
        const std::string_view word = text.substr(begin, end - begin);
        const auto known = std::ranges::find(variants, word, &Spelling::word);
        if (known != variants.end())
            ++known->count;
        else
            variants.push_back({std::string(word),
                                1,
                                index,
                                static_cast<std::uint32_t>(begin),
                                static_cast<std::uint32_t>(end)});
    }

    Segmenter& segmenter_;
    std::map<std::string, std::size_t> places_;  ///< By the spelling that they share.
    std::vector<Variants> words_;
};

}  // namespace

std::vector<Variants> inconsistentVariants(std::span<const std::string_view> texts,
                                           Segmenter& segmenter) {
    VariantCounter counter(segmenter);
    for (std::size_t i = 0; i < texts.size(); ++i)
        counter.take(texts[i], i);
    return counter.taken();
}

}  // namespace subs
