// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace subs {

/// Why something could not be done. `message` is one plain sentence for a person, without a
/// trailing full stop: what could not be done, where, and why. `code` is stable and for programs
/// ("io.not-found", "format.unknown"). An error about a place in a file says which, apart from its
/// message.
struct Error {
    std::string code;
    std::string message;
    std::string file = {};     ///< Where it is not the file at hand.
    std::uint32_t line = 0;    ///< From 1; 0 when the error is about the whole file.
    std::uint32_t column = 0;  ///< From 1, in bytes; 0 when it is about the whole line.

    friend bool operator==(const Error&, const Error&) = default;
};

/// The value, or why there is none. Imperfect input is not an error: see diagnostic.h.
template <class T>
using Result = tl::expected<T, Error>;

/// Ends a function that answers a `Result` with an error.
inline tl::unexpected<Error> failure(std::string code, std::string message) {
    return tl::unexpected(Error{std::move(code), std::move(message)});
}

/// The same with the line and column that the error is about.
inline tl::unexpected<Error> failureAt(std::uint32_t line,
                                       std::uint32_t column,
                                       std::string code,
                                       std::string message) {
    return tl::unexpected(Error{std::move(code), std::move(message), {}, line, column});
}

/// `error`, about `file` where it names none.
inline Error about(std::string file, Error error) {
    if (error.file.empty()) error.file = std::move(file);
    return error;
}

/// The message with its place in front, for who shows nothing else: "a.toml:3: there is no ...".
std::string placed(const Error& error);

}  // namespace subs
