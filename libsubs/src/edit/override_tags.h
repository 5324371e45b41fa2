// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Tags of ASS as they stand in opaque marks and drawings, cut as libass 0.17 does (ass_parse.c): a
// tag ends where the next backslash stands, one with parentheses behind the first `)`; what is
// between these is parted by commas up to the first backslash, which begins tags inside of a tag.
namespace subs {

/// One tag, taken apart.
struct OverrideTag {
    std::string name;                    ///< "move", "bord", "1c".
    std::string head;                    ///< What stands before its arguments: "\\move(", "\\bord".
    std::vector<std::string> arguments;  ///< Of "\\bord2" one: all behind the name.
    std::string tail;                    ///< From the `)` on.
};

/// `tag` begins with its backslash.
OverrideTag overrideTagIn(std::string_view tag);
/// As it stands in a file again.
std::string spelled(const OverrideTag& tag);

using TextRewriter = std::function<std::string(std::string_view)>;

/// `tags` with what `rewrite` makes of each tag in its place; what is before the first stays.
std::string withTags(std::string_view tags, const TextRewriter& rewrite);

/// `drawing`, "{\\p1}m 0 0 l 9 9{\\p0}", with the tags in its braces rewritten likewise, and what
/// stands outside of braces by `rewritePath`.
std::string withDrawing(std::string_view drawing,
                        const TextRewriter& rewrite,
                        const TextRewriter& rewritePath);

}  // namespace subs
