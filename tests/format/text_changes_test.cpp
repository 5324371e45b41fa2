// SPDX-License-Identifier: MIT
#include "format/text_changes.h"

#include "catch.h"

#include <random>
#include <string>

using namespace subs;

namespace {

/// `before` with `changes` done, each of them with what `after` has in its place.
std::string changed(std::string_view before,
                    std::string_view after,
                    const std::vector<TextChange>& changes) {
    std::string result;
    std::size_t at = 0;
    for (const TextChange& change : changes) {
        result += before.substr(at, change.oldBegin - at);
        result += after.substr(change.newBegin, change.newEnd - change.newBegin);
        at = change.oldEnd;
    }
    return result.append(before.substr(at));
}

/// How many bytes are left out and taken in.
std::size_t sizeOf(const std::vector<TextChange>& changes) {
    std::size_t size = 0;
    for (const TextChange& change : changes)
        size += change.oldEnd - change.oldBegin + change.newEnd - change.newBegin;
    return size;
}

}  // namespace

TEST_CASE("each change between two texts is one stretch", "[format][patch]") {
    CHECK(changesBetween("abc", "abc").empty());
    CHECK(changesBetween("", "").empty());
    CHECK(changesBetween("", "ab") == std::vector<TextChange>{{0, 0, 0, 2}});
    CHECK(changesBetween("ab", "") == std::vector<TextChange>{{0, 2, 0, 0}});
    CHECK(changesBetween("aa bb\ncc dd", "aa\nbb cc\ndd") ==
          std::vector<TextChange>{{2, 3, 2, 3}, {5, 6, 5, 6}, {8, 9, 8, 9}});
    CHECK(changesBetween("aabbcc", "aa\nbb\ncc") ==
          std::vector<TextChange>{{2, 2, 2, 3}, {4, 4, 5, 6}});
    // The word stays, not the line break that it changes places with.
    CHECK(changesBetween("a b\nc", "a\nb c") ==
          std::vector<TextChange>{{1, 2, 1, 2}, {3, 4, 3, 4}});
    CHECK(changesBetween("a \n b", "a b") == std::vector<TextChange>{{2, 4, 2, 2}});
    CHECK(changeBetween("aabbcc", "aa\nbb\ncc") == TextChange{2, 4, 2, 6});
}

TEST_CASE("a change never parts a character", "[format][patch][khmer]") {
    CHECK(changesBetween("ក", "ខ") == std::vector<TextChange>{{0, 3, 0, 3}});
    CHECK(changeBetween("aកb", "aខb") == TextChange{1, 4, 1, 4});
    // U+0100 and U+0140, that begin alike or end alike.
    CHECK(changeBetween("\u0100", "\u0140") == TextChange{0, 2, 0, 2});
    CHECK(changeBetween("\xE1\x9E", "\xE1\x9E\x80") == TextChange{0, 2, 0, 3});
}

TEST_CASE("changes give the text that was asked for, whatever the bytes", "[format][patch]") {
    const std::string bytes = "ab \n\x9E\xE1\xC2\xA0";
    std::mt19937 random(5);  // NOLINT: the same texts every time
    for (int i = 0; i < 5000; ++i) {
        std::string before;
        for (std::size_t n = random() % 12; n > 0; --n)
            before += bytes[random() % bytes.size()];
        std::string after = before;
        for (std::size_t n = random() % 4; n > 0; --n) {
            const std::size_t at = random() % (after.size() + 1);
            if (random() % 2 == 0)
                after.insert(at, 1, bytes[random() % bytes.size()]);
            else
                after.erase(at, 1);
        }
        const std::vector<TextChange> changes = changesBetween(before, after);
        CHECK(changed(before, after, changes) == after);
        CHECK(changed(before, after, {changeBetween(before, after)}) == after);
        for (std::size_t n = 1; n < changes.size(); ++n)
            CHECK(changes[n - 1].oldEnd < changes[n].oldBegin);
    }
}

TEST_CASE("texts with little in common change in one stretch", "[format][patch]") {
    const std::string before(100'000, 'a');
    const std::string after(100'000, 'b');
    CHECK(changesBetween("x" + before + "y", "x" + after + "y") ==
          std::vector<TextChange>{{1, 100'001, 1, 100'001}});
    std::string parted;
    for (int i = 0; i < 100'000; ++i)
        parted += i % 1000 == 999 ? "a " : "a";
    const std::vector<TextChange> spaces = changesBetween(before, parted);
    CHECK(spaces.size() == 100);
    CHECK(sizeOf(spaces) == 100);
}
