// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_index.h"

#include "index_file.h"

#include <fmt/format.h>

#include <utility>

namespace subs::media {

KeptIndex::KeptIndex(FilmShelf shelf, const AVStream& stream)
    : shelf_(std::move(shelf)), name_(fmt::format("index-{}", stream.index)) {}

std::optional<FilmIndex> KeptIndex::find() const {
    const auto bytes = shelf_.find(name_, kIndexFileVersion);
    return bytes ? indexFrom(*bytes) : std::nullopt;
}

Result<FilmIndex> KeptIndex::findOrRead(const Container& container, const AVStream& stream) const {
    if (auto known = find()) return *std::move(known);
    auto whole = readIndex(container, stream);
    if (whole) keep(*whole);
    return whole;
}

void KeptIndex::keep(const FilmIndex& index) const {
    shelf_.keep(name_, kIndexFileVersion, indexBytes(index));
}

}  // namespace subs::media
