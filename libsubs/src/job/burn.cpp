// SPDX-License-Identifier: MIT
#include <subs/job/burn.h>
#include <subs/job/outputs.h>

#include "job/container_kind.h"
#include "job/json_parts.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace subs {
namespace {

namespace fs = std::filesystem;

Result<void> checkOutput(const BurnOptions& options) {
    if (auto free = checkFree(options.output, options.existing); !free) return free;
    std::vector<fs::path> read = {options.film};
    if (!options.subtitleBytes) read.push_back(options.subtitles);
    return checkApart(options.output, "the film with its texts", read);
}

Result<ReadDocument> subtitlesOf(const BurnOptions& options) {
    auto read = options.subtitleBytes
                    ? readDocument(*options.subtitleBytes, options.subtitles, options.reading)
                    : openDocument(options.subtitles, options.reading);
    if (!read) return tl::unexpected(about(options.subtitles.string(), read.error()));
    return read;
}

}  // namespace

Result<BurnedFilm> burned(FilmBurner& burner, const BurnOptions& options, const Watch& watch) {
    const auto kind = containerKindOf(options.output, "burn.output");
    if (!kind) return tl::unexpected(kind.error());
    if (auto ready = checkOutput(options); !ready) return tl::unexpected(ready.error());
    auto read = subtitlesOf(options);
    if (!read) return tl::unexpected(read.error());
    const BurnRequest request{options.film,
                              options.output,
                              *kind,
                              options.existing,
                              &read->document,
                              options.origin,
                              options.quality,
                              fontFoldersBeside({options.subtitles, options.film})};
    auto result = burner.burned(request, watch);
    if (!result) return result;
    std::ranges::move(read->diagnostics, std::back_inserter(result->diagnostics));
    return result;
}

std::string burningJson(const BurnedFilm& burned, const BurnOptions& options) {
    return serialised({{"film", options.film.string()},
                       {"subtitles", options.subtitles.string()},
                       {"output", options.output.string()},
                       {"frames", burned.frames},
                       {"drawn", burned.drawn},
                       {"width", burned.width},
                       {"height", burned.height},
                       {"diagnostics", diagnosticsJson(burned.diagnostics)},
                       {"film_diagnostics", diagnosticsJson(burned.filmDiagnostics)}});
}

}  // namespace subs
