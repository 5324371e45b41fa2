// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace subs {

/// Why something could not be done. `message` is one plain sentence for a person, without a
/// trailing full stop: what could not be done, where, and why. `code` is stable and for programs
/// ("io.not-found", "format.unknown").
struct Error {
    std::string code;
    std::string message;

    friend bool operator==(const Error&, const Error&) = default;
};

/// The value, or why there is none. Imperfect input is not an error: see diagnostic.h.
template <class T>
using Result = tl::expected<T, Error>;

/// Ends a function that answers a `Result` with an error.
inline tl::unexpected<Error> failure(std::string code, std::string message) {
    return tl::unexpected(Error{std::move(code), std::move(message)});
}

}  // namespace subs
