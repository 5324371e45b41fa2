// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What classes look like. WebVTT has tags for bold, italic and underline alone; all else is a class
// and a rule in a STYLE block.
namespace subs::vtt {

/// What one class says of the words that it is given to.
struct ClassLook {
    std::string color;  ///< "#RRGGBB" or "#RRGGBBAA"; empty: nothing.
    std::string font;   ///< The first family named; empty: nothing.
    bool strikes = false;
};

/// The classes of a file and their looks: the eight colours of WebVTT §5.1 ("lime"), and those of
/// its STYLE blocks. Of CSS rules `::cue(.name) { ... }` with color, font-family and
/// text-decoration are understood; later ones stand over earlier ones, all others are passed over.
class ClassLooks {
public:
    ClassLooks();

    /// Adds the rules of a STYLE block. O(n).
    void read(std::string_view sheet);
    /// The spans that `classes`, joined by '.', stand for, over no bytes yet.
    std::vector<Span> spansOf(std::string_view classes) const;
    /// The class that stands for `span` alone, or nothing.
    std::optional<std::string> classOf(const Span& span) const;

private:
    std::map<std::string, ClassLook, std::less<>> looks_;
};

/// The class that Subs gives a span that no class of a file stands for, and its rule for a STYLE
/// block; nothing where there is none: only colours, fonts and strike have one.
struct NewClass {
    std::string name;
    std::string rule;  ///< "::cue(.color-33cc99) { color: #33cc99; }"
};
std::optional<NewClass> newClassFor(const Span& span);

}  // namespace subs::vtt
