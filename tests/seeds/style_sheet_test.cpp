// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>

#include "catch.h"

#include <filesystem>

namespace {

std::filesystem::path sheet(const std::string& language) {
    return std::filesystem::path(SUBS_SOURCE_DIR "/seeds/styles") / (language + ".ass");
}

const subs::Style* styleNamed(const subs::Document& document, std::string_view name) {
    for (const auto& style : document.styles)
        if (style.name == name) return &style;
    return nullptr;
}

TEST_CASE("the style sheets are read without a remark", "[seeds][styles]") {
    for (const std::string language : {"km", "en"}) {
        INFO(language);
        const auto read = subs::openDocument(sheet(language));
        REQUIRE(read.has_value());
        CHECK(read->format->info().id == "ass");
        CHECK(read->diagnostics.empty());
        CHECK(read->document.cues.empty());
        REQUIRE(read->document.canvas.has_value());
        CHECK(read->document.canvas->width == 1920);
        CHECK(read->document.canvas->height == 1080);
    }
}

TEST_CASE("the default of a sheet is the style that a bare track is shown in", "[seeds][styles]") {
    for (const std::string language : {"km", "en"}) {
        INFO(language);
        const auto read = subs::openDocument(sheet(language));
        REQUIRE(read.has_value());
        const auto* found = styleNamed(read->document, "Default");
        REQUIRE(found != nullptr);
        subs::Style style = *found;
        style.piece = {};
        CHECK(style == subs::defaultStyleFor(language));
    }
}

TEST_CASE("the sheets of both languages name the same styles", "[seeds][styles]") {
    const auto km = subs::openDocument(sheet("km"));
    const auto en = subs::openDocument(sheet("en"));
    REQUIRE((km.has_value() && en.has_value()));
    REQUIRE(km->document.styles.size() == en->document.styles.size());
    for (const auto& style : km->document.styles) {
        INFO(style.name);
        const auto* other = styleNamed(en->document, style.name);
        REQUIRE(other != nullptr);
        CHECK(other->alignment == style.alignment);
        CHECK(other->primary == style.primary);
        CHECK(other->margins == style.margins);
    }
}

}  // namespace
