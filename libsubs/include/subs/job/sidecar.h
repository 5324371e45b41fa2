// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

/// A sidecar is a small file beside a converted one that keeps what the target format cannot hold:
/// the file that was converted, whole, and the converted one as it was written, so that what was
/// edited in it since can be told. libsubs/src/job/sidecar/README.md tells the file's format and
/// how the two come together again.
namespace subs {

/// One of the two files in a sidecar.
struct KeptFile {
    std::string name;      ///< Without its folder; for messages.
    std::string format;    ///< Id.
    std::string encoding;  ///< By which its bytes are read (text/charset.h).
    std::string bytes;
    std::string language = {};  ///< That was asked for on reading it; empty: none.

    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

struct Sidecar {
    KeptFile original;      ///< What was converted.
    KeptFile written;       ///< What it was converted to.
    std::string frameRate;  ///< Of both where they count frames and it was told: "24000/1001".

    friend bool operator==(const Sidecar&, const Sidecar&) = default;
};

/// No sidecar is larger than this, packed or unpacked (in bytes).
inline constexpr std::uint64_t kLargestSidecar = std::uint64_t{1} << 30U;

/// Where the sidecar of `file` is: beside it, "film.srt.subs-sidecar".
std::filesystem::path sidecarPathOf(const std::filesystem::path& file);

/// The bytes of a sidecar. Error "sidecar.too-large". O(n).
Result<std::string> packed(const Sidecar& sidecar);

/// The sidecar that `bytes` are. Errors "sidecar.damaged" (what is no sidecar included),
/// "sidecar.newer", "sidecar.too-large" (before anything that large is held in memory). O(n).
Result<Sidecar> unpacked(std::string_view bytes);

/// The sidecar beside `file`, or nothing where there is none. Errors name the sidecar.
Result<std::optional<Sidecar>> sidecarOf(const std::filesystem::path& file,
                                         std::stop_token stop = {});

/// The format of the original in the sidecar beside `file`, read from its first bytes; empty where
/// there is no sidecar, or one that cannot be read.
std::string formatKeptBeside(const std::filesystem::path& file);

}  // namespace subs
