// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/translation/dialect.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace subs::translation {

/// Ids for the values of inline codes in XLIFF's originalData, a value once.
class DataTable {
public:
    std::string idOf(std::string_view value);
    const std::vector<std::string>& values() const { return values_; }

private:
    std::vector<std::string> values_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// How a text is written.
struct ContentContext {
    Dialect dialect = Dialect::Xliff;
    std::string_view prefix;    ///< Of names of elements, with its colon.
    DataTable* data = nullptr;  ///< Null where the values stand in the codes themselves.
    /// Of the codes that the text had, in the order of its spans; more are numbered.
    std::span<const std::string> ids = {};
    /// Codes of other programs may be written back as they are.
    bool isOwn = false;
};

/// Appends `text` as the content of a source, target or seg: what is marked becomes inline codes,
/// in the order of the spans, so that it is read back as the same spans.
void appendContent(std::string& out, const CueText& text, const ContentContext& context);

}  // namespace subs::translation
