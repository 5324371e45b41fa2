// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace testing {

/// A file that another program fell into, as it was read here.
struct Trapped {
    subs::ReadDocument read;

    const subs::Cue& cue(std::size_t index) const {
        REQUIRE(index < read.document.cues.size());
        return read.document.cues[index];
    }
    std::size_t cues() const { return read.document.cues.size(); }
    const std::string& text(std::size_t index) const { return cue(index).text.plain; }
    std::int64_t start(std::size_t index) const { return cue(index).start.nearestMilliseconds(); }
    /// -1 for a cue without an end.
    std::int64_t end(std::size_t index) const {
        const auto& end = cue(index).end;
        return end ? end->nearestMilliseconds() : -1;
    }
    bool tells(std::string_view code) const { return countOf(read.diagnostics, code) > 0; }
    bool tellsNothing() const { return read.diagnostics.empty(); }
    bool hasSpan(std::size_t index, subs::SpanKind kind, std::string_view value = {}) const {
        return std::ranges::any_of(cue(index).text.spans, [&](const subs::Span& span) {
            return span.kind == kind && (value.empty() || span.value == value);
        });
    }

    subs::WrittenDocument into(std::string_view format,
                               const subs::WriteOptions& options = {}) const {
        const subs::Format* known = subs::formatNamed(format);
        REQUIRE(known != nullptr);
        auto written = subs::writtenDocument(read.document, *known, options);
        REQUIRE(written);
        return *std::move(written);
    }
    /// True where the file that is written as `format` has `part` in it.
    bool gives(std::string_view format, std::string_view part) const {
        const std::string bytes = into(format).bytes;
        INFO(bytes);
        return bytes.find(part) != std::string::npos;
    }
    /// True where a conversion into `format` says that it loses `feature`.
    bool loses(std::string_view format, std::string_view feature) const {
        return std::ranges::any_of(into(format).losses.items, [&](const subs::LossItem& item) {
            return item.feature == feature && item.severity != subs::LossSeverity::Unrepresentable;
        });
    }
    /// The cues of the file that it becomes as `format`.
    Trapped through(std::string_view format) const {
        auto again = subs::readDocument(into(format).bytes, "film." + std::string(format));
        REQUIRE(again);
        return {*std::move(again)};
    }
    /// The file as it is saved once a cue has another text.
    std::string edited(std::size_t index, std::string_view text) const {
        Trapped copy = *this;
        subs::Cue& cue = copy.read.document.cues.at(index);
        cue.text = subs::withPlain(cue.text, text);
        return copy.into(read.format->info().id).bytes;
    }
    bool keepsWhenEdited(std::size_t index, std::string_view part) const {
        const std::string saved = edited(index, "edited");
        INFO(saved);
        return saved.find("edited") != std::string::npos && saved.find(part) != std::string::npos;
    }
};

/// One row of the table of traps: the numbers are those of the project's reference of formats.
struct Trap {
    std::string name;  ///< "trap 7: what is in the file"
    std::string file;  ///< Its name; the ending alone matters.
    std::string bytes;
    /// What is required of it, beside that the file comes back as it is.
    void (*holds)(const Trapped& trapped);
    std::string encoding = {};  ///< Asked for; else detected.
};

/// Each trap is a section named after it.
inline void passTraps(std::span<const Trap> traps) {
    for (const Trap& trap : traps)
        DYNAMIC_SECTION(trap.name) {
            subs::DocumentOptions options;
            if (!trap.encoding.empty()) options.encoding = trap.encoding;
            auto read = subs::readDocument(trap.bytes, trap.file, options);
            REQUIRE(read);
            const Trapped trapped{*std::move(read)};
            CHECK(trapped.into(trapped.read.format->info().id).bytes == trap.bytes);
            trap.holds(trapped);
        }
}

}  // namespace testing
