// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// JSON (RFC 8259) as stretches of its text, so that what is edited is found again. Nothing here
// recurses.
namespace subs::json {

/// What is wrong with a text, and where.
struct Flaw {
    std::size_t at = 0;
    std::string_view message;  ///< "a comma or \"}\" is missing"
};

/// Walks over a text, value after value; ends at the first flaw.
class Scanner {
public:
    explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    const std::optional<Flaw>& flaw() const { return flaw_; }
    /// The byte that comes next behind blanks; 0 at the end.
    char peek();
    /// Goes behind `sign` where it comes next.
    bool take(char sign);
    /// Goes behind `sign`, or notes that it is missing.
    bool need(char sign, std::string_view message);
    /// Goes behind the next value. Nothing where there is a flaw in it. O(its size).
    std::optional<ByteRange> value();
    /// The same of a string.
    std::optional<ByteRange> string();
    /// Ends here.
    void fail(std::string_view message);

private:
    /// A scalar, empty brackets, or the beginning of an object or a list up to its first value.
    /// Brackets that are open are kept in a list, so that any depth is well.
    bool beginValue(std::vector<char>& open);
    /// Behind a value: closes what ends there, and goes to the next value.
    bool goOn(std::vector<char>& open);
    bool skipName();
    bool skipScalar();
    bool skipString();
    bool skipNumber();
    bool skipWord(std::string_view word);
    bool isDigitNext() const {
        return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9';
    }

    std::string_view text_;
    std::size_t at_;
    std::optional<Flaw> flaw_;
};

/// A member of an object.
struct Member {
    std::string key;
    ByteRange value;
};

/// The members of the object at the beginning of `text`, which is known to be one.
///
///     for (Members members(text); members.next();) use(members.member());
class Members {
public:
    explicit Members(std::string_view text) : text_(text), scanner_(text) {}
    bool next();
    const Member& member() const { return member_; }

private:
    std::string_view text_;
    Scanner scanner_;
    Member member_;
    bool hasBegun_ = false;
};

/// The elements of an array, in the same way.
class Elements {
public:
    explicit Elements(std::string_view text) : scanner_(text) {}
    bool next();
    ByteRange element() const { return element_; }

private:
    Scanner scanner_;
    ByteRange element_;
    bool hasBegun_ = false;
};

/// What a string says; `typed` has its quotes. A surrogate without its partner ("\ud800") is no
/// character (RFC 8259 §8.2) and becomes U+FFFD.
std::string textOf(std::string_view typed);
/// Such surrogates in the strings of a well-formed value, as they are typed. O(its size).
std::vector<std::string_view> halfPairsIn(std::string_view value);

/// True of the beginning of a value of that kind.
inline bool isString(std::string_view value) {
    return value.starts_with('"');
}
inline bool isObject(std::string_view value) {
    return value.starts_with('{');
}
inline bool isArray(std::string_view value) {
    return value.starts_with('[');
}
bool isNumber(std::string_view value);

}  // namespace subs::json
