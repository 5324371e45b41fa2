// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>

#include "text/code_point_class.h"

#include <algorithm>

namespace subs {
namespace {

using enum ClusterClass;

bool isAscii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}
bool isBreak(ClusterClass c) {
    return c == CarriageReturn || c == LineFeed || c == Control;
}
bool isConjunctSign(ClusterClass c) {
    return c == Virama || c == CombiningExtend || c == Joiner;
}
bool isExtension(ClusterClass c) {
    return c == Extend || isConjunctSign(c);
}
bool isKhmerSign(ClusterClass c) {
    return c == KhmerSign || c == Coeng;
}

/// UAX #29, GB6 to GB8.
bool hangulJoins(ClusterClass before, ClusterClass after) {
    if (before == HangulL)
        return after == HangulL || after == HangulV || after == HangulLv || after == HangulLvt;
    if (before == HangulV || before == HangulLv) return after == HangulV || after == HangulT;
    return (before == HangulT || before == HangulLvt) && after == HangulT;
}

/// A cluster as it grows, code point by code point.
class GrowingCluster {
public:
    explicit GrowingCluster(ClusterClass first)
        : last_(first),
          khmer_(first == KhmerBase || isKhmerSign(first)),
          letterDue_(first == Coeng),
          conjunct_(first == LinkingConsonant ? Conjunct::Consonant : Conjunct::None),
          pictograph_(first == Pictograph) {}

    /// Whether the next code point belongs to it (UAX #29 but for Khmer).
    bool takes(ClusterClass next) const {
        if (isBreak(last_) || isBreak(next)) return last_ == CarriageReturn && next == LineFeed;
        if (isKhmerSign(next)) return khmer_;
        if (isExtension(next) || last_ == Prepend) return true;
        if (next == KhmerBase) return letterDue_;
        if (next == LinkingConsonant) return conjunct_ == Conjunct::Linked;
        if (next == Pictograph) return pictograph_ && last_ == Joiner;
        if (next == RegionalIndicator) return last_ == RegionalIndicator && !paired_;
        return hangulJoins(last_, next);
    }

    void take(ClusterClass next) {
        paired_ = next == RegionalIndicator && last_ == RegionalIndicator;
        khmer_ = khmer_ || next == KhmerBase;
        letterDue_ = next == Coeng || (letterDue_ && isExtension(next));
        conjunct_ = conjunctAfter(next);
        pictograph_ = next == Pictograph || (pictograph_ && isExtension(next));
        last_ = next;
    }

private:
    enum class Conjunct { None, Consonant, Linked };

    Conjunct conjunctAfter(ClusterClass next) const {
        if (next == LinkingConsonant) return Conjunct::Consonant;
        if (!isConjunctSign(next)) return Conjunct::None;
        return next == Virama && conjunct_ == Conjunct::Consonant ? Conjunct::Linked : conjunct_;
    }

    ClusterClass last_;
    bool khmer_;           ///< Khmer signs have something to stand on.
    bool letterDue_;       ///< After U+17D2, joiners or not: its letter belongs to it.
    Conjunct conjunct_;    ///< GB9c.
    bool pictograph_;      ///< GB11.
    bool paired_ = false;  ///< GB12, GB13.
};

/// False where there is a boundary between the two whatever stands before them.
bool mayJoin(ClusterClass before, ClusterClass after) {
    if (isBreak(before) || isBreak(after)) return before == CarriageReturn && after == LineFeed;
    if (isExtension(after) || before == Prepend) return true;
    if (isKhmerSign(after))
        return before == KhmerBase || isKhmerSign(before) || isExtension(before);
    if (after == KhmerBase) return before == Coeng || isExtension(before);
    if (after == LinkingConsonant) return isConjunctSign(before);
    if (after == Pictograph) return before == Joiner;
    if (after == RegionalIndicator) return before == RegionalIndicator;
    return hangulJoins(before, after);
}

ClusterClass classAt(std::string_view text, std::size_t at) {
    return clusterClassOf(decodeUtf8(text, at).codePoint);
}

/// The beginning of the code point that the byte `at` belongs to.
std::size_t codePointAt(std::string_view text, std::size_t at) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, at); ++back) {
        if (decodeUtf8(text, at - back).length > back) return at - back;
    }
    return at;
}

/// A boundary at or before the code point at `at` that can be told without looking further back.
std::size_t certainBoundary(std::string_view text, std::size_t at) {
    while (at > 0) {
        const std::size_t before = codePointAt(text, at - 1);
        if (!mayJoin(classAt(text, before), classAt(text, at))) return at;
        at = before;
    }
    return 0;
}

}  // namespace

std::size_t nextCluster(std::string_view text, std::size_t at) {
    const Decoded first = decodeUtf8(text, at);
    std::size_t end = at + first.length;
    if (first.codePoint < 0x80 && first.codePoint != '\r' && end < text.size() &&
        isAscii(text[end]))
        return end;
    GrowingCluster cluster(clusterClassOf(first.codePoint));
    while (end < text.size()) {
        const Decoded next = decodeUtf8(text, end);
        const ClusterClass nextClass = clusterClassOf(next.codePoint);
        if (!cluster.takes(nextClass)) break;
        cluster.take(nextClass);
        end += next.length;
    }
    return end;
}

std::size_t previousCluster(std::string_view text, std::size_t at) {
    std::size_t begin = certainBoundary(text, codePointAt(text, at - 1));
    for (std::size_t end = nextCluster(text, begin); end < at; end = nextCluster(text, begin))
        begin = end;
    return begin;
}

Offsets clusterEnds(std::string_view text) {
    Offsets ends;
    ends.reserve(text.size() / 4 + 1);
    for (std::size_t at = 0; at < text.size();) {
        at = nextCluster(text, at);
        ends.push_back(static_cast<std::uint32_t>(at));
    }
    return ends;
}

std::size_t snappedToCluster(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    std::size_t begin = certainBoundary(text, codePointAt(text, at));
    for (std::size_t end = nextCluster(text, begin); end <= at; end = nextCluster(text, begin))
        begin = end;
    return begin;
}

}  // namespace subs
