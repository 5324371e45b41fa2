// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <string>
#include <string_view>

namespace subs {

/// True where the file that `document` was read from has bytes that are no characters. Its own
/// format keeps them (text/charset.h); another is given U+FFFD for each, since a file with them is
/// taken for one in another encoding.
bool hasDamagedText(const Document& document);

/// Puts U+FFFD for each byte of `document` that is no character, and for each half of a surrogate
/// pair, with a loss for those in texts, speakers, labels and the title.
void mendDamagedText(Document& document, LossReport& losses);

/// "ED A0 BD": how bytes that are no characters are told of.
std::string bytesShown(std::string_view bytes);

}  // namespace subs
