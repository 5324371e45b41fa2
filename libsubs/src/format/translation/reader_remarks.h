// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/file_remarks.h"
#include "format/translation/cue_reader.h"

#include <cstdint>
#include <string_view>

namespace subs::translation {

/// What was imperfect in a translation file, as remarks with codes "xliff.…" and "tmx.…".
class Remarks {
public:
    explicit Remarks(Dialect dialect) : dialect_(dialect) {}

    void addXml(const XmlFlaw& flaw);
    void addCue(const ReadCue& read);
    /// A unit at `line` that has the source's text for want of its own.
    void addUntranslated(std::uint32_t line);
    void addFile(std::string_view text,
                 const Encoding& encoding,
                 const TranslationFile& file,
                 const Document& document);
    Diagnostics take() { return remarks_.take(); }

private:
    std::string_view pick(std::string_view xliff, std::string_view tmx) const {
        return dialect_ == Dialect::Xliff ? xliff : tmx;
    }

    Dialect dialect_;
    FileRemarks remarks_;
};

}  // namespace subs::translation
