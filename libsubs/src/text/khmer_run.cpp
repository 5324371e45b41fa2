// SPDX-License-Identifier: MIT
#include "text/khmer_run.h"

#include <subs/base/utf8.h>

#include "text/khmer_symbols.h"

namespace subs {
namespace {

/// What no word has, so that a search finds none with it.
constexpr std::uint8_t kForeignSymbol = 0xFF;

}  // namespace

void KhmerRun::assign(const BreakText& text, std::size_t first, std::size_t last) {
    symbols_.clear();
    symbolAt_.clear();
    KhmerSymbols next;
    for (std::size_t unit = first; unit < last; ++unit) {
        symbolAt_.push_back(static_cast<std::uint32_t>(symbols_.size()));
        const std::string_view cluster = text.stretch(unit, unit + 1);
        for (std::size_t at = 0; at < cluster.size();) {
            const Decoded decoded = decodeUtf8(cluster, at);
            const std::uint8_t symbol = next.next(decoded.codePoint);
            symbols_ += static_cast<char>(symbol != 0 ? symbol : kForeignSymbol);
            at += decoded.length;
        }
    }
    symbolAt_.push_back(static_cast<std::uint32_t>(symbols_.size()));
}

}  // namespace subs
