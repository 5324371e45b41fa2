// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/asides.h"
#include "format/ass/values.h"
#include "format/text_signs.h"

#include <memory>
#include <vector>

namespace subs {

/// Advanced SubStation Alpha 4+ ("ass") and SubStation Alpha 4 ("ssa").
class AssFormat final : public Format, public SignReader, public AsideReader {
public:
    explicit AssFormat(ass::Dialect dialect);

    const FormatInfo& info() const override { return info_; }
    Probe probe(std::string_view text) const override;
    bool mayBe(const TextSigns& signs) const override;
    std::vector<Aside> asidesIn(const Origin& origin) const override;
    Parsed read(Origin origin, const ReadOptions& options) const override;
    std::string markupOf(const Document& document, const Cue& cue) const override;
    std::unique_ptr<PartReader> partReader(std::string_view head,
                                           const ReadOptions& options) const override;
    std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) const override;

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override;
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override;

    ass::Dialect dialect_;
    FormatInfo info_;
};

}  // namespace subs
