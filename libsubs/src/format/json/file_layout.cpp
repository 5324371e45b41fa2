// SPDX-License-Identifier: MIT
#include "format/json/file_layout.h"

#include "format/json/head_members.h"
#include "format/json/repeated_members.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace subs::json {
namespace {

class Finder {
public:
    explicit Finder(std::string_view text) : text_(text), scanner_(text) {}

    FileLayout find() {
        const char sign = scanner_.peek();
        if (sign == '[')
            takeCues();
        else if (sign == '{')
            takeRoot();
        else
            scanner_.fail("the file is neither an object nor a list");
        if (!scanner_.flaw() && scanner_.peek() != '\0')
            scanner_.fail("there is something behind the end of the object");
        result_.flaw = scanner_.flaw();
        partRepeated();
        return std::move(result_);
    }

private:
    void takeRoot() {
        scanner_.take('{');
        result_.root = ByteRange{scanner_.at(), text_.size()};
        if (scanner_.peek() != '}') {
            do {
                if (!takeMember()) return;
            } while (scanner_.take(','));
        }
        const std::size_t end = scanner_.at();
        if (scanner_.need('}', "a comma or \"}\" is missing")) result_.root->end = end;
    }

    bool takeMember() {
        const auto key = scanner_.string();
        if (!key || !scanner_.need(':', "a colon is missing")) return false;
        std::string name = textOf(key->of(text_));
        if (name == "cues" && scanner_.peek() == '[') {
            takeList();
            return !scanner_.flaw();
        }
        const auto value = scanner_.value();
        if (value) result_.members.push_back({std::move(name), *value});
        return value.has_value();
    }

    /// A list `cues`, of which there may be one already.
    void takeList() {
        const auto before = std::exchange(result_.cues, {});
        std::vector<ByteRange> items = std::exchange(result_.items, {});
        takeCues();
        if (!before) return;
        if (!result_.items.empty()) {
            result_.repeated.push_back({"cues", {before->begin - 1, before->end + 1}});
            return;
        }
        result_.cues = before;
        result_.items = std::move(items);
    }

    void partRepeated() {
        std::map<std::string, std::string_view> last;
        for (const Member& member : result_.members)
            if (isHeadKey(member.key)) last[member.key] = member.value.of(text_);
        std::vector<Member> counting;
        for (Member& member : result_.members) {
            const auto later = last.find(member.key);
            const bool isOther = later != last.end() && later->second != member.value.of(text_);
            const bool isNoList = member.key == "cues" && result_.cues;
            (isOther || isNoList ? result_.repeated : counting).push_back(std::move(member));
        }
        result_.members = std::move(counting);
        for (const Member& member : result_.members)
            if (isHeadKey(member.key)) partRepeatedIn(member.value);
        std::ranges::sort(
            result_.repeated, {}, [](const Member& member) { return member.value.begin; });
    }

    /// Of a member with objects in it, as that with the styles.
    void partRepeatedIn(ByteRange value) {
        for (Member& member : repeatedIn(value.of(text_))) {
            member.value.begin += value.begin;
            member.value.end += value.begin;
            result_.repeated.push_back(std::move(member));
        }
    }

    void takeCues() {
        scanner_.take('[');
        result_.cues = ByteRange{scanner_.at(), text_.size()};
        if (scanner_.peek() != ']') {
            do {
                const auto value = scanner_.value();
                if (!value) return;
                result_.items.push_back(*value);
            } while (scanner_.take(','));
        }
        scanner_.peek();
        result_.cues->end = scanner_.at();
        scanner_.need(']', "a comma or \"]\" is missing");
    }

    std::string_view text_;
    Scanner scanner_;
    FileLayout result_;
};

}  // namespace

FileLayout layoutOf(std::string_view text) {
    return Finder(text).find();
}

}  // namespace subs::json
