// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/change.h>

#include <QtCore/QString>

#include <string_view>

namespace subs::session {

/// UTF-8 of a document as a person is shown it: each undecodable byte as U+FFFD.
QString shown(std::string_view text);

/// What a person typed as UTF-8 of a document, lines joined by '\n'.
std::string typed(const QString& text);

/// The plain text of the cue at `index` as `text`, which was made from `shown`. Undecodable bytes
/// that the person left alone stay as they are.
Change withShownText(const Document& document, std::size_t index, const QString& text);

}  // namespace subs::session
