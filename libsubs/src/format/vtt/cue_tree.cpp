// SPDX-License-Identifier: MIT
#include <subs/format/cue_tree.h>

#include "format/vtt/references.h"
#include "format/vtt/timestamp.h"
#include "format/vtt/tree.h"

#include <fmt/format.h>

namespace subs {
namespace {

using namespace vtt;

std::string_view elementOf(TagName name) {
    switch (name) {
        case TagName::Italic:
            return "i";
        case TagName::Bold:
            return "b";
        case TagName::Underline:
            return "u";
        case TagName::Ruby:
            return "ruby";
        case TagName::RubyText:
            return "rt";
        case TagName::Class:
        case TagName::Voice:
        case TagName::Language:
            break;
    }
    return "span";
}

class TreePrinter final : public NodeVisitor {
public:
    void text(const Token& token) override {
        std::string text;
        appendResolved(text, token.whole);
        line(fmt::format("\"{}\"", text));
    }

    void open(TagName name, const Token& token) override {
        line(fmt::format("<{}>", elementOf(name)));
        ++depth_;
        std::string classes;
        for (const std::string_view each : token.classes)
            classes.append(classes.empty() ? "" : " ").append(each);
        if (!classes.empty()) line(fmt::format("class=\"{}\"", classes));
        if (name == TagName::Language) line(fmt::format("lang=\"{}\"", token.annotation));
        if (name == TagName::Voice) line(fmt::format("title=\"{}\"", token.annotation));
    }

    void close(TagName) override { --depth_; }

    void timestamp(Time time, const Token&) override {
        std::string words;
        appendTimestamp(words, time.floorMilliseconds());
        line(fmt::format("<?timestamp {}>", words));
    }

    void ignored(const Token&) override {}

    std::string take() { return std::move(out_); }

private:
    void line(std::string_view words) {
        out_.append("| ").append(2 * depth_, ' ').append(words).append("\n");
    }

    std::string out_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string cueTree(std::string_view markup) {
    TreePrinter printer;
    visitNodes(markup, printer);
    return printer.take();
}

}  // namespace subs
