// SPDX-License-Identifier: MIT
#include "format/json/repeated_members.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace subs::json {
namespace {

/// Those of the object that stands at `at`.
void appendRepeated(std::vector<Member>& all, std::string_view object, std::size_t at) {
    if (!isObject(object)) return;
    std::vector<Member> members;
    for (Members each(object); each.next();)
        members.push_back(each.member());
    std::ranges::stable_sort(members, {}, &Member::key);
    const std::size_t first = all.size();
    for (std::size_t i = members.size(), last = i; i-- > 0;) {
        if (last == members.size() || members[last].key != members[i].key) last = i;
        const ByteRange value = members[i].value;
        if (value.of(object) == members[last].value.of(object)) continue;
        all.push_back({members[i].key, {at + value.begin, at + value.end}});
    }
    std::ranges::sort(
        all.begin() + static_cast<std::ptrdiff_t>(first), all.end(), {}, [](const Member& member) {
            return member.value.begin;
        });
}

}  // namespace

std::vector<Member> repeatedIn(std::string_view value) {
    std::vector<Member> all;
    appendRepeated(all, value, 0);
    if (!isArray(value)) return all;
    for (Elements elements(value); elements.next();)
        appendRepeated(all, elements.element().of(value), elements.element().begin);
    return all;
}

}  // namespace subs::json
