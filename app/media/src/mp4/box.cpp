// SPDX-License-Identifier: GPL-3.0-or-later
#include "mp4/box.h"

namespace subs::media::mp4 {
std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) return 0;
    std::uint64_t value = 0;
    for (const char byte : bytes.substr(at, size))
        value = value << 8U | static_cast<std::uint8_t>(byte);
    return value;
}

void appendNumber(std::string& out, std::uint64_t value, std::size_t size) {
    for (std::size_t i = size; i-- > 0;)
        out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

bool readHeader(std::string_view bytes, std::uint64_t left, BoxHeader& header) {
    if (bytes.size() < 8) return false;
    header = {8, numberAt(bytes, 0, 4), bytes.substr(4, 4), false};
    if (header.size == 0) {
        header.isOpen = true;
        header.size = left;
    } else if (header.size == 1) {
        header.headerSize = kHeaderSize;
        header.size = numberAt(bytes, 8, 8);
    }
    return header.size >= header.headerSize && header.size <= left;
}

bool BoxReader::next() {
    const std::size_t left = content_.size() - at_;
    if (isDamaged_ || left < 8) return false;
    BoxHeader header;
    if (!readHeader(content_.substr(at_, kHeaderSize), left, header)) {
        isDamaged_ = true;
        return false;
    }
    const auto size = static_cast<std::size_t>(header.size);
    const auto headerSize = static_cast<std::size_t>(header.headerSize);
    box_ = {content_.substr(at_ + 4, 4),
            content_.substr(at_ + headerSize, size - headerSize),
            at_,
            size};
    at_ += size;
    return true;
}

std::string box(std::string_view type, std::string_view content) {
    std::string out;
    const bool isLong = content.size() + 8 > kMostShort;
    appendNumber(out, isLong ? 1 : content.size() + 8, 4);
    out += type;
    if (isLong) appendNumber(out, content.size() + kHeaderSize, 8);
    return out.append(content);
}

std::string fullBox(std::string_view type,
                    std::uint8_t version,
                    std::uint32_t flags,
                    std::string_view content) {
    std::string out;
    appendNumber(out, version, 1);
    appendNumber(out, flags, 3);
    return box(type, out.append(content));
}

}  // namespace subs::media::mp4
