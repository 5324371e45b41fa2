// SPDX-License-Identifier: MIT
#include "format/json/cue_members.h"

#include "format/byte_range.h"
#include "format/json/repeated_members.h"
#include "format/json/scanner.h"
#include "format/json/shown_member.h"
#include "format/json/span_list.h"
#include "format/json/spelled.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace subs::json {
namespace {

std::optional<std::int32_t> wholeNumber(std::string_view value) {
    const auto number = isNumber(value) ? numberOf(value) : std::nullopt;
    constexpr double kMost = std::numeric_limits<std::int32_t>::max();
    const bool fits = number && std::floor(*number) == *number && std::abs(*number) <= kMost;
    return fits ? std::optional(static_cast<std::int32_t>(*number)) : std::nullopt;
}

std::optional<Margins> marginsIn(std::string_view value) {
    if (!isArray(value)) return std::nullopt;
    std::vector<std::int32_t> numbers;
    for (Elements elements(value); elements.next();) {
        const auto number = wholeNumber(elements.element().of(value));
        if (!number || numbers.size() == 3) return std::nullopt;
        numbers.push_back(*number);
    }
    if (numbers.size() != 3) return std::nullopt;
    return Margins{numbers[0], numbers[1], numbers[2]};
}

/// Reads the members of one object.
class Reader {
public:
    ReadMembers read(std::string_view object) {
        if (!isObject(object)) {
            result_.flaw = CueFlaw::NoObject;
            return std::move(result_);
        }
        std::string_view spans;
        for (Members members(object); members.next();) {
            const std::string_view value = members.member().value.of(object);
            noteRepeated(members.member(), object);
            if (members.member().key == "spans")
                spans = value;
            else
                take(members.member().key, value);
        }
        if (!spans.empty() && spans != "null") takeSpans(spans);
        if (!hasStart_) result_.flaw = CueFlaw::NoStart;
        return std::move(result_);
    }

private:
    /// Of two members of one name the last counts (RFC 8259, 4, leaves it open).
    void noteRepeated(const Member& member, std::string_view object) {
        const auto known = std::ranges::find(kKnown, member.key);
        if (known == kKnown.end()) return;
        std::optional<ByteRange>& before =
            seen_.at(static_cast<std::size_t>(known - kKnown.begin()));
        if (member.key == "spans" || member.key == "settings") noteRepeatedIn(member.value, object);
        const auto earlier = std::exchange(before, member.value);
        if (!earlier || earlier->of(object) == member.value.of(object)) return;
        addRepeated(member.key, *earlier, object);
    }

    /// Of a member with objects in it.
    void noteRepeatedIn(ByteRange value, std::string_view object) {
        for (const Member& member : repeatedIn(value.of(object)))
            addRepeated(member.key,
                        {value.begin + member.value.begin, value.begin + member.value.end},
                        object);
    }

    void addRepeated(std::string_view key, ByteRange value, std::string_view object) {
        if (result_.repeated.empty()) result_.repeatedAt = value.begin;
        result_.repeated.push_back(shownMember(key, value.of(object)));
    }

    void bad(std::string_view member, std::string_view value) {
        result_.flaw = CueFlaw::BadMember;
        result_.member = member;
        if (saysSomething(value)) result_.bad.push_back(shownMember(member, value));
    }

    void take(const std::string& key, std::string_view value) {
        Cue& cue = result_.cue;
        const bool isNull = value == "null";
        if (key == "start_ms") {
            hasStart_ = isNumber(value);
            if (hasStart_) cue.start = timeOf(value);
        } else if (key == "end_ms") {
            cue.end.reset();
            if (isNumber(value)) cue.end = timeOf(value);
            if (!isNumber(value) && !isNull) bad(key, value);
        } else if (key == "text") {
            takeText(key, value, cue.text.plain);
        } else if (key == "id" && isNumber(value)) {
            cue.label = value;
        } else if (key == "id") {
            takeText(key, value, cue.label);
        } else if (key == "style") {
            takeText(key, value, cue.style);
        } else if (key == "speaker") {
            takeRare(key, value, cue.speaker);
        } else if (key == "effect") {
            takeRare(key, value, cue.effect);
        } else if (key == "written") {
            takeRare(key, value, cue.settings);
        } else if (isNull) {
            clearLook(key);
        } else {
            takeLook(key, value);
        }
    }

    void clearLook(const std::string& key) {
        if (key == "layer") result_.cue.layer = 0;
        if (key == "kind") result_.cue.kind = CueKind::Dialogue;
        if (key == "alignment") result_.cue.alignment.reset();
        if (key == "margins") result_.cue.margins = Margins();
    }

    void takeLook(const std::string& key, std::string_view value) {
        Cue& cue = result_.cue;
        if (key == "layer") {
            const auto number = wholeNumber(value);
            cue.layer = number.value_or(0);
            if (!number) bad(key, value);
        } else if (key == "kind") {
            cue.kind = value == "\"comment\"" ? CueKind::Comment : CueKind::Dialogue;
            if (value != "\"comment\"" && value != "\"dialogue\"") bad(key, value);
        } else if (key == "alignment") {
            takeAlignment(key, value);
        } else if (key == "margins") {
            const auto margins = marginsIn(value);
            cue.margins = margins.value_or(Margins());
            if (!margins) bad(key, value);
        } else if (key == "settings") {
            if (isObject(value)) takeSettings(value);
            if (!isObject(value)) bad(key, value);
        } else if (!isOfDump(key) && saysSomething(value) && result_.unknown++ == 0) {
            result_.firstUnknown = shownMember(key, value);
        }
    }

    void takeAlignment(const std::string& key, std::string_view value) {
        const auto number = wholeNumber(value);
        const bool fits = number && *number >= 1 && *number <= 9;
        if (fits) result_.cue.alignment = static_cast<Alignment>(*number);
        if (!fits) bad(key, value);
    }

    /// What `subs dump` prints of a cue in other words.
    static bool isOfDump(std::string_view key) { return key == "index" || key == "markup"; }

    /// The members that `subs dump` has in an object of their own; those beside it count more.
    void takeSettings(std::string_view value) {
        for (Members members(value); members.next();) {
            const std::string& key = members.member().key;
            const std::string_view inner = members.member().value.of(value);
            if (std::int32_t* const margin = marginNamed(key)) {
                const auto number = wholeNumber(inner);
                *margin = number.value_or(0);
                if (!number) bad(key, inner);
            }
            constexpr std::array kOthers = {"alignment", "speaker", "effect", "written"};
            if (std::ranges::find(kOthers, key) == kOthers.end()) continue;
            if (inner == "null") continue;
            if (isString(inner))
                take(key, inner);
            else if (key == "alignment")
                takeLook(key, inner);
            else
                bad(key, inner);
        }
    }

    /// Where `subs dump` has a margin in a member of its own; null for another member.
    std::int32_t* marginNamed(std::string_view key) {
        Margins& margins = result_.cue.margins;
        if (key == "marginLeft") return &margins.left;
        if (key == "marginRight") return &margins.right;
        return key == "marginVertical" ? &margins.vertical : nullptr;
    }

    void noteHalfPairs(std::string_view value) {
        for (const std::string_view half : halfPairsIn(value))
            result_.halfPairs.emplace_back(half);
    }

    void takeText(const std::string& key, std::string_view value, std::string& text) {
        noteHalfPairs(value);
        text = isString(value) ? textOf(value) : std::string();
        if (!isString(value) && value != "null") bad(key, value);
    }

    void takeRare(const std::string& key, std::string_view value, RareText& text) {
        std::string said;
        takeText(key, value, said);
        text = said;
    }

    void takeSpans(std::string_view value) {
        noteHalfPairs(value);
        auto spans = spansIn(value, result_.cue.text.plain);
        if (!spans.areAllWell) bad("spans", value);
        result_.cue.text.spans = std::move(spans.spans);
    }

    static constexpr std::array<std::string_view, 14> kKnown{"id",
                                                             "start_ms",
                                                             "end_ms",
                                                             "text",
                                                             "spans",
                                                             "style",
                                                             "layer",
                                                             "kind",
                                                             "alignment",
                                                             "margins",
                                                             "speaker",
                                                             "effect",
                                                             "written",
                                                             "settings"};

    ReadMembers result_;
    std::array<std::optional<ByteRange>, kKnown.size()> seen_;
    bool hasStart_ = false;
};

std::string orNull(std::string_view text) {
    return text.empty() ? "null" : spelled(text);
}

}  // namespace

ReadMembers readMembers(std::string_view object) {
    return Reader().read(object);
}

std::vector<SpelledMember> spelledMembers(const Cue& cue) {
    const auto& margins = cue.margins;
    return {
        {"id", orNull(cue.label)},
        {"start_ms", spelled(cue.start), true},
        {"end_ms", cue.end ? spelled(*cue.end) : "null", true},
        {"text", spelled(cue.text.plain), true},
        {"spans", spelledSpans(cue.text)},
        {"style", orNull(cue.style)},
        {"layer", std::to_string(cue.layer)},
        {"kind", cue.kind == CueKind::Comment ? "\"comment\"" : "\"dialogue\""},
        {"alignment", cue.alignment ? std::to_string(static_cast<int>(*cue.alignment)) : "null"},
        {"margins",
         "[" + std::to_string(margins.left) + "," + std::to_string(margins.right) + "," +
             std::to_string(margins.vertical) + "]"},
        {"speaker", orNull(cue.speaker)},
        {"effect", orNull(cue.effect)},
        {"written", orNull(cue.settings)},
    };
}

std::string spelledCue(const Cue& cue) {
    const std::vector<SpelledMember> usual = spelledMembers(Cue());
    const std::vector<SpelledMember> members = spelledMembers(cue);
    std::string out;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].isNeeded && members[i].value == usual[i].value) continue;
        out += out.empty() ? "{\"" : ", \"";
        out.append(members[i].key).append("\": ").append(members[i].value);
    }
    return out + "}";
}

namespace {

/// What `object` has for each of `members`: of several of one name the last.
std::vector<std::string_view> countingValues(std::string_view object,
                                             const std::vector<SpelledMember>& members) {
    std::vector<std::string_view> values(members.size());
    for (Members each(object); each.next();) {
        const auto known =
            std::ranges::find(members, std::string_view(each.member().key), &SpelledMember::key);
        if (known == members.end()) continue;
        values[static_cast<std::size_t>(known - members.begin())] = each.member().value.of(object);
    }
    return values;
}

}  // namespace

std::string patchedCue(std::string_view object, const Cue& read, const Cue& cue) {
    const std::vector<SpelledMember> before = spelledMembers(read);
    const std::vector<SpelledMember> after = spelledMembers(cue);
    std::vector<bool> isMissing(after.size());
    for (std::size_t i = 0; i < after.size(); ++i)
        isMissing[i] = after[i].value != before[i].value;
    const std::vector<bool> isChanged = isMissing;
    const std::vector<std::string_view> counting = countingValues(object, after);
    std::string out;
    Copier copier(out, object);
    std::size_t end = 1;
    bool isFirst = true;
    for (Members members(object); members.next(); isFirst = false) {
        const Member& member = members.member();
        end = member.value.end;
        const auto known =
            std::ranges::find(after, std::string_view(member.key), &SpelledMember::key);
        const auto place = static_cast<std::size_t>(known - after.begin());
        if (known == after.end() || !isChanged[place]) continue;
        if (member.value.of(object) != counting[place]) continue;
        copier.replace(member.value, known->value);
        isMissing[place] = false;
    }
    copier.copyTo(end);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!isMissing[i]) continue;
        if (!std::exchange(isFirst, false)) out += ", ";
        out.append("\"").append(after[i].key).append("\": ").append(after[i].value);
    }
    copier.copyTo(object.size());
    return out;
}

}  // namespace subs::json
