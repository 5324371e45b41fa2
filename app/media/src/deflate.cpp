// SPDX-License-Identifier: GPL-3.0-or-later
#include "deflate.h"

#include <zlib.h>

#include <new>

namespace subs::media {
namespace {

const Bytef* zlibBytes(std::string_view bytes) {
    return reinterpret_cast<const Bytef*>(bytes.data());
}

Bytef* zlibBytes(std::string& bytes) {
    return reinterpret_cast<Bytef*>(bytes.data());
}

}  // namespace

std::string deflated(std::string_view bytes, Packing packing) {
    constexpr int kWindowBits = 15;
    constexpr int kMemory = 9;
    const int strategy = packing == Packing::Noise ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY;
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kWindowBits, kMemory, strategy) !=
        Z_OK)
        throw std::bad_alloc();
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = const_cast<Bytef*>(zlibBytes(bytes));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = zlibBytes(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    packed.shrink_to_fit();
    deflateEnd(&stream);
    return packed;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    uLongf got = size;
    std::string bytes(size, '\0');
    const int result = uncompress(zlibBytes(bytes), &got, zlibBytes(packed), packed.size());
    if (result != Z_OK || got != size) return std::nullopt;
    return bytes;
}

std::uint32_t checksumOf(std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32_z(0, zlibBytes(bytes), bytes.size()));
}

}  // namespace subs::media
