// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace subs {

/// The bytes [begin, end) of a text.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    ByteRange shifted(std::size_t by) const { return {begin + by, end + by}; }
    bool empty() const { return begin == end; }
};

/// Makes a copy of a stretch of a file with some parts of it replaced, from its front to its end.
class Copier {
public:
    /// Both are borrowed.
    Copier(std::string& out, std::string_view original) : out_(out), original_(original) {}

    /// Copies up to `stretch` and writes `text` in its place.
    void replace(ByteRange stretch, std::string_view text) {
        copyTo(stretch.begin);
        out_ += text;
        done_ = stretch.end;
    }
    void copyTo(std::size_t end) {
        out_.append(original_, done_, end - done_);
        done_ = end;
    }

private:
    std::string& out_;
    std::string_view original_;
    std::size_t done_ = 0;
};

}  // namespace subs
