// SPDX-License-Identifier: MIT
#include "qc/finding_id.h"

#include <fmt/format.h>

#include <cstdint>

namespace subs {
namespace {

/// FNV-1a of 64 bits (Fowler, Noll, Vo).
class Hash {
public:
    Hash() = default;
    /// Goes on from another one's value.
    explicit Hash(std::uint64_t value) : value_(value) {}

    void add(std::string_view bytes) {
        for (const char byte : bytes)
            addByte(static_cast<std::uint8_t>(byte));
        addByte(0xFF);  // parts "ab", "c" are not "a", "bc"
    }
    void add(std::int64_t number) {
        for (int shift = 0; shift < 64; shift += 8)
            addByte(static_cast<std::uint8_t>(number >> shift));
    }
    std::uint64_t value() const { return value_; }

private:
    void addByte(std::uint8_t byte) {
        value_ ^= byte;
        value_ *= 0x0000'0100'0000'01B3;
    }

    std::uint64_t value_ = 0xCBF2'9CE4'8422'2325;
};

}  // namespace

FindingIds::FindingIds(std::string_view rule, const Cue& cue) {
    Hash hash;
    hash.add(rule);
    hash.add(cue.text.plain);
    hash.add(cue.start.flicks());
    hash.add(cue.end ? cue.end->flicks() : std::int64_t{-1});
    ofCue_ = hash.value();
}

std::string FindingIds::at(std::optional<std::size_t> line) const {
    Hash hash(ofCue_);
    hash.add(line ? static_cast<std::int64_t>(*line) : std::int64_t{-1});
    return fmt::format("{:016x}", hash.value());
}

std::string findingIdOfFile(std::string_view rule, std::string_view detail) {
    Hash hash;
    hash.add(rule);
    hash.add(detail);
    return fmt::format("{:016x}", hash.value());
}

}  // namespace subs
