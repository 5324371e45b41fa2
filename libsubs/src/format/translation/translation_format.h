// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/translation/dialect.h"
#include "format/xml/xml_asides.h"

#include <vector>

namespace subs {

/// Files of translation tools ("xliff", "tmx").
class TranslationFormat final : public Format, public AsideReader {
public:
    explicit TranslationFormat(translation::Dialect dialect);

    const FormatInfo& info() const override { return info_; }
    std::vector<Aside> asidesIn(const Origin& origin) const override { return xmlAsides(origin); }
    Probe probe(std::string_view text) const override;
    Parsed read(Origin origin, const ReadOptions& options) const override;
    std::string markupOf(const Document& document, const Cue& cue) const override;

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override;
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override;

    translation::Dialect dialect_;
    FormatInfo info_;
};

}  // namespace subs
