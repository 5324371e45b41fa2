// SPDX-License-Identifier: MIT
#include <subs/base/nearest_name.h>
#include <subs/qc/check.h>
#include <subs/qc/profile.h>

#include "qc/profile_keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace subs {
namespace {

constexpr std::string_view kSeverity = "severity";

/// Why a file is no profile; empty where it is one.
using Problem = std::optional<Error>;

std::string fullName(std::string_view section, std::string_view key) {
    return section.empty() ? std::string(key) : fmt::format("{}.{}", section, key);
}

class ProfileReader {
public:
    explicit ProfileReader(std::string_view fileName) : fileName_(fileName) {}

    Result<Profile> read(const toml::table& file) {
        if (Problem problem = readTable(file, "")) return tl::unexpected(*problem);
        if (Problem problem = missingKey(file)) return tl::unexpected(*problem);
        if (Problem problem = contradiction(file)) return tl::unexpected(*problem);
        return profile_;
    }

private:
    Error errorAt(const toml::source_region& where,
                  std::string code,
                  std::string_view sentence) const {
        return {std::move(code),
                std::string(sentence),
                std::string(fileName_),
                static_cast<std::uint32_t>(where.begin.line)};
    }

    Problem readTable(const toml::table& table, std::string_view section) {
        for (const auto& [key, node] : table) {
            Problem problem =
                section == kSeverity ? readSeverity(key, node) : readEntry(section, key, node);
            if (problem) return problem;
        }
        return {};
    }

    Problem readEntry(std::string_view section, const toml::key& key, const toml::node& node) {
        const auto keys = profileKeys();
        const auto matches = [&](const ProfileKey& one) {
            return one.section == section && one.name == key.str();
        };
        const auto found = std::ranges::find_if(keys, matches);
        if (found == keys.end()) {
            const bool isSection = section.empty() && isSectionName(key.str());
            if (!isSection) return unknownKey(section, key);
            if (!node.is_table())
                return badValue(section, key, node, fmt::format("a section: [{}]", key.str()));
            return readTable(*node.as_table(), key.str());
        }
        if (found->read(profile_, node)) return {};
        return badValue(section, key, node, found->expected);
    }

    /// An id with a full stop in it may stand between quotes or not: khmer.colon = "off".
    Problem readSeverity(const toml::key& key,
                         const toml::node& node,
                         std::string_view family = {}) {
        const std::string id = fullName(family, key.str());
        if (const toml::table* own = node.as_table(); own != nullptr && family.empty()) {
            for (const auto& [name, value] : *own)
                if (Problem problem = readSeverity(name, value, id)) return problem;
            return {};
        }
        const auto known = rules();
        if (std::ranges::find(known, id, &RuleInfo::id) == known.end())
            return unknownKey(kSeverity, key, id);
        const std::string name = node.value_exact<std::string>().value_or("");
        if (name == "off") {
            profile_.off.insert(id);
            return {};
        }
        for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
            if (nameOf(severity) != name) continue;
            profile_.severities.insert_or_assign(id, severity);
            return {};
        }
        return badValue(kSeverity, key, node, "\"info\", \"warning\", \"error\" or \"off\"");
    }

    static bool isSectionName(std::string_view name) {
        return name == kSeverity ||
               (!name.empty() && std::ranges::find(profileKeys(), name, &ProfileKey::section) !=
                                     profileKeys().end());
    }

    Problem unknownKey(std::string_view section, const toml::key& key) const {
        return unknownKey(section, key, key.str());
    }

    Problem unknownKey(std::string_view section,
                       const toml::key& key,
                       std::string_view written) const {
        std::vector<std::string_view> names;
        for (const ProfileKey& one : profileKeys()) {
            if (one.section == section)
                names.push_back(one.name);
            else if (section.empty() && !std::ranges::count(names, one.section))
                names.push_back(one.section);
        }
        if (section.empty()) names.push_back(kSeverity);
        if (section == kSeverity)
            std::ranges::transform(rules(), std::back_inserter(names), &RuleInfo::id);
        const auto nearest = nearestName(written, names);
        const std::string hint = nearest
                                     ? fmt::format("the nearest is {}", fullName(section, *nearest))
                                     : fmt::format("there are {}", fmt::join(names, ", "));
        return errorAt(
            key.source(),
            "profile.unknown-key",
            fmt::format("{} is no key of a profile; {}", fullName(section, written), hint));
    }

    Problem badValue(std::string_view section,
                     const toml::key& key,
                     const toml::node& node,
                     std::string_view expected) const {
        const auto& where = node.source().begin.line > 0 ? node.source() : key.source();
        return errorAt(where,
                       "profile.bad-value",
                       fmt::format("{} has to be {}", fullName(section, key.str()), expected));
    }

    Problem missingKey(const toml::table& file) const {
        for (const ProfileKey& key : profileKeys()) {
            if (!key.required || file.contains(key.name)) continue;
            return errorAt(file.source(),
                           "profile.missing-key",
                           fmt::format("the key {} is missing", key.name));
        }
        return {};
    }

    Problem contradiction(const toml::table& file) const {
        const bool crossed = profile_.minDuration && profile_.maxDuration &&
                             *profile_.minDuration > *profile_.maxDuration;
        if (!crossed) return {};
        return errorAt(file["duration"]["min_seconds"].node()->source(),
                       "profile.bad-value",
                       "duration.min_seconds is more than duration.max_seconds");
    }

    std::string_view fileName_;
    Profile profile_;
};

}  // namespace

Result<Profile> parseProfile(std::string_view toml, std::string_view fileName) {
    try {
        return ProfileReader(fileName).read(toml::parse(toml, fileName));
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        return tl::unexpected(Error{"profile.syntax",
                                    std::string(error.description()),
                                    std::string(fileName),
                                    static_cast<std::uint32_t>(at.line),
                                    static_cast<std::uint32_t>(at.column)});
    }
}

}  // namespace subs
