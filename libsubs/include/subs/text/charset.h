// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

enum class Bom : std::uint8_t { No, Yes };

/// How the characters of a file are stored.
struct Encoding {
    std::string name = "UTF-8";  ///< IANA preferred name: "UTF-8", "UTF-16LE", "windows-1252".
    Bom bom = Bom::No;           ///< Only Unicode encodings can have one.
    int confidence =
        100;  ///< 0–100: how sure the detection is; 100 when it is certain or was asked for.
    std::string
        reason;  ///< Why, for a person: "byte order mark", "valid UTF-8", "statistics (ICU)".

    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// The text of a file as UTF-8.
struct DecodedText {
    std::string
        text;  ///< Without the byte order mark. See `decodeText` for bytes that are no characters.
    Encoding encoding;
    std::string bytes;        ///< The file itself, only where `text` does not give it back.
    Diagnostics diagnostics;  ///< Undecodable bytes and doubtful detection, with their lines.
};

/// Turns the bytes of a file into UTF-8. `asked` names the encoding (any name ICU knows); without
/// it the encoding is detected: byte order mark, UTF-32 by its code points, UTF-16 by the parity of
/// its NULs, strict UTF-8 beyond ASCII, the XML declaration where there is one and it is not
/// plainly wrong, then statistics (ICU and, for doubtful results, the plainest reading,
/// windows-1252). UTF-8 with some damaged bytes stays UTF-8.
///
/// Nothing is lost: bytes that are not valid in UTF-8 stay in `text` as they are (readers treat
/// them as U+FFFD); undecodable bytes of other encodings become the code points U+DC80–U+DCFF,
/// three bytes each, and unpaired UTF-16 surrogates themselves; `encodeText` turns both back. Where
/// that does not give back the same bytes (a stateful encoding), a diagnostic
/// "charset.not-reversible" says so and the bytes come with the text. Other diagnostics:
/// "charset.damaged" (bytes that are no characters), "charset.doubtful" (a confidence below 50) and
/// "charset.double-encoded" (UTF-8 that was taken for windows-1252 and encoded again; not
/// repaired). Error "charset.unknown": `asked` is no encoding that ICU knows. O(n).
Result<DecodedText> decodeText(std::string bytes,
                               const std::optional<std::string>& asked = std::nullopt);

/// The warning "charset.damaged" where there are bytes in `text` that are no UTF-8, with the place
/// of the first and how many there are.
std::optional<Diagnostic> damageIn(std::string_view text);

/// The bytes of `text` in `encoding`, with its byte order mark. Error "charset.unrepresentable"
/// names the first character that the encoding does not have, with its line and column, and how
/// many there are; "charset.unknown" as above. O(n).
Result<std::string> encodeText(std::string_view text, const Encoding& encoding);

/// Where in `text` the first character begins that `encoding` does not have.
std::optional<std::size_t> firstUnrepresentable(std::string_view text, const Encoding& encoding);

/// The preferred name of an encoding that ICU knows under any of its names, or why it is none, with
/// the nearest name. UTF-16 and UTF-32 without an order are those with the lesser byte first.
Result<std::string> encodingNamed(std::string_view name);

}  // namespace subs
