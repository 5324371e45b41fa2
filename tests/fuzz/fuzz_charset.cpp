// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/text/charset.h>

#include "fuzz/require.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace {

/// The first is detection.
constexpr std::array kEncodings = {"",
                                   "UTF-8",
                                   "UTF-16LE",
                                   "UTF-16BE",
                                   "windows-1251",
                                   "Shift_JIS",
                                   "GB18030",
                                   "ISO-2022-JP",
                                   "UTF-7"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string asked = kEncodings.at(data[0] % kEncodings.size());
    const std::string bytes(data + 1, data + size);
    const auto text = subs::decodeText(bytes, asked.empty() ? std::nullopt : std::optional(asked));
    FUZZ_REQUIRE(text);
    if (!text->bytes.empty()) {
        FUZZ_REQUIRE(text->bytes == bytes);
    } else {
        const auto again = subs::encodeText(text->text, text->encoding);
        FUZZ_REQUIRE(again && *again == bytes);
    }
    // Whatever it is, opening it answers something or says why not.
    const auto read =
        subs::readDocument(bytes,
                           "x.srt",
                           {.encoding = asked.empty() ? std::nullopt : std::optional(asked),
                            .format = {},
                            .language = {}});
    if (!read) return 0;
    const auto written = subs::writtenDocument(read->document, *read->format);
    FUZZ_REQUIRE(written && written->bytes == bytes);
    return 0;
}
