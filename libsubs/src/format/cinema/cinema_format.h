// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/cinema/dialect.h"
#include "format/own_rate.h"
#include "format/xml/xml_asides.h"

#include <optional>
#include <vector>

namespace subs {

/// Subtitles of cinema packages ("dcdm", "interop").
class CinemaFormat final : public Format, public AsideReader, public OwnRateReader {
public:
    explicit CinemaFormat(cinema::Dialect dialect);

    const FormatInfo& info() const override { return info_; }
    std::vector<Aside> asidesIn(const Origin& origin) const override { return xmlAsides(origin); }
    std::optional<OwnRate> ownRateIn(std::string_view text,
                                     const FrameTimeline& asked) const override;
    Probe probe(std::string_view text) const override;
    Parsed read(Origin origin, const ReadOptions& options) const override;
    std::string markupOf(const Document& document, const Cue& cue) const override;

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override;
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override;

    cinema::Dialect dialect_;
    FormatInfo info_;
};

}  // namespace subs
