// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/job/convert.h>
#include <subs/job/sidecar.h>

#include "catch.h"
#include "folder.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace testing {

/// A film that went to another format in a folder of its own.
class Film {
public:
    Film(std::string_view from, const std::string& bytes, std::string_view to)
        : home_(subs::formatNamed(from)),
          original_(folder_.path / ("film." + std::string(from))),
          away_(folder_.path / ("film." + std::string(to))),
          back_(folder_.path / ("back." + std::string(from))) {
        REQUIRE(subs::writeFileAtomically(original_, bytes));
        out_ = convert(original_, away_, subs::formatNamed(to));
        if (out_.error) FAIL(out_.error->message);
    }

    const subs::ConvertOutcome& out() const { return out_; }
    std::filesystem::path away() const { return away_; }
    std::filesystem::path sidecar() const { return subs::sidecarPathOf(away_); }
    std::string text() const { return *subs::readFile(away_); }

    void put(std::string_view text) const { REQUIRE(subs::writeFileAtomically(away_, text)); }
    void replace(std::string_view what, std::string_view with) const {
        std::string bytes = text();
        const std::size_t at = bytes.find(what);
        REQUIRE(at != std::string::npos);
        put(bytes.replace(at, what.size(), with));
    }

    subs::ConvertOutcome goHome() const { return convert(away_, back_, home_); }
    std::string homeText() const {
        const subs::ConvertOutcome outcome = goHome();
        if (outcome.error) FAIL(outcome.error->message);
        return *subs::readFile(back_);
    }
    bool hasBack() const { return std::filesystem::exists(back_); }
    bool hasSecondSidecar() const { return std::filesystem::exists(subs::sidecarPathOf(back_)); }

    static subs::ConvertOutcome convert(const std::filesystem::path& from,
                                        const std::filesystem::path& to,
                                        const subs::Format* format) {
        subs::ConvertOptions options;
        options.format = format;
        options.existing = subs::Existing::Replace;
        options.sidecar = subs::SidecarUse::TakeAndWrite;
        return subs::convertOne({{from, from.filename(), std::nullopt}, std::nullopt, to}, options);
    }

private:
    Folder folder_;
    const subs::Format* home_;
    std::filesystem::path original_;
    std::filesystem::path away_;
    std::filesystem::path back_;
    subs::ConvertOutcome out_;
};

inline std::string with(std::string text, std::string_view what, std::string_view replacement) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), replacement);
}

inline std::string codesOf(const subs::ConvertOutcome& outcome) {
    std::string codes;
    for (const subs::Diagnostic& diagnostic : outcome.converted.diagnostics)
        codes += diagnostic.code + '@' + std::to_string(diagnostic.line) + ' ';
    return codes;
}

}  // namespace testing
