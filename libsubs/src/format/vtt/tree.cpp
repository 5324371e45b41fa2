// SPDX-License-Identifier: MIT
#include "format/vtt/tree.h"

#include "format/vtt/timestamp.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace subs::vtt {
namespace {

constexpr std::array<std::string_view, 8> kNames = {"c", "i", "b", "u", "ruby", "rt", "v", "lang"};

std::optional<TagName> tagNamed(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<TagName>(found - kNames.begin());
}

class TreeWalk {
public:
    explicit TreeWalk(NodeVisitor& visitor) : visitor_(visitor) {}

    void take(const Token& token) {
        switch (token.kind) {
            case TokenKind::Text:
                return visitor_.text(token);
            case TokenKind::StartTag:
                return open(token);
            case TokenKind::EndTag:
                return close(token);
            case TokenKind::Timestamp:
                return timestamp(token);
        }
    }

    std::size_t closeAll() {
        const auto isTag = [](TagName name) { return name != TagName::Voice; };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(open_, isTag));
        while (!open_.empty())
            closeLast();
        return count;
    }

private:
    bool isIn(TagName name) const { return !open_.empty() && open_.back() == name; }

    void open(const Token& token) {
        const auto name = tagNamed(token.name);
        if (!name || (*name == TagName::RubyText && !isIn(TagName::Ruby)))
            return visitor_.ignored(token);
        open_.push_back(*name);
        visitor_.open(*name, token);
    }

    void close(const Token& token) {
        const auto name = tagNamed(token.name);
        if (name && isIn(*name)) return closeLast();
        if (name != TagName::Ruby || !isIn(TagName::RubyText)) return visitor_.ignored(token);
        closeLast();
        closeLast();
    }

    void closeLast() {
        const TagName name = open_.back();
        open_.pop_back();
        visitor_.close(name);
    }

    void timestamp(const Token& token) {
        std::size_t at = 0;
        const auto time = takeTimestamp(token.name, at);
        if (!time || at != token.name.size()) return visitor_.ignored(token);
        visitor_.timestamp(*time, token);
    }

    NodeVisitor& visitor_;
    std::vector<TagName> open_;
};

}  // namespace

std::size_t visitNodes(std::string_view text, NodeVisitor& visitor) {
    TreeWalk walk(visitor);
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);)
        walk.take(token);
    return walk.closeAll();
}

}  // namespace subs::vtt
