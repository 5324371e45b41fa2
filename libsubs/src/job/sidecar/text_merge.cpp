// SPDX-License-Identifier: MIT
#include "job/sidecar/text_merge.h"

#include <subs/base/utf8.h>

#include "format/text_changes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>

namespace subs {
namespace {

/// Two letters of three bytes each.
constexpr std::size_t kFewBytes = 6;

bool hasGap(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        if (isGap(decoded.codePoint)) return true;
        at += decoded.length;
    }
    return false;
}

bool hasLetters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        if (!isGap(decoded.codePoint)) return true;
        at += decoded.length;
    }
    return false;
}

/// Changes by words rather than by letters that are the same by chance.
std::vector<TextChange> wordChanges(std::string_view before, std::string_view after) {
    std::vector<TextChange> result;
    for (const TextChange& change : changesBetween(before, after)) {
        const std::size_t end = result.empty() ? 0 : result.back().oldEnd;
        const std::string_view between = before.substr(end, change.oldBegin - end);
        const bool goesOn = !result.empty() && between.size() <= kFewBytes && !hasGap(between);
        if (goesOn) {
            result.back().oldEnd = change.oldEnd;
            result.back().newEnd = change.newEnd;
        } else {
            result.push_back(change);
        }
    }
    return result;
}

/// What the original says in place of a stretch of the written text.
struct Version {
    TextChange at;
    bool isOfLetters = false;  ///< Not of gaps alone, and not put in only.
    std::string_view text;
};

std::vector<Version> versionsOf(std::string_view written, std::string_view original) {
    std::vector<Version> versions;
    for (const TextChange& change : wordChanges(written, original)) {
        const bool isOfLetters =
            hasLetters(written.substr(change.oldBegin, change.oldEnd - change.oldBegin));
        versions.push_back({change,
                            isOfLetters,
                            original.substr(change.newBegin, change.newEnd - change.newBegin)});
    }
    return versions;
}

/// A stretch of the written text that was edited.
struct Edited {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t source = 0;
};

/// True where an edit takes in a part of `version`, or goes on with letters that it has others for.
/// What is put in beside a version leaves it alone.
bool touches(const Edited& edited, const Version& version) {
    const std::size_t begin = version.at.oldBegin;
    const std::size_t end = version.at.oldEnd;
    if (version.isOfLetters) return begin <= edited.end && edited.begin <= end;
    if (begin == end) return edited.begin < begin && begin < edited.end;
    return begin < edited.end && edited.begin < end;
}

/// Widens `edited` so that it takes in all of `versions` that it touches; true where it touches
/// one.
bool widen(Edited& edited, std::span<const Version> versions) {
    const auto endOf = [](const Version& version) { return version.at.oldEnd; };
    bool isWider = false;
    auto version = std::ranges::lower_bound(versions, edited.begin, {}, endOf);
    for (; version != versions.end() && version->at.oldBegin <= edited.end; ++version) {
        if (!touches(edited, *version)) continue;
        edited.begin = std::min(edited.begin, version->at.oldBegin);
        edited.end = std::max(edited.end, version->at.oldEnd);
        isWider = true;
    }
    return isWider;
}

/// To which side of what was put in at a place the place goes.
enum class Side : std::uint8_t { Before, Behind };

/// Where `place`, which is not inside of a change, is after `changes`.
template <class Changes, class At>
std::size_t placeAfter(const Changes& changes, std::size_t place, Side side, const At& at) {
    const auto next = std::ranges::upper_bound(
        changes, place, {}, [&](const auto& change) { return at(change).oldBegin; });
    if (next == changes.begin()) return place;
    const TextChange& last = at(*std::prev(next));
    if (last.oldBegin == place && last.oldEnd > place) return last.newBegin;
    if (last.oldEnd == place && last.oldBegin == place)
        return side == Side::Before ? last.newBegin : last.newEnd;
    return last.newEnd + (place - last.oldEnd);
}

/// True where the original has what was edited already.
bool isThere(const TextChange& edit, std::string_view text, std::span<const Version> versions) {
    const auto beginOf = [](const Version& version) { return version.at.oldBegin; };
    const auto same = std::ranges::lower_bound(versions, edit.oldBegin, {}, beginOf);
    return same != versions.end() && same->at.oldBegin == edit.oldBegin &&
           same->at.oldEnd == edit.oldEnd &&
           same->text == text.substr(edit.newBegin, edit.newEnd - edit.newBegin);
}

/// Edited stretches, widened and joined until they touch nothing but themselves.
std::vector<Edited> settled(std::span<const TextChange> edits,
                            std::string_view text,
                            std::span<const Version> versions,
                            bool& overlaps) {
    std::vector<Edited> result;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (isThere(edits[i], text, versions)) continue;
        Edited edited{edits[i].oldBegin, edits[i].oldEnd, i};
        overlaps = widen(edited, versions) || overlaps;
        if (!result.empty() && edited.begin <= result.back().end) {
            edited.begin = std::min(edited.begin, result.back().begin);
            edited.end = std::max(edited.end, result.back().end);
            edited.source = result.back().source;
            result.pop_back();
        }
        result.push_back(edited);
    }
    return result;
}

}  // namespace

MergedEdits mergedEdits(std::string_view original,
                        std::string_view written,
                        std::string_view edited) {
    MergedEdits result;
    const std::vector<TextChange> edits = wordChanges(written, edited);
    if (edits.empty()) return result;
    const std::vector<Version> versions = versionsOf(written, original);
    const auto itself = [](const TextChange& change) -> const TextChange& { return change; };
    const auto atOf = [](const Version& version) -> const TextChange& { return version.at; };
    for (const Edited& at : settled(edits, edited, versions, result.overlaps)) {
        const bool isPoint = at.begin == at.end;
        const std::size_t newBegin = placeAfter(edits, at.begin, Side::Before, itself);
        const std::size_t newEnd = placeAfter(edits, at.end, Side::Behind, itself);
        // What the original has beside the stretch stays.
        const std::size_t begin =
            placeAfter(versions, at.begin, isPoint ? Side::Before : Side::Behind, atOf);
        const std::size_t end = isPoint ? begin : placeAfter(versions, at.end, Side::Before, atOf);
        result.edits.push_back({static_cast<std::uint32_t>(begin),
                                static_cast<std::uint32_t>(std::max(begin, end)),
                                std::string(edited.substr(newBegin, newEnd - newBegin))});
        result.sources.push_back(at.source);
    }
    return result;
}

std::vector<TextEdit> editsBetween(std::string_view before, std::string_view after) {
    std::vector<TextEdit> edits;
    for (const TextChange& change : wordChanges(before, after))
        edits.push_back(
            {static_cast<std::uint32_t>(change.oldBegin),
             static_cast<std::uint32_t>(change.oldEnd),
             std::string(after.substr(change.newBegin, change.newEnd - change.newBegin))});
    return edits;
}

}  // namespace subs
