// SPDX-License-Identifier: MIT
#include "text/lexicon_bytes.h"

#include <unicode/bytestriebuilder.h>

namespace subs {

std::string lexiconBytes(const std::map<std::string, WordCost>& costs) {
    if (costs.empty()) return {};
    UErrorCode status = U_ZERO_ERROR;
    icu::BytesTrieBuilder builder(status);
    for (const auto& [word, cost] : costs)
        builder.add(word, cost, status);
    const icu::StringPiece bytes = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
    if (U_FAILURE(status)) return {};
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace subs
