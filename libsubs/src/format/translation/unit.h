// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/byte_range.h"
#include "format/markup_patch.h"
#include "format/translation/dialect.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

// What a translation file is made of, as its XML says it.
namespace subs::translation {

/// Which text of a unit is that of the cue.
enum class Side : std::uint8_t { Source, Target };

/// The text of a unit in one language.
struct UnitText {
    bool isThere = false;
    ByteRange inner;  ///< Between the tags of its element; of several, from the first to the last.
    std::size_t end = 0;        ///< Behind its end tag.
    std::size_t parts = 0;      ///< How many segments it has.
    std::size_t borrowed = 0;   ///< Of these, how many have the source's words, for want of others.
    std::string borrowedText;   ///< The words of the first.
    bool isSelfClosed = false;  ///< "<target/>": nothing can be put between its tags.
    ByteRange tag;              ///< The first start tag.
    bool preservesSpace = true;
    CueText text;
    std::vector<std::string> ids;  ///< Of the inline codes that spans were, as they are.
    std::size_t unreadCodes = 0;   ///< Inline codes of other programs that no span stands for.
    std::string unreadCode;        ///< The beginning of the first.
    /// Which bytes show which text; counted from `inner.begin`.
    std::vector<ShownStretch> shown;
};

/// Something that is said of a unit: a `meta` of XLIFF, a `prop` of TMX.
struct UnitField {
    std::string type;
    std::string value;
    ByteRange tag;
    ByteRange inner;
    std::size_t end = 0;
};

/// A `unit` of XLIFF, a `tu` of TMX.
struct Unit {
    ByteRange tag;
    ByteRange inner;
    std::size_t end = 0;  ///< Behind its end tag.
    std::uint32_t line = 0;
    std::string id;
    std::string name;
    std::vector<UnitField> fields;                         ///< Those of this program.
    std::map<std::string, std::string, std::less<>> data;  ///< XLIFF's originalData by id.
    UnitText source;
    UnitText target;
    std::string state;      ///< Of its first segment.
    std::size_t notes = 0;  ///< Notes, and what else is said of it by other programs.
    std::string note;       ///< The beginning of the first.
    std::size_t segments = 0;
    std::string targetLanguage;       ///< Of the text that is the target in TMX.
    std::vector<std::string> others;  ///< The languages of further texts, in TMX.
};

/// What a file says before its units.
struct TranslationFile {
    Dialect dialect = Dialect::Xliff;
    bool isKnown = false;  ///< Its root element is one that is read.
    bool isOld = false;    ///< XLIFF 1.x.
    std::string version;
    std::string sourceLanguage;  ///< As tags, where they are any.
    std::string targetLanguage;
    /// Further ones of a TMX, as many as are told apart.
    std::vector<std::string> otherLanguages;
    std::string title;
    std::string prefix;  ///< "xlf:" where names have one.
    std::string wanted;  ///< The language that is asked for.
    bool preservesSpace = false;
    std::size_t notes = 0;  ///< Of the file and its groups, with what else is said of them.
    std::string note;       ///< The beginning of the first.

    Side side() const {
        const bool isSource = !wanted.empty() && isSameLanguage(wanted, sourceLanguage) &&
                              !isSameLanguage(sourceLanguage, targetLanguage);
        return isSource || targetLanguage.empty() ? Side::Source : Side::Target;
    }
    /// Keeps a language of a text that is neither, once; as many as a table may have.
    void addOther(const std::string& language) {
        constexpr std::size_t kMostLanguages = 32;
        const bool isThere = isSameLanguage(language, sourceLanguage) ||
                             isSameLanguage(language, targetLanguage) ||
                             std::ranges::find(otherLanguages, language) != otherLanguages.end();
        if (!isThere && otherLanguages.size() < kMostLanguages) otherLanguages.push_back(language);
    }
    const std::string& language() const {
        return side() == Side::Source ? sourceLanguage : targetLanguage;
    }
};

}  // namespace subs::translation
