// SPDX-License-Identifier: MIT
#include "format/translation/translation_format.h"

#include "format/translation/content_writer.h"
#include "format/translation/new_file.h"
#include "format/translation/reader.h"
#include "format/translation/save.h"
#include "format/xml/xml_saver.h"

#include <utility>

namespace subs {

TranslationFormat::TranslationFormat(translation::Dialect dialect)
    : dialect_(dialect), info_(translation::infoOf(dialect)) {}

Probe TranslationFormat::probe(std::string_view text) const {
    const std::string_view beginning = text.substr(0, kProbedCues);
    auto found = translation::dialectOf(beginning);
    if (!found || found->dialect != dialect_) return {};
    return {100, std::move(found->reason), found->begin, 0};
}

Parsed TranslationFormat::read(Origin origin, const ReadOptions& options) const {
    return translation::parsed(std::move(origin), options, dialect_);
}

std::string TranslationFormat::markupOf(const Document& document, const Cue& cue) const {
    std::string content;
    translation::appendContent(
        content,
        cue.text,
        {.dialect = dialect_, .prefix = {}, .isOwn = document.format == info_.id});
    return content;
}

LossReport TranslationFormat::planLowered(const Document& document,
                                          const WriteOptions& options) const {
    return isSavedInPlace(document, info_.id)
               ? translation::plannedSave(document, options)
               : translation::plannedNew(document, options, dialect_);
}

Result<std::string> TranslationFormat::writeLowered(const Document& document,
                                                    const WriteOptions& options) const {
    return isSavedInPlace(document, info_.id)
               ? translation::saved(document, options)
               : translation::writtenNew(document, options, dialect_);
}

}  // namespace subs
