// SPDX-License-Identifier: MIT
#include "format/json/file_layout.h"

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
        if (name == "cues" && scanner_.peek() == '[' && !result_.cues) {
            takeCues();
            return !scanner_.flaw();
        }
        const auto value = scanner_.value();
        if (value) result_.members.push_back({std::move(name), *value});
        return value.has_value();
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
