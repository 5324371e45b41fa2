// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/job/container_port.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace testing {

/// Containers that are said, not read; what is to be written is kept.
struct FakeContainers : subs::ContainerLibrary {
    subs::ContainerFacts facts;
    std::map<int, std::vector<subs::TextPacket>> texts;
    subs::Diagnostics remarks;
    std::optional<subs::MuxRequest> asked;

    subs::Result<subs::ContainerFacts> contents(const std::filesystem::path& film,
                                                std::stop_token) override {
        if (film == "missing.mkv") return subs::failure("io.not-found", "there is no such film");
        return facts;
    }

    subs::Result<subs::ReadPackets> packets(const std::filesystem::path&,
                                            std::span<const int> numbers,
                                            const subs::Watch& watch) override {
        if (watch.stop.stop_requested())
            return subs::failure("media.cancelled", "it was cancelled");
        subs::ReadPackets read;
        for (const int number : numbers)
            read.tracks.push_back(texts[number]);
        read.diagnostics = remarks;
        watch.tell(1);
        return read;
    }

    subs::Result<subs::Diagnostics> mux(const subs::MuxRequest& request,
                                        const subs::Watch&) override {
        asked = request;
        if (auto written = subs::writeFileAtomically(request.output, "film"); !written)
            return tl::unexpected(written.error());
        return remarks;
    }
};

}  // namespace testing
