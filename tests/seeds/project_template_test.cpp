// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/qc/profile.h>
#include <subs/time/frame_rate.h>

#include "catch.h"

#include <toml++/toml.h>

#include <filesystem>
#include <set>

namespace {

const std::filesystem::path kSeeds = SUBS_SOURCE_DIR "/seeds";

toml::table templateNamed(const std::string& stem) {
    return toml::parse(subs::readFile(kSeeds / "projects" / (stem + ".toml")).value());
}

std::string textAt(const toml::table& table, std::string_view key) {
    return table[key].value_or(std::string());
}

template <class Check>
void forEachTable(const toml::table& table, std::string_view key, const Check& check) {
    const auto* list = table[key].as_array();
    REQUIRE(list != nullptr);
    CHECK_FALSE(list->empty());
    for (const auto& item : *list) {
        REQUIRE(item.is_table());
        check(*item.as_table());
    }
}

TEST_CASE("project templates have the name of their file, a frame rate and a canvas",
          "[seeds][projects]") {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kSeeds / "projects")) {
        if (entry.path().filename() == "README.md") continue;
        INFO(entry.path());
        const auto table = templateNamed(entry.path().stem());
        CHECK(textAt(table, "id") == entry.path().stem());
        CHECK(textAt(table, "title") != "");
        CHECK(
            subs::parseFrameRate(table["film"]["frame-rate"].value_or(std::string())).has_value());
        CHECK(table["film"]["canvas"][0].value_or(0) == 1920);
        CHECK(table["film"]["canvas"][1].value_or(0) == 1080);
        ++count;
    }
    CHECK(count > 0);
}

TEST_CASE("tracks of a project template name profiles and styles that exist", "[seeds][projects]") {
    const auto table = templateNamed("bilingual-feature");
    std::set<std::string> roles;
    forEachTable(table, "tracks", [&](const toml::table& track) {
        const auto language = textAt(track, "language");
        INFO(language);
        roles.insert(textAt(track, "role"));
        const auto name = textAt(track, "profile") + ".toml";
        const auto profile =
            subs::parseProfile(subs::readFile(kSeeds / "profiles" / name).value_or(""), name);
        REQUIRE(profile.has_value());
        CHECK(profile->id == textAt(track, "profile"));
        CHECK(std::count(profile->languages.begin(), profile->languages.end(), language) == 1);
        const auto sheet =
            subs::openDocument(kSeeds / "styles" / (textAt(track, "styles") + ".ass"));
        REQUIRE(sheet.has_value());
        const auto isDefault = [&](const subs::Style& style) {
            return style.name == textAt(track, "default-style");
        };
        CHECK(std::any_of(sheet->document.styles.begin(), sheet->document.styles.end(), isDefault));
    });
    CHECK(roles == std::set<std::string>{"source", "target"});
}

TEST_CASE("a project template names glossaries that exist", "[seeds][projects]") {
    const auto table = templateNamed("bilingual-feature");
    const auto* files = table["glossary"]["files"].as_array();
    REQUIRE(files != nullptr);
    CHECK_FALSE(files->empty());
    for (const auto& file : *files)
        CHECK(std::filesystem::exists(kSeeds / "glossaries" /
                                      (file.value_or(std::string()) + ".csv")));
}

TEST_CASE("deliverables of a project template are files that Subs writes", "[seeds][projects]") {
    const auto table = templateNamed("bilingual-feature");
    std::set<std::string> languages;
    forEachTable(table, "tracks", [&](const toml::table& track) {
        languages.insert(textAt(track, "language"));
    });
    std::set<std::string> names;
    forEachTable(table, "deliverables", [&](const toml::table& item) {
        const auto file = textAt(item, "file");
        INFO(file);
        CHECK(textAt(item, "title") != "");
        const auto* format = subs::formatNamed(textAt(item, "format"));
        REQUIRE(format != nullptr);
        CHECK(std::filesystem::path(file).extension() ==
              "." + std::string(format->info().extensions.front()));
        CHECK(file.find("{language}") != std::string::npos);
        CHECK(names.insert(file).second);
        for (const auto& language : *item["languages"].as_array())
            CHECK(languages.count(language.value_or(std::string())) == 1);
    });
}

}  // namespace
