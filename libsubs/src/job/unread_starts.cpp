// SPDX-License-Identifier: MIT
#include "job/unread_starts.h"

#include <subs/format/registry.h>

#include "format/unread_starts.h"

namespace subs {

std::vector<CueId> unreadStartsOf(const Document& document, const Diagnostics& remarks) {
    const auto* const reader =
        dynamic_cast<const UnreadStartsReader*>(formatNamed(document.format));
    if (reader == nullptr || !document.origin || remarks.empty()) return {};
    return reader->unreadStartsIn(document);
}

}  // namespace subs
