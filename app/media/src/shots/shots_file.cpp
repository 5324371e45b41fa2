// SPDX-License-Identifier: GPL-3.0-or-later
#include "shots/shots_file.h"

#include "byte_order.h"

#include <utility>

namespace subs::media {
namespace {

/// Takes frames of one film, each counted from the one before.
class FrameReader {
public:
    FrameReader(std::string_view bytes, std::int64_t frames) : in_(bytes), frames_(frames) {}

    /// How many things follow, each of at least one byte.
    std::size_t count() {
        const std::uint64_t count = in_.compact();
        isRight_ = isRight_ && count <= in_.left();
        return isRight_ ? static_cast<std::size_t>(count) : 0;
    }
    Frame frameBehind(Frame last) {
        const std::uint64_t step = in_.compact();
        isRight_ = isRight_ && step < static_cast<std::uint64_t>(frames_ - last.number);
        return isRight_ ? Frame{last.number + static_cast<std::int64_t>(step)} : last;
    }
    TransitionKind kind() {
        const auto kind = in_.number<std::uint8_t>();
        isRight_ = isRight_ && kind <= static_cast<std::uint8_t>(TransitionKind::FadeOut);
        return isRight_ ? static_cast<TransitionKind>(kind) : TransitionKind::Dissolve;
    }
    std::uint64_t number() { return in_.compact(); }
    bool isRight() const { return isRight_ && in_.isAtEnd(); }

private:
    ByteReader in_;
    std::int64_t frames_;
    bool isRight_ = true;
};

void putFrame(ByteWriter& out, Frame& last, Frame frame) {
    out.compact(static_cast<std::uint64_t>(frame.number - last.number));
    last = frame;
}

}  // namespace

std::string shotsBytes(const SearchedShots& found) {
    ByteWriter out;
    out.compact(static_cast<std::uint64_t>(found.missing));
    out.compact(found.damage);
    out.compact(found.shots.cuts.size());
    Frame last;
    for (const Frame cut : found.shots.cuts)
        putFrame(out, last, cut);
    out.compact(found.shots.transitions.size());
    last = {};
    for (const Transition& each : found.shots.transitions) {
        out.number(static_cast<std::uint8_t>(each.kind));
        putFrame(out, last, each.from);
        out.compact(static_cast<std::uint64_t>(each.to.number - each.from.number));
    }
    return out.bytes();
}

std::optional<SearchedShots> shotsFrom(std::string_view bytes, std::int64_t frames) {
    FrameReader in(bytes, frames);
    SearchedShots found;
    found.missing = static_cast<std::int64_t>(in.number());
    found.damage = static_cast<std::size_t>(in.number());
    found.shots.cuts.resize(in.count());
    Frame last;
    for (Frame& cut : found.shots.cuts)
        last = cut = in.frameBehind(last);
    found.shots.transitions.resize(in.count());
    last = {};
    for (Transition& each : found.shots.transitions) {
        each.kind = in.kind();
        last = each.from = in.frameBehind(last);
        each.to = in.frameBehind(each.from);
    }
    return in.isRight() ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace subs::media
