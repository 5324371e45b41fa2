// SPDX-License-Identifier: MIT
#include "format/vtt/references.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

namespace subs::vtt {
namespace {

struct Reference {
    std::string_view name;
    std::string_view text;
};

/// Those that files have; all others go through an HTML parser.
constexpr std::array<Reference, 6> kUsual{{{"&amp;", "&"},
                                           {"&lt;", "<"},
                                           {"&gt;", ">"},
                                           {"&nbsp;", "\xC2\xA0"},
                                           {"&lrm;", "\xE2\x80\x8E"},
                                           {"&rlm;", "\xE2\x80\x8F"}}};

bool isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

/// The letters that may be those of a reference at the beginning of `text`: '&', a name or number,
/// and its ';'. HTML's longest name has 32.
std::string_view referenceAt(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    std::size_t end = 1;
    while (end < text.size() && end < kLongest && isOfName(text[end]))
        ++end;
    if (end < text.size() && text[end] == ';') ++end;
    return text.substr(0, end);
}

void appendTextOf(std::string& out, const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        out += node.v.text.text;
        return;
    }
    if (node.type != GUMBO_NODE_ELEMENT) return;
    for (unsigned i = 0; i < node.v.element.children.length; ++i)
        appendTextOf(out, *static_cast<const GumboNode*>(node.v.element.children.data[i]));
}

/// `text`, which is ASCII, as an HTML parser reads it. A letter before it keeps a space from being
/// dropped.
std::string resolvedAsHtml(std::string_view text) {
    const std::string html = "<body>x" + std::string(text);
    const auto close = [](GumboOutput* output) {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    };
    const std::unique_ptr<GumboOutput, decltype(close)> output(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), close);
    std::string resolved;
    if (output) appendTextOf(resolved, *output->root);
    return resolved.empty() ? std::string(text) : resolved.substr(1);
}

/// The ASCII letters that `text` begins with. An HTML parser takes all of them at once, since
/// making one for each reference takes long.
std::string_view asciiOf(std::string_view text) {
    const auto end = std::ranges::find_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

}  // namespace

void appendResolved(std::string& out,
                    std::string_view text,
                    std::size_t at,
                    std::vector<ShownStretch>* shown) {
    std::size_t done = 0;
    const auto append = [&](std::string_view resolved, std::size_t end) {
        if (shown && done < end)
            shown->push_back({out.size(), out.size() + resolved.size(), at + done, at + end});
        out += resolved;
        done = end;
    };
    for (std::size_t next = text.find('&'); next != text.npos; next = text.find('&', done)) {
        append(text.substr(done, next - done), next);
        const std::string_view rest = text.substr(next);
        const std::string_view reference = referenceAt(rest);
        const auto usual = std::ranges::find(kUsual, reference, &Reference::name);
        if (usual != kUsual.end()) {
            append(usual->text, next + reference.size());
        } else if (reference.size() == 1) {
            append("&", next + 1);
        } else {
            const std::string_view run = asciiOf(rest);
            append(resolvedAsHtml(run), next + run.size());
        }
    }
    append(text.substr(done), text.size());
}

std::string_view referenceFor(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        default:
            return {};
    }
}

}  // namespace subs::vtt
