// SPDX-License-Identifier: MIT
#pragma once

#include "format/scc/codes.h"
#include "format/time_codes.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace subs::scc {

/// Frames are those of 525-line television, 30000/1001 a second; time codes with ";" drop frames.
TimeCodes codesFor(DropFrame drop);

/// A time code at the beginning of `line`, as "00:01:02:03" or "00:01:02;03".
struct LineStart {
    TimeCode code{};
    DropFrame drop = DropFrame::No;
    std::size_t size = 0;
};
std::optional<LineStart> lineStartOf(std::string_view line);

/// True of a line of a time code and pairs in hexadecimal digits.
bool isDataLine(std::string_view line);

inline constexpr std::string_view kSignature = "Scenarist_SCC V1.0";

/// One pair of a line.
struct Word {
    std::size_t begin = 0;  ///< In the line.
    Pair pair;
    bool isRead = true;     ///< False of what is no pair of bytes.
    bool hasParity = true;  ///< Both bytes have an odd number of ones.
};

/// Walks over the pairs of a line.
class WordWalk {
public:
    WordWalk(std::string_view line, std::size_t at) : line_(line), at_(at) {}
    bool next();
    const Word& word() const { return word_; }

private:
    std::string_view line_;
    std::size_t at_;
    Word word_;
};

}  // namespace subs::scc
