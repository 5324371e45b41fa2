// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs {

/// A format of files that are no text, which says of bytes that are none of its files what they
/// lack: of a file that is cut short, or has the wrong name.
class LackTeller {
public:
    LackTeller() = default;
    LackTeller(const LackTeller&) = delete;
    LackTeller& operator=(const LackTeller&) = delete;
    virtual ~LackTeller() = default;

    /// True of bytes that begin as its files do.
    virtual bool beginsLikeOne(std::string_view bytes) const = 0;
    /// "the file has 500 bytes, and ...": of bytes that its probe does not know.
    virtual std::string lackOf(std::string_view bytes) const = 0;
};

}  // namespace subs
