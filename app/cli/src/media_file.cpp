// SPDX-License-Identifier: GPL-3.0-or-later
#include "media_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace subs::cli {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t at;
    std::string_view bytes;
};

constexpr std::array kSignatures = {
    Signature{4, "ftyp"sv},
    Signature{4, "moov"sv},
    Signature{4, "mdat"sv},
    Signature{4, "wide"sv},
    Signature{0, "\x1A\x45\xDF\xA3"sv},
    Signature{8, "AVI "sv},
    Signature{8, "WAVE"sv},
    Signature{0, "\0\0\x01\xBA"sv},
    Signature{0, "\0\0\x01\xB3"sv},
    Signature{0, "OggS"sv},
    Signature{0, "FLV\x01"sv},
    Signature{0, "\x30\x26\xB2\x75"sv},
    Signature{0, "fLaC"sv},
    Signature{0, "ID3"sv},
};

/// A transport stream: sync bytes at the beginnings of its packets.
bool isTransportStream(std::string_view head) {
    return head.size() > 376 && head[0] == 'G' && head[188] == 'G' && head[376] == 'G';
}

}  // namespace

bool isMediaFile(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return false;
    std::ifstream file(path, std::ios::binary);
    std::string head(512, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const auto matches = [&](const Signature& signature) {
        return head.size() >= signature.at &&
               std::string_view(head).substr(signature.at).starts_with(signature.bytes);
    };
    return std::ranges::any_of(kSignatures, matches) || isTransportStream(head);
}

}  // namespace subs::cli
