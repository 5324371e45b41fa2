// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <vector>

namespace subs {

/// Puts cues of another origin into a document, which keeps its own in their order.
class MergedCues {
public:
    /// `document` is the one whose cues are replaced: for each there is a list of what stands for
    /// it.
    explicit MergedCues(const Document& document) : own_(document.cues.size()) {}

    /// What stands in the place of cue `place`. The first such cue keeps to its stretch of the
    /// file.
    void put(std::size_t place, Cue cue) { own_[place].push_back(std::move(cue)); }
    /// A cue of another document.
    void add(Cue cue);

    /// Sets the cues of `document`: in the order of time where its own were in it, else each new
    /// one before the first that begins later. Labels that were numbers from 1 are so again.
    void into(Document& document) &&;

private:
    std::vector<std::vector<Cue>> own_;
    std::vector<Cue> added_;
};

/// True where each cue but comments has its number, from 1, as its label; not where there is none.
bool isNumbered(const Document& document);
void number(Document& document);

}  // namespace subs
