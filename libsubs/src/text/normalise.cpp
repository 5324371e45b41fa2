// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>
#include <subs/text/normalise.h>

#include "text/edit_list.h"
#include "text/khmer_walk.h"

namespace subs {
namespace {

class Normaliser final : public KhmerVisitor {
public:
    Normaliser(std::string_view text, NormalisePolicy policy) : list_(text), policy_(policy) {}

    void syllable(const KhmerSyllable& syllable) override {
        if (!syllable.isChanged) return;
        written_.clear();
        appendSyllable(written_, syllable);
        list_.replace(syllable.begin, syllable.end, written_);
    }
    void surplus(IssueKind, std::uint32_t begin, std::uint32_t end) override {
        if (begin >= dateEnd_) list_.replace(begin, end, {});
    }
    void orphan(std::uint32_t, std::uint32_t) override {}
    void lunarDate(char32_t symbol, std::uint32_t begin, std::uint32_t end) override {
        if (policy_ != NormalisePolicy::Full) return;
        written_.clear();
        appendUtf8(written_, symbol);
        list_.replace(begin, end, written_);
        dateEnd_ = end;
    }
    void beyyal(std::uint32_t begin, std::uint32_t end) override {
        list_.replace(begin, end, "\u17D4\u179B\u17D4");
    }

    Normalised taken() { return list_.taken(); }

private:
    EditList list_;
    const NormalisePolicy policy_;
    std::string written_;
    std::uint32_t dateEnd_ = 0;  ///< What stood inside of the last date is gone with it.
};

}  // namespace

Normalised normalised(std::string_view text, const NormaliseOptions& options) {
    Normaliser normaliser(text, options.policy);
    walkKhmer(text, {options.coengDa, options.invisibles}, normaliser);
    return normaliser.taken();
}

std::size_t caretAfter(const Normalised& result, std::size_t old) {
    return snappedToCluster(result.text, result.map().after(old));
}

}  // namespace subs
