// SPDX-License-Identifier: MIT
#include <subs/text/language_tag.h>

#include "format/sheet/languages.h"
#include "format/sheet/writer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace subs::sheet {
namespace {

template <class Holds>
bool anyCue(const Document& document, Holds holds) {
    return std::ranges::any_of(document.cues, holds);
}

/// The languages that have lines of their own, empty for lines of none.
class Languages {
public:
    void add(const Cue& cue) {
        const std::vector<std::string> own = languagesOf(cue.text);
        if (own.empty() && !cue.text.plain.empty()) add(std::string(), all_.end());
        auto place = all_.end();
        for (std::size_t i = own.size(); i-- > 0;) {
            // What is no tag would not be read as the language of a column.
            const bool isWell = isLanguageTag(own[i]) && all_.size() + 1 < kMostLanguages;
            place = add(isWell ? own[i] : std::string(), place);
        }
    }
    const std::vector<std::string>& all() const { return all_; }

private:
    using Place = std::vector<std::string>::iterator;

    /// Where it is then; before `place` if it is new, for that is the language below it.
    Place add(const std::string& language, Place place) {
        const Place found = std::ranges::find(all_, language);
        return found != all_.end() ? found : all_.insert(place, language);
    }

    std::vector<std::string> all_;  ///< Each above those that it stands above in a cue.
};

/// A column of texts for each language that has lines of its own; one for all where none has.
std::vector<Column> textColumns(const Document& document) {
    Languages languages;
    for (const Cue& cue : document.cues)
        languages.add(cue);
    const std::vector<std::string>& all = languages.all();
    const bool isPlain =
        all.empty() || (all.size() == 1 && (all[0].empty() || all[0] == document.language));
    if (isPlain) return {{Role::Text}};
    std::vector<Column> columns;
    columns.reserve(all.size() + 1);
    for (const std::string& language : all)
        columns.push_back({Role::Text, TimeUnit::Clock, language});
    // One column of a language alone would be read as the language of the whole file.
    if (all.size() == 1) columns.push_back({Role::Text});
    return columns;
}

}  // namespace

Columns columnsFor(const Document& document, const WriteOptions& options) {
    std::vector<Column> all;
    const auto addIf = [&](bool isUsed, Role role) {
        if (isUsed) all.push_back({role});
    };
    addIf(anyCue(document, [](const Cue& cue) { return !cue.label.empty(); }), Role::Label);
    addIf(true, Role::Start);
    addIf(true, Role::End);
    for (const Role role : {Role::StartFrame, Role::EndFrame, Role::Rate})
        addIf(options.timeline != nullptr, role);
    addIf(anyCue(document, [](const Cue& cue) { return cue.layer != 0; }), Role::Layer);
    addIf(anyCue(document, [](const Cue& cue) { return !cue.style.empty(); }), Role::Style);
    addIf(anyCue(document, [](const Cue& cue) { return !cue.speaker.empty(); }), Role::Speaker);
    addIf(anyCue(document, [](const Cue& cue) { return !cue.effect.empty(); }), Role::Effect);
    addIf(anyCue(document, [](const Cue& cue) { return cue.alignment.has_value(); }),
          Role::Alignment);
    addIf(anyCue(document, [](const Cue& cue) { return cue.margins != Margins(); }), Role::Margins);
    addIf(anyCue(document, [](const Cue& cue) { return cue.kind == CueKind::Comment; }),
          Role::Kind);
    for (Column& column : textColumns(document))
        all.push_back(std::move(column));
    return Columns(std::move(all));
}

}  // namespace subs::sheet
