// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/charset.h>

#include <optional>
#include <string_view>

namespace subs {

/// The name in `<?xml … encoding="…"?>` at the beginning of `text`, as it is written there and a
/// part of `text`; empty where there is none.
std::string_view declaredXmlEncoding(std::string_view text);

/// The encoding that the XML declaration at the beginning of `bytes` names (XML 1.0, 4.3.3);
/// nothing where there is none, and where it is plainly wrong: ICU does not know it, the
/// declaration itself is not written in it, or more than one byte in twenty beyond ASCII is no
/// character in it. Where it has a wider one that its files are usually in (WHATWG Encoding, 4.2)
/// and there are bytes that only this has letters for, it is the wider one.
std::optional<Encoding> encodingByDeclaration(std::string_view bytes);

}  // namespace subs
