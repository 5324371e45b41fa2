// SPDX-License-Identifier: MIT
#include "job/tracks/packet_text.h"

#include <subs/base/utf8.h>
#include <subs/text/newline.h>

namespace subs::tracks {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnds = "\r\n";

std::string_view withoutNulsBehind(std::string_view bytes) {
    while (!bytes.empty() && bytes.back() == '\0')
        bytes.remove_suffix(1);
    return bytes;
}

/// True where there was one.
bool replaceNuls(std::string& text) {
    bool isFound = false;
    for (std::size_t at = text.find('\0'); at != text.npos; at = text.find('\0', at)) {
        text.replace(at, 1, "\xEF\xBF\xBD");
        isFound = true;
    }
    return isFound;
}

}  // namespace

std::string packetText(std::string_view bytes, Time at, PacketRemarks& remarks) {
    bytes = withoutNulsBehind(bytes);
    // A single blank stands for an empty text: some programs take no packet without bytes.
    if (bytes.find_first_not_of(" \t\r\n") == bytes.npos) return {};
    const std::size_t first = bytes.find_first_not_of(kLineEnds);
    bytes.remove_prefix(first);
    bytes = bytes.substr(0, bytes.find_last_not_of(kLineEnds) + 1);
    std::string text = withNewlines(bytes, Newline::Lf);
    if (replaceNuls(text)) remarks.add("track.nul", "has a NUL in it; it is written as U+FFFD", at);
    if (!isValidUtf8(text))
        remarks.add("track.not-utf8", "has bytes that are no UTF-8; they are kept as they are", at);
    return text;
}

std::string privateText(std::string_view bytes) {
    bytes = withoutNulsBehind(bytes);
    if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
    std::string text = withNewlines(bytes, Newline::Lf);
    replaceNuls(text);
    text.erase(text.find_last_not_of(" \t\n") + 1);
    return text;
}

}  // namespace subs::tracks
