// SPDX-License-Identifier: MIT
#include <subs/format/format.h>

#include "format/lowering.h"
#include "format/own_rate.h"

#include <iterator>
#include <optional>

namespace subs {

LossReport Format::plan(const Document& document, const WriteOptions& options) const {
    LossReport losses;
    const std::optional<Document> held = lowered(document, info(), losses);
    LossReport others = planLowered(held ? *held : document, withOwnRate(document, *this, options));
    losses.items.insert(losses.items.end(),
                        std::make_move_iterator(others.items.begin()),
                        std::make_move_iterator(others.items.end()));
    return losses;
}

Result<std::string> Format::write(const Document& document, const WriteOptions& options) const {
    LossReport planned;
    const std::optional<Document> held = lowered(document, info(), planned);
    return writeLowered(held ? *held : document, withOwnRate(document, *this, options));
}

std::vector<std::string> Format::settingsJson(const Document&) const {
    return {};
}

Probe Format::probeBytes(std::string_view) const {
    return {};
}

Result<Unpacked> Format::unpacked(std::string_view) const {
    return failure("format.no-archive", "the format is one of texts");
}

Result<std::string> Format::packed(const Document&, std::string text) const {
    return text;
}

std::optional<Time> PartReader::firstStart(std::string_view) const {
    return std::nullopt;
}

std::unique_ptr<PartReader> Format::partReader(std::string_view, const ReadOptions&) const {
    return nullptr;
}

std::unique_ptr<PartWriter> Format::partWriter(const WriteOptions&) const {
    return nullptr;
}

}  // namespace subs
