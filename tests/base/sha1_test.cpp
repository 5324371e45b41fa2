// SPDX-License-Identifier: MIT
#include "base/sha1.h"

#include "catch.h"

#include <fmt/format.h>

#include <string>

using namespace subs;

namespace {

std::string hexOf(std::string_view bytes) {
    std::string text;
    for (const std::uint8_t byte : sha1Of(bytes))
        text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace

// The messages of FIPS 180 and of its test vectors.
TEST_CASE("SHA-1 is that of its standard", "[base][sha1]") {
    CHECK(hexOf("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(hexOf("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hexOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    CHECK(hexOf(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

// By Python's hashlib.
TEST_CASE("SHA-1 pads what ends near the end of a block", "[base][sha1]") {
    CHECK(hexOf(std::string(55, 'x')) == "cef734ba81a024479e09eb5a75b6ddae62e6abf1");
    CHECK(hexOf(std::string(56, 'x')) == "901305367c259952f4e7af8323f480d59f81335b");
    CHECK(hexOf(std::string(63, 'x')) == "0ddc4e0cccd9a12850deb5abb0853a4425559fec");
    CHECK(hexOf(std::string(64, 'x')) == "bb2fa3ee7afb9f54c6dfb5d021f14b1ffe40c163");
    CHECK(hexOf(std::string(120, 'x')) == "ceb2821639c4b6dcb10bce0e522ca2e608ce056d");
}
