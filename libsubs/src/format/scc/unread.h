// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/scc/file.h"

#include <string_view>

namespace subs::scc {

/// What another format does not get of the file: each as often as it has pairs.
LossReport unreadOf(const SccFile& file);

/// What of that `after` has no more, which the file was made into.
LossReport lostUnread(const SccFile& before, const SccFile& after);

/// Tells of the lines of the file `text` without a time code that `after` has no more.
void reportLostStray(const SccFile& before,
                     std::string_view text,
                     const SccFile& after,
                     LossReport& losses);

}  // namespace subs::scc
