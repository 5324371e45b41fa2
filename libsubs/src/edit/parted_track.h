// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/style_index.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace subs {

/// Whether a cue had lines of both tracks. How it looks is then how one of them does, and nothing
/// says which.
enum class Looks : std::uint8_t { Own, OfEither };

/// When a cue is over, where that is known, and whether one that begins then may be more of it.
struct Over {
    std::optional<Time> at;
    bool mayGoOn = true;
};

/// One of the two tracks of a stacked one while it is gathered. Cues that touch and say the same
/// become one where they look the same.
class PartedTrack {
public:
    /// `document` has no cues, and the styles of those that come.
    explicit PartedTrack(Document document);

    /// O(log n) but for cues at one time with one text that look otherwise.
    void add(Cue cue, Looks looks, Over over);

    /// `from` is what the track was taken out of. Cues that were over when one of the other track
    /// began have that as their end.
    Document taken(const Document& from);

private:
    /// A moment, a number for what is said up to it or from it on, and one for how; 0 is in any
    /// way.
    using Key = std::tuple<std::int64_t, std::size_t, std::size_t>;

    Key keyOf(Time time, const Cue& cue, Looks looks) const;
    void remember(std::size_t place);
    std::optional<std::size_t> prolonged(const Cue& cue, Looks looks);
    std::optional<std::size_t> goesOn(const Key& first,
                                      const Key& last,
                                      const Cue& cue,
                                      Looks looks);
    void prolong(std::size_t place, const Cue& cue, Looks looks);
    bool isSame(const Cue& before, const Cue& cue, Looks ofBefore, Looks ofCue) const;
    template <typename Compared>
    bool isSameText(const Cue& before, const Cue& cue, Compared compared) const;
    void dropStyles(const Document& from);

    Document document_;
    StyleIndex styles_;
    std::vector<Looks> looks_;                 ///< Of each cue.
    std::vector<std::optional<Time>> overAt_;  ///< Likewise.
    std::multimap<Key, std::size_t> byEnd_;    ///< Places of cues that last.
};

}  // namespace subs
