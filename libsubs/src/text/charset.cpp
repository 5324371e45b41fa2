// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/charset.h>

#include <utility>

namespace subs {
namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

}  // namespace

Result<std::string> encodingNamed(std::string_view name) {
    if (name == "UTF-8") return std::string(name);
    return failure("charset.unknown", "there is no encoding named \"" + std::string(name) + "\"");
}

Result<DecodedText> decodeText(std::string bytes, const std::optional<std::string>& asked) {
    if (asked) {
        if (auto known = encodingNamed(*asked); !known) return tl::unexpected(known.error());
    }
    DecodedText decoded;
    if (std::string_view(bytes).starts_with(kUtf8Bom)) {
        decoded.encoding.bom = Bom::Yes;
        bytes.erase(0, kUtf8Bom.size());
    }
    decoded.text = std::move(bytes);
    return decoded;
}

Result<std::string> encodeText(std::string_view text, const Encoding& encoding) {
    if (auto known = encodingNamed(encoding.name); !known) return tl::unexpected(known.error());
    std::string bytes(encoding.bom == Bom::Yes ? kUtf8Bom : std::string_view());
    bytes += text;
    return bytes;
}

}  // namespace subs
