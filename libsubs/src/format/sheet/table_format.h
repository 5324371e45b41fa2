// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/asides.h"
#include "format/own_rate.h"
#include "format/sheet/layout.h"
#include "format/still_times.h"

#include <optional>
#include <string_view>
#include <vector>

namespace subs::sheet {

/// What every table holds.
std::vector<Capability> tableCapabilities();

/// A format whose files are tables: reading and writing are common to them.
class TableFormat : public Format,
                    public AsideReader,
                    public OwnRateReader,
                    public StillTimesReader {
public:
    TableFormat(Dialect dialect,
                std::string_view name,
                std::vector<std::string_view> extensions,
                FileBytes bytes = FileBytes::Text);

    const FormatInfo& info() const override { return info_; }
    Probe probe(std::string_view text) const override;
    Parsed read(Origin origin, const ReadOptions& options) const override;
    std::vector<Aside> asidesIn(const Origin& origin) const override;
    std::optional<OwnRate> ownRateIn(std::string_view text,
                                     const FrameTimeline& asked) const override;
    StillTimes stillTimesIn(const Document& document) const override;
    std::string markupOf(const Document& document, const Cue& cue) const override;

protected:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override;
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override;

private:
    Dialect dialect_;
    FormatInfo info_;
};

}  // namespace subs::sheet
